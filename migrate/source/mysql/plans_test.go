package mysql

import (
	"database/sql"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"wp2pub/migrate/source/sourcetest"
	"wp2pub/migrate/source/sourcetest/mariadb"
	"wp2pub/migrate/wordpress"
)

// largePosts is how many posts the site of TestQueriesOfALargeSite has.
const largePosts = 50_000

// largeSite makes, within the server, the tables that WordPress makes, with their indexes, and fills them: each post has eight
// rows of meta and two terms, every tenth is an attachment, and every hundredth an event.
var largeSite = []string{
	"CREATE TABLE wp_options (option_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, option_name VARCHAR(191) DEFAULT '' UNIQUE, option_value LONGTEXT NOT NULL, autoload VARCHAR(20))",
	"INSERT INTO wp_options VALUES (1, 'home', 'https://example.org', 'yes'), (2, 'siteurl', 'https://example.org', 'yes'), (3, 'permalink_structure', '/%postname%/', 'yes')",
	"CREATE TABLE wp_posts (ID BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, post_author BIGINT UNSIGNED, post_date DATETIME, post_date_gmt DATETIME, post_content LONGTEXT, post_title TEXT, " +
		"post_excerpt TEXT, post_status VARCHAR(20), comment_status VARCHAR(20), ping_status VARCHAR(20), post_password VARCHAR(255), post_name VARCHAR(200), to_ping TEXT, pinged TEXT, " +
		"post_modified DATETIME, post_modified_gmt DATETIME, post_content_filtered LONGTEXT, post_parent BIGINT UNSIGNED, guid VARCHAR(255), menu_order INT, post_type VARCHAR(20), " +
		"post_mime_type VARCHAR(100), comment_count BIGINT, KEY post_name (post_name(191)), KEY type_status_date (post_type, post_status, post_date, ID), KEY post_parent (post_parent), KEY post_author (post_author))",
	"INSERT INTO wp_posts SELECT seq, 1, '2020-01-01', '2020-01-01', REPEAT('<p>Some words of a report.</p>', 20), CONCAT('Post ', seq), '', 'publish', 'open', 'open', '', CONCAT('post-', seq), '', '', " +
		"'2020-01-01', '2020-01-01', '', 0, CONCAT('https://example.org/?p=', seq), 0, IF(seq % 10 = 0, 'attachment', IF(seq % 100 = 1, 'ai1ec_event', 'post')), '', 0 FROM seq_1_to_" + fmt.Sprint(largePosts),
	"CREATE TABLE wp_postmeta (meta_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, post_id BIGINT UNSIGNED, meta_key VARCHAR(255), meta_value LONGTEXT, KEY post_id (post_id), KEY meta_key (meta_key(191)))",
	"INSERT INTO wp_postmeta SELECT NULL, p.seq, ELT(k.seq, '_edit_lock', '_edit_last', 'publisher', '_publisher', 'year', '_year', '_thumbnail_id', '_wp_attached_file'), " +
		"CONCAT('value ', k.seq, ' of ', p.seq) FROM seq_1_to_" + fmt.Sprint(largePosts) + " p JOIN seq_1_to_8 k",
	"CREATE TABLE wp_terms (term_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, name VARCHAR(200), slug VARCHAR(200), term_group BIGINT, KEY slug (slug(191)), KEY name (name(191)))",
	"INSERT INTO wp_terms SELECT seq, CONCAT('Term ', seq), CONCAT('term-', seq), 0 FROM seq_1_to_200",
	"CREATE TABLE wp_term_taxonomy (term_taxonomy_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, term_id BIGINT UNSIGNED, taxonomy VARCHAR(32), description LONGTEXT, parent BIGINT UNSIGNED, count BIGINT, " +
		"UNIQUE KEY term_id_taxonomy (term_id, taxonomy), KEY taxonomy (taxonomy))",
	"INSERT INTO wp_term_taxonomy SELECT seq, seq, IF(seq % 2, 'category', 'post_tag'), '', 0, 0 FROM seq_1_to_200",
	"CREATE TABLE wp_term_relationships (object_id BIGINT UNSIGNED, term_taxonomy_id BIGINT UNSIGNED, term_order INT DEFAULT 0, PRIMARY KEY (object_id, term_taxonomy_id), KEY term_taxonomy_id (term_taxonomy_id))",
	"INSERT INTO wp_term_relationships SELECT p.seq, 1 + (p.seq + k.seq) % 200, 0 FROM seq_1_to_" + fmt.Sprint(largePosts) + " p JOIN seq_1_to_2 k",
	"CREATE TABLE wp_users (ID BIGINT UNSIGNED PRIMARY KEY, user_login VARCHAR(60), user_pass VARCHAR(255), user_nicename VARCHAR(50), user_email VARCHAR(100), display_name VARCHAR(250))",
	"INSERT INTO wp_users VALUES (1, 'login', 'x', 'nice', 'a@example.org', 'Name')",
	"CREATE TABLE wp_ai1ec_events (post_id BIGINT UNSIGNED PRIMARY KEY, start INT UNSIGNED, end INT UNSIGNED, timezone_name VARCHAR(50), allday TINYINT, venue VARCHAR(255))",
	"INSERT INTO wp_ai1ec_events SELECT seq, 1600000000 + seq, 1600003600 + seq, 'UTC', 0, '' FROM seq_1_to_" + fmt.Sprint(largePosts) + " WHERE seq % 100 = 1",
	"CREATE USER reader@localhost", "GRANT SELECT ON large.* TO reader@localhost",
	"ANALYZE TABLE wp_posts, wp_postmeta, wp_term_relationships",
	"SET GLOBAL userstat = 1", "SET GLOBAL log_output = 'TABLE'", "SET GLOBAL general_log = 1",
}

