package mysql

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate/source/sourcetest"
	"wp2pub/migrate/source/sourcetest/mariadb"
	"wp2pub/migrate/wordpress"
)

// database makes a database anew with these statements.
func database(t *testing.T, name string, statements ...string) Config {
	t.Helper()
	server := mariadb.Start(t)
	server.Exec(t, "", "DROP DATABASE IF EXISTS "+name, "CREATE DATABASE "+name+" CHARACTER SET utf8mb4")
	server.Exec(t, name, statements...)
	return Config{User: "root", Socket: server.Socket, Database: name}
}

// The tables of a WordPress of long ago, with less than today's columns.
var oldTables = []string{
	"CREATE TABLE old_options (option_id BIGINT, blog_id INT, option_name VARCHAR(64), option_value LONGTEXT, PRIMARY KEY (option_id, blog_id, option_name))",
	"INSERT INTO old_options VALUES (1, 0, 'home', 'https://old.example.org'), (2, 0, '_transient_x', '1')",
	"CREATE TABLE old_posts (ID BIGINT UNSIGNED PRIMARY KEY, post_date DATETIME, post_content LONGTEXT, post_title TEXT, post_status VARCHAR(20), post_name VARCHAR(200))",
	"INSERT INTO old_posts VALUES (7, '2004-02-01 10:00:00', 'Text', NULL, 'publish', 'seven')",
	"CREATE TABLE old_postmeta (meta_id INT PRIMARY KEY, post_id INT, meta_key VARCHAR(255), meta_value LONGTEXT, KEY (post_id))",
	"INSERT INTO old_postmeta VALUES (2, 7, 'b', '2'), (1, 7, 'a', NULL), (3, 7, NULL, '3'), (4, 99, 'orphan', '')",
}

func TestOldWordPress(t *testing.T) {
	s := open(t, database(t, "old", oldTables...))
	site := sourcetest.Site(t, s)
	if home, _ := site.Option("home"); home != "https://old.example.org" {
		t.Errorf("home is %q", home)
	}
	posts := sourcetest.Posts(t, s, nil)
	if len(posts) != 1 {
		t.Fatalf("%d posts", len(posts))
	}
	p := posts[0]
	if p.ID != 7 || p.Date != "2004-02-01 10:00:00" || p.Content != "Text" || p.Title != "" || p.Type != "" || p.Protected {
		t.Errorf("post %+v", p)
	}
	if fmt.Sprint(p.Meta) != "[{a } {b 2} { 3}]" {
		t.Errorf("meta %v", p.Meta)
	}
}

func TestMultisite(t *testing.T) {
	var statements []string
	for i, prefix := range []string{"net_", "net_2_"} {
		for _, s := range oldTables {
			statements = append(statements, strings.ReplaceAll(strings.ReplaceAll(s, "old_", prefix), "seven", fmt.Sprint("site", i)))
		}
	}
	statements = append(statements, "CREATE TABLE net_users (ID INT PRIMARY KEY, user_login VARCHAR(60), display_name VARCHAR(250))", "INSERT INTO net_users VALUES (1, 'anna', 'Anna')")
	config := database(t, "net", statements...)
	for _, test := range []struct {
		prefix string
		blog   int
		slug   string
		warns  bool
	}{{"", 0, "site0", true}, {"", 1, "site0", true}, {"", 2, "site1", false}, {"net_2_", 0, "site1", false}} {
		config.Prefix, config.Blog = test.prefix, test.blog
		s := open(t, config)
		site := sourcetest.Site(t, s)
		if slug := sourcetest.Posts(t, s, nil)[0].Name; slug != test.slug {
			t.Errorf("prefix %q, blog %d: read %s", test.prefix, test.blog, slug)
		}
		if warned := len(site.Warnings) > 0; warned != test.warns {
			t.Errorf("prefix %q, blog %d: warnings %q", test.prefix, test.blog, site.Warnings)
		}
		if u, ok := site.View().User(1); !ok || u.DisplayName != "Anna" {
			t.Errorf("prefix %q, blog %d: the user is %v", test.prefix, test.blog, u)
		}
	}
	config.Prefix, config.Blog = "", 3
	if _, err := Open(t.Context(), config); err == nil || !strings.Contains(err.Error(), "net_, net_2_") {
		t.Errorf("a site that is not there: %v", err)
	}
}

// Which tables hold rows, and which are missing, is known of those that this user may read.
func TestTablesThatAreThere(t *testing.T) {
	config := database(t, "paid", append(slices.Clone(oldTables),
		`INSERT INTO old_options VALUES (3, 0, 'active_plugins', 'a:1:{i:0;s:45:"paid-memberships-pro/paid-memberships-pro.php";}')`,
		"CREATE TABLE old_pmpro_memberships_categories (membership_id INT, category_id INT)",
		"CREATE TABLE old_pmpro_memberships_pages (membership_id INT, page_id INT)",
		"INSERT INTO old_pmpro_memberships_pages VALUES (1, 7)",
		"CREATE OR REPLACE USER limited@localhost", "GRANT SELECT ON old_options TO limited@localhost", "GRANT SELECT ON old_posts TO limited@localhost", "GRANT SELECT ON old_postmeta TO limited@localhost")...)
	check := func(config Config, filled, missing string) {
		t.Run(config.User, func(t *testing.T) {
			site := sourcetest.Site(t, open(t, config))
			if got := strings.Join(site.Filled(), " "); got != filled {
				t.Errorf("with rows: %s, want %s", got, filled)
			}
			if got := strings.Join(site.MissingRules(), ", "); got != missing {
				t.Errorf("missing: %s, want %s", got, missing)
			}
		})
	}
	check(config, "options pmpro_memberships_pages postmeta", "")
	limited := config
	limited.User = "limited"
	check(limited, "options postmeta", "pmpro_memberships_pages (Paid Memberships Pro), pmpro_memberships_categories (Paid Memberships Pro)")
	mariadb.Start(t).Exec(t, "paid", "DELETE FROM old_pmpro_memberships_pages", "DELETE FROM old_postmeta")
	check(config, "options", "")
	mariadb.Start(t).Exec(t, "paid", "DROP TABLE old_pmpro_memberships_pages")
	check(config, "options", "pmpro_memberships_pages (Paid Memberships Pro)")
}

