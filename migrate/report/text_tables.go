package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"wp2pub/migrate/finding"
)

func (r *Report) writeTypes(t *writer) {
	name, kind := len("post type"), len("kind")
	for _, pt := range r.PostTypes() {
		name = max(name, len(pt.PostType))
		for _, part := range pt.Parts {
			kind = max(kind, len(part.Kind))
		}
	}
	w := t.table("post type", "rows", "decision", "kind", "reason")
	w.SetColumnConfigs(append(numbers(2), words(1, t.Width/3), words(5, t.Width-min(name, t.Width/3)-kind-23)))
	for _, pt := range r.PostTypes() {
		for i, part := range pt.Parts {
			name := pt.PostType
			if i > 0 {
				name = ""
			}
			w.AppendRow(table.Row{name, part.Rows, t.disposition(part.Disposition), part.Kind, part.Reason})
		}
	}
	w.Render()
	t.line()
}

// disposition paints what needs a look.
func (t *writer) disposition(d Disposition) string {
	switch d {
	case Unmapped:
		return t.paint(string(d), yellow)
	case Reject:
		return t.paint(string(d), red)
	}
	return string(d)
}

func (r *Report) writeRejected(t *writer) {
	const most = 20
	if len(r.Rejected) == 0 {
		return
	}
	t.heading("Rejected")
	for i, row := range r.Rejected {
		if i == most && !r.KeepRows {
			fmt.Fprintf(t, "  … and %d more: --rows shows all\n", len(r.Rejected)-most)
			break
		}
		t.hanging("  ", 4, fmt.Sprintf("%s %d: %s", row.PostType, row.PostID, row.Reason))
	}
	t.line()
}

func (r *Report) writeMisses(t *writer) {
	const most = 10
	if r.Expectations.Misses() == 0 {
		return
	}
	t.heading("Not as expected")
	for i := range r.Expectations.Failed {
		if i == most {
			fmt.Fprintf(t, "  … and %d more: wp2pub test shows all\n", len(r.Expectations.Failed)-most)
			break
		}
		var b strings.Builder
		r.Expectations.Failed[i].write(&b)
		for line := range strings.Lines(b.String()) {
			t.hanging("  ", 14, strings.TrimRight(line, "\n"))
		}
	}
	t.line()
}

// everywhere are the keys that say nothing about coverage: every record has them, or their members are listed.
var everywhere = slices.Concat([]string{"schema", "id", "kind", "status", "source", "losses", "findings"}, objects)

// writeCoverage writes a table for each kind: how many records have a field, and what filled it.
func (r *Report) writeCoverage(t *writer) {
	fields := slices.DeleteFunc(r.Fields(), Field.Everywhere)
	for _, kind := range r.Kinds() {
		t.heading(fmt.Sprintf("%s: %s", kind.Kind, Plural(kind.Of, "record", "records")))
		name, blocks := len("field"), 5
		for _, f := range fields {
			name = max(name, len(f.Field))
		}
		name = min(name, t.Width/3)
		if t.Width >= 100 {
			blocks = 10
		}
		w := t.table("field", "filled", "empty", "invalid", "", "filled by")
		w.SetColumnConfigs(append(numbers(2, 3, 4), words(1, name), words(6, t.Width-name-blocks-32)))
		for _, f := range fields {
			if f.Kind == kind.Kind {
				w.AppendRow(table.Row{f.Field, f.Filled, unless0(f.Empty), t.paint(unless0(f.Invalid), red), t.bar(f.Filled, f.Of, blocks), f.by()})
			}
		}
		w.Render()
		t.line()
	}
}

// by names the rules that filled a field, with their counts where there are several.
func (f Field) by() string {
	if len(f.Rules) == 1 {
		return f.Rules[0].Origin
	}
	var parts []string
	for _, rule := range f.Rules {
		parts = append(parts, fmt.Sprintf("%s: %d", rule.Origin, rule.Count))
	}
	return strings.Join(parts, "; ")
}

func unless0(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// bar draws a share. Nothing is drawn as full that is not, and nothing as empty.
func (t *writer) bar(n, of, blocks int) string {
	full := 0
	if of > 0 && n > 0 {
		full = max(1, blocks*n/of)
	}
	return t.paint(strings.Repeat("█", full), green) + t.paint(strings.Repeat("░", blocks-full), faint)
}

// writeCounts writes how often each code came up, where, and what it means.
func (r *Report) writeCounts(t *writer, title string, counts []Count) {
	if len(counts) == 0 {
		return
	}
	w := t.table(title, "", "in", "meaning")
	name := len(title)
	for _, c := range counts {
		name = max(name, len(c.Code))
	}
	rest := t.Width - name - 15
	w.SetColumnConfigs(append(numbers(2), words(3, rest*2/5), words(4, rest*3/5)))
	for _, c := range counts {
		code := string(c.Code)
		if c.Code.LeavesOut() || c.Code == finding.PersonalData {
			code = t.paint(code, yellow)
		}
		w.AppendRow(table.Row{code, c.Count, posts(c.Posts), c.Code.Meaning()})
	}
	w.Render()
	t.line()
}

// writeRows writes what became of every row of the posts table.
func (r *Report) writeRows(t *writer) {
	if !r.KeepRows {
		return
	}
	id, name, status := len("row"), len("post type"), len("status")
	for _, row := range r.Rows {
		id, name, status = max(id, len(fmt.Sprint(row.PostID))), max(name, len(row.PostType)), max(status, len(row.Status))
	}
	t.heading(fmt.Sprintf("%*s  %-*s  %-*s  %-8s  reason", id, "row", name, "post type", status, "status", "decision"))
	for _, row := range r.Rows {
		label := fmt.Sprintf("%*d  %-*s  %-*s  %s  ", id, row.PostID, name, row.PostType, status, row.Status, t.disposition(row.Disposition)+strings.Repeat(" ", 8-len(row.Disposition)))
		t.hanging(label, id+name+status+16, row.said())
	}
	t.line()
}

// said is the reason, or the records that came of a row, and its title where it has one.
func (row Row) said() string {
	said := row.Reason
	if len(row.RecordIDs) > 0 {
		said = strings.Join(row.RecordIDs, ", ")
	}
	if row.Title != "" {
		said += " · " + row.Title
	}
	return said
}
