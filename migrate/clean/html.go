package clean

import (
	"strings"

	"golang.org/x/net/html"
)

// HTML serialises what is below root: every block element begins a line, so that a line-based comparison of two
// versions reads well. White space in text is significant and stays as it is; only between blocks, where it means
// nothing, line ends are added.
func HTML(root *html.Node) string {
	var w writer
	w.children(root)
	return strings.TrimPrefix(w.String(), "\n")
}

type writer struct{ strings.Builder }

// children writes what is in a node. A block begins a line unless it is the first thing in a leaf.
func (w *writer) children(parent *html.Node) {
	blocks := false
	for n := parent.FirstChild; n != nil; n = n.NextSibling {
		if isBlock(n) {
			blocks = true
			w.WriteByte('\n')
		} else if blocks && isBlock(n.PrevSibling) {
			w.WriteByte('\n')
		}
		w.node(n)
	}
	if blocks {
		w.WriteByte('\n')
	}
}

func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		if n.Parent != nil && n.Parent.Type == html.ElementNode && n.Parent.Namespace == "" && unescaped[n.Parent.Data] {
			w.WriteString(n.Data)
			return
		}
		textEscapes.WriteString(w, n.Data)
	case html.CommentNode:
		w.WriteString("<!--")
		w.WriteString(n.Data)
		w.WriteString("-->")
	case html.ElementNode:
		w.element(n)
	case html.DocumentNode:
		w.children(n)
	}
}

func (w *writer) element(n *html.Node) {
	w.WriteByte('<')
	w.WriteString(n.Data)
	for _, a := range n.Attr {
		w.WriteByte(' ')
		if a.Namespace != "" {
			w.WriteString(a.Namespace)
			w.WriteByte(':')
		}
		w.WriteString(a.Key)
		if a.Val != "" || !switches[a.Key] {
			w.WriteString(`="`)
			attributeEscapes.WriteString(w, a.Val)
			w.WriteByte('"')
		}
	}
	w.WriteByte('>')
	if voidElements[n.Data] && n.FirstChild == nil {
		return
	}
	if n.Data == "pre" && n.FirstChild != nil && strings.HasPrefix(n.FirstChild.Data, "\n") && n.FirstChild.Type == html.TextNode {
		w.WriteByte('\n') // a parser takes the first one away
	}
	w.children(n)
	w.WriteString("</")
	w.WriteString(n.Data)
	w.WriteByte('>')
}

// switches are attributes that say something by being there.
var switches = set("allowfullscreen", "controls", "default", "loop", "muted", "open", "reversed")

// unescaped elements hold text that is not written with entities. None is left in a clean tree.
var unescaped = set("iframe", "noembed", "noframes", "plaintext", "script", "style", "xmp")

var (
	textEscapes      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\u00a0", "&nbsp;", "\r", "&#13;")
	attributeEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\u00a0", "&nbsp;", "\r", "&#13;")
)
