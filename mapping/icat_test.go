package mapping

import (
	"os"
	"testing"
)

// TestIcat reads the mapping of the example site, and sees both ways in which its publications exist, its events,
// pages and news.
func TestIcat(t *testing.T) {
	data, err := os.ReadFile("../testdata/icat/mapping.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Parse("mapping.yaml", data, openVocabulary())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ item, kind, target, value, origin string }{
		{"{post_type: post, within: {category: [icat-issue-papers, publications]}, acf: {ref_publisher: ILO & IOM, ref_year: 2012}}",
			"publication", "publishers", `["ILO", "IOM"]`, `acf.ref_publisher | split ", " " and " " & "`},
		{"{post_type: post, within: {category: [covid-19-resources]}, acf: {ref_year: 2012}}", "publication", "issued", "2012", "acf.ref_year"},
		{"{post_type: publication, acf: {date_published: 2002-05-20, ref_year: 2001}}", "publication", "issued", `"2002-05-20"`, "acf.date_published"},
		{"{post_type: publication, terms: {region: [{name: Балканы}], post_tag: [{name: Children}, {name: Europe}]}}", "publication",
			"regions", `["Балканы"]`, "terms.region.name"},
		{"{post_type: publication, terms: {post_tag: [{name: Children}, {name: Europe}]}}", "publication",
			"regions", `["Europe"]`, "terms.post_tag.name"},
		{"{post_type: publication, language: en, acf: {language: {value: fr, label: Français}}}", "publication", "language", `"fr"`, "acf.language.value"},
		{"{post_type: post, within: {category: [news]}, title: N}", "news", "title", `"N"`, "title"},
		{"{post_type: page, acf: {x: 1}}", "page", "fields", "{x: 1}", "acf"},
		{"{post_type: ai1ec_event, kind: event, event: {start: now}}", "event", "event", `{start: "now"}`, "event"},
	} {
		item := itemOf(t, c.item)
		item.value = append(item.value.(Object), itemOf(t, "{status: publish, class: content}").value.(Object)...)
		outcome, err := m.Apply(item)
		if err != nil || len(outcome.Drafts) != 1 || outcome.Drafts[0].Kind != c.kind {
			t.Errorf("%s: %+v, %v", c.item, outcome, err)
			continue
		}
		for _, a := range outcome.Drafts[0].Assignments {
			if a.Target == c.target && (written(a.Value) != c.value || a.Origin != c.origin) {
				t.Errorf("%s: %s is %s from %s", c.item, a.Target, written(a.Value), a.Origin)
			}
		}
	}
	if d := m.Decide(Head{PostType: "exactmetrics_note", Status: "publish", Class: Internal}); d.Reason != "notes of the statistics plugin" {
		t.Errorf("%+v", d)
	}
}
