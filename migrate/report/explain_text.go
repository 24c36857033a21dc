package report

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"wp2pub/migrate/finding"
)

// mostLines is how much of a step's change is shown where not all was asked for.
const mostLines = 40

// WriteText writes the explanation for people. With full, each step shows the whole tree that it left instead of what
// it changed.
func (x *Explanation) WriteText(out io.Writer, full bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d, %s\n%s: %s\n", x.PostType, x.PostID, x.Status, x.Disposition, x.Reason)
	if x.Expectations != nil {
		b.WriteByte('\n')
		x.Expectations.write(&b)
	}
	for i := range x.Records {
		x.Records[i].write(&b, full)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func (e *Explained) write(b *strings.Builder, full bool) {
	fmt.Fprintf(b, "\nRecord %s, %s\n", e.Record.ID, e.Record.Kind)
	if e.Row != "" {
		fmt.Fprintf(b, "  %s\n", e.Row)
	}
	for _, p := range e.Problems {
		fmt.Fprintf(b, "  cannot be written: %s\n", p)
	}
	b.WriteString("\nWhere each field comes from\n")
	table := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	for _, f := range e.Fields {
		fmt.Fprintf(table, "  %s\t%s\t%s\n", f.Target, strings.Join(strings.Fields(f.Value), " "), f.source())
	}
	table.Flush()
	e.writeSteps(b, full)
	b.WriteString("\nThe record\n")
	b.Write(e.Record.AppendYAML(nil))
}

// writeSteps tells of each step that did something, and names the others.
func (e *Explained) writeSteps(b *strings.Builder, full bool) {
	if len(e.Steps) > 0 {
		b.WriteString("\nWhat each step did to the body\n")
	}
	var idle []string
	for i := range e.Steps {
		s := &e.Steps[i]
		if changed := s.difference(); changed != "" || len(s.Losses)+len(s.Findings) > 0 {
			s.write(b, changed, full)
		} else {
			idle = append(idle, s.Name)
		}
	}
	if len(idle) > 0 {
		fmt.Fprintf(b, "  nothing to do: %s\n", strings.Join(idle, ", "))
	}
}

// source says where a value comes from, and what was asked before.
func (f *Origin) source() string {
	var parts []string
	if f.Origin != "" {
		parts = append(parts, "from "+f.Origin)
	}
	for _, t := range f.Tried {
		tried := "not " + t.Origin
		if t.Reason != "" {
			tried += " (" + t.Reason + ")"
		}
		parts = append(parts, tried)
	}
	return strings.Join(parts, "; ")
}

func (s *Step) write(b *strings.Builder, changed string, full bool) {
	fmt.Fprintf(b, "  %s\n", s.Name)
	for _, l := range s.Losses {
		fmt.Fprintf(b, "    lost: %s, %d × %s\n", l.Code, l.Count, l.Detail)
	}
	for _, f := range s.Findings {
		fmt.Fprintf(b, "    found: %s\n", told(f))
	}
	shown := strings.Split(strings.TrimSuffix(changed, "\n"), "\n")
	if full {
		shown = strings.Split(strings.TrimSuffix(lines(s.After), "\n"), "\n")
	}
	hidden := 0
	if !full && len(shown) > mostLines {
		hidden, shown = len(shown)-mostLines, shown[:mostLines]
	}
	for _, line := range shown {
		if line != "" {
			fmt.Fprintf(b, "    %s\n", line)
		}
	}
	if hidden > 0 {
		fmt.Fprintf(b, "    … and %d more lines; --full shows the whole tree\n", hidden)
	}
}

// told is a finding on one line.
func told(f finding.Finding) string {
	parts := []string{string(f.Code)}
	for _, p := range []string{f.Field, f.Value, f.Detail} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ", ")
}
