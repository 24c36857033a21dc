package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Text says how a report is to be written for people.
type Text struct {
	Width int  // columns
	Color bool // the reader is a terminal that shows colours
	Diff  bool // every change in full, instead of the first few
}

// WriteText writes the report for people. Its first screen answers whether it is safe to go on, what stops before all
// else; then come what is rejected and not as expected, the post types, the coverage of the fields, losses and findings,
// what would change, and the rows where they are kept.
func (r *Report) WriteText(out io.Writer, as Text) error {
	w := bufio.NewWriter(out)
	t := &writer{Writer: w, Text: as}
	r.writeHead(t)
	r.writeRejected(t)
	r.writeMisses(t)
	r.writeTypes(t)
	r.writeCoverage(t)
	r.writeCounts(t, "Losses", r.Losses())
	r.writeCounts(t, "Findings", r.Findings())
	r.writeChanges(t)
	r.writeRows(t)
	return w.Flush()
}

// writeHead writes the first screen.
func (r *Report) writeHead(t *writer) {
	v := r.Verdict()
	fmt.Fprintf(t, "%s\n", t.bold(r.Site))
	t.hanging("", 0, t.level(v.Level, v.Text))
	t.line()
	looks := slices.IndexFunc(v.Warnings, func(w Warning) bool { return w.Level != Stop })
	if looks < 0 {
		looks = len(v.Warnings)
	}
	t.warnings(v.Warnings[:looks])
	t.hanging("rows:     ", 10, r.rowLine())
	t.hanging("records:  ", 10, r.RecordLine())
	if x := r.Expectations; x != nil && x.Misses() == 0 {
		t.hanging("expected: ", 10, x.counted()+" hold")
	}
	t.line()
	t.warnings(v.Warnings[looks:])
}

// warnings writes each beside the word or two that it is about.
func (t *writer) warnings(all []Warning) {
	if len(all) == 0 {
		return
	}
	widest := 0
	for _, w := range all {
		widest = max(widest, len(w.About))
	}
	for _, w := range all {
		label := w.About + strings.Repeat(" ", widest-len(w.About))
		t.hanging(t.level(w.Level, label)+"  ", widest+2, t.clip(w.Whole(), 2*(t.Width-widest-2)))
	}
	t.line()
}

func (r *Report) rowLine() string {
	parts := []string{fmt.Sprintf("%d in all", r.total)}
	for _, d := range Dispositions() {
		if n := r.Bucket(d); n > 0 || d == Migrate {
			parts = append(parts, fmt.Sprintf("%d %s", n, d))
		}
	}
	return strings.Join(parts, ", ")
}

// RecordLine is what became of the records, on one line.
func (r *Report) RecordLine() string {
	var parts []string
	for action, n := range r.Records.ByAction() {
		if n == 0 {
			continue
		}
		part := fmt.Sprintf("%d %s", n, action)
		if changed := r.Records.MovedAndChanged; action == "move" && changed > 0 {
			part += fmt.Sprintf(" (%d of them changed, too)", changed)
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}
