package migrate_test

import (
	"context"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wp2pub/migrate"
	"wp2pub/migrate/source/mysql"
	"wp2pub/migrate/source/sourcetest/mariadb"
)

func TestMain(m *testing.M) { os.Exit(mariadb.Main(m)) }

// liveTables are blogTables as a server keeps them.
var liveTables = []string{
	"CREATE TABLE wp_posts (ID BIGINT UNSIGNED PRIMARY KEY, post_author BIGINT, post_date DATETIME, post_date_gmt DATETIME, post_content LONGTEXT, post_title TEXT, post_excerpt TEXT, " +
		"post_status VARCHAR(20), post_password VARCHAR(255), post_name VARCHAR(200), post_modified DATETIME, post_modified_gmt DATETIME, post_parent BIGINT, guid VARCHAR(255), " +
		"menu_order INT, post_type VARCHAR(20), post_mime_type VARCHAR(100))",
	"CREATE TABLE wp_postmeta (meta_id BIGINT PRIMARY KEY, post_id BIGINT, meta_key VARCHAR(255), meta_value LONGTEXT, KEY (post_id), KEY (meta_key(191)))",
	"CREATE TABLE wp_options (option_id BIGINT PRIMARY KEY, option_name VARCHAR(191), option_value LONGTEXT)",
	"CREATE TABLE wp_users (ID BIGINT PRIMARY KEY, user_login VARCHAR(60), user_nicename VARCHAR(50), user_email VARCHAR(100), display_name VARCHAR(250))",
	"CREATE TABLE wp_terms (term_id BIGINT PRIMARY KEY, name VARCHAR(200), slug VARCHAR(200))",
	"CREATE TABLE wp_term_taxonomy (term_taxonomy_id BIGINT PRIMARY KEY, term_id BIGINT, taxonomy VARCHAR(32), description LONGTEXT, parent BIGINT)",
	"CREATE TABLE wp_term_relationships (object_id BIGINT, term_taxonomy_id BIGINT, PRIMARY KEY (object_id, term_taxonomy_id))",
	"CREATE TABLE wp_yoast_indexable (id BIGINT PRIMARY KEY, object_id BIGINT, object_type VARCHAR(32), title TEXT, description TEXT, is_robots_noindex VARCHAR(1))",
	"CREATE TABLE wp_ai1ec_events (post_id BIGINT PRIMARY KEY, start INT, end INT, timezone_name VARCHAR(50), allday TINYINT, venue VARCHAR(255))",
}

// TestResyncOfALiveSite is TestResyncEqualsFreshRun over a server.
func TestResyncOfALiveSite(t *testing.T) {
	server := mariadb.Start(t)
	server.Exec(t, "", "CREATE DATABASE histories CHARACTER SET utf8mb4")
	server.Exec(t, "histories", liveTables...)
	db := server.DB(t, "histories")
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("SET sql_mode = ''"); err != nil { // WordPress writes dates of zeros
		t.Fatal(err)
	}
	stored := newBlog()
	open := func(t *rapid.T, site *blog) migrate.Source {
		for _, table := range slices.Sorted(maps.Keys(site.tables)) {
			if maps.EqualFunc(site.tables[table].byKey, stored.tables[table].byKey, slices.Equal) {
				continue
			}
			for _, statement := range append([]string{"DELETE FROM wp_" + table}, site.inserts(table)...) {
				if _, err := db.Exec(statement); err != nil {
					t.Fatalf("%s: %v", strings.SplitN(statement, "\n", 2)[0], err)
				}
			}
		}
		stored = site.clone()
		source, err := mysql.Open(context.Background(), mysql.Config{User: "root", Socket: server.Socket, Database: "histories", Sums: true})
		if err != nil {
			t.Fatal(err)
		}
		return source
	}
	checkHistories(t, open)
}