// A table that was imported without its keys is read all the same.
func TestLostKeys(t *testing.T) {
	server := mariadb.Start(t)
	server.Load(t, "keyless", icatDump)
	server.Exec(t, "keyless",
		"ALTER TABLE wp_posts MODIFY ID BIGINT, DROP PRIMARY KEY", "ALTER TABLE wp_postmeta MODIFY meta_id BIGINT, DROP PRIMARY KEY, DROP KEY post_id",
		"ALTER TABLE wp_options MODIFY option_id BIGINT, DROP PRIMARY KEY", "ALTER TABLE wp_ai1ec_events DROP PRIMARY KEY",
		"INSERT INTO wp_posts SELECT * FROM wp_posts WHERE ID = 116")
	_, config := icat(t)
	want := open(t, config)
	config.Database = "keyless"
	got := open(t, config)
	if a, b := sourcetest.Heads(t, got), sourcetest.Heads(t, want); !slices.Equal(a, b) {
		t.Errorf("%d heads instead of %d", len(a), len(b))
	}
	same(t, sourcetest.Posts(t, got, nil), sourcetest.Posts(t, want, nil))
	site := sourcetest.Site(t, got)
	if len(site.Entries()) != 320 || len(site.Warnings) != 1 || !strings.Contains(site.Warnings[0], "wp_posts has 1 rows whose ID") {
		t.Errorf("%d entries, warnings %q", len(site.Entries()), site.Warnings)
	}
}

// Text arrives as UTF-8 whatever the tables hold, and cut or odd bytes harm nothing.
func TestCharacterSets(t *testing.T) {
	config := database(t, "sets", append(slices.Clone(oldTables),
		"ALTER TABLE old_posts MODIFY post_content LONGTEXT CHARACTER SET latin1, MODIFY post_title TEXT CHARACTER SET utf16",
		"INSERT INTO old_posts VALUES (8, NULL, 'Übersicht – “Größe”', '日本 🎉', 'publish', 'a\\0b')")...)
	p := sourcetest.Posts(t, open(t, config), nil)[1]
	if p.Content != "Übersicht – “Größe”" || p.Title != "日本 🎉" || p.Name != "a\x00b" || p.Date != "" {
		t.Errorf("post %+v", p)
	}
}

// However heavy the posts are, all come, and memory holds a few of them at a time.
func TestHeavyPosts(t *testing.T) {
	config := database(t, "heavy", append(slices.Clone(oldTables),
		"INSERT INTO old_posts SELECT seq, NULL, REPEAT('x', IF(seq % 10 = 0, 3000000, 100)), '', 'publish', '' FROM seq_100_to_299",
		"INSERT INTO old_postmeta SELECT seq, seq DIV 10, 'k', REPEAT('y', IF(seq DIV 100 % 10 = 5, 200000, 10)) FROM seq_1000_to_2999")...)
	s := open(t, config)
	ids := []int64{7}
	for id := int64(100); id < 300; id++ {
		ids = append(ids, id)
	}
	for len(ids) > 0 {
		posts, read, err := s.readBatch(t.Context(), ids)
		if err != nil || read != len(posts) || read == 0 {
			t.Fatalf("%d posts of %d IDs, %v", len(posts), read, err)
		}
		total := 0
		for i, p := range posts {
			checkHeavy(t, p, ids[i])
			total += p.Bytes()
		}
		if heaviest := 3_000_000 + 10*200_000; total > 2*mostWeight+heaviest {
			t.Errorf("a batch of %d posts weighs %d bytes", read, total)
		}
		ids = ids[read:]
	}
}

func checkHeavy(t *testing.T, p *wordpress.Post, id int64) {
	t.Helper()
	weight, meta := 100, 10
	if id%10 == 0 {
		weight = 3_000_000
	}
	if id/10%10 == 5 {
		meta = 200_000
	}
	if p.ID != id || id > 7 && (len(p.Content) != weight || len(p.Meta) != 10 || len(p.Meta[9].Value) != meta) {
		t.Fatalf("post %d instead of %d: %d bytes, %d meta", p.ID, id, len(p.Content), len(p.Meta))
	}
}

// Pages of more rows than one fit together.
func TestManyRows(t *testing.T) {
	rows := 2*pageRows + 1
	config := database(t, "many", append(slices.Clone(oldTables),
		fmt.Sprintf("INSERT INTO old_posts SELECT 2 * seq, NULL, seq, '', 'publish', '' FROM seq_100_to_%d", 99+rows),
		fmt.Sprintf("INSERT INTO old_options SELECT seq, 0, CONCAT('o', seq), seq FROM seq_100_to_%d", 99+rows))...)
	s := open(t, config)
	heads := sourcetest.Heads(t, s)
	if len(heads) != rows+1 || heads[rows].ID != int64(2*(99+rows)) {
		t.Errorf("%d heads", len(heads))
	}
	site := sourcetest.Site(t, s)
	if len(site.Entries()) != rows+1 {
		t.Errorf("%d entries", len(site.Entries()))
	}
	if v, _ := site.Option(fmt.Sprint("o", 99+rows)); v != fmt.Sprint(99+rows) {
		t.Errorf("the last option is %q", v)
	}
}
