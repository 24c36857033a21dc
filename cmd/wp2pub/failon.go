package main

import (
	"fmt"
	"strconv"
	"strings"

	"wp2pub/migrate/report"
)

// failOn is one condition of --fail-on.
type failOn struct {
	what string // unmapped, stale, losses, loss
	code string // of loss
	over int
}

// parseFailOn reads unmapped, stale, losses, loss:CODE or loss:CODE>N.
func parseFailOn(text string) (failOn, error) {
	switch text {
	case "unmapped", "stale", "losses":
		return failOn{what: text}, nil
	}
	code, ok := strings.CutPrefix(text, "loss:")
	code, limit, limited := strings.Cut(code, ">")
	n, err := 0, error(nil)
	if limited {
		n, err = strconv.Atoi(limit)
	}
	if !ok || code == "" || err != nil || n < 0 {
		return failOn{}, fmt.Errorf("--fail-on %s: it can be unmapped, stale, losses, loss:CODE or loss:CODE>N", text)
	}
	return failOn{"loss", code, n}, nil
}

// met says what of the report meets the condition; empty: nothing.
func (f failOn) met(r *report.Report) string {
	switch f.what {
	case "unmapped":
		if n := r.Bucket(report.Unmapped); n > 0 {
			return fmt.Sprintf("%d unmapped rows", n)
		}
	case "stale":
		if r.Records.Stale > 0 {
			return fmt.Sprintf("%d stale records", r.Records.Stale)
		}
	default:
		total := 0
		for _, l := range r.Losses() {
			if f.what == "losses" || string(l.Code) == f.code {
				total += l.Count
			}
		}
		if total > f.over {
			return strings.TrimSpace(fmt.Sprintf("%d losses %s", total, f.code))
		}
	}
	return ""
}
