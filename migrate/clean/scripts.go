package clean

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// removeScripts takes out what a page would run or load, and what speaks of the page and not of its content. Event
// handlers are counted here; like all attributes that are not allowed, they go in the last pass.
func removeScripts(s *goquery.Selection, c *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode {
			return pass
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				c.lose(finding.ScriptRemoved, "event handler "+a.Key, 1)
			}
		}
		switch n.Data {
		case "script", "style":
			c.loseNodes(finding.ScriptRemoved, n.Data, 1, n)
			return drop
		case "template", "title":
			if n.Namespace != "" {
				return keep // a drawing's, which goes with it
			}
			c.loseNodes(finding.ElementRemoved, n.Data, 1, n)
			return drop
		case "link", "meta", "base", "basefont", "bgsound":
			c.lose(finding.ElementRemoved, n.Data, 1)
			return drop
		}
		return keep
	})
}
