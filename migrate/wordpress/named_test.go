package wordpress

import (
	"fmt"
	"testing"
)

// A post is found by its address or slug, as people copy them; one that may not leave never is.
func TestNamed(t *testing.T) {
	draft := published(5, "post", "secret")
	draft.Status = "draft"
	rows := []IndexRow{published(1, "post", "annual-report"), published(2, "page", "annual-report"), published(3, "page", "team"), published(4, "post", "%c3%bcber-uns"), draft}
	s := siteOf(map[string]string{"permalink_structure": "/%year%/%postname%/"}, rows, metaRow(3, "_wp_old_slug", "people"))
	for text, want := range map[string]string{
		"team": "[3]", " Team ": "[3]", "people": "[3]", "über-uns": "[4]", "annual-report": "[1 2]",
		"https://example.org/team/": "[3]", "http://www.example.org/team?utm=x": "[3]", "example.org/team": "[3]", "team/": "[3]",
		"https://example.org/?p=1": "[1]", "?p=4": "[4]",
		"secret": "[]", "?p=5": "[]", "https://example.com/team/": "[]", "example.com/team": "[]", "nothing": "[]", "": "[]", "/": "[]",
	} {
		ids := []int64{}
		for _, e := range s.Named(text) {
			ids = append(ids, e.ID)
		}
		if got := fmt.Sprint(ids); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
