package wordpress

import "testing"

// The slug that a site's owner chose in a plugin's settings goes before the plugin's own, and the rewrite rules that
// the site stored before both.
func TestChosenSlugs(t *testing.T) {
	settings := map[string]string{
		"permalink_structure":           "/blog/%postname%/",
		"tribe_events_calendar_options": php(Object{{"eventsSlug", "agenda"}, {"singleEventSlug", "rendez-vous"}}),
		"woocommerce_permalinks":        php(Object{{"product_base", "/boutique/%product_cat%"}}),
		"learndash_settings_permalinks": php(Object{{"courses", "kurse"}, {"lessons", ""}}),
		"_bbp_root_slug":                "community", "_bbp_topic_slug": "thema",
		"dbem_cp_events_slug": "termine/",
		"rewrite_rules":       php(Object{{"training/([^/]+)(?:/([0-9]+))?/?$", "index.php?sfwd-courses=$matches[1]&page=$matches[2]"}}),
	}
	book := func(b *Builder) {
		b.Term(Term{ID: 7, TaxonomyID: 7, Taxonomy: "product_cat", Slug: "livres"})
		b.Relation(2, 7)
	}
	rows := []IndexRow{published(1, "tribe_events", "a"), published(2, "product", "b"), published(3, "sfwd-courses", "c"), published(4, "sfwd-lessons", "d"),
		published(5, "topic", "e"), published(6, "forum", "f"), published(7, "event", "g"), published(8, "job_listing", "h")}
	s := siteOf(settings, rows, book)
	for id, want := range map[int64]string{1: "rendez-vous/a", 2: "boutique/livres/b", 3: "training/c", 4: "lessons/d", 5: "community/thema/e",
		6: "community/forum/f", 7: "termine/g", 8: "job/h"} {
		if got := permalinkOf(t, s, id); got != "https://example.org/"+want+"/" {
			t.Errorf("%d: got %s, want %s", id, got, want)
		}
	}
	s = siteOf(map[string]string{"permalink_structure": "/%postname%/", "_bbp_include_root": "0"}, []IndexRow{published(5, "topic", "e")})
	if got := permalinkOf(t, s, 5); got != "https://example.org/topic/e/" {
		t.Errorf("without the root: %s", got)
	}
}
