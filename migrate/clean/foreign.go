package clean

import (
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// removeForeign takes out drawings, what stands in for frames and plugins, and of formulas all but their text; and says
// so of elements of a page's interface whose text alone can stay.
func removeForeign(s *goquery.Selection, c *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode {
			return pass
		}
		switch n.Data {
		case "svg", "annotation", "annotation-xml":
			c.loseNodes(finding.ElementRemoved, n.Data, 1, n)
			return drop
		case "math", "canvas", "meter", "progress", "map":
			c.lose(finding.ElementRemoved, n.Data, 1)
			return unwrap
		case "noembed", "noframes": // for browsers without plugins and frames, of which there are none
			c.loseNodes(finding.ElementRemoved, n.Data, 1, n)
			return drop
		case "area":
			if attribute(n, "href") != "" {
				c.loseNodes(finding.ElementRemoved, "area", 1, n)
			}
			return drop
		}
		if n.Namespace != "" {
			return unwrap
		}
		return keep
	})
}
