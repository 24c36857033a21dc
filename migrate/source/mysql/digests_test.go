package mysql

import (
	"testing"

	"wp2pub/migrate/source/sourcetest"
	"wp2pub/migrate/source/sourcetest/mariadb"
	"wp2pub/migrate/wordpress"
)

// Each edit changes the digests of the posts that it concerns, and no other.
func TestDigestsFollowEdits(t *testing.T) {
	long := "REPEAT('x', 5000)"
	config := database(t, "edits",
		"CREATE TABLE wp_options (option_id BIGINT PRIMARY KEY, option_name VARCHAR(64), option_value LONGTEXT)",
		"INSERT INTO wp_options VALUES (1, 'home', 'https://example.org')",
		"CREATE TABLE wp_posts (ID BIGINT UNSIGNED PRIMARY KEY, post_content LONGTEXT, post_title TEXT, post_status VARCHAR(20), post_password VARCHAR(20), post_type VARCHAR(20), post_modified_gmt DATETIME, menu_order INT, comment_count INT)",
		"INSERT INTO wp_posts VALUES (1, 'one', 'One', 'publish', '', 'post', '2020-01-01', 0, 0), (2, "+long+", 'Two', 'publish', '', 'post', '2020-01-01', 0, 0), (3, NULL, '', 'publish', '', 'page', '2020-01-01', 0, 0)",
		"CREATE TABLE wp_postmeta (meta_id INT PRIMARY KEY, post_id INT, meta_key VARCHAR(255), meta_value LONGTEXT, KEY (post_id))",
		"INSERT INTO wp_postmeta VALUES (1, 1, 'a', 'x'), (2, 1, 'b', 'y'), (3, 2, 'a', "+long+")",
		"CREATE TABLE wp_ai1ec_events (post_id BIGINT PRIMARY KEY, start INT, venue VARCHAR(255))",
		"INSERT INTO wp_ai1ec_events VALUES (3, 1000, 'Here')",
		"CREATE TABLE wp_em_events (event_id INT PRIMARY KEY, post_id BIGINT, event_name TEXT)", // no index by post
		"INSERT INTO wp_em_events VALUES (1, 2, 'Name')",
	)
	read := func() map[int64]wordpress.Digest {
		return sourcetest.Digests(t, open(t, config), func(wordpress.Head) bool { return true })
	}
	before := read()
	db := mariadb.Start(t)
	for _, test := range []struct {
		edit    string
		changed int64
	}{
		{"UPDATE wp_posts SET post_content = 'One' WHERE ID = 1", 1}, // post_modified_gmt stands still
		{"UPDATE wp_posts SET post_content = CONCAT(" + long + ", 'y') WHERE ID = 2", 2},
		{"UPDATE wp_posts SET post_content = SHA2(post_content, 256) WHERE ID = 2", 2},
		{"UPDATE wp_posts SET post_content = " + long + " WHERE ID = 2", 2},
		{"UPDATE wp_posts SET post_content = '' WHERE ID = 3", 3}, // it was NULL
		{"UPDATE wp_posts SET post_title = 'x', post_content = '' WHERE ID = 3", 3},
		{"UPDATE wp_posts SET post_title = '', post_content = 'x' WHERE ID = 3", 3},
		{"UPDATE wp_posts SET menu_order = 1 WHERE ID = 1", 1},
		{"UPDATE wp_posts SET comment_count = 9", 0},                             // no record says anything of comments
		{"UPDATE wp_posts SET post_modified_gmt = '1999-01-01' WHERE ID = 1", 1}, // the clock goes back
		{"UPDATE wp_posts SET post_password = 'secret' WHERE ID = 1", 1},
		{"UPDATE wp_postmeta SET meta_value = CASE meta_id WHEN 1 THEN 'y' ELSE 'x' END WHERE post_id = 1", 1}, // equal edits of two rows
		{"UPDATE wp_postmeta SET meta_key = CASE meta_id WHEN 1 THEN 'b' ELSE 'a' END WHERE post_id = 1", 1},
		{"UPDATE wp_postmeta SET meta_key = 'A' WHERE meta_id = 1", 1},
		{"DELETE FROM wp_postmeta WHERE meta_id = 2", 1},
		{"INSERT INTO wp_postmeta VALUES (9, 3, 'a', NULL)", 3},
		{"UPDATE wp_postmeta SET meta_value = '' WHERE meta_id = 9", 3},
		{"UPDATE wp_postmeta SET meta_value = CONCAT('y', meta_value) WHERE meta_id = 3", 2},
		{"INSERT INTO wp_postmeta VALUES (10, 1, 'c', 'z')", 1},
		{"DELETE FROM wp_postmeta WHERE meta_id = 3", 2},
		{"DELETE FROM wp_postmeta WHERE meta_id = 9", 3}, // it stood between those of another post
		{"UPDATE wp_ai1ec_events SET venue = 'There'", 3},
		{"DELETE FROM wp_ai1ec_events", 3},
		{"UPDATE wp_em_events SET event_name = 'Another'", 2},
		{"UPDATE wp_options SET option_value = 'https://example.net'", 0},
	} {
		db.Exec(t, "edits", test.edit)
		after := read()
		for id := range before {
			if changed := after[id] != before[id]; changed != (id == test.changed) {
				t.Errorf("%s: the digest of %d has changed: %t", test.edit, id, changed)
			}
		}
		before = after
	}
}
