package citation

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Remove takes the leaves of citations out of a tree, with the elements around them that then show nothing, and line breaks
// that then end their block.
func Remove(nodes []*html.Node, root *html.Node) {
	touched := map[int][]*html.Node{} // the elements that lost something, by their depth
	seen := map[*html.Node]bool{}
	deepest := 0
	remove := func(n *html.Node) {
		parent := n.Parent
		if parent == nil {
			return
		}
		parent.RemoveChild(n)
		if parent != root && !seen[parent] {
			seen[parent] = true
			depth := depthOf(parent)
			touched[depth] = append(touched[depth], parent)
			deepest = max(deepest, depth)
		}
	}
	for _, n := range nodes {
		remove(n)
	}
	for depth := deepest; depth >= 0; depth-- {
		for _, n := range touched[depth] {
			if shows(n) {
				trimEnd(n)
			} else {
				remove(n)
			}
		}
	}
}

func depthOf(n *html.Node) int {
	depth := 0
	for n.Parent != nil {
		n, depth = n.Parent, depth+1
	}
	return depth
}

// trimEnd takes line breaks off the end of a block.
func trimEnd(n *html.Node) {
	for last := n.LastChild; last != nil && !inline[n.DataAtom] && (last.DataAtom == atom.Br || isBlankText(last)); last = n.LastChild {
		n.RemoveChild(last)
	}
}

func isBlankText(n *html.Node) bool {
	return n.Type == html.TextNode && strings.TrimSpace(n.Data) == ""
}

// shows reports whether anything is left in an element.
func shows(n *html.Node) bool {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if !isBlankText(child) && child.DataAtom != atom.Br {
			return true
		}
	}
	return false
}
