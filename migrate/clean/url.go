package clean

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// schemes are those that a clean body may link to: places and people, nothing that runs.
var schemes = set("http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "news", "nntp", "irc", "ircs", "gopher", "telnet",
	"geo", "xmpp", "webcal", "feed", "callto", "fax", "skype", "whatsapp", "magnet", "urn", "doi")

// mediaSchemes are those that an image, a frame or a sound may come from.
var mediaSchemes = set("http", "https", "ftp")

// nowhere reports whether a safe URL names no host where it must.
func nowhere(safe string) bool { return strings.Contains(safe, ":///") }

// safeURL writes a URL in one canonical way, or says that it is none that may stay. It reads the URL as browsers do:
// white space around it and line ends and control characters in it do not count, and a scheme is known by its
// letters, whatever was put between them.
func safeURL(raw string, allowed map[string]bool) (string, bool) {
	if plainURL(raw) {
		return raw, true
	}
	s := strings.Map(func(r rune) rune {
		if r < 0x20 || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, raw)
	s = strings.TrimFunc(s, func(r rune) bool { return r == ' ' || r == '\u00a0' || invisible(r) })
	if s == "" {
		return "", true
	}
	if s == "#" {
		return "#top", true // the same, in a form that no reader takes for nothing
	}
	if strings.HasPrefix(s, `\`) || strings.HasPrefix(s, `/\`) {
		s = strings.ReplaceAll(s, `\`, "/")
	}
	if strings.HasPrefix(s, "//") {
		s = "https:" + s
	}
	if scheme := strings.ToLower(schemeOf(s)); scheme != "" {
		if !allowed[scheme] {
			return "", false
		}
		if mediaSchemes[scheme] { // whatever slashes follow, browsers read a host
			s = scheme + "://" + strings.TrimLeft(s[len(scheme)+1:], `/\`)
		}
	} else if before, _, found := strings.Cut(s, ":"); found && !strings.ContainsAny(before, "/?#") {
		return "", false // a colon where only a scheme may have one
	}
	u, err := url.Parse(escapeStray(s))
	if err != nil {
		return "", false
	}
	if u.Host == "" && mediaSchemes[u.Scheme] {
		u.Path = "/" // a URL that leads nowhere, but one that all read alike
	}
	u.Host = asciiHost(u.Host)
	out := u.String()
	if again, err := url.Parse(out); err != nil || again.String() != out {
		return "", false // two readers would not agree on it
	}
	return out, true
}

// asciiHost writes the letters of a host beyond ASCII in Punycode, which every reader takes for the same host.
func asciiHost(host string) string {
	if strings.IndexFunc(host, func(r rune) bool { return r >= 0x80 }) < 0 {
		return host
	}
	if ascii, err := idna.Punycode.ToASCII(strings.ToLower(host)); err == nil {
		return ascii
	}
	return host
}

// plainURL reports whether a URL is of the most common kind: on the web, without anything that could be read in two
// ways.
func plainURL(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	if !ok || rest == "" || !plainURLBytes[rest[0]] || rest[0] == '/' {
		return false
	}
	for i := 0; i < len(rest); i++ {
		if !plainURLBytes[rest[i]] {
			return false
		}
	}
	return true
}

// plainURLBytes are letters, digits and the signs that mean nothing in any part of a URL, and the slash.
var plainURLBytes = func() (plain [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/") {
		plain[c] = true
	}
	return plain
}()

// schemeOf returns what stands before the colon where that has the form of a scheme.
func schemeOf(s string) string {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		case i > 0 && c == ':':
			return s[:i]
		default:
			return ""
		}
	}
	return ""
}

// escapeStray percent-encodes what a URL may not hold as it is: spaces, and percent signs that encode nothing.
func escapeStray(s string) string {
	if !strings.ContainsAny(s, "% \"<>`") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			b.WriteString("%20")
		case c == '"':
			b.WriteString("%22")
		case c == '<':
			b.WriteString("%3C")
		case c == '>':
			b.WriteString("%3E")
		case c == '`':
			b.WriteString("%60")
		case c == '%' && !(i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2])):
			b.WriteString("%25")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// pictureTypes are the image types that may stand in a data URL; none of them can hold a script.
var pictureTypes = []string{"data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"}

// placeholderSize is the length up to which a picture in a data URL shows nothing: a 1×1 image.
const placeholderSize = 200

// pictureData reports whether a URL is a picture written into the page, one that shows something.
func pictureData(s string) bool {
	if len(s) <= placeholderSize {
		return false
	}
	for _, prefix := range pictureTypes {
		if data, ok := strings.CutPrefix(s, prefix); ok {
			return strings.Trim(strings.TrimRight(data, "="), base64Letters) == "" && len(data)%4 == 0
		}
	}
	return false
}

const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
