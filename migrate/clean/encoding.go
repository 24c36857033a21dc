package clean

import (
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// checkEncoding replaces what no text may hold, broken UTF-8 and control characters, and reports text that looks
// decoded with the wrong character set, or repairs it where that is wished and certain.
func checkEncoding(s *goquery.Selection, c *Context) {
	var places []*string
	var texts []string
	check := func(text *string) {
		if !plainASCII(*text) {
			places, texts = append(places, text), append(texts, *text)
		}
	}
	walk(s, func(n *html.Node) verdict {
		switch n.Type {
		case html.TextNode:
			n.Data = validText(n.Data, c)
			check(&n.Data)
		case html.ElementNode:
			for i := range n.Attr {
				n.Attr[i].Val = validText(n.Attr[i].Val, c)
				if shownAttributes[n.Attr[i].Key] {
					check(&n.Attr[i].Val)
				}
			}
		}
		return keep
	})
	found := CheckEncoding(texts, c.RepairEncoding)
	for i, place := range places {
		*place = texts[i]
	}
	for _, f := range found {
		c.find(f.Code, f.Value, f.Confidence, f.Detail)
	}
}

// validText drops control characters and replaces broken UTF-8. C1 controls stay, since they are letters or quotes of
// Windows-1252 that a person can still read.
func validText(s string, c *Context) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] >= 0x20 && s[i] < 0x7f || s[i] == '\n' || s[i] == '\t'
	}
	if plain {
		return s
	}
	if !utf8.ValidString(s) {
		c.find(finding.TextInvalid, "", 0, "broken UTF-8, replaced by U+FFFD")
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < 0x20 && r != '\n' && r != '\t' || r == 0x7f:
			c.find(finding.TextInvalid, "", 0, "control characters, left out")
			return -1
		}
		return r
	}, s)
}
