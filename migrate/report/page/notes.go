package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/report"
)

// noted is a code of losses or findings, as the page shows it.
type noted struct {
	Code    finding.Code
	Meaning string
	Count   int
	Posts   named
	Fields  string
}

// named are the first of some posts.
type named struct {
	Posts []int64
	More  int // that are not among them
}

func names(posts []int64, most int) named {
	n := min(most, len(posts))
	return named{posts[:n], len(posts) - n}
}

// notedCodes tells of each code what it means and where it came up: first what takes something away, last what the mapping
// asked for.
func notedCodes(counts []report.Count) []noted {
	var all []noted
	for _, c := range counts {
		all = append(all, noted{Code: c.Code, Meaning: c.Code.Meaning(), Count: c.Count, Posts: names(c.Posts, 12), Fields: fieldsOf(c)})
	}
	slices.SortStableFunc(all, func(a, b noted) int { return cmp.Compare(gravity(a.Code), gravity(b.Code)) })
	return all
}

func gravity(code finding.Code) int {
	switch {
	case code.LeavesOut():
		return 0
	case code.AskedFor():
		return 2
	}
	return 1
}

// fieldsOf names the fields where a code came up most often.
func fieldsOf(c report.Count) string {
	const most = 4
	var fields []string
	for i, f := range c.Fields {
		if i == most {
			fields = append(fields, fmt.Sprintf("and %s more", grouped(len(c.Fields)-most)))
			break
		}
		fields = append(fields, fmt.Sprintf("%s (%d)", f.Field, f.Count))
	}
	return strings.Join(fields, ", ")
}
