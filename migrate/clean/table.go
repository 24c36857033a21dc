package clean

import "golang.org/x/net/html"

// tableWriter writes one table. Rows and sections come into being with their first cell; cells stay even if empty,
// since the others stand where they do because of them.
type tableWriter struct {
	*builder
	whole   *box
	section *html.Node // open, or nil
	row     *html.Node // open, or nil
	strays  []*html.Node
}

// table writes a table as its caption and its sections of rows of cells. What has no place in it follows it.
func (b *builder) table(n *html.Node) {
	if b.flat() {
		b.wrapper(n)
		return
	}
	b.outside(func() {
		t := tableWriter{builder: b}
		t.whole = b.push(&box{node: b.clone(n), kind: table, model: holdsParts})
		t.parts(n, nil, nil)
		b.pop()
		for _, stray := range t.strays {
			b.node(stray)
		}
		b.finishRun()
	})
}

// parts goes through what is in a table, a section or a row, given the latter two as they stand in the old tree.
func (t *tableWriter) parts(n, section, row *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch name := child.Data; {
		case child.Type != html.ElementNode:
			if child.Type == html.TextNode && !blank(child.Data) {
				t.strays = append(t.strays, child)
			}
		case name == "thead" || name == "tbody" || name == "tfoot":
			t.section, t.row = nil, nil
			t.parts(child, child, nil)
			t.section, t.row = nil, nil
		case name == "tr":
			t.row = nil
			t.parts(child, section, child)
			t.row = nil
		case name == "td" || name == "th":
			t.cell(child, section, row)
		case name == "caption":
			t.caption(child)
		case name == "col" || name == "colgroup":
		case leadsTo(child, isTablePart, 3):
			t.parts(child, section, row)
		default:
			t.strays = append(t.strays, child)
		}
	}
}

func isTablePart(k kind) bool { return k == tablePart }

// cell writes a cell, in the row and section that are open or in new ones.
func (t *tableWriter) cell(n, section, row *html.Node) {
	if t.section == nil {
		t.section = t.cloneOr(section, "tbody")
		t.whole.node.AppendChild(t.section)
	}
	if t.row == nil {
		t.row = t.cloneOr(row, "tr")
		t.section.AppendChild(t.row)
	}
	cell := t.clone(n)
	t.row.AppendChild(cell)
	t.push(&box{node: cell, kind: tablePart, model: holdsBoth})
	t.children(n)
	t.pop()
}

func (t *tableWriter) cloneOr(n *html.Node, name string) *html.Node {
	if n == nil {
		return newElement(name)
	}
	return t.clone(n)
}

// caption writes the caption, which comes first. A table has one.
func (t *tableWriter) caption(n *html.Node) {
	first := t.whole.node.FirstChild
	if isElement(first, "caption") {
		t.strays = append(t.strays, n)
		return
	}
	caption := t.clone(n)
	t.push(&box{node: caption, kind: tablePart, model: holdsText})
	t.children(n)
	t.pop()
	if caption.Parent != nil && first != nil {
		t.whole.node.RemoveChild(caption)
		t.whole.node.InsertBefore(caption, first)
	}
}
