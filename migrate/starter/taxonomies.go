package starter

import (
	"fmt"
	"slices"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
)

// terms finds the taxonomies that fill a target for posts of some types.
func (s *site) terms(target string, types []string) []source {
	var all []source
	for i := range s.Taxonomies {
		t := &s.Taxonomies[i]
		used := slices.ContainsFunc(t.PostTypes, func(of string) bool { return slices.Contains(types, of) })
		if !used || t.Uses == 0 || !s.selects(t.Taxonomy) {
			continue
		}
		for _, p := range placesOf(t) {
			if p.target == target && (p.only == "" || s.lists(p.only)) {
				name := mapping.Path{"terms", t.Taxonomy, "name"}.String()
				all = append(all, source{s.termsAs(p, name), p.note + having(t.Uses)})
			}
		}
	}
	return all
}

func having(uses int) string {
	if uses == 1 {
		return "1 post has one"
	}
	return fmt.Sprintf("%d posts have one", uses)
}

// placeOfTerms is a target that the terms of a taxonomy fill.
type placeOfTerms struct {
	target string
	only   string // a list that tells which of the terms
	note   string
}

// placesOf finds what the terms of a taxonomy say of a publication: by its name, or where most are countries. Of tags,
// those that are countries or regions say where, and all say what it is about.
func placesOf(t *survey.Taxonomy) []placeOfTerms {
	countries := share(t.Countries, t.Terms)
	switch {
	case t.Taxonomy == "category":
		return nil // they tell kinds of posts apart
	case t.Taxonomy == "post_tag":
		all := []placeOfTerms{{target: "subjects"}}
		if t.Countries >= 2 {
			all = append(all, placeOfTerms{"regions", "countries", fmt.Sprintf("%d of %d tags are countries or regions; ", t.Countries, t.Terms)})
		}
		return all
	case t.Countries >= 2 && countries >= half:
		return []placeOfTerms{{target: "regions"}}
	}
	best, strength := "", noMatch
	for _, target := range []string{"issued", "publishers", "authors", "language", "regions", "series", "subjects"} {
		if m := max(match(target, wordsOf(t.Taxonomy)), match(target, wordsOf(t.Label))); m > strength {
			best, strength = target, m
		}
	}
	switch {
	case best == "":
		return nil
	case strength < wholeMatch:
		return []placeOfTerms{{target: best, note: "a guess, by a part of its name; "}}
	}
	return []placeOfTerms{{target: best}}
}

// termsAs is how the mapping reads terms for a target.
func (s *site) termsAs(p placeOfTerms, name string) *node {
	switch {
	case p.target == "language" && s.calls("language"):
		return text(name + " | language")
	case p.target == "issued" && s.calls("date"):
		return text(name + " | date")
	case p.only != "":
		only := &node{flow: true}
		only.add("from", text(name))
		only.add("only", text(p.only))
		return only
	}
	return text(name)
}
