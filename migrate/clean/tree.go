package clean

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// verdict is what becomes of a node that a walk has come to.
type verdict int

const (
	keep   verdict = iota // it stays, and the walk goes on inside it
	pass                  // it stays, or the visitor has dealt with it; the walk goes on behind it
	unwrap                // its children take its place, and the walk goes on with them
	drop                  // it goes, with all that is in it
	divide                // it goes, and a space keeps the words beside it apart
)

// walk visits every node below the selected roots, parents first.
func walk(s *goquery.Selection, visit func(*html.Node) verdict) {
	for _, root := range s.Nodes {
		walkNode(root, visit)
	}
}

func walkNode(parent *html.Node, visit func(*html.Node) verdict) {
	for n := parent.FirstChild; n != nil; {
		next := n.NextSibling
		switch visit(n) {
		case keep:
			if n.FirstChild != nil {
				walkNode(n, visit)
			}
		case unwrap:
			if n.FirstChild != nil {
				next = n.FirstChild
			}
			unwrapNode(n)
		case drop:
			detach(n)
		case divide:
			parent.InsertBefore(textNode(" "), n)
			detach(n)
		}
		n = next
	}
}

// descendants yields every node below n, parents first. The tree must not change meanwhile.
func descendants(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for d := n.FirstChild; d != nil; {
			if !yield(d) {
				return
			}
			d = following(d, n)
		}
	}
}

// following is the node behind d in document order, below root.
func following(d, root *html.Node) *html.Node {
	if d.FirstChild != nil {
		return d.FirstChild
	}
	for d != root && d.NextSibling == nil {
		d = d.Parent
	}
	if d == root {
		return nil
	}
	return d.NextSibling
}

func isElement(n *html.Node, names ...string) bool {
	return n != nil && n.Type == html.ElementNode && slices.Contains(names, n.Data)
}

func newElement(name string, attr ...html.Attribute) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name)), Attr: attr}
}

func textNode(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

func rename(n *html.Node, name string) {
	n.Data, n.DataAtom, n.Namespace = name, atom.Lookup([]byte(name)), ""
}

func detach(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// unwrapNode puts a node's children into its place.
func unwrapNode(n *html.Node) {
	for n.FirstChild != nil {
		child := n.FirstChild
		n.RemoveChild(child)
		n.Parent.InsertBefore(child, n)
	}
	n.Parent.RemoveChild(n)
}

// replace puts one node into the place of another.
func replace(old, with *html.Node) {
	old.Parent.InsertBefore(with, old)
	old.Parent.RemoveChild(old)
}

// moveChildren moves all children of one node to the end of another.
func moveChildren(from, to *html.Node) {
	for from.FirstChild != nil {
		child := from.FirstChild
		from.RemoveChild(child)
		to.AppendChild(child)
	}
}

// attribute returns the value of an attribute, empty where there is none.
func attribute(n *html.Node, name string) string {
	value, _ := findAttribute(n, name)
	return value
}

func findAttribute(n *html.Node, name string) (string, bool) {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			return n.Attr[i].Val, true
		}
	}
	return "", false
}

func setAttribute(n *html.Node, name, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}

func removeAttribute(n *html.Node, name string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// hasClass reports whether one of the element's classes is among names.
func hasClass(n *html.Node, names ...string) bool {
	classes := attribute(n, "class")
	if classes == "" {
		return false
	}
	for class := range strings.FieldsSeq(classes) {
		if slices.Contains(names, class) {
			return true
		}
	}
	return false
}

// blank reports whether a text shows nothing: white space and invisible characters.
func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !invisible(r) {
			return false
		}
	}
	return true
}

// invisible reports whether a character takes no place on its own: zero-width space, word joiner, byte order mark,
// soft hyphen.
func invisible(r rune) bool { return r == '\u200b' || r == '\u2060' || r == '\ufeff' || r == '\u00ad' }

// textOf is the text below a node, as it stands.
func textOf(n *html.Node) string {
	if n.FirstChild != nil && n.FirstChild == n.LastChild && n.FirstChild.Type == html.TextNode {
		return n.FirstChild.Data
	}
	var b strings.Builder
	for d := range descendants(n) {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
