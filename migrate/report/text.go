package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// WriteText writes the report for people, in width columns. Its first lines answer whether it is safe to go on.
func (r *Report) WriteText(out io.Writer, width int) error {
	var b strings.Builder
	for _, w := range r.Warnings {
		fmt.Fprintf(&b, "warning: %s\n", w)
	}
	if len(r.Warnings) > 0 {
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%s\nrows:    %s\nrecords: %s\n\n", r.Site, r.rowLine(), r.RecordLine())
	r.writeRejected(&b)
	r.writeTypes(&b, width)
	r.writeCoverage(&b, width)
	r.writeCounts(&b, "Losses", r.Losses())
	r.writeCounts(&b, "Findings", r.Findings())
	_, err := io.WriteString(out, b.String())
	return err
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
	counts := []struct {
		name string
		n    int
	}{
		{"create", r.Records.Create}, {"update", r.Records.Update}, {"move", r.Records.Move}, {"remove", r.Records.Remove},
		{"stale", r.Records.Stale}, {"unchanged", r.Records.Unchanged}, {"edited", r.Records.Edited},
	}
	var parts []string
	for _, c := range counts {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.n, c.name))
		}
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

func newTable(b *strings.Builder, width int) table.Writer {
	t := table.NewWriter()
	t.SetOutputMirror(b)
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Format.Header = text.FormatDefault
	style.Size.WidthMax = width
	t.SetStyle(style)
	return t
}

func (r *Report) writeTypes(b *strings.Builder, width int) {
	t := newTable(b, width)
	t.AppendHeader(table.Row{"post type", "rows", "decision", "kind", "reason"})
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 2, Align: text.AlignRight}, {Number: 5, WidthMax: max(24, width-60), WidthMaxEnforcer: text.WrapSoft}})
	for _, pt := range r.PostTypes() {
		for i, part := range pt.Parts {
			name := pt.PostType
			if i > 0 {
				name = ""
			}
			t.AppendRow(table.Row{name, part.Rows, part.Disposition, part.Kind, part.Reason})
		}
	}
	t.Render()
	b.WriteByte('\n')
}

func (r *Report) writeRejected(b *strings.Builder) {
	const most = 20
	for i, row := range r.Rejected {
		if i == most {
			fmt.Fprintf(b, "… and %d more rejected rows: see the JSON report\n", len(r.Rejected)-most)
			break
		}
		fmt.Fprintf(b, "rejected: %s %d: %s\n", row.PostType, row.PostID, row.Reason)
	}
	if len(r.Rejected) > 0 {
		b.WriteByte('\n')
	}
}

func (r *Report) writeCoverage(b *strings.Builder, width int) {
	fields := slices.DeleteFunc(r.Fields(), func(f Field) bool { return slices.Contains(everywhere, f.Field) })
	if len(fields) == 0 {
		return
	}
	t := newTable(b, width)
	t.AppendHeader(table.Row{"kind", "field", "filled", "of", ""})
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 3, Align: text.AlignRight}, {Number: 4, Align: text.AlignRight}})
	last := ""
	for _, f := range fields {
		kind := f.Kind
		if kind == last {
			kind = ""
		}
		last = f.Kind
		t.AppendRow(table.Row{kind, f.Field, f.Filled, f.Of, bar(f.Filled, f.Of)})
	}
	t.Render()
	b.WriteByte('\n')
}

// everywhere are the keys that say nothing about coverage: every record has them, or their members are listed.
var everywhere = []string{"schema", "id", "kind", "status", "source", "losses", "findings", "body", "event", "fields", "identifiers", "series"}

// bar draws a share as up to ten blocks.
func bar(n, of int) string {
	if of == 0 {
		return ""
	}
	return strings.Repeat("█", (10*n+of-1)/of)
}

func (r *Report) writeCounts(b *strings.Builder, title string, counts []Count) {
	if len(counts) == 0 {
		return
	}
	fmt.Fprintf(b, "%s\n", title)
	for _, c := range counts {
		fmt.Fprintf(b, "  %-20s %5d  in %s\n", c.Code, c.Count, posts(c.Posts))
	}
	b.WriteByte('\n')
}

// posts names up to five posts.
func posts(ids []int64) string {
	const most = 5
	noun := "posts"
	if len(ids) == 1 {
		noun = "post"
	}
	var names []string
	for _, id := range ids[:min(most, len(ids))] {
		names = append(names, fmt.Sprint(id))
	}
	if len(ids) > most {
		names = append(names, "…")
	}
	return fmt.Sprintf("%d %s: %s", len(ids), noun, strings.Join(names, ", "))
}
