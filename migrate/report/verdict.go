package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
)

// Level says how much a person should hesitate before a migration.
type Level string

// The levels.
const (
	Safe Level = "safe" // nothing needs a look
	Look Level = "look" // someone should look at the warnings, and may go on
	Stop Level = "stop" // something does not work as the mapping says
)

// Warning is one thing to look at before a migration.
type Warning struct {
	Level Level  `json:"level"`
	About string `json:"about"` // a word or two: "unmapped"
	Text  string `json:"text"`
	Hint  string `json:"hint,omitempty"` // what can be done, as one writes it in a mapping or on the command line
}

// Whole is the text with the hint.
func (w Warning) Whole() string {
	if w.Hint == "" {
		return w.Text
	}
	return w.Text + ". " + w.Hint
}

// Verdict answers whether it is safe to go on.
type Verdict struct {
	Level    Level     `json:"level"`
	Text     string    `json:"text"`
	Warnings []Warning `json:"warnings"` // what stops comes first
}

// Verdict judges what the report found.
func (r *Report) Verdict() Verdict {
	v := Verdict{Level: Safe, Warnings: []Warning{}}
	for _, warn := range []func(*Report) []Warning{
		(*Report).warnRejected, (*Report).warnExpectations, (*Report).warnStopped, (*Report).warnNone,
		(*Report).warnUnmapped, (*Report).warnUnseen, (*Report).warnIdle, (*Report).warnPersonal, (*Report).warnEncoding, (*Report).warnLosses, (*Report).warnUncertain,
		(*Report).warnSameFile, (*Report).warnNoted, (*Report).warnEdited, (*Report).warnRemoved,
	} {
		v.Warnings = append(v.Warnings, warn(r)...)
	}
	var stops []string
	for _, w := range v.Warnings {
		switch {
		case w.Level == Stop:
			v.Level = Stop
			stops = append(stops, w.About)
		case v.Level == Safe:
			v.Level = Look
		}
	}
	v.Text = r.verdictText(v, stops)
	return v
}

// Warnings lists what people must see first, each in a sentence; the unmapped types one by one.
func (r *Report) Warnings() []string {
	all := []string{}
	for _, w := range r.Verdict().Warnings {
		switch w.About {
		case "unmapped":
			all = append(all, r.UnmappedTypes()...)
		case "source":
			all = append(all, w.Whole())
		default:
			all = append(all, w.About+": "+w.Whole())
		}
	}
	return all
}

func (r *Report) verdictText(v Verdict, stops []string) string {
	switch {
	case v.Level == Stop:
		return "Not yet: see to what is " + strings.Join(slices.Compact(stops), " and ") + "."
	case r.Bucket(Migrate) == 0:
		return "Nothing to go on with: no row becomes a record."
	case v.Level == Look:
		return fmt.Sprintf("Go on after a look at %s. Every row is accounted for.", Plural(len(v.Warnings), "thing", "things"))
	case !r.Records.Changes():
		return "No changes: the records are as they should be."
	}
	return "Safe to go on: every row is accounted for, and nothing needs a look."
}

// WhyNone says why no row becomes a record, by the most frequent reasons; empty where one does, or should have.
func (r *Report) WhyNone() string {
	if r.Bucket(Migrate) > 0 || len(r.Rejected) > 0 {
		return ""
	}
	rows := map[string]int{}
	for _, t := range r.PostTypes() {
		for _, part := range t.Parts {
			rows[part.Reason] += part.Rows
		}
	}
	reasons := slices.SortedFunc(maps.Keys(rows), func(a, b string) int { return cmp.Or(cmp.Compare(rows[b], rows[a]), cmp.Compare(a, b)) })
	for i, reason := range reasons {
		reasons[i] = fmt.Sprintf("%d (%s)", rows[reason], reason)
	}
	return Listed(reasons)
}

func (r *Report) warnNone() []Warning {
	why := r.WhyNone()
	return warning(len(why), Look, "no records", "no row becomes one: "+why)
}

func (r *Report) warnUnmapped() []Warning {
	var types []string
	rows := 0
	for _, t := range r.PostTypes() {
		n := 0
		for _, part := range t.Parts {
			if part.Disposition == Unmapped {
				n += part.Rows
			}
		}
		if n > 0 {
			types = append(types, fmt.Sprintf("%s %d", t.PostType, n))
			rows += n
		}
	}
	return warning(rows, Look, "unmapped", Plural(rows, "row", "rows")+" of types that no rule speaks of: "+Listed(types), "Name them in the mapping, or use --unmapped take")
}

func (r *Report) warnPersonal() []Warning {
	c := r.findings.count(finding.PersonalData)
	return warning(c.Count, Look, "personal data", "possible in "+Plural(len(c.Posts), "post", "posts")+": "+Listed(fieldTexts(c.Fields)), "See that it may be published; personal_data: mask in the mapping hides it, ~ leaves a field behind")
}