// TestQueriesOfALargeSite counts the rows that the server reads for each step, and lets it explain every query.
func TestQueriesOfALargeSite(t *testing.T) {
	server := mariadb.StartOwn(t, "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-buffer-pool-size=256M", "--innodb-log-file-size=256M")
	server.Exec(t, "", "CREATE DATABASE large CHARACTER SET utf8mb4")
	server.Exec(t, "large", largeSite...)
	db := server.DB(t, "large")
	source := open(t, Config{User: "reader", Socket: server.Socket, Database: "large", Sums: true})
	few := func(h wordpress.Head) bool { return h.ID%5000 == 7 }
	for _, step := range []struct {
		name        string
		run         func()
		posts, meta int // rows that may be read
	}{
		{"the site and its sums", func() { sourcetest.Site(t, source) }, largePosts, 8 * largePosts},
		{"digests", func() { sourcetest.Digests(t, source, func(wordpress.Head) bool { return true }) }, 0, 0},
		{"heads", func() { sourcetest.Heads(t, source) }, 0, 0},
		{"ten posts", func() { sourcetest.Posts(t, source, few) }, 10, 80},
		{"all posts", func() { sourcetest.Posts(t, source, nil) }, largePosts, 8 * largePosts},
		{"meta of some keys", func() { countMeta(t, source) }, 0, 8*largePosts + 2*largePosts}, // those found are sorted
	} {
		server.Exec(t, "large", "FLUSH TABLE_STATISTICS")
		step.run()
		for table, most := range map[string]int{"wp_posts": step.posts, "wp_postmeta": step.meta, "wp_term_relationships": 2 * largePosts, "wp_ai1ec_events": largePosts / 100} {
			if read := rowsRead(t, db, table); read > most+most/20+8 {
				t.Errorf("%s: the server reads %d rows of %s, %d would do", step.name, read, table, most)
			}
		}
	}
	explainQueries(t, db)
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

// explainQueries holds of every query that was asked: one that comes again reads a part of a large table, which it finds by an
// index; only one that is asked once may sort what it finds.
func explainQueries(t *testing.T, db *sql.DB) {
	asked := map[string][]string{} // by what they have in common
	rows, err := db.Query("SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log WHERE user_host LIKE 'reader%' AND argument LIKE 'SELECT%' AND argument LIKE '%`wp\\_%' ORDER BY event_time")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var query string
		if err := rows.Scan(&query); err != nil {
			t.Fatal(err)
		}
		alike := variable.ReplaceAllString(query, "?")
		asked[alike] = append(asked[alike], query)
	}
	if len(asked) < 12 {
		t.Errorf("only %d kinds of queries were asked: the test does not see them", len(asked))
	}
	large := map[string]bool{"wp_posts": true, "wp_postmeta": true, "wp_term_relationships": true}
	for alike, queries := range asked {
		for _, query := range []string{queries[0], queries[len(queries)/2], queries[len(queries)-1]} {
			p := explain(t, db, query)
			if !large[p.table] {
				continue
			}
			if whole := p.access == "ALL" || p.access == "index"; whole && len(queries) > 1 {
				t.Errorf("asked %d times, with the access %q to %s: %.200s", len(queries), p.access, p.table, alike)
			}
			if strings.Contains(p.extra, "temporary") || strings.Contains(p.extra, "filesort") && len(queries) > 1 {
				t.Errorf("%s is sorted (%s): %.200s", p.table, p.extra, alike)
			}
		}
	}
}

// queryPlan is what a server explains of a query of one table.
type queryPlan struct {
	table, access, extra string
	rows                 int
}

func explain(t *testing.T, db *sql.DB, query string) (p queryPlan) {
	t.Helper()
	var id, kind, table, access, possible, key, length, ref, rows, extra sql.NullString
	if err := db.QueryRow("EXPLAIN "+query).Scan(&id, &kind, &table, &access, &possible, &key, &length, &ref, &rows, &extra); err != nil {
		t.Fatalf("%.300s: %v", query, err)
	}
	fmt.Sscan(rows.String, &p.rows)
	p.table, p.access, p.extra = table.String, access.String, extra.String
	return p
}
