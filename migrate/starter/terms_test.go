package starter

import (
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
)

func TestNamedTerm(t *testing.T) {
	s := newSite(&survey.Survey{Taxonomies: []survey.Taxonomy{{Taxonomy: "post_tag"}, {Taxonomy: "theme"}, {Taxonomy: "rubrique"}}}, mapping.Vocabulary{})
	for _, c := range []struct {
		taxonomy, name string
		files, of      int
		want           bool
	}{
		{"category", "Études et rapports", 10, 20, true},
		{"category", "Études et rapports", 1, 20, false},
		{"category", "Études de marché", 18, 20, true},
		{"category", "Études de marché", 6, 20, false}, // a part of the name: more must be seen
		{"rubrique", "Ressources et climat", 18, 20, true},
		{"theme", "Ressources et climat", 20, 20, false}, // what posts are about
		{"theme", "Rapports", 20, 20, true},
		{"post_tag", "ressource et climat", 3, 3, false},
		{"post_tag", "Publications", 20, 20, true},
		{"post_tag", "Publications", 8, 20, false},
		{"category", "Actualités", 20, 20, false},
	} {
		u := &survey.TermUse{Taxonomy: c.taxonomy, Slug: "x", Path: []string{c.name}, Signals: survey.Signals{Posts: c.of, Files: c.files}}
		if got := s.namedTerm(nil, u) != ""; got != c.want {
			t.Errorf("%s %q, %d of %d with a document: %v", c.taxonomy, c.name, c.files, c.of, got)
		}
	}
}
