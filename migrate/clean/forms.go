package clean

import (
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// removeForms takes out forms and their controls. Labels, legends and the text of buttons stay, as the page shows
// them; what is chosen from a list does not.
func removeForms(s *goquery.Selection, c *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode {
			return pass
		}
		switch n.Data {
		case "form":
			c.lose(finding.FormRemoved, "form", 1)
			rename(n, "div")
			n.Attr = nil
		case "input", "select", "datalist", "keygen":
			if attribute(n, "type") != "hidden" {
				c.loseNodes(finding.FormRemoved, n.Data, 1, n)
			}
			return drop
		case "button", "textarea", "output", "isindex":
			c.lose(finding.FormRemoved, n.Data, 1)
			return unwrap
		case "label":
			return unwrap
		}
		return keep
	})
}
