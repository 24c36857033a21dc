package sourcetest

import (
	"reflect"
	"testing"

	"wp2pub/migrate"
	"wp2pub/migrate/wordpress"
)

// PluginRows holds a source over the site of testdata/plugins.sql to what a post has of plugins' tables: the rows about
// the post in their order, and none about a term, a user or an archive, whatever their IDs.
func PluginRows(t *testing.T, source migrate.Source) {
	want := map[int64]map[string][]wordpress.Row{
		2: {
			"yoast_indexable": {
				{"id": "2", "object_id": "2", "object_type": "post", "object_sub_type": "post", "title": "of the post 2"},
				{"id": "8", "object_id": "2", "object_type": "post", "object_sub_type": "post", "title": "of the post 2, again", "is_robots_noindex": "0"},
			},
			"icl_translations": {{"translation_id": "2", "element_type": "post_post", "element_id": "2", "trid": "2", "language_code": "en"}},
			"aioseo_posts":     {{"id": "2", "post_id": "2", "robots_default": "0"}},
		},
		3: {
			"yoast_indexable":  {{"id": "4", "object_id": "3", "object_type": "post", "object_sub_type": "page", "title": "of the post 3", "is_robots_noindex": "1"}},
			"icl_translations": {{"translation_id": "3", "element_type": "post_page", "element_id": "3", "trid": "3", "language_code": "fr", "source_language_code": "en"}},
		},
		4: {
			"icl_translations": {{"translation_id": "4", "element_type": "post_page", "element_id": "4", "trid": "3", "language_code": "en"}},
			"aioseo_posts":     {{"id": "1", "post_id": "4", "title": "#post_title", "robots_default": "1"}},
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
}
