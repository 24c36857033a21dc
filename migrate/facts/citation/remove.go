package citation

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Remove takes the leaves of citations out of a tree, with the elements around them that then show nothing, and line breaks
// that then end their block.
func Remove(nodes []*html.Node, root *html.Node) {
	for _, n := range nodes {
		for n != root && n.Parent != nil {
			parent, before := n.Parent, n.PrevSibling
			parent.RemoveChild(n)
			for before != nil && n.NextSibling == nil && parent.LastChild == before && (before.DataAtom == atom.Br || isBlankText(before)) && !inline[parent.DataAtom] {
				before = before.PrevSibling
				parent.RemoveChild(parent.LastChild)
			}
			if shows(parent) {
				break
			}
			n = parent
		}
	}
}

func isBlankText(n *html.Node) bool {
	return n.Type == html.TextNode && strings.TrimSpace(n.Data) == ""
}

// shows reports whether anything is left in an element. Looking at its children is enough: what shows nothing is gone.
func shows(n *html.Node) bool {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if !isBlankText(child) && child.DataAtom != atom.Br {
			return true
		}
	}
	return false
}
