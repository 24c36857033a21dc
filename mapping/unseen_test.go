package mapping

import (
	"fmt"
	"strings"
	"testing"
)

// TestUnseen holds names that the site does not have against those that it has: what is near and named nowhere else is
// a mistake, the rest is listed.
func TestUnseen(t *testing.T) {
	for _, c := range []struct{ fields, mistakes, unseen string }{
		{"fields.x: acf.publisher", "", ""},
		{"fields.x: acf.pubisher", `5:17 "acf.publisher", filled in 28 of 30 posts`, ""},
		{"fields.x: {first: [acf.pubisher, acf.publisher]}", "", "acf.pubisher"},
		{"fields.x: {first: [acf.éditeur, acf.éditeur]}", "", "acf.éditeur"},
		{"fields.x: acf.pdf.url", "", ""},
		{"fields.x: acf.authors.nom", "", "acf.authors.nom"},
		{"fields.x: acf.authors.afiliation", `5:17 "acf.authors.affiliation"`, ""},
		{"fields.x: acf.auhors.name", `5:17 "acf.authors.name"`, ""},
		{"authors: {each: acf.authors, object: {name: this.name, affiliation: this.afiliation}}", `5:75 "this.affiliation"`, ""},
		{"fields.x: {value: 1, when: 'acf.featurd'}", `5:34 "acf.featured"`, ""},
		{"fields.x: acf.page", "", "acf.page"},
		{"fields.x: meta.anything", "", ""},
		{"fields.x: terms.categories", "", "terms.categories"},
		{"fields.x: terms.catgory", `5:17 "terms.category"`, ""},
		{"fields.x: within.anything", "", ""},
		{"fields.x: {first: [terms.catgory, terms.category]}", "", "terms.catgory"},
		{"fields.*: acf.*", "", ""},
	} {
		m, err := Parse("m.yaml", []byte("records:\n  page:\n    from: {post_type: page}\n    fields:\n      "+c.fields+"\n"), siteVocabulary())
		var mistakes []string
		if err != nil {
			for _, e := range err.(Errors) {
				mistakes = append(mistakes, fmt.Sprintf("%d:%d %s", e.Line, e.Column, e.Near))
			}
		}
		unseen := ""
		if m != nil {
			for _, u := range m.Unseen() {
				unseen += u.Path.String()
				if u.Place != "m.yaml:5" {
					t.Errorf("%s stands at %s", u.Path, u.Place)
				}
			}
		}
		if strings.Join(mistakes, "; ") != c.mistakes || unseen != c.unseen {
			t.Errorf("%s: mistakes %q, unseen %q; wanted %q, %q", c.fields, mistakes, unseen, c.mistakes, c.unseen)
		}
	}
}

func TestUnseenEntries(t *testing.T) {
	m, err := Parse("m.yaml", []byte(`
records:
  a: {from: [{post_type: report}, {post_type: publications}, {post_type: publication, where: {topic: x, region: y}}]}
`), siteVocabulary())
	if got := fmt.Sprint(m.Unseen(), err); got != "[{post_type.report m.yaml:3} {post_type.publications m.yaml:3} {terms.topic m.yaml:3}] <nil>" {
		t.Error(got)
	}
	_, err = Parse("m.yaml", []byte("records: {a: {from: {post_type: publications, where: {categori: x, regions: y}}}}"), siteVocabulary())
	want := `m.yaml:1:33: unknown post type "publications"; expected one of post, page, publication, attachment, ai1ec_event, exactmetrics_note; did you mean "publication"?
m.yaml:1:55: unknown taxonomy "categori"; expected one of category, region, post_tag; did you mean "category"?
m.yaml:1:68: unknown taxonomy "regions"; expected one of category, region, post_tag; did you mean "region"?`
	if fmt.Sprint(err) != want {
		t.Error(err)
	}
}
