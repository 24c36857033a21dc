package clean

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// removeOfficeMarkup takes out what word processors leave in pasted text: islands of XML with a document's settings,
// elements of foreign namespaces (o:p, st1:place, w:sdt, whose text stays), marks of deleted revisions, and the wrapper that
// Google Docs makes of a bold element which is not bold.
func removeOfficeMarkup(s *goquery.Selection, c *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode {
			return pass
		}
		switch {
		case n.Data == "xml", n.Namespace == "" && officeSettings[n.Data]:
			c.loseNodes(finding.ElementRemoved, n.Data, 1, n)
			return drop
		case strings.Contains(n.Data, ":"):
			return unwrap
		case strings.HasPrefix(attribute(n, "id"), "docs-internal-guid"):
			return unwrap
		}
		return keep
	})
}

// officeSettings hold settings of a document and no text of it.
var officeSettings = set("w:worddocument", "w:latentstyles", "o:officedocumentsettings", "o:shapedefaults", "o:shapelayout", "m:mathpr")
