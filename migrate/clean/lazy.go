package clean

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// restoreLazyImages puts the real address of an image, a frame or a sound back where a lazy-loading script keeps a
// placeholder, and resolves noscript copies: a copy of what stands beside it goes, one that stands alone is the image.
func restoreLazyImages(s *goquery.Selection, c *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode {
			return pass
		}
		switch n.Data {
		case "img", "iframe", "video", "audio", "source":
			restoreSource(n)
		case "amp-img", "amp-iframe", "amp-video", "amp-audio":
			rename(n, strings.TrimPrefix(n.Data, "amp-"))
			restoreSource(n)
		}
		return keep
	})
	shown := map[string]bool{}
	for _, root := range s.Nodes {
		for n := range descendants(root) {
			if isElement(n, "img", "iframe", "video", "audio") && !insideNoscript(n, root) {
				shown[sourceKey(n)] = true
			}
		}
	}
	walk(s, func(n *html.Node) verdict {
		if !isElement(n, "noscript") {
			return keep
		}
		return resolveNoscript(n, shown, c)
	})
}

// lazySources are the attributes in which lazy-loading scripts keep the real address, the likeliest first.
var lazySources = []string{"data-lazy-src", "data-src", "data-original", "data-orig-src", "data-lazy", "data-echo",
	"data-url", "data-full-url", "data-large-file", "data-orig-file"}

var lazySourceSets = []string{"data-lazy-srcset", "data-srcset", "srcset"}

// restoreSource gives an element its real source if what it has is missing or a placeholder.
func restoreSource(n *html.Node) {
	if len(n.Attr) == 0 {
		return
	}
	src := strings.TrimSpace(attribute(n, "src"))
	if !placeholder(src) && !hasClass(n, "lazy", "lazyload", "lazyloaded", "lazyloading", "lazy-load", "b-lazy", "rocket-lazyload") {
		return
	}
	for _, name := range lazySources {
		if real := strings.TrimSpace(attribute(n, name)); real != "" && !placeholder(real) {
			setAttribute(n, "src", real)
			return
		}
	}
	if !placeholder(src) {
		return
	}
	for _, name := range lazySourceSets {
		if real := largest(attribute(n, name)); real != "" && !placeholder(real) {
			setAttribute(n, "src", real)
			return
		}
	}
}

// placeholder reports whether a source stands for another one that is to be loaded later, or for nothing.
func placeholder(src string) bool {
	if src == "" || src == "#" || strings.HasPrefix(src, "about:") {
		return true
	}
	if len(src) > 5 && strings.EqualFold(src[:5], "data:") {
		return !pictureData(src)
	}
	name := strings.ToLower(fileName(src))
	for _, word := range []string{"spacer.", "blank.", "placeholder.", "lazy_placeholder.", "transparent.", "1x1.", "pixel.", "grey.", "loading.", "loader.", "clear.", "trans."} {
		if strings.HasPrefix(name, word) {
			return true
		}
	}
	return false
}

// fileName is the last segment of a URL's path.
func fileName(url string) string {
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		url = url[:i]
	}
	return url[strings.LastIndexByte(url, '/')+1:]
}

// largest returns the source of a srcset with the greatest width or density.
func largest(srcset string) string {
	best, most := "", -1.0
	for candidate := range strings.SplitSeq(srcset, ", ") {
		fields := strings.Fields(strings.Trim(candidate, ", "))
		if len(fields) == 0 {
			continue
		}
		size := 1.0
		if len(fields) > 1 {
			size, _ = length(fields[1])
		}
		if size > most {
			best, most = fields[0], size
		}
	}
	return best
}

func insideNoscript(n, root *html.Node) bool {
	for ; n != root && n != nil; n = n.Parent {
		if n.Data == "noscript" {
			return true
		}
	}
	return false
}

// sourceKey names what an element shows, whatever its size, so that copies of one image are known as such.
func sourceKey(n *html.Node) string {
	src := attribute(n, "src")
	if src == "" {
		for child := n.FirstChild; child != nil && src == ""; child = child.NextSibling {
			if isElement(child, "source") {
				src = attribute(child, "src")
			}
		}
	}
	return withoutSize(fileName(src))
}

// resolveNoscript keeps the pictures and frames that the page shows only to readers without scripts, and drops the rest.
func resolveNoscript(n *html.Node, shown map[string]bool, c *Context) verdict {
	content := n
	if n.FirstChild != nil && n.FirstChild.Type == html.TextNode && strings.Contains(n.FirstChild.Data, "<") {
		content = Parse(n.FirstChild.Data)
	}
	var only []*html.Node
	lost := false
	for d := range descendants(content) {
		switch {
		case isElement(d, "img", "iframe", "video", "audio"):
			restoreSource(d)
			if key := sourceKey(d); !shown[key] {
				shown[key] = true
				only = append(only, d)
			}
		case d.Type == html.TextNode && !blank(d.Data):
			lost = true
		}
	}
	for _, d := range only {
		detach(d)
		n.Parent.InsertBefore(d, n)
	}
	if lost {
		c.lose(finding.ElementRemoved, "noscript", 1)
	}
	return drop
}
