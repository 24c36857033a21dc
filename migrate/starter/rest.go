package starter

import (
	"fmt"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
)

// rest lists the ACF values of a crowd that no field takes, for people.
func (s *site) rest(posts crowd, taken []fill) []string {
	var lines []string
	for i := range s.Names {
		n := &s.Names[i]
		path := segments(n.Path)
		filled, of := s.filled(n, posts)
		if path[0] != "acf" || len(path) < 2 || of == 0 || s.inRows(n) || names(taken, n.Path) || is(n, "group", "clone") && len(s.columns(n)) > 0 {
			continue
		}
		what := n.Type
		if n.Orphan {
			what = "no definition"
		}
		if n.Label != "" && !strings.EqualFold(n.Label, last(path)) {
			what = strings.TrimSpace(short(n.Label) + ", " + what)
		}
		lines = append(lines, fmt.Sprintf("  %s: %d of %d posts (%s)", short(n.Path), filled, of, strings.Trim(what, ", ")))
	}
	return lines
}

// names reports whether one of the fields reads a path.
func names(fills []fill, path string) bool {
	return slices.ContainsFunc(fills, func(f fill) bool {
		return slices.ContainsFunc(f.sources, func(s source) bool { return s.expression.reads(path) })
	})
}

// hasACF reports whether posts of a crowd can have ACF values.
func (s *site) hasACF(posts crowd) bool {
	return slices.ContainsFunc(s.Names, func(n survey.Name) bool {
		_, of := s.filled(&n, posts)
		return of > 0 && strings.HasPrefix(n.Path, "acf.")
	})
}

// spare offers the meta values of no plugin that no field takes, where they are no exceptions.
func (s *site) spare(posts crowd, taken []fill) []string {
	var lines []string
	for i := range s.Names {
		n := &s.Names[i]
		filled, of := s.filled(n, posts)
		if path := segments(n.Path); share(filled, of) < 0.05 || path[0] != "meta" || !s.isReadable(n) || names(taken, n.Path) {
			continue
		}
		lines = append(lines, fmt.Sprintf("  fields.%s: %s   # %d of %d posts", fieldName(n), scalar(n.Path, false), filled, of))
	}
	for i := range s.Taxonomies {
		if line := s.spareTerms(&s.Taxonomies[i], posts, taken); line != "" {
			lines = append(lines, line)
		}
	}
	if lines != nil {
		lines = append([]string{"Other values that could be taken:"}, lines...)
	}
	return lines
}

// fieldName is a name for a value of its own under fields.
func fieldName(n *survey.Name) string { return strings.Join(wordsOf(last(segments(n.Path))), "_") }

// spareTerms offers the terms of a taxonomy that no field takes. A few of which each stands at several posts may be a series.
func (s *site) spareTerms(t *survey.Taxonomy, posts crowd, taken []fill) string {
	name, used := mapping.Path{"terms", t.Taxonomy, "name"}.String(), s.used(t, posts)
	if target, _ := meaningOf(t); used == "" || target != "" || t.Taxonomy == "category" || !s.selects(t.Taxonomy) || names(taken, name) {
		return ""
	}
	target, guess := "fields."+strings.Join(wordsOf(t.Taxonomy), "_"), ""
	known := slices.ContainsFunc(taken, func(f fill) bool { return f.target == "series" || f.target == "series.title" })
	if !known && t.Terms >= 2 && t.Terms <= 20 && t.Uses >= 3*t.Terms {
		target, guess = "series", fmt.Sprintf("a guess, by few terms that come often (%d): ", t.Terms)
	}
	return fmt.Sprintf("  %s: %s   # %s%s", target, scalar(name, false), guess, used)
}
