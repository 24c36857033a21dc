package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Text is the plain text of a clean tree: an empty line between paragraphs, items and rows on lines of their own, cells apart by
// a tab, the labels of footnotes in brackets.
func Text(root *html.Node) string {
	w := textWriter{footnotes: findFootnotes(root)}
	w.children(root)
	text := strings.TrimSpace(w.String())
	if len(w.back) > 0 {
		text = strings.ReplaceAll(text, " \n", "\n") // where an arrow stood
	}
	return text
}

type textWriter struct {
	strings.Builder
	*footnotes
	gap string // what stands between the last text and the next
	pre int    // how many pre elements are open
	row int    // how many cells are open: what is in one stays on one line
}

// gaps are what may stand between two texts, the widest last.
var gaps = []string{"", " ", "\t", "\n", "\n\n"}

// apart asks for a gap before the next text; the widest one asked for counts.
func (w *textWriter) apart(gap string) {
	if w.row > 0 && gap != "\t" {
		gap = " "
	}
	if slices.Index(gaps, gap) > slices.Index(gaps, w.gap) {
		w.gap = gap
	}
}

func (w *textWriter) write(s string) {
	if s == "" {
		return
	}
	if w.gap != "" {
		if w.Len() > 0 {
			w.WriteString(w.gap)
		}
		w.gap = ""
		if w.pre == 0 {
			s = strings.TrimLeft(s, " \n")
		}
	}
	w.WriteString(s)
}

func (w *textWriter) children(parent *html.Node) {
	for n := parent.FirstChild; n != nil; n = n.NextSibling {
		w.node(n)
	}
}

func (w *textWriter) node(n *html.Node) {
	if label, ok := w.references[n]; ok {
		w.write("[" + label + "]")
		return
	}
	if w.back[n] {
		return
	}
	if n.Type == html.TextNode {
		if w.pre > 0 || !blank(n.Data) || n.Parent != nil && !isBlock(n.PrevSibling) && !isBlock(n.NextSibling) {
			w.write(n.Data)
		}
		return
	}
	gap := "\n\n"
	switch {
	case n.Data == "br":
		w.apart("\n")
		return
	case isElement(n, "li", "dt", "dd", "tr", "thead", "tbody", "tfoot", "caption"):
		gap = "\n"
	case isElement(n, "td", "th"):
		w.apart("\t")
		w.row++
		w.children(n)
		w.row--
		w.apart("\t")
		return
	case !isBlock(n):
		w.children(n)
		return
	}
	if n.Data == "pre" {
		w.preformatted(n)
		return
	}
	if isElement(n, "ul", "ol", "dl") && isElement(n.Parent, "li", "dd") {
		gap = "\n"
	}
	w.apart(gap)
	if label, ok := w.notes[n]; ok {
		w.write("[" + label + "]")
		w.apart(" ")
	}
	w.children(n)
	w.apart(gap)
}

// preformatted writes a block whose white space is kept; on one line, where it stands in a cell.
func (w *textWriter) preformatted(n *html.Node) {
	inner := textWriter{footnotes: w.footnotes, pre: 1}
	inner.children(n)
	text := strings.Trim(inner.String(), "\n")
	if w.row > 0 {
		text = strings.Join(strings.Fields(text), " ")
	}
	w.apart("\n\n")
	w.pre++
	w.write(text)
	w.pre--
	w.apart("\n\n")
}
