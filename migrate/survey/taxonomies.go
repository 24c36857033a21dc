package survey

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// taxonomy is a taxonomy as it is counted.
type taxonomy struct {
	Taxonomy
	types map[string]bool         // whose posts have its terms
	posts map[*wordpress.Term]int // public posts of each term
}

// countTerms counts every term.
func (c *Collector) countTerms() {
	for _, t := range c.site.Taxonomies() {
		c.taxonomies[t.Name] = &taxonomy{Taxonomy: Taxonomy{Taxonomy: t.Name, Label: t.Label, Origin: t.Origin, Public: t.Public},
			types: map[string]bool{}, posts: map[*wordpress.Term]int{}}
	}
	if t := c.taxonomies["author"]; t != nil && strings.Contains(t.Origin, "Co-Authors Plus") { // or one of the site's own
		t.Origin = c.site.AuthorPlugin("author")
	}
	view := c.site.View()
	for _, term := range c.site.Terms() {
		t := c.taxonomies[term.Taxonomy]
		t.Terms++
		t.Depth = max(t.Depth, len(view.Lineage(term)))
		if isCountry(term.PublicName()) {
			t.Countries++
		}
	}
}

// listTaxonomies returns those that visitors see first, and there the most used.
func (c *Collector) listTaxonomies() []Taxonomy {
	list := []Taxonomy{}
	for _, t := range c.taxonomies {
		sum := t.Taxonomy
		sum.PostTypes = append([]string{}, slices.Sorted(maps.Keys(t.types))...)
		sum.Samples = t.samples()
		list = append(list, sum)
	}
	slices.SortFunc(list, func(a, b Taxonomy) int {
		return cmp.Or(one(b.Public)-one(a.Public), cmp.Compare(b.Uses, a.Uses), strings.Compare(a.Taxonomy, b.Taxonomy))
	})
	return list
}

// samples are the names of the terms most used. The terms of a taxonomy that visitors do not see may be anything: those
// of plugins for authors are logins.
func (t *taxonomy) samples() []string {
	samples := []string{}
	if !t.Public {
		return samples
	}
	used := slices.SortedFunc(maps.Keys(t.posts), func(a, b *wordpress.Term) int {
		return cmp.Or(cmp.Compare(t.posts[b], t.posts[a]), strings.Compare(a.Name, b.Name), cmp.Compare(a.TaxonomyID, b.TaxonomyID))
	})
	for _, term := range used[:min(mostSamples, len(used))] {
		samples = append(samples, sampleOf(term.PublicName()))
	}
	return samples
}
