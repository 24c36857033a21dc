package page

import (
	"slices"
	"strings"

	"wp2pub/migrate/report"
)

// rules are what filled a field: first where its values come from, then as the mapping writes it.
type rules struct {
	Sources []string // most often first
	More    int      // sources that are not among them
	Whole   []string // every rule; nil: it says no more than the sources
}

// mostSources bounds how many sources a field shows before it is unfolded.
const mostSources = 2

func newRules(all []report.Rule) rules {
	var r rules
	counts := map[string]int{}
	var sources []string
	for _, rule := range all {
		source := sourceOf(rule.Origin)
		if !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
		counts[source] += rule.Count
		r.Whole = append(r.Whole, told(rule.Origin, rule.Count, len(all)))
	}
	slices.SortStableFunc(sources, func(a, b string) int { return counts[b] - counts[a] })
	for _, source := range sources[:min(mostSources, len(sources))] {
		r.Sources = append(r.Sources, told(source, counts[source], len(sources)))
	}
	r.More = len(sources) - len(r.Sources)
	if slices.Equal(r.Sources, r.Whole) {
		r.Whole = nil
	}
	return r
}

// told is a rule with how often it filled the field, where there are several.
func told(rule string, count, of int) string {
	if of == 1 {
		return rule
	}
	return rule + " (" + grouped(count) + ")"
}

// sourceOf is an origin without what is done to its values: "acf.topics" of "acf.topics | split ", "".
func sourceOf(origin string) string {
	var b strings.Builder
	quoted, piped := false, false
	for _, c := range origin {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '|' && !quoted:
			piped = true
		case c == ',' && !quoted:
			piped = false
		}
		if !piped {
			b.WriteRune(c)
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), " ,", ",")), " ")
}
