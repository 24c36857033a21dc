package clean

import (
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// allowed are the elements of a clean body, each with its own attributes.
var allowed = map[string][]string{
	"a": {"href", "title", "hreflang"}, "abbr": {"title"}, "audio": {"src", "controls", "loop", "muted"}, "b": nil, "bdi": nil, "bdo": nil,
	"blockquote": {"cite"}, "br": nil, "caption": nil, "cite": nil, "code": nil, "dd": nil, "del": {"cite", "datetime"}, "details": {"open"},
	"dfn": {"title"}, "div": nil, "dl": nil, "dt": nil, "em": nil, "figcaption": nil, "figure": nil, "h2": nil, "h3": nil, "h4": nil, "h5": nil,
	"h6": nil, "hr": nil, "i": nil, "iframe": {"src", "title", "width", "height", "allowfullscreen"}, "img": {"src", "alt", "title", "width", "height"},
	"ins": {"cite", "datetime"}, "kbd": nil, "li": {"value"}, "mark": nil, "ol": {"start", "reversed", "type"}, "p": nil, "pre": nil, "q": {"cite"},
	"rp": nil, "rt": nil, "ruby": nil, "s": nil, "samp": nil, "small": nil, "source": {"src", "type"}, "span": nil, "strong": nil, "sub": nil,
	"summary": nil, "sup": nil, "table": nil, "tbody": nil, "td": {"colspan", "rowspan"}, "tfoot": nil, "th": {"colspan", "rowspan", "scope"},
	"thead": nil, "time": {"datetime"}, "tr": nil, "track": {"src", "kind", "srclang", "label", "default"}, "u": nil, "ul": nil, "var": nil,
	"video": {"src", "poster", "width", "height", "controls", "loop", "muted"}, "wbr": nil,
}

// attributes says of every allowed attribute which values it may have. The first four may stand on any element.
var attributes = map[string]func(string) (string, bool){
	"id": anchorName, "lang": language, "dir": oneOf("ltr", "rtl", "auto"),
	"href": linkURL, "cite": linkURL, "src": mediaURL, "poster": mediaURL,
	"title": someText, "alt": anyText, "label": someText, "datetime": someText,
	"hreflang": language, "srclang": language,
	"width": number(1, 100000), "height": number(1, 100000), "colspan": number(2, 1000), "rowspan": number(2, 65534),
	"value": number(-1<<31, 1<<31-1), "start": number(-1<<31, 1<<31-1), "scope": oneOf("row", "col", "rowgroup", "colgroup"),
	"kind": oneOf("subtitles", "captions", "descriptions", "chapters", "metadata"), "type": someText,
	"controls": present, "loop": present, "muted": present, "open": present, "reversed": present, "default": present, "allowfullscreen": present,
}

// enforceAllowList takes away every element, attribute and URL that the tables do not name. After the passes before
// it, elements are none; it is the gate that holds if one of them should err.
func enforceAllowList(s *goquery.Selection, c *Context) {
	walk(s, func(n *html.Node) verdict {
		switch n.Type {
		case html.TextNode:
			return pass
		case html.ElementNode:
		default:
			return drop
		}
		own, known := allowed[n.Data]
		if !known || n.Namespace != "" {
			if unescaped[n.Data] {
				c.loseNodes(finding.ElementRemoved, n.Data, 1, n)
				return drop
			}
			c.lose(finding.ElementRemoved, n.Data, 1)
			return unwrap
		}
		if len(n.Attr) > 0 {
			c.offer(n)
			allowAttributes(n, own, c)
		}
		if n.Data == "iframe" && !trustedFrame(attribute(n, "src")) {
			return drop
		}
		return keep
	})
}

// offer remembers a link that says that it leads to a file.
func (c *Context) offer(n *html.Node) {
	media, stated := findAttribute(n, "type")
	_, fetched := findAttribute(n, "download")
	if c.Offers != nil && n.Data == "a" && (fetched || stated && strings.Contains(media, "/")) {
		c.Offers[n] = media
	}
}

func allowAttributes(n *html.Node, own []string, c *Context) {
	kept := make([]html.Attribute, 0, len(n.Attr))
	for _, a := range n.Attr {
		if a.Namespace != "" || !isAllowed(a.Key, own) {
			continue
		}
		value, ok := attributes[a.Key](a.Val)
		if n.Data == "ol" && a.Key == "type" {
			value, ok = numbering(a.Val)
		}
		if n.Data == "img" && a.Key == "src" && !ok && pictureData(a.Val) {
			value, ok = a.Val, true
		}
		if !ok {
			if a.Key == "href" || a.Key == "src" {
				c.lose(finding.URLUnsafe, schemeOf(a.Val), 1)
			}
			continue
		}
		kept = append(kept, html.Attribute{Key: a.Key, Val: value})
	}
	n.Attr = kept
}

func isAllowed(name string, own []string) bool {
	switch name {
	case "id", "lang", "dir":
		return true
	}
	for _, o := range own {
		if o == name {
			return true
		}
	}
	return false
}

func anyText(s string) (string, bool)  { return s, true }
func someText(s string) (string, bool) { return s, !blank(s) }
func present(string) (string, bool)    { return "", true }
func linkURL(s string) (string, bool)  { return safeURL(s, schemes) }
func mediaURL(s string) (string, bool) { return safeURL(s, mediaSchemes) }

// language accepts what has the form of a language tag.
func language(s string) (string, bool) {
	s = strings.TrimSpace(s)
	for _, r := range s {
		if !(r == '-' || r < 0x80 && (isLetter(byte(r)) || '0' <= r && r <= '9')) {
			return "", false
		}
	}
	return s, s != "" && len(s) <= 64
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func oneOf(values ...string) func(string) (string, bool) {
	set := set(values...)
	return func(s string) (string, bool) {
		s = strings.ToLower(strings.TrimSpace(s))
		return s, set[s]
	}
}

// numbering accepts the five ways in which an ordered list may count.
func numbering(s string) (string, bool) {
	s = strings.TrimSpace(s)
	return s, len(s) == 1 && strings.Contains("1aAiI", s)
}

// number accepts whole numbers within bounds; "300px" counts as 300.
func number(least, most int) func(string) (string, bool) {
	return func(s string) (string, bool) {
		n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(s), "px"))
		if err != nil || n < least || n > most {
			return "", false
		}
		return strconv.Itoa(n), true
	}
}
