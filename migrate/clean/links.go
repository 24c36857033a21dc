package clean

import (
	"net/url"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// canonicaliseLinks takes out links that could run code, and makes links to the site itself canonical: permalinks for
// pages in whatever form they were written, the file itself for attachment pages and resized copies. A link to a page
// that does not exist stays, and is reported.
func canonicaliseLinks(s *goquery.Selection, c *Context) {
	walk(s, func(n *html.Node) verdict {
		if n.Type != html.ElementNode {
			return pass
		}
		if n.Data == "a" {
			return canonicaliseLink(n, c)
		}
		if n.Data == "blockquote" || n.Data == "q" {
			if cite := attribute(n, "cite"); cite != "" {
				if safe, ok := safeURL(cite, schemes); ok {
					setAttribute(n, "cite", c.absolute(safe))
				}
			}
		}
		return keep
	})
}

func canonicaliseLink(n *html.Node, c *Context) verdict {
	href, linked := findAttribute(n, "href")
	if !linked {
		return keep
	}
	safe, ok := safeURL(href, schemes)
	switch {
	case !ok:
		c.lose(finding.URLUnsafe, unsafeName(href), 1)
		removeAttribute(n, "href")
	case safe == "":
		removeAttribute(n, "href")
	case safe[0] == '#':
		setAttribute(n, "href", safe)
	case nowhere(safe):
		c.lose(finding.LinkBroken, safe, 1)
		setAttribute(n, "href", safe)
	default:
		setAttribute(n, "href", c.link(safe))
	}
	return keep
}

// unsafeName says what was unsafe about a URL without repeating it.
func unsafeName(href string) string {
	scheme := schemeOf(strings.Map(func(r rune) rune {
		if r <= 0x20 {
			return -1
		}
		return r
	}, href))
	if scheme == "" || len(scheme) > 20 {
		return "malformed URL"
	}
	return strings.ToLower(scheme) + ":"
}

// link returns the canonical form of a safe URL.
func (c *Context) link(safe string) string {
	safe = unwrapped(safe)
	if c.View == nil {
		return safe
	}
	whole, relative := c.absolute(safe), false
	if bareHost(whole) == "" {
		if schemeOf(whole) != "" {
			return whole
		}
		if whole, relative = c.resolved(safe); !relative {
			return safe
		}
	}
	if !c.own(whole) {
		return whole
	}
	if canonical, ok := c.ownLink(whole); ok {
		return canonical
	}
	if relative {
		c.lose(finding.LinkBroken, safe, 1)
		return safe // there is no telling what its author meant
	}
	if !c.below(whole) {
		return whole
	}
	whole = c.atHome(whole)
	if c.isPage(whole) {
		c.lose(finding.LinkBroken, whole, 1)
	}
	return whole
}

// ownLink finds what a URL of this site names: a file of the media library or of a plugin for downloads, or a post.
func (c *Context) ownLink(whole string) (string, bool) {
	plain, fragment, _ := strings.Cut(whole, "#")
	canonical := ""
	if a, ok := c.View.AttachmentByURL(plain); ok {
		canonical = c.View.AttachmentURL(a)
	} else if id, ok := c.View.LibraryByURL(plain); ok || id > 0 {
		if canonical = c.View.LibraryURL(id); canonical == "" {
			if id == 0 {
				c.lose(finding.LinkBroken, plain, 1)
			}
			return safeURL(whole, schemes)
		}
	} else if id, own := c.View.PostByURL(plain); own && id > 0 {
		canonical = withQuery(c.View.Permalink(id), plain)
	}
	if canonical == "" {
		return "", false
	}
	if fragment != "" {
		canonical += "#" + fragment
	}
	return safeURL(canonical, schemes)
}

// withQuery carries over what a URL asks of a page, without what only names the page or counts its visitors.
func withQuery(permalink, whole string) string {
	_, query, found := strings.Cut(whole, "?")
	if !found {
		return permalink
	}
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(part, "=")
		if part != "" && !namesPage[name] && !strings.HasPrefix(name, "utm_") && !slices.Contains(kept, part) {
			kept = append(kept, part)
		}
	}
	if len(kept) == 0 {
		return permalink
	}
	separator := "?"
	if strings.Contains(permalink, "?") {
		separator = "&"
		kept = slices.DeleteFunc(kept, func(part string) bool { return strings.Contains(permalink, part) })
		if len(kept) == 0 {
			return permalink
		}
	}
	return permalink + separator + strings.Join(kept, "&")
}

var namesPage = set("p", "page_id", "attachment_id", "name", "pagename", "post_type", "preview", "preview_id", "preview_nonce",
	"fbclid", "gclid", "mc_cid", "mc_eid", "replytocom", "share", "nb")

// atHome writes a URL of this site with the scheme and host of its home page.
func (c *Context) atHome(whole string) string {
	u, err := url.Parse(whole)
	home, homeErr := url.Parse(c.View.Setup().Home)
	if err != nil || homeErr != nil || bareHost(whole) != bareHost(home.String()) {
		return whole
	}
	u.Scheme, u.Host, u.User = home.Scheme, home.Host, nil
	return u.String()
}

// isPage reports whether a URL of this site has the form of a post's or page's address, and not that of a list, a file or a
// part of WordPress itself.
func (c *Context) isPage(whole string) bool {
	u, err := url.Parse(whole)
	if err != nil {
		return false
	}
	query := u.Query()
	for _, name := range []string{"p", "page_id", "attachment_id"} {
		if query.Has(name) {
			return true
		}
	}
	path := strings.TrimPrefix(u.Path, "/index.php")
	if home, err := url.Parse(c.View.Setup().Home); err == nil {
		path = strings.TrimPrefix(path, home.Path)
	}
	path = strings.Trim(path, "/")
	first, _, _ := strings.Cut(path, "/")
	if path == "" || strings.HasPrefix(first, "wp-") || notPages[first] || strings.Contains(fileName(path), ".") {
		return false
	}
	if strings.Trim(path, "0123456789/") == "" || strings.HasSuffix(path, "/feed") {
		return false
	}
	for _, option := range []string{"category_base", "tag_base"} {
		if base, ok := c.View.Option(option); ok && strings.Trim(base, "/") != "" && strings.HasPrefix(path+"/", strings.Trim(base, "/")+"/") {
			return false
		}
	}
	return true
}

// notPages are the first parts of the paths under which WordPress lists posts.
var notPages = set("category", "tag", "author", "type", "page", "search", "feed", "comments", "embed", "archives", "sitemap")
