package record

import (
	"slices"
	"testing"
)

func TestFilledNamesWhatHasAValue(t *testing.T) {
	r := &Record{ID: "example.org:1", Kind: "report", Status: "published", Downloads: []Download{{URL: "https://example.org/a.pdf"}},
		Fields: Object{{Name: "pages", Value: int64(0)}, {Name: "lead", Value: false}}, Series: Series{Title: "Papers"}}
	got := r.Filled()
	for _, want := range []string{"id", "downloads", "fields", "fields.pages", "fields.lead", "series.title"} {
		if !slices.Contains(got, want) {
			t.Errorf("Filled() = %q lacks %q", got, want)
		}
	}
	for _, not := range []string{"title", "downloads.url", "body"} {
		if slices.Contains(got, not) {
			t.Errorf("Filled() = %q holds %q", got, not)
		}
	}
	for target, want := range map[string]bool{"downloads": true, "fields.pages": true, "fields.year": false, "title": false, "series.number": false} {
		if r.Has(target) != want {
			t.Errorf("Has(%q) = %v", target, !want)
		}
	}
}
