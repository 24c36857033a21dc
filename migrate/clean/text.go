package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Text is the plain text of a clean tree: an empty line between paragraphs, items and rows on lines of their own, cells apart by
// a tab.
func Text(root *html.Node) string {
	var w textWriter
	w.children(root)
	return strings.TrimSpace(w.String())
}

type textWriter struct {
	strings.Builder
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
		w.apart(gap)
		w.pre++
		defer func() { w.pre-- }()
	}
	if isElement(n, "ul", "ol", "dl") && isElement(n.Parent, "li", "dd") {
		gap = "\n"
	}
	w.apart(gap)
	w.children(n)
	w.apart(gap)
}
