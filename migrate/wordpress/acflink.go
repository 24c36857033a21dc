package wordpress

import (
	"strings"

	"wp2pub/migrate/finding"
)

// asURL takes any text for the address that a field holds, but one that would run code where it is followed.
func asURL(r *acfReader, _ *ACFField, v any) (any, bool) { return r.safe(textOf(v)), isScalar(v) }

// asLink reads the array of a link field; older ones stored the URL alone.
func asLink(r *acfReader, _ *ACFField, v any) (any, bool) {
	if s, ok := v.(string); ok {
		s = r.safe(s)
		return withText(nil, "url", s), s == "" || isURL(s)
	}
	o, ok := v.(Object)
	link := withText(nil, "title", textOf(lookup(o, "title")))
	link = withText(link, "url", r.safe(textOf(lookup(o, "url"))))
	return withText(link, "target", textOf(lookup(o, "target"))), ok
}

// asIcon reads the array of an icon picker. An icon out of the media library is stored as the file's ID.
func asIcon(r *acfReader, _ *ACFField, v any) (any, bool) {
	o, ok := v.(Object)
	icon := withText(nil, "type", textOf(lookup(o, "type")))
	value := lookup(o, "value")
	if id, isID := identifier(value); isID && lookup(o, "type") == "media_library" {
		return append(icon, r.media(id)...), ok
	}
	return withText(icon, "value", r.safe(textOf(value))), ok
}

// withText adds a text to an Object, unless it is empty.
func withText(o Object, name, text string) Object {
	if text == "" {
		return o
	}
	return append(o, property{name, text})
}

// asPages gives the posts that a page link names, and the URLs that it holds for archives.
func asPages(r *acfReader, f *ACFField, v any) (any, bool) {
	return r.each(f, v, func(v any) (any, bool) {
		if id, ok := identifier(v); ok {
			return r.post(id), true
		}
		s, ok := v.(string)
		return r.safe(s), ok
	})
}

// safe returns a URL as it is, and nothing for one whose scheme runs code.
func (r *acfReader) safe(url string) string {
	if scheme := codeScheme(url); scheme != "" {
		r.view.Log.Lose(finding.URLUnsafe, r.field()+": "+scheme, 1)
		return ""
	}
	return url
}

// codeScheme returns the scheme of a URL that runs code, as a browser reads it: white space and control characters
// before and within are passed over.
func codeScheme(url string) string {
	before, _, ok := strings.Cut(url, ":")
	if !ok || len(before) > 100 {
		return ""
	}
	scheme := strings.ToLower(strings.Map(func(c rune) rune {
		if c <= ' ' {
			return -1
		}
		return c
	}, before))
	switch scheme {
	case "javascript", "vbscript", "data":
		return scheme
	}
	return ""
}

// isURL reports whether a text is an absolute URL of the web or one of this site.
func isURL(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "/")
}
