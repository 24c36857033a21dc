package clean

import (
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// removeComments takes out comments, conditional comments and declarations: nothing that a page shows.
func removeComments(s *goquery.Selection, _ *Context) {
	walk(s, func(n *html.Node) verdict {
		switch n.Type {
		case html.TextNode, html.ElementNode:
			return keep
		}
		return drop
	})
}
