package clean

import (
	"fmt"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// flattenDepth unwraps what lies deeper than any editor nests; its text stays. It is the one pass that may meet a
// tree of any depth, and does not recurse.
func flattenDepth(s *goquery.Selection, c *Context) {
	flattened := 0
	for _, root := range s.Nodes {
		depth := 0
		for n := root.FirstChild; n != nil; {
			if n.Type == html.ElementNode && depth >= deepest && n.FirstChild != nil {
				next := n.FirstChild
				if rawElements[n.Data] && !rawText[n.Data] {
					c.loseNodes(finding.BlockDepth, fmt.Sprintf("%s nested deeper than %d", n.Data, deepest), 1, n)
					next = n.NextSibling
					if next == nil {
						next, depth = climb(n, root, depth)
					}
					detach(n)
				} else {
					flattened++
					if kindOf(n) != formatting {
						setApart(n)
					}
					unwrapNode(n)
				}
				n = next
				continue
			}
			switch {
			case n.FirstChild != nil:
				n, depth = n.FirstChild, depth+1
			case n.NextSibling != nil:
				n = n.NextSibling
			default:
				n, depth = climb(n, root, depth)
			}
		}
	}
	c.lose(finding.BlockDepth, fmt.Sprintf("elements nested deeper than %d", deepest), flattened)
}

// setApart puts spaces between an element that is about to go and what stands beside it, so that no words become one.
func setApart(n *html.Node) {
	if n.PrevSibling != nil && !isSpaceNode(n.PrevSibling) {
		n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: " "}, n)
	}
	if n.NextSibling != nil && !isSpaceNode(n.NextSibling) {
		n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: " "}, n.NextSibling)
	}
}

func isSpaceNode(n *html.Node) bool { return n.Type == html.TextNode && n.Data == " " }

// climb returns the node behind the last of its siblings, and its depth.
func climb(n, root *html.Node, depth int) (*html.Node, int) {
	for n != root && n.NextSibling == nil {
		n, depth = n.Parent, depth-1
	}
	if n == root {
		return nil, 0
	}
	return n.NextSibling, depth
}
