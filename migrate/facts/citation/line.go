package citation

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// line is what a page shows on one line: a paragraph, a part of one between line breaks, an item, a row of a table.
type line struct {
	runs []run
	end  *html.Node // the line break behind it
}

// run is a piece of a line in one dress.
type run struct {
	text   string     // white space is single spaces; a tab alone stands between the cells of a row
	link   *html.Node // the link that it is in
	strong bool       // it is set off from the text around it: bold, italic, underlined
	image  bool       // it is a picture; text is what stands for it
	node   *html.Node // the leaf of the tree that it is
}

// The marks between texts that stand apart on the page.
const (
	cellMark = "\t" // cells of a row
	lineMark = "\n" // lines that are read as one
)

// lines takes a page apart.
func lines(root *html.Node) []line {
	var w lineWalker
	w.children(root, dress{})
	w.end(nil)
	return w.lines
}

// dress is what the elements around a text say of it.
type dress struct {
	link   *html.Node
	strong bool
}

type lineWalker struct {
	lines   []line
	current line
}

func (w *lineWalker) children(n *html.Node, d dress) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.node(child, d)
	}
}

func (w *lineWalker) node(n *html.Node, d dress) {
	switch {
	case n.Type == html.TextNode:
		w.add(run{text: singleSpaces(n.Data), link: d.link, strong: d.strong, node: n})
	case n.Type != html.ElementNode:
	case n.DataAtom == atom.Img:
		w.add(run{text: singleSpaces(attribute(n, "alt")), link: d.link, image: true, node: n})
	case n.DataAtom == atom.Br:
		w.end(n)
	case n.DataAtom == atom.Tr:
		w.end(nil)
		w.row(n, d)
	case silent[n.DataAtom]:
	case n.DataAtom == atom.A:
		d.link = n
		w.children(n, d)
	case inline[n.DataAtom]:
		d.strong = d.strong || setOff[n.DataAtom]
		w.children(n, d)
	default:
		w.end(nil)
		w.children(n, d)
		w.end(nil)
	}
}

// inline are the elements that do not break a line.
var inline = atoms(atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Del, atom.Dfn, atom.Em, atom.Font, atom.I, atom.Ins, atom.Kbd,
	atom.Label, atom.Mark, atom.Q, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time,
	atom.U, atom.Var, atom.Wbr, atom.Button)

// setOff are those that set a title off from the rest of its line.
var setOff = atoms(atom.B, atom.Strong, atom.I, atom.Em, atom.Cite, atom.U, atom.Q)

// silent are those whose text is no line of the page.
var silent = atoms(atom.Script, atom.Style, atom.Iframe, atom.Audio, atom.Video, atom.Svg, atom.Select, atom.Textarea, atom.Template, atom.Noscript)

func atoms(all ...atom.Atom) map[atom.Atom]bool {
	set := make(map[atom.Atom]bool, len(all))
	for _, a := range all {
		set[a] = true
	}
	return set
}

// row makes one line of a row whose cells hold a line each. The cells of a table that arranges a page are read one by one.
func (w *lineWalker) row(tr *html.Node, d dress) {
	var cells []line
	layout := false
	for cell := tr.FirstChild; cell != nil; cell = cell.NextSibling {
		var inner lineWalker
		inner.node(cell, d)
		inner.end(nil)
		cells = append(cells, inner.lines...)
		layout = layout || len(inner.lines) > 1
	}
	if layout {
		w.lines = append(w.lines, cells...)
		return
	}
	var joined line
	for i, cell := range cells {
		if i > 0 {
			joined.runs = append(joined.runs, run{text: cellMark})
		}
		joined.runs = append(joined.runs, cell.runs...)
	}
	if len(cells) > 0 {
		w.lines = append(w.lines, joined)
	}
}

func (w *lineWalker) add(r run) {
	if r.text != "" || r.image {
		w.current.runs = append(w.current.runs, r)
	}
}

// end closes the line, which a line break may do; one that shows nothing is none.
func (w *lineWalker) end(lineBreak *html.Node) {
	current := w.current
	w.current = line{}
	for _, r := range current.runs {
		if r.image || strings.TrimSpace(r.text) != "" {
			current.end = lineBreak
			w.lines = append(w.lines, current)
			return
		}
	}
}

// singleSpaces makes every stretch of white space one space, and drops what is not seen: marks of direction, soft hyphens,
// control characters.
func singleSpaces(text string) string {
	var b strings.Builder
	space := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case unicode.IsControl(r) || r == '\u00ad' || r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}
