package clean

import (
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// removeHiddenSpam takes out what an inline style hides if it consists mostly of links to other sites: that is how
// spam gets into hacked pages. Hidden text of tabs and accordions is content, and stays.
func removeHiddenSpam(s *goquery.Selection, c *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode || !hiddenByStyle(n) {
			return keep
		}
		links, linked, all := foreignLinks(n, c)
		if links == 0 || 2*linked < all {
			return keep
		}
		c.loseNodes(finding.SpamRemoved, "hidden links to other sites", links, n)
		return divide
	})
}

// foreignLinks counts the links to other sites in n, the letters in them and the letters in all.
func foreignLinks(n *html.Node, c *Context) (links, linked, all int) {
	for d := range descendants(n) {
		if d.Type == html.TextNode {
			all += utf8.RuneCountInString(strings.TrimSpace(d.Data))
		}
		if isElement(d, "a") && c.foreign(attribute(d, "href")) {
			links++
			linked += utf8.RuneCountInString(strings.TrimSpace(textOf(d)))
		}
	}
	return links, linked, all
}
