package starter

import (
	"fmt"
	"slices"
	"strings"

	"wp2pub/migrate/locale"
	"wp2pub/migrate/survey"
)

// byTerms finds the terms whose posts are publications: first those that are called so, then, where many posts with
// documents are still in none, those whose posts look like it. What other terms take already needs no term of its own.
func (s *site) byTerms(t *survey.PostType) []entry {
	open := s.open(t)
	few := max(2, open.count/10)
	var entries []entry
	var done []string
	look := func(taxonomy string, atLeast int, test func(*survey.PostType, *survey.TermUse) string) {
		if open.count < atLeast || !s.selects(taxonomy) || slices.Contains(done, taxonomy) {
			return
		}
		e, found := s.termsEntry(t, taxonomy, open, test)
		if found.Posts > 0 {
			s.close(&open, e, found)
			done = append(done, taxonomy)
			entries = append(entries, e)
		}
	}
	taxonomies := taxonomiesOf(t)
	for _, taxonomy := range taxonomies {
		if taxonomy == "post_tag" {
			look(taxonomy, few+1, s.namedTerm)
		} else {
			look(taxonomy, 1, s.namedTerm)
		}
	}
	for _, taxonomy := range taxonomies {
		look(taxonomy, few+1, tellingTerm)
	}
	if e, ok := s.byCitations(t, entries); ok {
		entries = append(entries, e)
	}
	return entries
}

// with adds a value to the condition of a taxonomy.
func with(conditions []condition, taxonomy, slug string) []condition {
	for i := range conditions {
		if conditions[i].taxonomy == taxonomy {
			conditions[i].slugs = append(conditions[i].slugs, slug)
			return conditions
		}
	}
	return append(conditions, condition{taxonomy, []string{slug}})
}

// termsEntry makes the entry of the terms that a test finds, topmost ones only: their children come along.
// A child that is called otherwise and looks so stays behind.
func (s *site) termsEntry(t *survey.PostType, taxonomy string, o open, test func(*survey.PostType, *survey.TermUse) string) (e entry, found survey.Signals) {
	e.types = []string{t.PostType}
	is, isNot := condition{taxonomy: taxonomy}, condition{taxonomy: taxonomy}
	var chosen []*survey.TermUse
	var notes []string
	for i := range t.Terms {
		u := &t.Terms[i]
		if u.Taxonomy != taxonomy || u.Posts == 0 || len(u.Path) == 0 || strings.TrimSpace(u.Slug) == "" {
			continue
		}
		if slices.ContainsFunc(chosen, func(above *survey.TermUse) bool { return isBelow(u, above) }) {
			if speaks(others, u) > 0 && speaks(publications, u) == 0 && evidence(u.Signals) < half {
				isNot.slugs = append(isNot.slugs, u.Slug)
				notes = append(notes, fmt.Sprintf("without %s: %s", short(last(u.Path)), saying(u.Signals)))
			}
			continue
		}
		if why := test(t, u); why != "" && s.adds(o, u) {
			chosen, is.slugs = append(chosen, u), append(is.slugs, u.Slug)
			notes = append(notes, fmt.Sprintf("%s: %s; %s", short(last(u.Path)), why, saying(u.Signals)))
			found.Posts += u.Posts
			found.Files += u.Files
			found.Citations += u.Citations
		}
	}
	e.where, e.note = []condition{is}, strings.Join(notes, "\n")
	if isNot.slugs != nil {
		e.not = []condition{isNot}
	}
	return e, found
}

func last(path []string) string { return path[len(path)-1] }

// speaks says how well a term's name or slug speaks of a concept.
func speaks(concept string, u *survey.TermUse) float64 {
	return max(match(concept, wordsOf(u.Slug)), match(concept, wordsOf(last(u.Path))))
}

func isBelow(u, above *survey.TermUse) bool {
	return u.Taxonomy == above.Taxonomy && len(u.Path) > len(above.Path) && slices.Equal(u.Path[:len(above.Path)], above.Path)
}

// taxonomiesOf lists the taxonomies of a type's terms: categories before tags, the others between.
func taxonomiesOf(t *survey.PostType) []string {
	var all []string
	for _, u := range t.Terms {
		if !slices.Contains(all, u.Taxonomy) {
			all = append(all, u.Taxonomy)
		}
	}
	rank := func(taxonomy string) int {
		switch taxonomy {
		case "category":
			return 0
		case "post_tag":
			return 2
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b string) int { return rank(a) - rank(b) })
	return all
}

// selects reports whether the terms of a taxonomy may tell kinds of posts apart, and whether a mapping can name it.
func (s *site) selects(taxonomy string) bool {
	return strings.TrimSpace(taxonomy) != "" && len(taxonomy) <= longestName && !s.isMachinery(taxonomy)
}

// isMachinery reports whether a taxonomy says nothing of what a post is about.
func (s *site) isMachinery(taxonomy string) bool {
	if slices.Contains([]string{"post_format", "nav_menu", "link_category", "language", "post_translations"}, taxonomy) {
		return true
	}
	i := slices.IndexFunc(s.Taxonomies, func(t survey.Taxonomy) bool { return t.Taxonomy == taxonomy })
	return i >= 0 && !s.Taxonomies[i].Public && s.Taxonomies[i].Origin != ""
}

// namedTerm says why a term is one of publications by its name, and by what is seen of its posts. The terms of a taxonomy
// that says what posts are about stand at more than what they name: the name must say nothing else, and more must be seen.
func (s *site) namedTerm(_ *survey.PostType, u *survey.TermUse) string {
	seen, named, shelf := evidence(u.Signals), speaks(publications, u), speaks(libraries, u)
	other := speaks(others, u) > 0
	if s.isTopical(u.Taxonomy) {
		if max(named, shelf) < wholeMatch {
			return ""
		}
		seen -= 0.3
	}
	switch {
	case other && named == 0:
		return ""
	case named > 0 && (seen >= half || named == wholeMatch && !other && seen >= 0.2):
		return "the name says so"
	case shelf > 0 && seen >= half:
		return "name and content say so"
	}
	return ""
}

// isTopical reports whether the terms of a taxonomy say what a publication is about, or where, and not what kind of post it is.
func (s *site) isTopical(taxonomy string) bool {
	i := slices.IndexFunc(s.Taxonomies, func(t survey.Taxonomy) bool { return t.Taxonomy == taxonomy })
	if i < 0 {
		return taxonomy == "post_tag"
	}
	target, _ := meaningOf(&s.Taxonomies[i])
	return target != ""
}

// tellingTerm says why a term is one of publications although its name does not say so: nearly all of its posts look
// like it, and the type's other posts do not.
func tellingTerm(t *survey.PostType, u *survey.TermUse) string {
	if _, country := locale.CountryName(last(u.Path)); u.Posts < 4 || country || speaks(others, u) > 0 {
		return ""
	}
	rest := survey.Signals{Posts: t.Public.Posts - u.Posts, Files: t.Public.Files - u.Files, Citations: t.Public.Citations - u.Citations}
	if seen := evidence(u.Signals); seen >= 0.8 && evidence(rest) <= seen/2 {
		return "a guess, " + percent(seen) + " of its posts look like it and " + percent(evidence(rest)) + " of the others"
	}
	return ""
}
