package clean

import (
	"net/url"
	"strings"

	"wp2pub/migrate/wordpress"
)

// absolute makes a safe URL that begins at the root of the site, or with a query, whole. Other relative URLs are read
// against the post's permalink only by those who can tell that something is there.
func (c *Context) absolute(safe string) string {
	if c.View == nil || safe == "" {
		return safe
	}
	switch safe[0] {
	case '/':
		home := c.View.Setup().Home
		if u, err := url.Parse(home); err == nil && u.Host != "" {
			return u.Scheme + "://" + u.Host + safe
		}
	case '?':
		return c.View.Setup().Home + "/" + safe
	}
	return safe
}

// resolved reads a relative URL against the post's permalink.
func (c *Context) resolved(safe string) (string, bool) {
	base, err := url.Parse(c.Base)
	if err != nil || base.Host == "" {
		return "", false
	}
	u, err := base.Parse(safe)
	if err != nil {
		return "", false
	}
	return u.String(), true
}

// own reports whether a whole URL is one of this site, its uploads included.
func (c *Context) own(whole string) bool {
	if c.View == nil {
		return false
	}
	setup := c.View.Setup()
	host := bareHost(whole)
	return host != "" && (host == bareHost(setup.Home) || host == bareHost(setup.SiteURL) || host == bareHost(setup.Uploads))
}

// below reports whether a URL of this site's host lies below its home page, and is not of what else the host may serve.
func (c *Context) below(whole string) bool {
	setup := c.View.Setup()
	u, err := url.Parse(whole)
	if err != nil {
		return false
	}
	for _, top := range []string{setup.Home, setup.SiteURL} {
		if at, err := url.Parse(top); err == nil && strings.HasPrefix(u.Path+"/", strings.TrimRight(at.Path, "/")+"/") {
			return true
		}
	}
	return false
}

// foreign reports whether a link leads to another site.
func (c *Context) foreign(href string) bool {
	safe, ok := safeURL(href, mediaSchemes)
	return ok && bareHost(safe) != "" && !c.own(safe)
}

// bareHost is the host of a whole URL, in the form in which hosts are compared.
func bareHost(whole string) string {
	_, rest, found := strings.Cut(whole, "://")
	if !found {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	return wordpress.HostKey(rest[strings.LastIndexByte(rest, '@')+1:])
}

// source finds the file that a source shows: its URL, whole, and the original's where the media library has it.
func (c *Context) source(raw string) (string, *wordpress.Attachment, bool) {
	safe, ok := safeURL(raw, mediaSchemes)
	if ok && nowhere(safe) {
		return "", nil, false
	}
	if !ok || c.View == nil {
		return safe, nil, ok
	}
	candidates := []string{c.absolute(safe)}
	if bareHost(safe) == "" && candidates[0] == safe {
		if whole, ok := c.resolved(safe); ok {
			candidates = []string{whole}
		}
	}
	if origin, ok := proxied(safe); ok {
		candidates = append(candidates, origin)
	}
	for _, candidate := range candidates {
		if !c.own(candidate) {
			continue
		}
		plain, _, _ := strings.Cut(candidate, "#")
		plain, _, _ = strings.Cut(plain, "?")
		if a, ok := c.View.AttachmentByURL(plain); ok {
			if file, ok := safeURL(c.View.AttachmentURL(a), mediaSchemes); ok && file != "" {
				return file, a, true
			}
		}
	}
	return candidates[0], nil, true
}

// proxied returns the address behind an image service that puts it into its own path: i0.wp.com/example.org/a.jpg.
func proxied(whole string) (string, bool) {
	switch bareHost(whole) {
	case "i0.wp.com", "i1.wp.com", "i2.wp.com", "i3.wp.com":
		_, path, _ := strings.Cut(whole, ".wp.com/")
		return "https://" + path, path != ""
	}
	return "", false
}

// withoutSize takes "-300x200" or "-scaled" off a file name.
func withoutSize(name string) string {
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return name
	}
	stem, extension := name[:dot], name[dot:]
	if short, ok := strings.CutSuffix(stem, "-scaled"); ok {
		return short + extension
	}
	dash := strings.LastIndexByte(stem, '-')
	if dash < 0 {
		return name
	}
	width, height, found := strings.Cut(stem[dash+1:], "x")
	if !found || !digits(width) || !digits(height) {
		return name
	}
	return stem[:dash] + extension
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
