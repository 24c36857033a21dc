package sourcetest

import (
	"reflect"
	"slices"
	"testing"

	"wp2pub/migrate"
	"wp2pub/migrate/wordpress"
)

// PluginRows holds a source over the site of testdata/plugins.sql to what a post has of plugins' tables: the rows about
// the post in their order, and none about a term, a user or an archive, whatever their IDs; to the order
// of its authors; and to the languages of posts, which WPML keeps beside those of terms.
func PluginRows(t *testing.T, source migrate.Source) {
	want := map[int64]map[string][]wordpress.Row{
		2: {
			"yoast_indexable": {
				{"id": "2", "object_id": "2", "object_type": "post", "object_sub_type": "post", "title": "of the post 2"},
				{"id": "8", "object_id": "2", "object_type": "post", "object_sub_type": "post", "title": "of the post 2, again", "is_robots_noindex": "0"},
			},
			"aioseo_posts": {{"id": "2", "post_id": "2", "robots_default": "0"}},
		},
		3: {
			"yoast_indexable": {{"id": "4", "object_id": "3", "object_type": "post", "object_sub_type": "page", "title": "of the post 3", "is_robots_noindex": "1"}},
		},
		4: {
			"aioseo_posts": {{"id": "1", "post_id": "4", "title": "#post_title", "robots_default": "1"}},
		},
	}
	for _, p := range Posts(t, source, nil) {
		if !reflect.DeepEqual(p.Rows, want[p.ID]) {
			t.Errorf("post %d has the rows\n%v\ninstead of\n%v", p.ID, p.Rows, want[p.ID])
		}
		delete(want, p.ID)
	}
	if len(want) > 0 {
		t.Errorf("posts are missing: %v", want)
	}
	view := Site(t, source).View()
	for id, tag := range map[int64]string{2: "en", 3: "fr", 4: "en"} {
		if got := view.Language(id); got != (wordpress.Spoken{Tag: tag, From: "WPML"}) {
			t.Errorf("post %d is in %+v, want %s", id, got, tag)
		}
	}
	var authors []string
	for _, a := range view.Authors(2) {
		authors = append(authors, a.Name)
	}
	if want := []string{"Bela Z", "Anna Ö"}; !slices.Equal(authors, want) {
		t.Errorf("post 2 has the authors %q, want %q: the order is that of term_order", authors, want)
	}
	if got := view.Translations(3); len(got) != 1 || got[0].ID != 4 || got[0].Language != "en" {
		t.Errorf("the translations of post 3 are %+v", got)
	}
}
