package page

import (
	"cmp"
	"slices"
	"strings"

	"wp2pub/migrate/report"
)

// head is what a person reads first.
type head struct {
	Level   report.Level
	Answer  string
	Rows    string
	Points  []point        // what cannot stay so comes first
	Kinds   []report.Field // the number of records of each kind, the largest first
	Records string
}

func newHead(r *report.Report, o Options) head {
	v := r.Verdict()
	h := head{Level: v.Level, Answer: o.say(v.Text, done(v)), Rows: rowSentence(r, o), Kinds: r.Kinds(), Records: recordSentence(r.Records, o)}
	for _, w := range v.Warnings {
		h.Points = append(h.Points, newPoint(r, w))
	}
	slices.SortStableFunc(h.Points, func(a, b point) int { return cmp.Compare(urgency(a.Level), urgency(b.Level)) })
	slices.SortStableFunc(h.Kinds, func(a, b report.Field) int { return cmp.Compare(b.Of, a.Of) })
	return h
}

// done is the verdict on a run that has written.
func done(v report.Verdict) string {
	switch v.Level {
	case report.Stop:
		return "Done, but not everything as the mapping says."
	case report.Look:
		return "Done. Have a look at " + counted(len(v.Warnings), "thing") + "."
	}
	return "Done, and nothing needs a look."
}

func urgency(l report.Level) int { return slices.Index([]report.Level{report.Stop, report.Look}, l) }

// recordSentence says what becomes of the records.
func recordSentence(n report.Records, o Options) string {
	var parts []string
	for _, c := range []struct {
		n    int
		name string
	}{
		{n.Create, "new"}, {n.Update, "updated"}, {n.Move, "moved"}, {n.Remove, "removed"}, {n.Stale, "stale"}, {n.Unchanged, "unchanged"}, {n.Edited, "edited by hand and left alone"},
	} {
		if c.n > 0 {
			parts = append(parts, grouped(c.n)+" "+c.name)
		}
	}
	if len(parts) == 0 {
		return "There are no records."
	}
	return o.say("Records would be: ", "Records: ") + strings.Join(parts, ", ") + "."
}
