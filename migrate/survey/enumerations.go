package survey

import (
	"slices"
	"strings"

	"wp2pub/mapping"
)

// The most texts of a name that are compared with the values that stand alone, and the most names that are told to stay
// whole.
const (
	mostEnumerations = 200
	mostWhole        = 20
)

// enumerations are different texts in which names may stand side by side.
type enumerations = smallest[string]

// keepsEnumeration reports whether a text may hold several names that stand alone elsewhere.
func keepsEnumeration(text string) bool {
	return len(text) <= long && masked(text) == text && (strings.Contains(text, ", ") || slices.ContainsFunc(conjunctions, func(c string) bool { return strings.Contains(text, c) }))
}

// compare counts, for each separator, the texts whose parts are values of their own elsewhere, and lists the names that
// hold a conjunction and none of whose parts is such a value: these stay whole.
func (n *name) compare(alone func(string) bool) {
	var whole []string
	cut := false
	for _, text := range n.lists.list {
		for _, piece := range mapping.Split(text, []string{", ", ";"}, nil) {
			parts := mapping.Split(piece, conjunctions, nil)
			if len(parts) < 2 || slices.ContainsFunc(parts, alone) || slices.Contains(whole, piece) {
				continue
			}
			if cut = len(whole) == mostWhole; !cut {
				whole = append(whole, piece)
			}
		}
	}
	if cut || n.lists.cut {
		return
	}
	for _, text := range n.lists.list {
		parts := mapping.Split(text, separatorsOf(text), whole)
		unknown := len(parts)
		for _, part := range parts {
			unknown -= one(alone(part) || slices.Contains(whole, part))
		}
		for _, separator := range separatorsOf(text) {
			if len(mapping.Split(text, []string{separator}, whole)) > 1 && unknown < min(2, len(parts)) {
				n.between.at(separator).Known += 2 - unknown
			}
		}
	}
	n.Whole = whole
}

// separatorsOf are the comma and the conjunctions that stand in a text.
func separatorsOf(text string) []string {
	return slices.DeleteFunc(append([]string{", "}, conjunctions...), func(s string) bool { return !strings.Contains(text, s) })
}

// standsAlone reports whether a text is a whole value somewhere on the site, and none that many things are in.
func (c *Collector) standsAlone() func(string) bool {
	alone := map[uint64]bool{}
	for _, n := range c.names.all {
		for _, digest := range n.distinct {
			alone[digest] = true
		}
	}
	return func(text string) bool { return alone[digestOf(text)] && !isCountry(text) }
}
