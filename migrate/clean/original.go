package clean

import (
	"strings"

	"golang.org/x/net/html"
)

// originalOf finds the original of an image that the media library does not know: a file whose name is that of the
// image without its size, which the page itself names, as another source of the image or as what it links to.
func (c *Context) originalOf(n *html.Node, file string) string {
	whole := withoutSize(beforeQuery(file))
	if whole == beforeQuery(file) {
		return file
	}
	for _, raw := range otherSources(n) {
		safe, ok := safeURL(raw, mediaSchemes)
		if !ok {
			continue
		}
		if other := c.absolute(safe); beforeQuery(other) == whole {
			return other
		}
	}
	return file
}

// otherSources are the addresses beside its source that speak of an image.
func otherSources(n *html.Node) []string {
	var sources []string
	for _, name := range []string{"data-orig-file", "data-full-url", "data-large-file"} {
		if source := attribute(n, name); source != "" {
			sources = append(sources, source)
		}
	}
	for _, name := range lazySourceSets {
		for _, c := range candidates(attribute(n, name)) {
			sources = append(sources, c.url)
		}
	}
	for p := n.Parent; p != nil && kindOf(p) == formatting; p = p.Parent {
		if href := attribute(p, "href"); p.Data == "a" && href != "" {
			sources = append(sources, href)
		}
	}
	return sources
}

func beforeQuery(url string) string {
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		return url[:i]
	}
	return url
}

// decorative are the names of files that show nothing, which old editors used to push text about.
var decorative = set("spacer.gif", "blank.gif", "pixel.gif", "clear.gif", "transparent.gif", "trans.gif", "1x1.gif", "shim.gif", "dot_clear.gif",
	"clearpixel.gif", "spacer.png", "blank.png", "pixel.png", "transparent.png", "1x1.png")
