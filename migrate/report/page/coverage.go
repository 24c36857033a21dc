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
	Fields  []covered
}

// covered is one field. The shares are per cent of the kind's records.
type covered struct {
	Field                     string
	Filled, Empty, Invalid    int
	FilledShare, InvalidShare float64
	Rules                     []string // what filled it, most often first
}

// newCoverage tells of each kind, the largest first. Fields of the mapping's own come last.
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
		kinds[i].Fields = append(kinds[i].Fields, newCovered(f))
	}
	for _, kind := range kinds {
		slices.SortStableFunc(kind.Fields, func(a, b covered) int { return cmp.Compare(own(a.Field), own(b.Field)) })
	}
	slices.SortStableFunc(kinds, func(a, b coverage) int { return cmp.Compare(b.Records, a.Records) })
	return kinds
}

func own(field string) int {
	if strings.HasPrefix(field, "fields.") {
		return 1
	}
	return 0
}

func newCovered(f report.Field) covered {
	var rules []string
	for _, rule := range f.Rules {
		if len(f.Rules) > 1 {
			rule.Origin += " (" + grouped(rule.Count) + ")"
		}
		rules = append(rules, rule.Origin)
	}
	return covered{Field: f.Field, Filled: f.Filled, Empty: f.Empty, Invalid: f.Invalid,
		FilledShare: share(f.Filled, f.Of), InvalidShare: share(f.Invalid, f.Of), Rules: rules}
}
