package mapping

import (
	"strings"
	"testing"
)

func TestPath(t *testing.T) {
	values := map[string]string{"kind": "report", "slug": "annual-report", "issued": "2013-05", "event.start": "2013-05-14", "fields.year": "about 2012", "fields.day": "2012-01-02 10:00", "title": " "}
	for _, c := range []struct{ pattern, wanted string }{
		{"{kind}/{slug}", "report/annual-report"},
		{"library/{issued|year}/{issued | month}-{slug}", "library/2013/05-annual-report"},
		{"{issued}/{event.start|day}/{slug}", "2013-05/14/annual-report"},
		{"{issued|day}/{slug}", "undated/annual-report"},
		{"{fields.none}/{title}/{fields.none|year}/{slug}.x", "none/none/undated/annual-report.x"},
		{"{fields.year|year}/{fields.day|year}/{fields.day}", "undated/2012/2012-01-02 10:00"},
		{"{issued|event.start|day}/{title|slug}", "14/annual-report"},
		{"{fields.none|title|issued}/{slug}", "2013-05/annual-report"},
		{"{fields.none|issued|day}/{slug}", "undated/annual-report"},
		{"Отчёты/{slug}", "Отчёты/annual-report"},
	} {
		for _, text := range []string{
			"records: {report: {from: {post_type: page}, path: '" + c.pattern + "'}}",
			"path: '" + c.pattern + "'\nrecords: {report: {from: {post_type: page}}}",
			"path: x/{slug}\nrecords: {report: {from: {post_type: page}, path: '" + c.pattern + "'}}",
			"path: '" + c.pattern + "'", // of the built-in kinds
		} {
			names := applied(t, text, "kind: page").Drafts[0].Path.Fill(func(name string) string { return values[name] })
			if given := strings.Join(names, "/"); given != c.wanted {
				t.Errorf("%s gives %s, wanted %s", text, given, c.wanted)
			}
		}
	}
	if names := applied(t, "records: {report: {from: {post_type: page}}}", "").Drafts[0].Path.Fill(nil); names != nil {
		t.Errorf("without a path there is %q", names)
	}
}
