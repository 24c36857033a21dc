package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wp2pub/migrate/report"
)

// failOnWords is what a condition of --fail-on can be.
const failOnWords = "unmapped, stale, expectations, losses, loss:CODE, loss:CODE>N, findings, finding:CODE, finding:CODE>N"

// failOn is one condition of --fail-on.
type failOn struct {
	what string // unmapped, stale, expectations, losses, findings
	code string // of losses and findings; empty: any
	over int
}

// parseFailOn reads one of failOnWords.
func parseFailOn(text string) (failOn, error) {
	if slices.Contains([]string{"unmapped", "stale", "expectations", "losses", "findings"}, text) {
		return failOn{what: text}, nil
	}
	what, code, ok := strings.Cut(text, ":")
	plural, known := map[string]string{"loss": "losses", "finding": "findings"}[what]
	code, limit, limited := strings.Cut(code, ">")
	n, err := 0, error(nil)
	if limited {
		n, err = strconv.Atoi(limit)
	}
	if !ok || !known || code == "" || err != nil || n < 0 {
		return failOn{}, fmt.Errorf("--fail-on %s: it can be %s", text, failOnWords)
	}
	return failOn{plural, code, n}, nil
}

// met says what of the report meets the condition; empty: nothing.
func (f failOn) met(r *report.Report) string {
	switch f.what {
	case "unmapped":
		if n := r.Bucket(report.Unmapped); n > 0 {
			return report.Plural(n, "unmapped row", "unmapped rows")
		}
	case "stale":
		if r.Records.Stale > 0 {
			return report.Plural(r.Records.Stale, "stale record", "stale records")
		}
	case "expectations":
		if r.Expectations.Misses() > 0 {
			return r.Expectations.Line()
		}
	case "losses":
		return f.counted(r.Losses())
	case "findings":
		return f.counted(r.Findings())
	}
	return ""
}

// counted says how often the condition's code came up, if that is too often.
func (f failOn) counted(counts []report.Count) string {
	total := 0
	for _, c := range counts {
		if string(c.Code) == f.code || f.code == "" && !c.Code.AskedFor() {
			total += c.Count
		}
	}
	if total <= f.over {
		return ""
	}
	one := map[string]string{"losses": "loss", "findings": "finding"}[f.what]
	return strings.TrimSpace(report.Plural(total, one, f.what) + " " + f.code)
}
