package report

import (
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// grid is a table for people that keeps to a width. Where it is too wide, its soft and folded columns give way; where
// that leaves them too narrow, its spare columns are left out.
type grid struct {
	columns []column
	rows    [][]string
}

// column is a column of a grid.
type column struct {
	title string
	kind  columnKind
}

type columnKind int

const (
	plain  columnKind = iota
	number            // to the right
	soft              // gives way; what does not fit is cut with "…"
	folded            // gives way; a list, of which what does not fit goes on below
	spare             // is left out
)

// How far a column gives way before spare columns are left out, and after.
const (
	narrow    = 20
	narrowest = 8
)

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// write writes the table; nothing where it has no rows.
func (g *grid) write(to *writer) {
	if len(g.rows) == 0 {
		return
	}
	widths, fits := g.widths(to.Width, narrow)
	if !fits {
		g.dropSpare()
		widths, _ = g.widths(to.Width, narrowest)
	}
	var header table.Row
	var configs []table.ColumnConfig
	for i, c := range g.columns {
		header = append(header, c.title)
		config := table.ColumnConfig{Number: i + 1, WidthMax: widths[i], WidthMaxEnforcer: cut}
		switch c.kind {
		case number:
			config.Align, config.AlignHeader = text.AlignRight, text.AlignRight
		case folded:
			config.WidthMaxEnforcer = fold
		}
		configs = append(configs, config)
	}
	t := to.table(header...)
	t.SetColumnConfigs(configs)
	for _, cells := range g.rows {
		var row table.Row
		for _, cell := range cells {
			row = append(row, cell)
		}
		t.AppendRow(row)
	}
	t.Render()
}

// dropSpare takes the spare columns out.
func (g *grid) dropSpare() {
	for i := len(g.columns) - 1; i >= 0; i-- {
		if g.columns[i].kind == spare {
			g.columns = slices.Delete(g.columns, i, i+1)
			for r := range g.rows {
				g.rows[r] = slices.Delete(g.rows[r], i, i+1)
			}
		}
	}
}

// widths returns how wide each column may be where none gives way below a least width, and whether the table fits then.
func (g *grid) widths(width, least int) (widths []int, fits bool) {
	const padding = 2 // a space on either side
	widths = make([]int, len(g.columns))
	total := 0
	for i, c := range g.columns {
		widths[i] = text.StringWidthWithoutEscSequences(c.title)
		for _, cells := range g.rows {
			widths[i] = max(widths[i], text.StringWidthWithoutEscSequences(cells[i]))
		}
		total += widths[i] + padding
	}
	for ; total > width; total-- {
		widest := -1
		for i, c := range g.columns {
			if (c.kind == soft || c.kind == folded) && widths[i] > least && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return widths, false
		}
		widths[widest]--
	}
	return widths, true
}

// cut shortens a cell to a width.
func cut(cell string, width int) string { return text.Snip(cell, width, "…") }

// fold breaks a list behind its commas.
func fold(cell string, width int) string {
	var b strings.Builder
	at := 0
	for i, part := range strings.Split(cell, ", ") {
		part = cut(part, width-len(","))
		length := text.StringWidthWithoutEscSequences(part) + len(",")
		switch {
		case i == 0:
		case at+len(" ")+length > width:
			b.WriteString(",\n")
			at = 0
		default:
			b.WriteString(", ")
			at++
		}
		b.WriteString(part)
		at += length
	}
	return b.String()
}
