package page

import (
	"cmp"
	"slices"
	"strings"

	"wp2pub/migrate/report"
)

// coverage is how well the fields of one kind are filled.
type coverage struct {
	Kind    string
	Records int
	Fields  []covered // the main ones
	Further []covered // what WordPress says of every post, and fields of the mapping's own
}

// Count is how many fields there are.
func (c coverage) Count() int { return len(c.Fields) + len(c.Further) }

// covered is one field. The shares are per cent of the kind's records.
type covered struct {
	Field                     string
	Filled, Empty, Invalid    int
	FilledShare, InvalidShare float64
	Rules                     rules
}

// mainFields are the record's keys that a library asks for first, in this order.
var mainFields = []string{"title", "subtitle", "type", "issued", "authors", "publishers", "language", "editions", "downloads", "summary",
	"subjects", "regions", "series", "identifiers", "event", "cover", "body"}

// fewFields are so few that they are not worth folding away.
const fewFields = 3

// newCoverage tells of each kind, the largest first.
func newCoverage(r *report.Report) []coverage {
	var kinds []coverage
	for _, f := range r.Fields() {
		if f.Everywhere() {
			continue
		}
		i := slices.IndexFunc(kinds, func(c coverage) bool { return c.Kind == f.Kind })
		if i < 0 {
			i = len(kinds)
			kinds = append(kinds, coverage{Kind: f.Kind, Records: f.Of})
		}
		kind := &kinds[i]
		if importance(f.Field) < len(mainFields) {
			kind.Fields = append(kind.Fields, newCovered(f))
		} else {
			kind.Further = append(kind.Further, newCovered(f))
		}
	}
	for i := range kinds {
		kind := &kinds[i]
		if len(kind.Fields) == 0 || len(kind.Further) <= fewFields {
			kind.Fields, kind.Further = append(kind.Fields, kind.Further...), nil
		}
		byImportance := func(a, b covered) int { return cmp.Compare(importance(a.Field), importance(b.Field)) }
		slices.SortStableFunc(kind.Fields, byImportance)
		slices.SortStableFunc(kind.Further, byImportance)
	}
	slices.SortStableFunc(kinds, func(a, b coverage) int { return cmp.Compare(b.Records, a.Records) })
	return kinds
}

// importance is the place of a field in the order of the page. Fields of the mapping's own come last.
func importance(field string) int {
	key, _, _ := strings.Cut(field, ".")
	if at := slices.Index(mainFields, key); at >= 0 {
		return at
	}
	if key == "fields" {
		return len(mainFields) + 1
	}
	return len(mainFields)
}

func newCovered(f report.Field) covered {
	return covered{Field: f.Field, Filled: f.Filled, Empty: f.Empty, Invalid: f.Invalid,
		FilledShare: share(f.Filled, f.Of), InvalidShare: share(f.Invalid, f.Of), Rules: newRules(f.Rules)}
}
