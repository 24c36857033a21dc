package mysql

import (
	"fmt"
	"strings"
	"testing"

	"wp2pub/migrate/source/sourcetest"
	"wp2pub/migrate/source/sourcetest/mariadb"
	"wp2pub/migrate/wordpress"
)

// Old sites, and those that were converted in part, have tables and columns in several character sets.
func TestMixedCharacterSets(t *testing.T) {
	for _, sets := range [][2]string{{"latin1", "latin1"}, {"utf8mb3", "utf8mb3"}, {"latin1", "utf8mb4"}, {"utf8mb4", "latin1"}, {"latin1", "cp1257"},
		{"utf8mb4 COLLATE utf8mb4_unicode_520_ci", "utf8mb4 COLLATE utf8mb4_bin"}, {"ucs2", "latin1"}} {
		t.Run(strings.Join(sets[:], " and "), func(t *testing.T) { readCharacterSets(t, sets[0], sets[1]) })
	}
}

func readCharacterSets(t *testing.T, one, other string) {
	text := func(set string) string { return " LONGTEXT CHARACTER SET " + set }
	key := func(set string) string { return " VARCHAR(100) CHARACTER SET " + set }
	long := "REPEAT('ä', 1000)"
	config := database(t, "characters",
		"CREATE TABLE wp_options (option_id BIGINT PRIMARY KEY, option_name "+key(one)+", option_value "+text(other)+")",
		"INSERT INTO wp_options VALUES (1, 'home', 'https://example.org'), (2, 'blogname', 'Blümchen')",
		"CREATE TABLE wp_posts (ID BIGINT PRIMARY KEY, post_content "+text(one)+", post_title "+text(other)+", post_excerpt "+text(other)+", post_status "+key(other)+", post_password "+key(one)+", post_name "+key(one)+
			", guid "+key(other)+", post_type "+key(one)+", post_date DATETIME)",
		"INSERT INTO wp_posts VALUES (1, 'Größe', 'Süd', 'Ö', 'publish', '', 'größe', '', 'post', '2020-01-01'), (2, "+long+", 'Zwei', "+long+", 'publish', '', 'zwei', '', 'attachment', '2020-01-01')",
		"CREATE TABLE wp_postmeta (meta_id BIGINT PRIMARY KEY, post_id BIGINT, meta_key "+key(one)+", meta_value "+text(other)+", KEY (post_id), KEY (meta_key))",
		"INSERT INTO wp_postmeta VALUES (1, 1, 'größe', 'groß'), (2, 2, '_wp_attached_file', 'ä.jpg'), (3, 2, '_wp_attachment_image_alt', "+long+"), (4, 2, 'other', "+long+")",
		"CREATE TABLE wp_ai1ec_events (post_id BIGINT PRIMARY KEY, venue "+text(other)+", contact_name "+key(one)+")",
		"INSERT INTO wp_ai1ec_events VALUES (1, 'Köln', 'Jürgen')",
	)
	config.Sums = true
	digests := func() map[int64]wordpress.Digest {
		s := open(t, config)
		site := sourcetest.Site(t, s)
		if name, _ := site.Option("blogname"); name != "Blümchen" {
			t.Errorf("the name is %q", name)
		}
		if a, _ := site.View().Attachment(2); a == nil || !strings.HasPrefix(a.Alt, "ää") {
			t.Errorf("the alt text of the attachment is not there: %+v", a)
		}
		return sourcetest.Digests(t, s, all)
	}
	before := digests()
	s := open(t, config)
	posts := sourcetest.Posts(t, s, nil)
	if p := posts[0]; p.Content != "Größe" || p.Title != "Süd" || p.Name != "größe" || fmt.Sprint(p.Meta) != "[{größe groß}]" || p.Rows["ai1ec_events"][0]["venue"] != "Köln" {
		t.Errorf("post %+v", p)
	}
	for _, keys := range []wordpress.KeyPatterns{{"größe"}, {"gr*"}, {"größe", "日本", "日*"}} {
		var found []wordpress.MetaOf
		for of, err := range s.Meta(t.Context(), keys) {
			if err != nil {
				t.Fatalf("%q: %v", keys, err)
			}
			found = append(found, of)
		}
		if fmt.Sprint(found) != "[{1 [{größe groß}]}]" {
			t.Errorf("%q: found %v", keys, found)
		}
	}
	s.Close()
	for _, edit := range []string{"UPDATE wp_posts SET post_content = 'Grösse' WHERE ID = 1", "UPDATE wp_posts SET post_excerpt = 'O' WHERE ID = 1", "UPDATE wp_postmeta SET meta_value = 'gross' WHERE post_id = 1",
		"UPDATE wp_ai1ec_events SET venue = 'Koln'"} {
		mariadb.Start(t).Exec(t, "characters", edit)
		after := digests()
		if after[1] == before[1] || after[2] != before[2] || after[2] == (wordpress.Digest{}) {
			t.Errorf("%s: it is not seen, or another post changes", edit)
		}
		before = after
	}
}
