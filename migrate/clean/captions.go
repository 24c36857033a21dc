package clean

import (
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// makeFigures turns the older forms in which WordPress writes an image with its caption, a div or a definition list,
// into a figure.
func makeFigures(s *goquery.Selection, _ *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode {
			return pass
		}
		switch {
		case n.Data == "div" && hasClass(n, "wp-caption"):
			makeFigure(n, "p", "div")
		case n.Data == "dl" && hasClass(n, "wp-caption", "gallery-item"):
			makeFigure(n, "dd")
		}
		return keep
	})
}

// makeFigure renames a caption's box and its text, which is marked by a class, and takes the other boxes away.
func makeFigure(box *html.Node, textNames ...string) {
	rename(box, "figure")
	for child := box.FirstChild; child != nil; child = child.NextSibling {
		if isElement(child, textNames...) && hasClass(child, "wp-caption-text", "wp-caption-dd", "gallery-caption") {
			rename(child, "figcaption")
		} else if isElement(child, "dt", "dd") {
			rename(child, "div")
		}
	}
}
