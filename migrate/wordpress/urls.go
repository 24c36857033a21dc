package wordpress

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"
)

// place is where a URL leads, as far as links to a site's own posts and files are concerned.
type place struct {
	host  string // see HostKey; empty for a URL without one
	path  string // as written, with its slash in front, without query and fragment
	query url.Values
}

// placeOf takes a URL apart. It is lenient, since authors write links by hand: spaces and broken escapes stay. Ok is
// false for what is no web address, leads only within its page, or is relative to the page it stands on.
func placeOf(raw string) (p place, ok bool) {
	raw, _, _ = strings.Cut(strings.TrimSpace(raw), "#")
	raw, query, _ := strings.Cut(raw, "?")
	p.query, _ = url.ParseQuery(strings.ReplaceAll(query, "&amp;", "&"))
	raw = strings.ReplaceAll(raw, "\\", "/")
	if scheme, rest, found := strings.Cut(raw, "://"); found && !strings.Contains(scheme, "/") {
		if scheme = strings.ToLower(scheme); scheme != "http" && scheme != "https" {
			return p, false
		}
		raw = "//" + rest
	}
	if rest, found := strings.CutPrefix(raw, "//"); found {
		authority, path, _ := strings.Cut(rest, "/")
		if i := strings.LastIndexByte(authority, '@'); i >= 0 {
			authority = authority[i+1:]
		}
		p.host, p.path = HostKey(authority), "/"+path
		return p, p.host != ""
	}
	p.path = raw
	return p, strings.HasPrefix(raw, "/") || raw == "" && query != ""
}

// HostKey is a host in the form in which hosts are compared: in lower case, without "www." and port, letters beyond
// ASCII in Punycode.
func HostKey(host string) string {
	host = bareHost(percentDecode(host))
	if ascii, err := idna.Punycode.ToASCII(host); err == nil {
		return ascii
	}
	return host
}

// ownPath returns the path of a place below the site's home, or below the folder of its WordPress, without slashes at
// its ends, and whether it belongs to the site at all.
func (s *Site) ownPath(p place) (path string, own bool) {
	if p.host == "" && p.path == "" { // "?p=1"
		return "", true
	}
	longest := ""
	for _, base := range []string{s.Home, s.SiteURL} {
		at, ok := placeOf(base + "/")
		if !ok || p.host != "" && p.host != at.host || len(at.path) < len(longest) {
			continue
		}
		if rest, below := strings.CutPrefix(strings.TrimRight(p.path, "/")+"/", at.path); below {
			path, own, longest = strings.Trim(rest, "/"), true, at.path
		}
	}
	return path, own
}

// pathKey is a path in the form in which paths are compared: decoded, NFC, in lower case, without slashes at its
// ends.
func pathKey(path string) string {
	return strings.Trim(strings.ToLower(norm.NFC.String(percentDecode(path))), "/")
}
