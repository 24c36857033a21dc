package clean

import (
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// restoreImages makes every image, sound and film show its original file instead of a resized copy, and takes out
// images that show nothing: tracking pixels, spacers, placeholders for which there is no image.
func restoreImages(s *goquery.Selection, c *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode {
			return pass
		}
		switch n.Data {
		case "picture":
			fillPicture(n)
			return unwrap
		case "img":
			return restoreImage(n, c)
		case "audio", "video", "source", "track":
			return restoreMedia(n, c)
		}
		return keep
	})
}

// fillPicture gives the image of a picture element a source where only the alternatives have one.
func fillPicture(picture *html.Node) {
	best := ""
	for child := picture.FirstChild; child != nil; child = child.NextSibling {
		if isElement(child, "source") && best == "" {
			best = largest(attribute(child, "srcset"))
		}
		if isElement(child, "img") && placeholder(attribute(child, "src")) && best != "" {
			setAttribute(child, "src", best)
		}
	}
}

func restoreImage(n *html.Node, c *Context) verdict {
	src := strings.TrimSpace(attribute(n, "src"))
	if pictureData(src) {
		setAttribute(n, "src", src)
		return pass
	}
	if src == "" || strings.HasPrefix(src, "data:") && placeholder(src) {
		c.loseNodes(finding.PixelRemoved, pixelName(src), 1, n)
		return divide
	}
	file, attachment, ok := c.source(src)
	if !ok || file == "" {
		c.loseNodes(finding.URLUnsafe, "img", 1, n)
		return divide
	}
	if showsNothing(n, file, attachment) {
		c.loseNodes(finding.PixelRemoved, pixelName(src), 1, n)
		return divide
	}
	if attachment == nil {
		if original := c.originalOf(n, file); original != file {
			file = original
			resize(n, &wordpress.Attachment{})
		}
	}
	if file != src || tiny(n) {
		resize(n, attachment)
	}
	setAttribute(n, "src", file)
	return pass
}

// showsNothing reports whether an image is a tracking pixel or spacer.
func showsNothing(n *html.Node, file string, a *wordpress.Attachment) bool {
	if a != nil && (a.Width != 0 || a.Height != 0) {
		return a.Width <= 1 && a.Height <= 1 && !strings.HasSuffix(strings.ToLower(a.File), ".svg")
	}
	return a == nil && tiny(n) || blank(attribute(n, "alt")) && decorative[strings.ToLower(fileName(file))]
}

// resize makes width and height those of the file that the image now shows.
func resize(n *html.Node, a *wordpress.Attachment) {
	if a == nil {
		return
	}
	if a.Width <= 0 || a.Height <= 0 {
		removeAttribute(n, "width")
		removeAttribute(n, "height")
		return
	}
	setAttribute(n, "width", strconv.Itoa(a.Width))
	setAttribute(n, "height", strconv.Itoa(a.Height))
}

// tiny reports whether an image is shown at no more than one pixel, or not at all.
func tiny(n *html.Node) bool {
	small := 0
	for _, name := range []string{"width", "height"} {
		value, ok := findAttribute(n, name)
		if !ok {
			value = declared(n, name)
		}
		if size, ok := length(value); ok && size <= 1 && !strings.HasSuffix(value, "%") {
			small++
		}
	}
	return small == 2
}

// pixelName says which pixel it was: the host that counts, or the file.
func pixelName(src string) string {
	switch {
	case src == "":
		return "image without source"
	case strings.HasPrefix(src, "data:"):
		return "placeholder"
	}
	if host := bareHost(src); host != "" {
		return host
	}
	return fileName(src)
}

// restoreMedia resolves the source of a sound or film, without the counters that players append.
func restoreMedia(n *html.Node, c *Context) verdict {
	for _, name := range []string{"src", "poster"} {
		src, ok := findAttribute(n, name)
		if !ok {
			continue
		}
		file, _, safe := c.source(src)
		if !safe {
			c.lose(finding.URLUnsafe, n.Data, 1)
		}
		if !safe || file == "" {
			removeAttribute(n, name)
			continue
		}
		if plain, counter, found := strings.Cut(file, "?_="); found && digits(counter) {
			file = plain
		}
		setAttribute(n, name, file)
	}
	if n.Data == "source" && attribute(n, "src") == "" {
		return drop
	}
	if n.Data == "audio" || n.Data == "video" {
		setAttribute(n, "controls", "")
	}
	return keep
}
