package clean

import (
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"

	"wp2pub/migrate/finding"
)

// checkEncoding reports text that looks decoded with the wrong character set, and replaces what no text may hold:
// broken UTF-8 and control characters.
func checkEncoding(s *goquery.Selection, c *Context) {
	doubtful, shown := 0, ""
	walk(s, func(n *html.Node) verdict {
		switch n.Type {
		case html.TextNode:
			n.Data = validText(n.Data, c)
			if found := mojibake(n.Data); found != "" {
				doubtful++
				if shown == "" {
					shown = found
				}
			}
		case html.ElementNode:
			for i := range n.Attr {
				n.Attr[i].Val = validText(n.Attr[i].Val, c)
			}
		}
		return keep
	})
	if doubtful > 0 {
		c.find(finding.EncodingDoubtful, shown, 0.9, "text that looks like UTF-8 read as Windows-1252")
	}
}

// validText drops control characters and replaces broken UTF-8. C1 controls stay, since they are letters or quotes of
// Windows-1252 that a person can still read; they and U+FFFD are reported.
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
	} else if strings.ContainsRune(s, '\ufffd') {
		c.find(finding.EncodingDoubtful, "\ufffd", 0, "a character that was lost in an earlier conversion")
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < 0x20 && r != '\n' && r != '\t' || r == 0x7f:
			c.find(finding.TextInvalid, "", 0, "control characters, left out")
			return -1
		case r >= 0x80 && r < 0xa0:
			c.find(finding.EncodingDoubtful, "", 0, "C1 control characters: text of Windows-1252 taken for Latin-1")
		}
		return r
	}, s)
}

// mojibake returns a stretch of text that reads as UTF-8 once it is written back in Windows-1252: "Ã©" for "é".
func mojibake(s string) string {
	start, bytes := -1, make([]byte, 0, 16)
	flush := func(end int) string {
		if start >= 0 && len(bytes) > 1 && utf8.Valid(bytes) {
			return s[start:end]
		}
		start, bytes = -1, bytes[:0]
		return ""
	}
	for i, r := range s {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if r >= 0x80 && r < 0xa0 {
			b, ok = byte(r), true
		}
		if r < 0x80 || !ok {
			if found := flush(i); found != "" {
				return found
			}
			continue
		}
		if start < 0 {
			start = i
		}
		if len(bytes) < 64 {
			bytes = append(bytes, b)
		}
	}
	return flush(len(s))
}