func (r *Report) warnEncoding() []Warning {
	c := r.findings.count(finding.EncodingDoubtful)
	return warning(c.Count, Look, "encoding", "in doubt in "+posts(c.Posts), "--repair-encoding repairs what is certain")
}

func (r *Report) warnUnseen() []Warning {
	return warning(len(r.Unseen), Look, "mapping", "names what this site does not have: "+Listed(r.Unseen))
}

func (r *Report) warnIdle() []Warning {
	if len(r.Idle) == 1 {
		return warning(1, Look, "mapping", "the rule "+r.Idle[0]+" took no post")
	}
	return warning(len(r.Idle), Look, "mapping", Plural(len(r.Idle), "rule", "rules")+" took no post: "+Listed(r.Idle))
}

// warnNoted passes on what the source says of itself: that nobody knows whether it is complete, and the like.
func (r *Report) warnNoted() []Warning {
	const most = 4
	var all []Warning
	for i, text := range r.Noted {
		if i == most {
			text = fmt.Sprintf("and %d more warnings of the source", len(r.Noted)-most)
		}
		all = append(all, Warning{Level: Look, About: "source", Text: text})
		if i == most {
			break
		}
	}
	return all
}

func (r *Report) warnRejected() []Warning {
	var reasons []string
	for _, row := range r.Rejected {
		reasons = append(reasons, fmt.Sprintf("%s %d (%s)", row.PostType, row.PostID, row.Reason))
	}
	return warning(len(reasons), Stop, "rejected", Plural(len(reasons), "row", "rows")+" should become records and cannot: "+Listed(reasons))
}

func (r *Report) warnLosses() []Warning {
	total := 0
	var codes []string
	var in []int64
	for _, c := range r.Losses() {
		if c.Code.LeavesOut() {
			total += c.Count
			codes = append(codes, fmt.Sprintf("%s %d", c.Code, c.Count))
			in = append(in, c.Posts...)
		}
	}
	slices.Sort(in)
	return warning(total, Look, "losses", Plural(total, "piece", "pieces")+" of content left out in "+Plural(len(slices.Compact(in)), "post", "posts")+": "+Listed(codes))
}

func (r *Report) warnUncertain() []Warning {
	c := r.findings.count(finding.Uncertain)
	return warning(c.Count, Look, "uncertain", "readings that may be wrong in "+Plural(len(c.Posts), "post", "posts")+": "+Listed(fieldTexts(c.Fields)))
}

func (r *Report) warnExpectations() []Warning {
	n := r.Expectations.Misses()
	if n == 0 {
		return nil
	}
	var misses []string
	for i := range r.Expectations.Failed {
		miss := &r.Expectations.Failed[i]
		misses = append(misses, fmt.Sprintf("%s (%s)", miss.short(), miss.Place))
	}
	return warning(n, Stop, "not as expected", r.Expectations.Line()+": "+Listed(misses))
}

func (r *Report) warnEdited() []Warning {
	files := r.Edited()
	all := warning(r.Records.Edited, Look, "edited", Plural(len(files), "file was changed by someone else and stays as it is", "files were changed by someone else and stay as they are")+": "+Listed(files), r.EditedHint())
	outlived := r.Outlived()
	return append(all, warning(len(outlived), Look, "outlived", Plural(len(outlived), "of them holds a record that is to go", "of them hold records that are to go")+" ("+Listed(outlived)+")", OutlivedHint)...)
}

func (r *Report) warnRemoved() []Warning {
	n := r.Records.Remove
	return warning(n, Look, "removals", Plural(n, "record is", "records are")+" to go; the reasons stand under Changes")
}

func (r *Report) warnStopped() []Warning {
	if r.Stopped == "" {
		return nil
	}
	return []Warning{{Level: Stop, About: "stopped by a guard", Text: r.Stopped}}
}

// warning is one warning if there is anything to warn of. What can be done about it stands in the hints.
func warning(n int, level Level, about, text string, hints ...string) []Warning {
	if n == 0 {
		return nil
	}
	return []Warning{{level, about, text, strings.Join(hints, ". ")}}
}

// Listed names the first of a list, and says how many more there are.
func Listed(texts []string) string {
	const most = 4
	if len(texts) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(texts[:most-1], ", "), len(texts)-most+1)
	}
	return strings.Join(texts, ", ")
}

func fieldTexts(fields []FieldCount) []string {
	texts := make([]string, len(fields))
	for i, f := range fields {
		texts[i] = fmt.Sprintf("%s %d", f.Field, f.Count)
	}
	return texts
}

// Plural writes a number with what it counts.
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// posts says how many posts there are, and names up to five.
func posts(ids []int64) string {
	const most = 5
	var names []string
	for _, id := range ids[:min(most, len(ids))] {
		names = append(names, fmt.Sprint(id))
	}
	if len(ids) > most {
		names = append(names, "…")
	}
	return Plural(len(ids), "post", "posts") + ": " + strings.Join(names, ", ")
}
