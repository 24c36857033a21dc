package mysql

import (
	"database/sql"
	"regexp"
	"strings"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/output"
	"wp2pub/migrate/source/sourcetest"
	"wp2pub/migrate/source/sourcetest/mariadb"
	"wp2pub/migrate/wordpress"
)

// TestQueriesOfALargeSite counts the rows that the server reads for each step and for whole runs, and lets it explain every query.
func TestQueriesOfALargeSite(t *testing.T) {
	server := mariadb.StartOwn(t, "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-buffer-pool-size=256M", "--innodb-log-file-size=256M")
	server.Exec(t, "", "CREATE DATABASE large CHARACTER SET utf8mb4")
	server.Exec(t, "large", largeSite...)
	db := server.DB(t, "large")
	config := Config{User: "reader", Socket: server.Socket, Database: "large", Sums: true}
	source := open(t, config)
	alone := config
	alone.Sums = false
	few := func(h wordpress.Head) bool { return h.ID%5000 == 7 }
	files := output.NewMemory()
	run := func() { migrateEvents(t, open(t, config), files) }
	for _, step := range []struct {
		name        string
		run         func()
		posts, meta int // rows that may be read
	}{
		{"the site and its sums", func() { sourcetest.Site(t, source) }, largePosts, 8 * largePosts},
		{"the site alone", func() { sourcetest.Site(t, open(t, alone)) }, largePosts, 8 * largePosts},
		{"digests", func() { sourcetest.Digests(t, source, func(wordpress.Head) bool { return true }) }, 0, 0},
		{"heads", func() { sourcetest.Heads(t, source) }, 0, 0},
		{"ten posts", func() { sourcetest.Posts(t, source, few) }, 10, 80},
		{"all posts", func() { sourcetest.Posts(t, source, nil) }, largePosts, 8 * largePosts},
		{"meta of some keys", func() { countMeta(t, source) }, 0, 8*largePosts + 2*largePosts}, // those found are sorted
		{"the first run", run, largePosts + largeEvents, 8 * (largePosts + largeEvents)},
		{"a run of an unchanged site", run, largePosts, 8 * largePosts},
		{"a run after ten edits", func() {
			server.Exec(t, "large", "UPDATE wp_posts SET post_title = 'Another' WHERE ID % 5000 = 1", "FLUSH TABLE_STATISTICS")
			run()
		}, largePosts + 10, 8 * (largePosts + 10)},
	} {
		server.Exec(t, "large", "FLUSH TABLE_STATISTICS")
		step.run()
		for table, most := range map[string]int{"wp_posts": step.posts, "wp_postmeta": step.meta, "wp_term_relationships": 2 * largePosts, "wp_ai1ec_events": 2 * largeEvents, "wp_em_events": 3 * largeEvents} {
			if read := rowsRead(t, db, table); read > most+most/20+8 {
				t.Errorf("%s: the server reads %d rows of %s, %d would do", step.name, read, table, most)
			}
		}
	}
	explainQueries(t, db)
}

// migrateEvents makes records of the events of a site.
func migrateEvents(t *testing.T, source *Source, files output.Files) {
	t.Helper()
	rules, err := mapping.Parse("mapping.yaml", []byte("version: 1\nrecords: {event: {from: [{post_type: ai1ec_event}], fields: {publishers: meta.publisher, fields.year: meta.year}}}\n"), migrate.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	result, err := migrate.Migrate(t.Context(), source, output.New(files, output.Options{}), migrate.Options{Mapping: rules})
	if err != nil {
		t.Fatal(err)
	}
	if r := result.Records; r.Create+r.Update+r.Unchanged != largeEvents {
		t.Errorf("records %+v", r)
	}
}

func countMeta(t *testing.T, source *Source) {
	t.Helper()
	posts := 0
	for _, err := range source.Meta(t.Context(), wordpress.KeyPatterns{"publisher", "year*"}) {
		if err != nil {
			t.Fatal(err)
		}
		posts++
	}
	if posts != largePosts {
		t.Errorf("meta of %d posts", posts)
	}
}

func rowsRead(t *testing.T, db *sql.DB, table string) (rows int) {
	t.Helper()
	if err := db.QueryRow("SELECT COALESCE(SUM(ROWS_READ), 0) FROM information_schema.TABLE_STATISTICS WHERE TABLE_SCHEMA = 'large' AND TABLE_NAME = ?", table).Scan(&rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

var variable = regexp.MustCompile(`\d+(,\d+)*`)

// asked is a query that a connection sent, and how often it sent one like it.
type asked struct {
	query, alike string
	times        int
}

// explainQueries holds of every query that was asked: one that comes again on a connection reads a part of a large table, which it
// finds by an index; only one that is asked once may sort what it finds.
func explainQueries(t *testing.T, db *sql.DB) {
	large := map[string]bool{"wp_posts": true, "wp_postmeta": true, "wp_term_relationships": true, "wp_ai1ec_events": true, "wp_em_events": true}
	explained := map[string]bool{}
	for _, a := range queriesAsked(t, db) {
		for _, p := range explain(t, db, a.query) {
			if !large[p.table] {
				continue
			}
			explained[p.table] = true
			if whole := p.access == "ALL" || p.access == "index"; whole && a.times > 1 {
				t.Errorf("asked %d times, with the access %q to %s: %.200s", a.times, p.access, p.table, a.alike)
			}
			if strings.Contains(p.extra, "temporary") || strings.Contains(p.extra, "filesort") && a.times > 1 {
				t.Errorf("%s is sorted (%s): %.200s", p.table, p.extra, a.alike)
			}
		}
	}
	if len(explained) != len(large) {
		t.Errorf("of the large tables, only %v were explained: the test does not see the queries", explained)
	}
}

// queriesAsked returns the first, the middle and the last of the queries of each connection that are alike.
func queriesAsked(t *testing.T, db *sql.DB) (all []asked) {
	t.Helper()
	rows, err := db.Query("SELECT thread_id, CONVERT(argument USING utf8mb4) FROM mysql.general_log WHERE user_host LIKE 'reader%' AND argument LIKE 'SELECT%' AND argument LIKE '%`wp\\_%' ORDER BY event_time")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	type kind struct {
		connection int64
		alike      string
	}
	kinds := map[kind][]string{}
	for rows.Next() {
		var k kind
		var query string
		if err := rows.Scan(&k.connection, &query); err != nil {
			t.Fatal(err)
		}
		k.alike = variable.ReplaceAllString(query, "?")
		kinds[k] = append(kinds[k], query)
	}
	for k, queries := range kinds {
		for _, query := range []string{queries[0], queries[len(queries)/2], queries[len(queries)-1]} {
			all = append(all, asked{query, k.alike, len(queries)})
		}
	}
	return all
}

// queryPlan is what a server explains of a query's access to one table.
type queryPlan struct{ table, access, extra string }

func explain(t *testing.T, db *sql.DB, query string) (plans []queryPlan) {
	t.Helper()
	rows, err := db.Query("EXPLAIN " + query)
	if err != nil {
		t.Fatalf("%.300s: %v", query, err)
	}
	defer rows.Close()
	for rows.Next() {
		var table, access, extra, other sql.NullString
		if err := rows.Scan(&other, &other, &table, &access, &other, &other, &other, &other, &other, &extra); err != nil {
			t.Fatal(err)
		}
		plans = append(plans, queryPlan{table.String, access.String, extra.String})
	}
	return plans
}
