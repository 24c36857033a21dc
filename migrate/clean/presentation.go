package clean

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// replacePresentation gives text that is bold, italic, struck or raised by an inline style the element that says so,
// takes such elements away where a style undoes them, and makes a direction an attribute. Elements that HTML has given up get their modern name.
func replacePresentation(s *goquery.Selection, _ *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode || n.Namespace != "" {
			return keep
		}
		if name, old := modern[n.Data]; old {
			rename(n, name)
		}
		if attribute(n, "style") == "" {
			return keep
		}
		if direction := declared(n, "direction"); attribute(n, "dir") == "" && (direction == "rtl" || direction == "ltr") {
			setAttribute(n, "dir", direction)
		}
		switch n.Data {
		case "b", "strong":
			if isLight(declared(n, "font-weight")) && !visibleChange(n) {
				return unwrap
			}
		case "i", "em":
			if declared(n, "font-style") == "normal" && !visibleChange(n) {
				return unwrap
			}
		case "span", "font":
			for _, name := range styledAs(n) {
				inner := newElement(name)
				moveChildren(n, inner)
				n.AppendChild(inner)
			}
		}
		return keep
	})
}

// visibleChange reports whether an element still says something when its weight or slant is undone.
func visibleChange(n *html.Node) bool { return attribute(n, "id") != "" || attribute(n, "lang") != "" }

// styledAs returns the elements that say what a span's inline style shows.
func styledAs(n *html.Node) []string {
	var names []string
	if isBold(declared(n, "font-weight")) {
		names = append(names, "strong")
	}
	if style := declared(n, "font-style"); style == "italic" || style == "oblique" {
		names = append(names, "em")
	}
	if strings.Contains(declared(n, "text-decoration"), "line-through") {
		names = append(names, "s")
	}
	switch declared(n, "vertical-align") {
	case "super":
		names = append(names, "sup")
	case "sub":
		names = append(names, "sub")
	}
	return names
}

func isBold(weight string) bool {
	n, ok := length(weight)
	return weight == "bold" || weight == "bolder" || ok && n >= 600
}

func isLight(weight string) bool {
	n, ok := length(weight)
	return weight == "normal" || weight == "lighter" || ok && n < 600
}
