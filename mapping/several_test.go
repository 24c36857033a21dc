package mapping

import (
	"errors"
	"strings"
	"testing"
)

// drafts writes what records a mapping's kind makes of a page: key, row, and what is assigned.
func drafts(t *testing.T, kind, item string) []string {
	t.Helper()
	outcome := applied(t, "defaults: {title: ~, summary: ~, language: ~, translations: ~, cover: ~, event: ~}\nrecords:\n  report:\n    from: {post_type: page}\n    "+
		strings.ReplaceAll(strings.TrimSpace(kind), "\n", "\n    "), item)
	var all []string
	for _, d := range outcome.Drafts {
		text := d.Key + " |"
		for _, a := range d.Assignments {
			text += " " + a.Target + "=" + written(a.Value)
		}
		all = append(all, text)
	}
	return all
}

func applied(t *testing.T, mapping, item string) Outcome {
	t.Helper()
	outcome, err := parsed(t, mapping).Apply(itemOf(t, reference+item))
	if err != nil {
		t.Fatal(err)
	}
	return outcome
}

func TestSeveralRecords(t *testing.T) {
	const item = `
title: Reports
acf:
  reports:
    - {title: A, file: {attachment_id: 7}, pages: 3}
    - {title: "", file: ""}
    - {title: B, tags: [x, y]}
  one: {title: C}
body: {text: all of it, matches: {li: [{text: L, attribute: {id: l}, matches: {b: [{text: M}]}}, {text: N}]}}
citations: [{title: P, line: Q}]
`
	for _, c := range []struct {
		name, kind string
		wanted     []string
	}{
		{"rows of a list; empty ones are none", `
each: acf.reports
fields: {title: this.title, subtitle: title}`,
			[]string{`| title="A" subtitle="Reports"`, `| title="B" subtitle="Reports"`}},
		{"keys; a row without one", `
key: this.file.attachment_id
each: acf.reports
fields: {title: this.title}`, []string{`7 | title="A"`, `| title="B"`}},
		{"a key of white space, and one of several words", `
each: acf.reports
key: {first: [{from: this.tags, then: first | prefix "  a  b "}, {value: " "}]}
fields: {title: this.title}`, []string{`| title="A"`, `a b x | title="B"`}},
		{"what is left of a row and of the post", `
each: acf.reports
fields: {title: this.title, fields.*: this.*}`,
			[]string{`| title="A" fields.file={attachment_id: 7} fields.pages=3`, `| title="B" fields.tags=["x", "y"]`}},
		{"the rows are no rest of the post", `
each: acf.reports
fields: {title: this.title, fields.*: acf.*}`,
			[]string{`| title="A" fields.one={title: "C"}`, `| title="B" fields.one={title: "C"}`}},
		{"one object is one row", `
each: acf.one
fields: {title: this.title}`, []string{`| title="C"`}},
		{"pieces of the page", `
each: {select: li}
key: this.attribute.id
fields: {title: this.text, subtitle: {select: b, then: text}, summary: {first: [{select: none}, body.text]}}`,
			[]string{`l | title="L" subtitle=["M"] summary="all of it"`, `| title="N" subtitle=<nil> summary="all of it"`}},
		{"a name of rows that hold pieces", `
each: citations
fields: {title: this.title, subtitle: this.line}`, []string{`| title="P" subtitle="Q"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			given := drafts(t, c.kind, item)
			for i := range given {
				given[i] = strings.TrimSpace(given[i])
			}
			if strings.Join(given, "\n") != strings.Join(c.wanted, "\n") {
				t.Errorf("gives\n%s\nwanted\n%s", strings.Join(given, "\n"), strings.Join(c.wanted, "\n"))
			}
		})
	}
}

func TestRowsOfARecord(t *testing.T) {
	outcome := applied(t, "records: {report: {from: {post_type: page}, each: acf.reports}}", "acf: {reports: [{title: A}]}")
	if d := outcome.Drafts; len(d) != 1 || d[0].Row == nil || written(d[0].Row.Value) != `{title: "A"}` || d[0].Row.Origin != "acf.reports" {
		t.Errorf("%+v", d)
	}
	if d := applied(t, "records: {report: {from: {post_type: page}}}", "").Drafts; len(d) != 1 || d[0].Row != nil {
		t.Errorf("%+v", d)
	}
}

func TestPostWithoutRows(t *testing.T) {
	const report = "records:\n  report:\n    from: {post_type: page}\n    each: acf.reports\n"
	outcome := applied(t, report+"  page: {from: {post_type: page}}", "acf: {reports: []}")
	if outcome.Disposition != Migrate || outcome.Drafts[0].Kind != "page" {
		t.Errorf("the next kind is not asked: %+v", outcome)
	}
	outcome = applied(t, report, "")
	if outcome.Disposition != Exclude || outcome.Withheld ||
		outcome.Reason != "no rule of the mapping takes it: report has nothing to make records of (each, mapping.yaml:4)" {
		t.Errorf("%+v", outcome)
	}
}

func TestUnreadableRows(t *testing.T) {
	for _, kind := range []string{"each: meta.unreadable", "each: acf.reports, key: meta.unreadable", "each: acf.reports, fields: {title: meta.unreadable}"} {
		m := parsed(t, "records: {report: {from: {post_type: page}, "+kind+"}}")
		if _, err := m.Apply(itemOf(t, reference+"acf: {reports: [{title: A}]}")); !errors.Is(err, errUnreadable) {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func TestUsesOfRows(t *testing.T) {
	m := parsed(t, "defaults: {title: ~, summary: ~, language: ~, translations: ~, cover: ~, event: ~}\n"+
		"records: {report: {from: {post_type: page}, each: acf.reports, key: this.id, fields: {title: this.title, fields.*: this.*}}}")
	var uses []string
	for _, path := range m.Uses("report") {
		uses = append(uses, path.String())
	}
	if got := strings.Join(uses, " "); got != "acf.reports acf.reports.id acf.reports.title" {
		t.Error(got)
	}
}

// TestRecordsOfAnotherKind makes records of one kind by two rules.
func TestRecordsOfAnotherKind(t *testing.T) {
	const rules = `
records:
  listed:
    from: {post_type: page}
    as: report
    each: citations
    fields: {title: this.title}
    expect: {1: {title: P}}
  report: {from: {post_type: report}}
`
	outcome := applied(t, rules, "citations: [{title: P}, {title: Q}]")
	if len(outcome.Drafts) != 2 || outcome.Drafts[0].Kind != "report" || outcome.Drafts[1].Kind != "report" {
		t.Errorf("the drafts are %+v", outcome.Drafts)
	}
	if want := "taken by the rule for listed (mapping.yaml:4)"; outcome.Reason != want {
		t.Errorf("the reason is %q, wanted %q", outcome.Reason, want)
	}
	if x := parsed(t, rules).Expectations(); len(x) != 1 || x[0].Kind != "report" {
		t.Errorf("the expectations are %+v", x)
	}
}
