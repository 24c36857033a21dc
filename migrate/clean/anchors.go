package clean

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// keepAnchors keeps the ids that a link of the body points to, and no others. An id that could hide a property of the
// page's own objects from scripts gets a prefix, and so do the links to it.
func keepAnchors(s *goquery.Selection, c *Context) {
	wanted := map[string]bool{} // whether it was found
	walk(s, func(n *html.Node) verdict {
		if name, ok := c.fragment(n); ok {
			wanted[name] = false
		}
		return keep
	})
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode || len(n.Attr) == 0 {
			return keep
		}
		id := attribute(n, "id")
		if name := attribute(n, "name"); name != "" && n.Data == "a" {
			if _, known := wanted[id]; !known {
				id = name
			}
		}
		removeAttribute(n, "name")
		removeAttribute(n, "id")
		if found, known := wanted[id]; known && !found {
			if safe, ok := anchorName(id); ok {
				wanted[id] = true
				setAttribute(n, "id", safe)
			}
		}
		return keep
	})
	walk(s, func(n *html.Node) verdict {
		name, ok := c.fragment(n)
		if !ok {
			return keep
		}
		if !wanted[name] {
			c.lose(finding.LinkBroken, "#"+name, 1)
			return keep
		}
		safe, _ := anchorName(name)
		page, _, _ := strings.Cut(attribute(n, "href"), "#")
		setAttribute(n, "href", page+(&url.URL{Fragment: safe}).String())
		return keep
	})
}

// fragment returns the name that a link to a place in this very body points to. Links that show nothing and links in links,
// which will not stay, do not count.
func (c *Context) fragment(n *html.Node) (string, bool) {
	if n.Type != html.ElementNode || n.Data != "a" || insideLink(n) || blank(textOf(n)) && !holdsPiece(n) {
		return "", false
	}
	page, fragment, found := strings.Cut(attribute(n, "href"), "#")
	if !found || page != "" && page != c.Base {
		return "", false
	}
	name, err := url.PathUnescape(fragment)
	if err != nil || name == "" || strings.EqualFold(name, "top") {
		return "", false
	}
	return name, true
}

func insideLink(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == "a" && attribute(p, "href") != "" {
			return true
		}
	}
	return false
}

// anchorName makes an id that clobbers nothing: properties of a browser's objects are plain names of letters.
func anchorName(id string) (string, bool) {
	id = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return '-'
		}
		return r
	}, id)
	if id == "" || strings.ContainsAny(id, "<>\"'`&") {
		return "", false
	}
	if mayClobber(id) {
		id = "anchor-" + id
	}
	return id, true
}

func mayClobber(id string) bool {
	stem := strings.TrimRight(id, "0123456789")
	if stem == "" || strings.ContainsAny(id, "-.:") {
		return false
	}
	if stem != id && strings.ToLower(stem) == stem && strings.Trim(stem, "abcdefghijklmnopqrstuvwxyz") == "" {
		return false // fn1, note12
	}
	if id[0] == '_' && !strings.HasPrefix(id, "__") {
		return false // _ftn1
	}
	for i := 0; i < len(id); i++ {
		if id[i] >= 0x80 {
			return false
		}
	}
	return true
}
