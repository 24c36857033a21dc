package wordpress

import (
	"maps"
	"slices"
	"strings"
)

// Taxonomy is what is known of a taxonomy, from WordPress itself, from a definition in the database, or from the
// table of known plugins' taxonomies. One of which nothing is known may still sort posts: its terms are kept.
type Taxonomy struct {
	Name         string // as in the column taxonomy
	Label        string // plural, for people: "Regions"
	Public       bool   // visitors see its terms; false for menus, themes, languages and the like
	Hierarchical bool   // terms have parents
	Origin       string // who registers it: "WordPress", "ACF", a plugin's name; empty: not known
	Base         string // what the path of a term's page begins with, below home: "category/"; empty: it has none
	Nested       bool   // that path names the term's ancestors, too
	QueryVar     string // of plain links: ?tag=slug; empty: ?taxonomy=post_tag&term=slug
	linked       bool   // terms have pages at addresses that are known, not guessed
}

// Taxonomy returns what is known of a taxonomy, seen or not.
func (s *Site) Taxonomy(name string) Taxonomy {
	if t, ok := s.taxonomies[name]; ok {
		return t
	}
	return knownTaxonomy(name, s.options, s.structure)
}

// Taxonomies returns the taxonomies that have terms or are defined in the database, by name.
func (s *Site) Taxonomies() []Taxonomy {
	all := make([]Taxonomy, 0, len(s.taxonomies))
	for _, name := range slices.Sorted(maps.Keys(s.taxonomies)) {
		all = append(all, s.taxonomies[name])
	}
	return all
}

// PostsWithin counts the published posts that have a term of a taxonomy or one below it, by term_taxonomy_id.
func (s *Site) PostsWithin(taxonomy string) map[int64]int {
	counts, last := map[int64]int{}, map[int64]int64{}
	for _, r := range s.relations { // by post
		t, e := s.terms[r.term], (*Entry)(nil)
		if t != nil && t.Taxonomy == taxonomy {
			e, _ = s.Entry(r.object)
		}
		if e == nil || !s.Published(e) {
			continue
		}
		for _, above := range s.lineage(t) {
			if last[above.TaxonomyID] != r.object {
				last[above.TaxonomyID] = r.object
				counts[above.TaxonomyID]++
			}
		}
	}
	return counts
}

// taxonomies decides what is known of each taxonomy that is stored as a definition or has terms.
func taxonomies(s *Site, definitions []definition, rules map[string]rule, w structure) map[string]Taxonomy {
	found := map[string]Taxonomy{}
	for _, d := range definitions {
		if _, taken := found[d.name]; taken || !d.active || isCoreTaxonomy(d.name) {
			continue
		}
		t := Taxonomy{Name: d.name, Label: d.label, Public: d.public, Hierarchical: d.hierarchical, Origin: d.origin,
			Nested: d.hierarchical && d.nested, QueryVar: d.queryVar, linked: d.public}
		if d.pretty {
			t.Base = w.base(d.slug, d.withFront)
		}
		found[d.name] = t
	}
	parents := map[string]bool{}
	for _, t := range s.terms {
		parents[t.Taxonomy] = parents[t.Taxonomy] || t.Parent != 0
	}
	for name, hierarchical := range parents {
		if _, known := found[name]; known {
			continue
		}
		t := knownTaxonomy(name, s.options, w)
		if t.Origin == "" {
			t.Hierarchical = hierarchical
		}
		if r, ok := rules[t.QueryVar]; ok && t.Public && r.base != "" && !strings.Contains(r.base, "%") {
			t.Base, t.Nested, t.linked = r.base, r.hierarchical, true
		}
		found[name] = t
	}
	return found
}

// knownTaxonomy is what WordPress and the table of plugins say of a taxonomy. The bases of categories and tags are
// options.
func knownTaxonomy(name string, options map[string]string, w structure) Taxonomy {
	for _, k := range knownTaxonomies {
		if k.name != name {
			continue
		}
		t := Taxonomy{Name: name, Label: k.label, Public: k.public, Hierarchical: k.hierarchical, Origin: k.origin}
		if !k.public {
			return t
		}
		t.QueryVar, t.linked = name, true
		switch name { // WordPress's own two have other names in links, and only its categories are nested
		case "category":
			t.QueryVar, t.Nested = "category_name", true
		case "post_tag":
			t.QueryVar = "tag"
		}
		slug, chosen := k.slug, options[k.option]
		if slug == "" {
			slug = name
		}
		if chosen != "" {
			t.Base = w.base(chosen, w.root != "")
		} else {
			t.Base = w.base(slug, true)
		}
		return t
	}
	return Taxonomy{Name: name, Label: name, Public: true, Base: w.base(name, true), QueryVar: name}
}

func isCoreTaxonomy(name string) bool {
	return slices.ContainsFunc(knownTaxonomies, func(k taxonomyOf) bool { return k.name == name && k.origin == "WordPress" })
}
