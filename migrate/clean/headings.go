package clean

import (
	"fmt"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// lowerHeadings makes a body's h1 an h2, since the record's title is the h1 of its page. Other headings keep their
// level; where a level is left out between two headings, that is reported.
func lowerHeadings(s *goquery.Selection, c *Context) {
	last := 1
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode || n.Namespace != "" || kinds[n.Data] != heading {
			return keep
		}
		if n.Data == "h1" {
			rename(n, "h2")
		}
		if blank(textOf(n)) && !holdsPiece(n) {
			return keep // structure leaves it out
		}
		level := int(n.Data[1] - '0')
		if last > 1 && level > last+1 {
			c.find(finding.HeadingGap, "", 0, fmt.Sprintf("h%d is followed by h%d", last, level))
		}
		last = level
		return keep
	})
}
