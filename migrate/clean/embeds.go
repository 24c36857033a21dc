package clean

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// trustedFrames are the players that may stay as frames, by host and the beginning of the path. They show one
// recording each and run on their own sites.
var trustedFrames = map[string]string{
	"www.youtube.com": "/embed/", "youtube.com": "/embed/", "www.youtube-nocookie.com": "/embed/", "player.vimeo.com": "/video/",
	"www.dailymotion.com": "/embed/", "geo.dailymotion.com": "/player", "w.soundcloud.com": "/player", "embed.ted.com": "/talks/",
	"archive.org": "/embed/", "open.spotify.com": "/embed/", "videopress.com": "/embed/",
}

// trustedFrame reports whether a frame with this source may stay.
func trustedFrame(src string) bool {
	u, err := url.Parse(src)
	if err != nil || u.Scheme != "https" || u.User != nil {
		return false
	}
	path, known := trustedFrames[strings.ToLower(u.Host)]
	return known && strings.HasPrefix(u.Path, path)
}

// replaceEmbeds keeps the frames of trusted players and puts a figure with a link in the place of all others, and of
// objects that need a plugin.
func replaceEmbeds(s *goquery.Selection, c *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode || n.Namespace != "" {
			return keep
		}
		switch n.Data {
		case "iframe", "frame":
			return replaceFrame(n, c)
		case "object", "embed", "applet":
			return replaceObject(n, c)
		}
		return keep
	})
}

func replaceFrame(n *html.Node, c *Context) verdict {
	for n.FirstChild != nil {
		if !blank(n.FirstChild.Data) {
			c.loseNodes(finding.ElementRemoved, "text for browsers without frames", 1, n.FirstChild)
		}
		n.RemoveChild(n.FirstChild)
	}
	if _, inline := findAttribute(n, "srcdoc"); inline {
		c.loseNodes(finding.ScriptRemoved, "iframe with srcdoc", 1, n)
		return drop
	}
	src, ok := safeURL(attribute(n, "src"), mediaSchemes)
	if !ok {
		c.loseNodes(finding.URLUnsafe, "iframe", 1, n)
	}
	if !ok || src == "" {
		return divide
	}
	src = c.absolute(unwrapped(src))
	if secure, plain := strings.CutPrefix(src, "http://"); plain && trustedFrame("https://"+secure) {
		src = "https://" + secure
	}
	if tiny(n) {
		c.loseNodes(finding.PixelRemoved, pixelName(src), 1, n)
		return divide
	}
	if n.Data == "iframe" && trustedFrame(src) {
		setAttribute(n, "src", src)
		return pass
	}
	c.lose(finding.EmbedFrame, bareHost(src), 1)
	standIn(n, src, attribute(n, "title"))
	return pass
}

// replaceObject puts a link to the file in the place of a plugin's object. What stands inside one is shown only where the object is not.
func replaceObject(n *html.Node, c *Context) verdict {
	src := objectSource(n)
	c.loseNodes(finding.ScriptRemoved, n.Data, 1, n)
	safe, ok := safeURL(src, mediaSchemes)
	if !ok {
		c.lose(finding.URLUnsafe, n.Data, 1)
	}
	if !ok || safe == "" {
		return divide
	}
	standIn(n, c.absolute(unwrapped(safe)), attribute(n, "title"))
	return pass
}

// objectSource finds what an object shows, in its own attributes or in its parameters.
func objectSource(n *html.Node) string {
	for _, name := range []string{"data", "src", "code"} {
		if src := attribute(n, name); src != "" {
			return src
		}
	}
	for d := range descendants(n) {
		switch {
		case isElement(d, "param") && oneOfNames(attribute(d, "name"), "movie", "src", "url", "filename"):
			return attribute(d, "value")
		case isElement(d, "embed") && attribute(d, "src") != "":
			return attribute(d, "src")
		}
	}
	return ""
}

func oneOfNames(s string, names ...string) bool {
	for _, name := range names {
		if strings.EqualFold(s, name) {
			return true
		}
	}
	return false
}

// standIn replaces a node by a link in a figure. It makes no figure inside one.
func standIn(n *html.Node, href, title string) {
	link := newElement("a", html.Attribute{Key: "href", Val: href})
	title = strings.TrimSpace(title)
	if title == "" {
		title = href
	}
	link.AppendChild(textNode(title))
	if insideFigure(n) {
		replace(n, link)
		return
	}
	box := newElement("figure")
	box.AppendChild(link)
	replace(n, box)
}

// insideFigure looks as far up as wrappers go.
func insideFigure(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		switch kinds[p.Data] {
		case figure:
			return true
		case wrapper, paragraph, formatting:
		default:
			return false
		}
	}
	return false
}
