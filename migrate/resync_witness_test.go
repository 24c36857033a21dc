package migrate_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/ledger"
	"wp2pub/migrate/output"
	"wp2pub/migrate/source/mysql"
	"wp2pub/migrate/source/sourcetest/mariadb"
)

// TestResyncWhereMariaDBVouches takes sites that are large enough to have a witness through histories, written down in all the
// ways in which a database can be. After each step, and twice again when the second is over, a run leaves and tells what a fresh one
// does. A run that reads nothing, since MariaDB vouches for the site, leaves every file as it is. WP2PUB_SOAK is how many steps
// each site takes.
func TestResyncWhereMariaDBVouches(t *testing.T) {
	steps, sites, server := 2, 1, mariadb.Start(t)
	if n, err := strconv.Atoi(os.Getenv("WP2PUB_SOAK")); err == nil {
		steps, sites = n, 8
	}
	var rules []*mapping.Mapping
	for _, text := range mappings {
		rules = append(rules, parsed(t, text))
	}
	all := make([]*vouchedSite, sites)
	for i := range all {
		all[i] = newVouchedSite(t, server, i, rules)
	}
	for step := range steps {
		for _, site := range all {
			site.step(t, step)
		}
		time.Sleep(2 * time.Second)
		for _, site := range all {
			site.settle(t)
			site.exec(t, site.db, "UPDATE wp_options SET option_value = CONCAT(option_value, 'x') WHERE option_name = 'cron'", "BEGIN; UPDATE wp_posts SET post_title = 'x'; ROLLBACK")
			site.check(t)
		}
	}
	runs, vouched, meta := 0, 0, 0
	for _, site := range all {
		runs, vouched, meta = runs+site.runs, vouched+site.vouched, meta+site.meta
		if site.vouched == 0 || site.meta == 0 {
			t.Errorf("MariaDB never vouched for site %d, or never for its meta alone", site.number)
		}
	}
	t.Logf("MariaDB vouched for the site in %d of %d runs, and in %d for the meta of its posts", vouched, runs, meta)
}

