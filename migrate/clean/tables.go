package clean

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// unwrapLayoutTables takes away tables that hold no data: those that say so by their role, and those of one cell. A
// table with headers or a caption holds data, whatever its role.
// Every other table stays a table.
func unwrapLayoutTables(s *goquery.Selection, _ *Context) {
	walk(s, func(n *html.Node) verdict {
		if isElement(n, "table") && isLayout(n) {
			unwrapTable(n)
		}
		return keep
	})
}

func isLayout(table *html.Node) bool {
	role := strings.ToLower(attribute(table, "role"))
	cells, headers := countCells(table)
	return headers == 0 && (cells == 1 || role == "presentation" || role == "none")
}

// countCells counts the cells of a table, and its headers and captions. It does not look into cells.
func countCells(n *html.Node) (cells, headers int) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case isElement(child, "td"):
			cells++
		case isElement(child, "th"):
			cells, headers = cells+1, headers+1
		case isElement(child, "caption"):
			headers++
		case isElement(child, "thead", "tbody", "tfoot", "tr"):
			c, h := countCells(child)
			cells, headers = cells+c, headers+h
		}
	}
	return cells, headers
}

// unwrapTable turns the parts of a table, but not of tables inside it, into plain boxes.
func unwrapTable(n *html.Node) {
	rename(n, "div")
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case isElement(child, "thead", "tbody", "tfoot", "tr"):
			unwrapTable(child)
		case isElement(child, "td", "th", "caption"):
			rename(child, "div")
		}
	}
}
