package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
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

// point is something to look at before going on.
type point struct {
	report.Warning
	Link string // to the part of the page that tells more
	Show string // what the list of records is to be filtered by: "state reject"
}

func newHead(r *report.Report, o Options) head {
	v := r.Verdict()
	h := head{Level: v.Level, Answer: o.say(v.Text, done(v)), Rows: rowSentence(r), Kinds: r.Kinds(), Records: recordSentence(r.Records, o)}
	for _, w := range v.Warnings {
		p := more[w.About]
		p.Warning = w
		h.Points = append(h.Points, p)
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

// more says where on the page there is more about a warning.
var more = map[string]point{
	"rejected":      {Link: "#records", Show: "state " + string(report.Reject)},
	"unmapped":      {Link: "#records", Show: "state " + string(report.Unmapped)},
	"personal data": {Link: "#records", Show: "note " + string(finding.PersonalData)},
	"encoding":      {Link: "#records", Show: "note " + string(finding.EncodingDoubtful)},
	"uncertain":     {Link: "#records", Show: "note " + string(finding.Uncertain)},
	"losses":        {Link: "#lost"},
	"edited":        {Link: "#changes"},
	"removals":      {Link: "#changes"},

	"not as expected": {Link: "#expectations"},
}

// rowSentence accounts for every row.
func rowSentence(r *report.Report) string {
	var parts []string
	for _, d := range ways {
		n := r.Bucket(d)
		switch {
		case n == 0:
		case d == report.Migrate:
			parts = append(parts, grouped(n)+" for records")
		case d == report.Media:
			parts = append(parts, counted(n, "media file"))
		case d == report.Unmapped:
			parts = append(parts, grouped(n)+" unmapped")
		case d == report.Reject:
			parts = append(parts, grouped(n)+" rejected")
		case d == report.Exclude:
			parts = append(parts, grouped(n)+" left out for a reason")
		}
	}
	if len(parts) == 0 {
		return "There is no row in the posts table."
	}
	return fmt.Sprintf("The posts table has %s: %s.", counted(r.Total(), "row"), strings.Join(parts, ", "))
}

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
