package migrate_test

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"iter"
	"strings"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/output"
	"wp2pub/migrate/report"
	"wp2pub/migrate/source/mysql"
	"wp2pub/migrate/source/sourcetest/mariadb"
	"wp2pub/migrate/wordpress"
)

// edited is a source whose tables are edited once, at one of these moments.
type edited struct {
	migrate.Source
	moment string
	edit   func()
}

var moments = []string{"the site is read", "posts are summed up", "posts are to be read", "the heads of posts are read", "a post is read"}

func (e *edited) at(moment string) {
	if e.moment == moment {
		e.moment = ""
		e.edit()
	}
}

func (e *edited) Site(ctx context.Context) (*wordpress.Site, error) {
	defer e.at("the site is read")
	return e.Source.Site(ctx)
}

func (e *edited) Digests(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[wordpress.Head, error] {
	return func(yield func(wordpress.Head, error) bool) {
		defer e.at("posts are summed up")
		e.Source.Digests(ctx, want)(yield)
	}
}

func (e *edited) Posts(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[*wordpress.Post, error] {
	return func(yield func(*wordpress.Post, error) bool) {
		e.at("posts are to be read")
		posts := e.Source.Posts(ctx, func(h wordpress.Head) bool {
			e.at("the heads of posts are read")
			return want(h)
		})
		for post, err := range posts {
			e.at("a post is read")
			if !yield(post, err) {
				return
			}
		}
	}
}

// TestMovingTables changes tables that no snapshot holds still while they are read, at any moment: either the run says so and
// removes nothing, or nothing of what decides whether records stay has changed. What may not leave never does, and the next run
// makes what a fresh one does.
func TestMovingTables(t *testing.T) {
	server := mariadb.Start(t)
	server.Exec(t, "", "CREATE DATABASE moving CHARACTER SET utf8mb4")
	for _, table := range liveTables {
		server.Exec(t, "moving", table+" ENGINE=MyISAM")
	}
	server.Exec(t, "moving", "INSERT INTO wp_options VALUES (1, 'home', 'https://example.org'), (2, 'siteurl', 'https://example.org')")
	db := server.DB(t, "moving")
	rules, err := mapping.Parse("mapping.yaml", []byte(mappings[0]), migrate.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	for edit, moves := range map[string]bool{
		"SELECT 1": false,
		"UPDATE wp_posts SET post_content = 'Changed' WHERE post_name = 'other'":                            false, // the next run sees it
		"UPDATE wp_posts SET post_status = 'draft', post_content = 'Unsaid' WHERE post_name = 'other'":      true,
		"UPDATE wp_posts SET post_password = 'secret', post_content = 'Unsaid' WHERE post_name = 'other'":   true,
		"UPDATE wp_posts SET post_type = 'user_request', post_content = 'Unsaid' WHERE post_name = 'other'": true,
		"DELETE FROM wp_posts WHERE post_name = 'other'":                                                    true,
		"DELETE FROM wp_posts WHERE post_name = 'last'":                                                     true,
		"INSERT INTO wp_posts (ID, post_type, post_status) VALUES (9999, 'p', '')":                          true,
		"DELETE FROM wp_posts": true,
	} {
		for _, moment := range moments {
			m := &movingSite{socket: server.Socket, db: db, rules: rules, files: output.NewMemory()}
			m.fill(t)
			result, err := m.migrate(t, &edited{Source: m.open(t), moment: moment, edit: func() { m.exec(t, edit) }})
			m.check(t, edit+" once "+moment, moves, result, err)
		}
	}
}

// movingSite is a site in tables that no snapshot holds still.
type movingSite struct {
	socket string
	db     *sql.DB
	rules  *mapping.Mapping
	files  *output.Memory
}

func (m *movingSite) exec(t *testing.T, statements ...string) {
	t.Helper()
	for _, statement := range statements {
		if _, err := m.db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// fill makes the site, brings it over, and leaves one post to be removed and one to be written again.
func (m *movingSite) fill(t *testing.T) {
	t.Helper()
	m.exec(t, "DELETE FROM wp_posts",
		"INSERT INTO wp_posts (ID, post_content, post_title, post_status, post_password, post_name, post_type) VALUES (1, 'Text', 'One', 'publish', '', 'one', 'post'), "+
			"(2, 'Text', 'Gone', 'publish', '', 'gone', 'post'), (3, 'Text', 'Other', 'publish', '', 'other', 'post'), (4, 'Text', 'Last', 'draft', '', 'last', 'post')")
	if _, err := m.migrate(t, m.open(t)); err != nil {
		t.Fatal(err)
	}
	m.exec(t, "DELETE FROM wp_posts WHERE post_name = 'gone'", "UPDATE wp_posts SET post_title = 'New' WHERE ID IN (1, 3)")
}

func (m *movingSite) open(t *testing.T) migrate.Source {
	t.Helper()
	source, err := mysql.Open(t.Context(), mysql.Config{User: "root", Socket: m.socket, Database: "moving", Sums: true})
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func (m *movingSite) migrate(t *testing.T, source migrate.Source) (*report.Report, error) {
	t.Helper()
	defer source.Close()
	return migrateInto(m.files, source, m.rules)
}

// check holds a run during which the site moved, or did not, and the next one.
func (m *movingSite) check(t *testing.T, when string, moves bool, result *report.Report, err error) {
	t.Helper()
	if told := err != nil || strings.Contains(strings.Join(result.Noted, "\n"), "while they were read"); told != moves {
		t.Errorf("%s: the run says that posts moved: %t (%v)", when, told, err)
	}
	if err != nil && !strings.Contains(err.Error(), "changed while it was read") && !strings.Contains(err.Error(), "posts table of this site holds no posts") {
		t.Errorf("%s: %v", when, err)
	}
	if _, err := m.files.Lstat("post/gone.yaml"); errors.Is(err, fs.ErrNotExist) == moves {
		t.Errorf("%s: the record of a post that was deleted before is gone: %t", when, !moves)
	}
	for path, file := range contents(t, m.files) {
		if strings.Contains(file.content, "Unsaid") {
			t.Errorf("%s: %s holds what may not leave:\n%s", when, path, file.content)
		}
	}
	m.exec(t, "INSERT IGNORE INTO wp_posts (ID, post_content, post_title, post_status, post_password, post_name, post_type) VALUES (1, 'Text', 'One', 'publish', '', 'one', 'post')")
	if _, err := m.migrate(t, m.open(t)); err != nil {
		t.Fatal(err)
	}
	settled := m.files
	m.files = output.NewMemory()
	if _, err := m.migrate(t, m.open(t)); err != nil {
		t.Fatal(err)
	}
	compareTrees(t, contents(t, settled), contents(t, m.files))
}
