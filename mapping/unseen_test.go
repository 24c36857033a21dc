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
		{"authors: {each: acf.author, object: {name: this.name, x: this.affiliation}}", `5:23 "acf.authors"`, ""},
		{"authors: {each: acf.redakteure, object: {name: this.name, x: this.affiliation}}", "", "acf.redakteure"},
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
	if got := fmt.Sprint(m.Unseen(), err); got != "[post_type: report post_type: publications terms.topic] <nil>" {
		t.Error(got)
	}
	_, err = Parse("m.yaml", []byte("records: {a: {from: {post_type: publications, where: {categori: x, regions: y}}}}"), siteVocabulary())
	want := `m.yaml:1:33: unknown post type "publications": did you mean "publication"? Expected one of post, page, publication, attachment, ai1ec_event, exactmetrics_note
m.yaml:1:55: unknown taxonomy "categori": did you mean "category"? Expected one of category, region, post_tag
m.yaml:1:68: unknown taxonomy "regions": did you mean "region"? Expected one of category, region, post_tag`
	if fmt.Sprint(err) != want {
		t.Error(err)
	}
}

// TestUnseenValues holds what conditions ask for against the terms and posts of the site.
func TestUnseenValues(t *testing.T) {
	for _, c := range []struct{ conditions, mistakes, unseen string }{
		{"where: {category: news}", "", ""},
		{"where: {category: News}", "", ""},
		{"where: {category: new-year}", "", "category: new-year"},
		{"where: {category: [publication, news]}", `3:48 "publications", of 32 posts`, ""},
		{"where: {category: [publication, publications]}", "", "category: publication"},
		{"where: {category: reports-2024}", "", "category: reports-2024"},
		{"where: {category: Policy Papers}", `3:47 "brief-papers", of 1 post`, ""},
		{"where: {category: archived}", "", "category: archived"},
		{"where: {category: {exists: true}}", "", ""},
		{"not: {within.category: publication}", `3:52 "publications", of 32 posts`, ""},
		{"where: {region: nowhere}", "", ""},
		{"where: {meta.lang: xx}", "", ""},
		{"where: {slug: imprnt}", `3:43 "imprint"`, ""},
		{"where: {slug: secrt-plans}", "", "slug: secrt-plans"},
		{"where: {slug: secret-plans}", "", ""},
		{"where: {id: [12, 13]}", "", "id: 13"},
	} {
		m, err := Parse("m.yaml", []byte("records:\n  page:\n    from: {post_type: page, "+c.conditions+"}\n"), valuesVocabulary())
		var mistakes, unseen []string
		if err != nil {
			for _, e := range err.(Errors) {
				mistakes = append(mistakes, fmt.Sprintf("%d:%d %s", e.Line, e.Column, e.Near))
			}
		}
		if m != nil {
			for _, u := range m.Unseen() {
				unseen = append(unseen, u.String())
			}
		}
		if strings.Join(mistakes, "; ") != c.mistakes || strings.Join(unseen, "; ") != c.unseen {
			t.Errorf("%s: mistakes %q, unseen %q; wanted %q, %q", c.conditions, mistakes, unseen, c.mistakes, c.unseen)
		}
	}
}

// TestUnseenValueTypes holds slugs against the posts of the entry's types, wherever the types stand.
func TestUnseenValueTypes(t *testing.T) {
	v := valuesVocabulary()
	var asked []string
	v.Values = func(name Path, types []string) ([]Known, bool) {
		asked = append(asked, fmt.Sprint(name, types))
		return []Known{{Text: "a"}}, true
	}
	_, err := Parse("m.yaml", []byte(`
records:
  a: {from: [{where: {slug: a}, post_type: [page, post]}, {post_type: public, where: {slug: a}}]}
exclude: [{not: {slug: a}}, {post_type: [page, post], where: {slug: a}}]
`), v)
	if got := fmt.Sprint(asked, err); got != "[slug [] slug [page post]] <nil>" {
		t.Error(got)
	}
}
