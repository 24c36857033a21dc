package main

import (
	"fmt"
	"log/slog"
	"strings"
	"time"

	"wp2pub/migrate/report"
)

// conclude writes the last line of migrate: what became of the records, and the exit code. What is zero is left out, so
// that the line fits the subject of a mail or of a commit.
func (j *job) conclude(code int, took time.Duration) {
	if j.options.quiet && code == exitDone {
		return
	}
	about, parts := j.options.out, []string(nil)
	if about == "-" {
		about = "stdout"
	}
	if j.result != nil {
		about, parts = j.result.Site, became(j.result)
	}
	if word := ended[code]; word != "" {
		parts = append(parts, word)
	}
	loud := printer{out: j.printer.out, log: j.printer.log}
	loud.message(urgency(code), fmt.Sprintf("%s: %s (exit %d)", about, strings.Join(parts, ", "), code), j.details(code, took)...)
}

// ended is how a run ended that did not go through.
var ended = map[int]string{
	exitFailed: "failed", exitUsage: "nothing done", exitLocked: "another run is at work", exitGuard: "stopped by a guard",
	exitInterrupted: "interrupted", exitTerminated: "interrupted",
}

// became says what became of records, and of rows that became none though they should have.
func became(r *report.Report) []string {
	var parts []string
	for _, count := range []struct {
		n    int
		what string
	}{
		{r.Records.Create, "new"}, {r.Records.Update, "changed"}, {r.Records.Move, "moved"}, {r.Records.Remove, "removed"},
		{r.Records.Stale, "stale"}, {r.Records.Edited, "edited by hand"}, {r.Bucket(report.Reject), "rejected"}, {r.Bucket(report.Unmapped), "unmapped"},
	} {
		if count.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count.n, count.what))
		}
	}
	if !r.Records.Changes() {
		parts = append([]string{fmt.Sprintf("%d unchanged", r.Records.Unchanged)}, parts...)
	}
	return parts
}

// urgency is how loud a log is to tell of an exit code.
func urgency(code int) slog.Level {
	switch code {
	case exitDone:
		return slog.LevelInfo
	case exitFindings, exitLocked:
		return slog.LevelWarn
	}
	return slog.LevelError
}

// details are what programs may want to know of a run, by the names of the report.
func (j *job) details(code int, took time.Duration) []slog.Attr {
	var all []slog.Attr
	if j.result != nil {
		all = append(all, slog.String("site", j.result.Site))
	}
	all = append(all, slog.String("out", j.options.out), slog.Int("exit_code", code), slog.Float64("duration_seconds", float64(took.Milliseconds())/1000))
	if j.result == nil {
		return all
	}
	var rows, records []any
	rows = append(rows, slog.Int("total", j.result.Total()))
	for _, d := range report.Dispositions() {
		rows = append(rows, slog.Int(string(d), j.result.Bucket(d)))
	}
	for action, n := range j.result.Records.ByAction() {
		records = append(records, slog.Int(action, n))
	}
	return append(all, slog.Group("rows", rows...), slog.Group("records", records...))
}
