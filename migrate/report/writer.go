package report

import (
	"bufio"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// writer writes for people, within the width that they have, and in colours where they see them.
type writer struct {
	*bufio.Writer
	Text
}

// line ends a section.
func (t *writer) line() { t.WriteByte('\n') }

// heading begins a section.
func (t *writer) heading(title string) { t.WriteString(t.bold(title) + "\n") }

// hanging writes a text behind a label of so many columns, its further lines below its first.
func (t *writer) hanging(label string, columns int, words string) {
	indent := strings.Repeat(" ", columns)
	for i, line := range strings.Split(text.WrapSoft(words, max(10, t.Width-columns)), "\n") {
		if i == 0 {
			t.WriteString(label)
		} else {
			t.WriteString(indent)
		}
		t.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// clip cuts a text to so many columns.
func (t *writer) clip(s string, columns int) string { return text.Snip(s, max(1, columns), "…") }

// flat is a text on one line of so many columns.
func (t *writer) flat(s string, columns int) string {
	return t.clip(strings.Join(strings.Fields(s), " "), columns)
}

// The colours are those of the terminal's own palette, so that its user can read them.
const (
	bold   = "1"
	faint  = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
)

func (t *writer) paint(s string, codes ...string) string {
	if !t.Color || s == "" {
		return s
	}
	return "\x1b[" + strings.Join(codes, ";") + "m" + s + "\x1b[0m"
}

func (t *writer) bold(s string) string { return t.paint(s, bold) }

// level paints a text by how much a person should hesitate.
func (t *writer) level(l Level, s string) string {
	switch l {
	case Safe:
		return t.paint(s, bold, green)
	case Look:
		return t.paint(s, bold, yellow)
	}
	return t.paint(s, bold, red)
}

// table begins a table without lines. The header stands in the first row.
func (t *writer) table(header ...any) table.Writer {
	w := table.NewWriter()
	w.SetOutputMirror(t)
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Format.Header = text.FormatDefault
	style.Size.WidthMax = t.Width
	w.SetStyle(style)
	w.SuppressTrailingSpaces()
	for i := range header {
		if name, ok := header[i].(string); ok {
			header[i] = t.paint(name, faint)
		}
	}
	w.AppendHeader(header)
	return w
}

// numbers are the columns of a table that are written to the right.
func numbers(columns ...int) []table.ColumnConfig {
	var configs []table.ColumnConfig
	for _, n := range columns {
		configs = append(configs, table.ColumnConfig{Number: n, Align: text.AlignRight, AlignHeader: text.AlignRight})
	}
	return configs
}

// words is a column of a table whose texts are broken at spaces.
func words(column, width int) table.ColumnConfig {
	return table.ColumnConfig{Number: column, WidthMax: max(12, width), WidthMaxEnforcer: text.WrapSoft}
}