func parsed(t *testing.T, text string) *mapping.Mapping {
	rules, err := mapping.Parse("mapping.yaml", []byte(text), migrate.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

// vouchedSite is a site in a database of its own, and the output that follows it.
type vouchedSite struct {
	number        int
	blog          *blog
	rules         []*mapping.Mapping
	config        mysql.Config
	db            *sql.DB
	files         output.Files
	mapping       *mapping.Mapping
	late          *sql.Tx // what is written and not committed
	runs, vouched int
	meta          int // runs in which MariaDB vouched for the meta alone
}

func newVouchedSite(t *testing.T, server *mariadb.Server, number int, rules []*mapping.Mapping) *vouchedSite {
	name := fmt.Sprintf("vouched%d", number)
	server.Exec(t, "", "CREATE DATABASE "+name+" CHARACTER SET utf8mb4")
	server.Exec(t, name, liveTables...)
	s := &vouchedSite{number: number, rules: rules, mapping: rules[number%len(rules)], files: output.NewMemory(), db: server.DB(t, name),
		config: mysql.Config{User: "root", Socket: server.Socket, Database: name, Sums: true}}
	drawing(number, func(t *rapid.T) { s.blog = drawBlog(t) })
	s.exec(t, s.db, "INSERT INTO wp_posts (ID, post_type, post_status) SELECT 100000 + seq, 'revision', 'inherit' FROM seq_1_to_1500")
	for _, table := range slices.Sorted(maps.Keys(blogTables)) {
		s.exec(t, s.db, s.blog.inserts(table)...)
	}
	s.exec(t, s.db, "INSERT INTO wp_postmeta VALUES (100001, 100001, 'filler', '')", "ANALYZE TABLE wp_posts")
	s.check(t)
	return s
}

func pick[T any](chance *rand.Rand, from []T) T { return from[chance.IntN(len(from))] }

// drawing draws the same each time for the same seed.
func drawing(seed int, draw func(*rapid.T)) {
	rapid.Custom(func(t *rapid.T) bool {
		draw(t)
		return rapid.Bool().Draw(t, "something") // whatever draw does
	}).Example(seed)
}

type executor interface {
	Exec(string, ...any) (sql.Result, error)
}

func (s *vouchedSite) exec(t *testing.T, on executor, statements ...string) {
	for _, statement := range statements {
		if _, err := on.Exec("SET sql_mode = ''; " + statement); err != nil { // WordPress writes dates of zeros
			t.Fatalf("%.200s: %v", statement, err)
		}
	}
}

// step takes the site one step on, and looks whether a run finds it.
func (s *vouchedSite) step(t *testing.T, step int) {
	chance, next := rand.New(rand.NewPCG(uint64(step), uint64(s.number))), s.blog
	for range chance.IntN(4) {
		before := next
		name := pick(chance, slices.Sorted(maps.Keys(edits)))
		drawing(chance.Int(), func(t *rapid.T) {
			next = before.clone()
			edits[name](next, t)
		})
	}
	if chance.IntN(5) == 0 {
		s.mapping = pick(chance, s.rules)
	}
	written := s.statements(next)
	switch (step + s.number) % 5 {
	case 0: // with a run in between
		half := len(written) / 2
		s.exec(t, s.db, written[:half]...)
		s.run(t)
		s.exec(t, s.db, written[half:]...)
	case 1: // as one
		s.begin(t, written)
		s.commit(t)
	case 2: // with tables of the same names
		for _, table := range []string{"posts", "postmeta"} {
			s.exec(t, s.db, "CREATE TABLE new LIKE wp_"+table, "INSERT INTO new SELECT * FROM wp_"+table, "DROP TABLE wp_"+table, "RENAME TABLE new TO wp_"+table)
		}
		s.exec(t, s.db, append(written, "ANALYZE TABLE wp_posts")...)
	case 3: // by a transaction that others overtake
		s.begin(t, written)
		s.exec(t, s.db, "INSERT INTO wp_posts (post_type, ID) VALUES ('revision', 200000)", "INSERT INTO wp_postmeta VALUES (200000, 200000, 'filler', '')",
			"DELETE FROM wp_posts WHERE ID = 200000", "DELETE FROM wp_postmeta WHERE meta_id = 200000")
		s.check(t)
		s.blog = next
		return
	case 4: // while a run is at work
		s.begin(t, written)
		committed := make(chan error, 1)
		go func() {
			time.Sleep(time.Duration(step%20) * time.Millisecond)
			committed <- s.late.Commit()
		}()
		s.run(t)
		if err := <-committed; err != nil {
			t.Fatal(err)
		}
		s.late = nil
	}
	s.blog = next
	s.check(t)
}

func (s *vouchedSite) begin(t *testing.T, statements []string) {
	var err error
	if s.late, err = s.db.Begin(); err != nil {
		t.Fatal(err)
	}
	s.exec(t, s.late, statements...)
}

// settle looks at the site when the second of the step is over, and commits what is not.
func (s *vouchedSite) settle(t *testing.T) {
	if s.late != nil {
		s.run(t)
		s.commit(t)
	}
	s.check(t)
}

func (s *vouchedSite) commit(t *testing.T) {
	if err := s.late.Commit(); err != nil {
		t.Fatal(err)
	}
	s.late = nil
}

// statements write down what another state of the site has and this one has not.
func (s *vouchedSite) statements(next *blog) []string {
	var all []string
	for _, table := range slices.Sorted(maps.Keys(blogTables)) {
		old, new := s.blog.tables[table], next.tables[table]
		key := old.columns[0]
		if table == "term_relationships" { // whose key is of two columns
			if !maps.EqualFunc(old.byKey, new.byKey, slices.Equal) {
				all = append(append(all, "DELETE FROM wp_"+table), next.inserts(table)...)
			}
			continue
		}
		changed := &blog{tables: map[string]*rows{table: {new.columns, map[int64][]string{}}}}
		for id, row := range new.byKey {
			if !slices.Equal(old.byKey[id], row) {
				changed.tables[table].byKey[id] = row
			}
		}
		for _, id := range old.keys() {
			if _, there := new.byKey[id]; !there {
				all = append(all, fmt.Sprintf("DELETE FROM wp_%s WHERE %s = %d", table, key, id))
			}
		}
		for _, insert := range changed.inserts(table) {
			all = append(all, "REPLACE"+strings.TrimPrefix(insert, "INSERT"))
		}
	}
	return all
}

// check runs, and compares what is left and told with what a fresh run leaves and tells.
func (s *vouchedSite) check(t *testing.T) {
	t.Helper()
	told := s.run(t)
	fresh := output.NewMemory()
	freshlyTold := textOf(t, run(t, fresh, s.open(t), s.mapping))
	got, want := contents(t, s.files), contents(t, fresh)
	for _, tree := range []map[string]fileInTree{got, want} {
		for path, file := range tree {
			if strings.HasPrefix(path, ".wp2pub/ledger.") { // whose testimony is of another moment
				text, _ := ledger.Split([]byte(file.content))
				alone, err := ledger.Join([][]byte{text}, nil)
				if err != nil {
					t.Fatal(err)
				}
				tree[path] = fileInTree{content: string(bytes.Join(alone, nil))}
			}
		}
	}
	compareTrees(t, got, want)
	if told != freshlyTold {
		t.Fatalf("the report of the re-sync\n%s\nis not that of a fresh run\n%s", told, freshlyTold)
	}
}

// run brings the output up to date.
func (s *vouchedSite) run(t *testing.T) string {
	t.Helper()
	before, source := contents(t, s.files), s.open(t)
	told := textOf(t, run(t, s.files, source, s.mapping))
	s.runs++
	switch {
	case source.meta && !source.all:
		s.meta++
	case source.all:
		s.vouched++
		if after := contents(t, s.files); !reflect.DeepEqual(before, after) {
			t.Fatalf("the files are\n%v\nand were\n%v", after, before)
		}
	}
	return told
}

func (s *vouchedSite) open(t *testing.T) *vouching {
	source, err := mysql.Open(context.Background(), s.config)
	if err != nil {
		t.Fatal(err)
	}
	return &vouching{Source: source}
}

// vouching notes what the server vouches for.
type vouching struct {
	*mysql.Source
	all, meta bool
}

func (v *vouching) Untouched(ctx context.Context, testimony []byte, wanted bool) (all, meta bool, err error) {
	v.all, v.meta, err = v.Source.Untouched(ctx, testimony, wanted)
	return v.all, v.meta, err
}
