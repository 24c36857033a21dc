package render

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
)

// tablePress shows a table of TablePress by its number: the site's options say which post holds it, as JSON rows of cells.
func (r *renderer) tablePress(_ call, value string) string {
	stored, _ := r.view.Option("tablepress_tables")
	var index struct {
		TablePost map[string]int64 `json:"table_post"`
	}
	_ = json.Unmarshal([]byte(stored), &index) // without it, there are no tables
	id := index.TablePost[value]
	if slices.Contains(r.showing, id) {
		r.lose(finding.BlockCycle, fmt.Sprintf("[table id=%s]", value))
		return ""
	}
	shown, ok := r.view.Shown(id)
	var rows [][]string
	if !ok || json.Unmarshal([]byte(shown.Content), &rows) != nil {
		r.lose(finding.ReferenceMissing, fmt.Sprintf("[table id=%s]", value))
		return ""
	}
	t := tableShape{rows: rows}
	for _, m := range shown.Meta {
		switch m.Key {
		case "_tablepress_table_options":
			_ = json.Unmarshal([]byte(m.Value), &t.options) // what does not fit is as good as absent
		case "_tablepress_table_visibility":
			_ = json.Unmarshal([]byte(m.Value), &t.visible)
		}
	}
	r.showing = append(r.showing, id)
	defer func() { r.showing = r.showing[:len(r.showing)-1] }()
	return t.markup(r.foreignShortcodes)
}

// shownTemplate shows a template of Elementor by the ID of its post, whose content is a copy of what Elementor keeps.
func (r *renderer) shownTemplate(_ call, value string) string {
	id, _ := number(value)
	detail := fmt.Sprintf("elementor template %s", value)
	if slices.Contains(r.showing, id) || r.expanded >= maxPatterns {
		r.lose(finding.BlockCycle, detail)
		return ""
	}
	shown, ok := r.view.Shown(id)
	if !ok || shown.Type != "elementor_library" {
		r.lose(finding.ReferenceMissing, detail)
		return ""
	}
	r.expanded++
	r.showing = append(r.showing, id)
	defer func() { r.showing = r.showing[:len(r.showing)-1] }()
	return r.foreignShortcodes(shown.Content)
}

// tableShape is a table of TablePress.
type tableShape struct {
	rows    [][]string
	options struct {
		Head any `json:"table_head"` // a number of rows, or true for one
		Foot any `json:"table_foot"`
	}
	visible struct{ Rows, Columns []int } // 0: hidden
}

// markup writes the table; show makes HTML of what a cell holds.
func (t *tableShape) markup(show func(string) string) string {
	head := rowsOf(t.options.Head)
	var b strings.Builder
	b.WriteString("<table>")
	for i, row := range t.rows {
		if i < len(t.visible.Rows) && t.visible.Rows[i] == 0 {
			continue
		}
		element := "td"
		if i < head {
			element = "th"
		}
		b.WriteString("<tr>")
		for j := range row {
			if j < len(t.visible.Columns) && t.visible.Columns[j] == 0 || isSpan(row[j]) {
				continue
			}
			b.WriteString("<" + element + t.spans(i, j) + ">" + strings.ReplaceAll(strings.TrimSpace(show(row[j])), "\n", "<br />") + "</" + element + ">")
		}
		b.WriteString("</tr>")
	}
	return b.String() + "</table>"
}

// rowsOf reads a number of rows, which may be written as true.
func rowsOf(value any) int {
	switch v := value.(type) {
	case float64:
		return int(v)
	case bool:
		if v {
			return 1
		}
	}
	return 0
}

// isSpan reports whether a cell belongs to the one before or above it.
func isSpan(cell string) bool {
	return cell == "#colspan#" || cell == "#rowspan#" || cell == "#span#"
}

// spans counts the cells that belong to one.
func (t *tableShape) spans(i, j int) string {
	columns, rows := 1, 1
	for j+columns < len(t.rows[i]) && t.rows[i][j+columns] == "#colspan#" {
		columns++
	}
	for i+rows < len(t.rows) && j < len(t.rows[i+rows]) && t.rows[i+rows][j] == "#rowspan#" {
		rows++
	}
	attributes := ""
	if columns > 1 {
		attributes += fmt.Sprintf(" colspan=\"%d\"", columns)
	}
	if rows > 1 {
		attributes += fmt.Sprintf(" rowspan=\"%d\"", rows)
	}
	return attributes
}
