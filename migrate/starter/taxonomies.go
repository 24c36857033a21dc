package starter

import (
	"fmt"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/locale"
	"wp2pub/migrate/survey"
)

// terms finds the taxonomies that fill a target for posts of a crowd.
func (s *site) terms(target string, posts crowd) []source {
	var all []source
	for i := range s.Taxonomies {
		t := &s.Taxonomies[i]
		note := s.used(t, posts)
		if note == "" || !s.selects(t.Taxonomy) {
			continue
		}
		name := mapping.Path{"terms", t.Taxonomy, "name"}.String()
		if t.Taxonomy == "post_tag" && target == "regions" {
			if found := s.tagsOfRegions(posts); len(found) > 1 && s.lists(regionsList) {
				all = append(all, source{regionsOf("only", name), "tags that are countries or regions: " + examples(found), true})
			}
			continue
		}
		if means, guess := meaningOf(t); means == target {
			all = append(all, source{s.termsAs(target, name), guess + note, false})
		}
	}
	return all
}

// regionsList is the list of the mapping language that has the countries and the regions of the world.
const regionsList = "regions"

// regionsOf is how the mapping reads what is, or is not, in that list.
func regionsOf(word, name string) *node {
	n := &node{flow: true}
	n.add("from", text(name))
	n.add(word, text(regionsList))
	return n
}

// lists reports whether a mapping may refer to a list.
func (s *site) lists(name string) bool { return s.vocabulary.Lists[name] != nil }

// withoutRegions takes the tags that are places out of the subjects, where tags alone say of which regions posts are: then nothing is
// lost.
func (s *site) withoutRegions(fills []fill) []fill {
	tags := mapping.Path{"terms", "post_tag", "name"}.String()
	if !slices.ContainsFunc(fills, func(f fill) bool { return f.target == "regions" && len(f.sources) == 1 && f.sources[0].spare }) {
		return fills
	}
	for i := range fills {
		for j := range fills[i].sources {
			if from := &fills[i].sources[j]; fills[i].target == "subjects" && from.expression.text == tags {
				from.expression = regionsOf("except", tags)
			}
		}
	}
	return fills
}

// examples writes some names of many.
func examples(names []string) string {
	const most = 4
	text := make([]string, 0, most+1)
	for i, name := range names {
		if i == most {
			text = append(text, "…")
			break
		}
		text = append(text, short(name))
	}
	return strings.Join(text, ", ")
}

// tagsOfRegions are the tags of posts of a crowd that are names of countries or regions of the world, sorted.
func (s *site) tagsOfRegions(posts crowd) []string {
	var all []string
	for _, t := range s.PostTypes {
		if !slices.Contains(posts.types, t.PostType) {
			continue
		}
		for _, u := range t.Terms {
			if u.Taxonomy == "post_tag" && len(u.Path) > 0 && locale.IsRegion(last(u.Path)) && s.has(posts, u.Taxonomy, u.Slug) && !slices.Contains(all, last(u.Path)) {
				all = append(all, last(u.Path))
			}
		}
	}
	slices.Sort(all)
	return all
}

// used says how many posts of a crowd have a term of a taxonomy; empty: none.
func (s *site) used(t *survey.Taxonomy, posts crowd) string {
	switch {
	case t.Uses == 0 || !slices.ContainsFunc(t.PostTypes, func(of string) bool { return slices.Contains(posts.types, of) }):
		return ""
	case posts.posts == nil || !t.Public: // whose terms the survey does not follow
		return counted(t.Uses, "post")
	}
	having := s.Posts.Nothing()
	for _, of := range s.PostTypes {
		for _, u := range of.Terms {
			if u.Taxonomy == t.Taxonomy && len(u.Path) == 1 && slices.Contains(posts.types, of.PostType) {
				having.Or(s.Posts.WithTerm(u.Taxonomy, u.Slug))
			}
		}
	}
	filled := survey.Both(having, posts.posts)
	if filled == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d posts", filled, posts.posts.GetCardinality())
}

// meaningOf finds what the terms of a taxonomy say of a publication: by its name, or where most are places.
func meaningOf(t *survey.Taxonomy) (target, note string) {
	switch {
	case t.Taxonomy == "category":
		return "", "" // they tell kinds of posts apart
	case t.Taxonomy == "post_tag":
		return "subjects", ""
	case t.Countries >= 2 && share(t.Countries, t.Terms) >= half:
		return "regions", ""
	}
	strength := noMatch
	for _, concept := range []string{"issued", "publishers", "authors", "language", "regions", "series", "subjects"} {
		if m := max(match(concept, wordsOf(t.Taxonomy)), match(concept, wordsOf(t.Label))); m > strength {
			target, strength = concept, m
		}
	}
	if target != "" && strength < wholeMatch {
		note = "a guess by a part of its name; "
	}
	return target, note
}

// termsAs is how the mapping reads terms for a target.
func (s *site) termsAs(target, name string) *node {
	switch {
	case target == "language" && s.calls("language"):
		return text(name + " | language")
	case target == "issued" && s.calls("date"):
		return text(name + " | date")
	}
	return text(name)
}
