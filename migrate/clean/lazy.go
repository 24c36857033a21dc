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
var lazySources = []string{"data-lazy-src", "data-src", "data-original", "data-orig-src", "data-lazy", "data-lazyload", "data-src-img",
	"data-opt-src", "data-wpfc-original-src", "data-cfsrc", "data-ezsrc", "data-pagespeed-lazy-src", "data-nectar-img-src",
	"data-flickity-lazyload", "data-td-src-property", "data-img-url", "data-hi-res-src", "data-echo", "data-url", "data-full-url",
	"data-orig-file", "data-large-file"}

var lazySourceSets = []string{"data-lazy-srcset", "data-srcset", "data-opt-srcset", "data-wpfc-original-srcset", "data-pagespeed-lazy-srcset", "srcset"}

// lazyClasses mark what a script loads later, or has loaded before the page was stored.
var lazyClasses = []string{"lazy", "lazyload", "lazyloaded", "lazyloading", "lazy-load", "lazy-loaded", "lazy-hidden", "lazyload-wrap", "b-lazy",
	"rocket-lazyload", "jetpack-lazy-image", "perfmatters-lazy", "ewww_webp", "blur-up", "litespeed-loaded"}

// restoreSource gives an element its real source if what it has is missing, a placeholder, or a first rough copy.
func restoreSource(n *html.Node) {
	if len(n.Attr) == 0 {
		return
	}
	src := strings.TrimSpace(attribute(n, "src"))
	inline := len(src) > 5 && strings.EqualFold(src[:5], "data:")
	if !inline && !placeholder(src) && !hasClass(n, lazyClasses...) {
		return
	}
	for _, name := range lazySources {
		if real := strings.TrimSpace(attribute(n, name)); real != "" && !placeholder(real) {
			setAttribute(n, "src", strings.TrimRight(strings.TrimSuffix(real, "is-pending-load=1"), "?&"))
			return
		}
	}
	if !inline && !placeholder(src) {
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

func insideNoscript(n, root *html.Node) bool {
	for ; n != root && n != nil; n = n.Parent {
		if n.Data == "noscript" {
			return true
		}
	}
	return false
}

// sourceKey names what an element shows, whatever its size and whichever host serves it, so that copies are known as
// such: of an image the last parts of the path, as in 2020/05/photo.jpg.
func sourceKey(n *html.Node) string {
	src := attribute(n, "src")
	for child := n.FirstChild; child != nil && src == ""; child = child.NextSibling {
		if isElement(child, "source") {
			src = attribute(child, "src")
		}
	}
	src = strings.TrimSpace(src)
	if n.Data != "img" {
		return src[strings.Index(src, "//")+1:]
	}
	path, _, _ := strings.Cut(src, "?")
	from := len(path)
	for range 3 {
		if i := strings.LastIndexByte(path[:from], '/'); i >= 0 {
			from = i
		}
	}
	return withoutSize(path[from:])
}

// resolveNoscript keeps the pictures and frames that the page shows only to readers without scripts, and drops the rest.
func resolveNoscript(n *html.Node, shown map[string]bool, c *Context) verdict {
	content, media := n, false
	if only := n.FirstChild; only != nil && only == n.LastChild && only.Type == html.TextNode && strings.Contains(only.Data, "<") {
		if parsed := Parse(only.Data); parsed.FirstChild != nil { // the parser took the page for one with scripts
			content = parsed
		}
	}
	var only []*html.Node
	for d := range descendants(content) {
		if !isElement(d, "img", "iframe", "video", "audio") {
			continue
		}
		media = true
		restoreSource(d)
		if key := sourceKey(d); !shown[key] {
			shown[key] = true
			only = append(only, d)
		}
	}
	for _, d := range only {
		detach(d)
		n.Parent.InsertBefore(d, n)
	}
	if !media {
		content = n
	}
	if !blank(textOf(content)) {
		c.loseNodes(finding.ElementRemoved, "noscript", 1, content)
	}
	return drop
}
