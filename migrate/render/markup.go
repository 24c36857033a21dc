package render

import (
	"iter"
	"strings"
)

// piece is a stretch of HTML source: a tag, comment or CDATA section, or the text between two of them.
type piece struct {
	raw string
	tag bool
}

// pieces cuts HTML source into text and markup, by eye: a "<" starts a tag that ends at the next ">", or at the end.
// This is how WordPress looks at HTML where it does not parse it. With strict, a "<" that no letter, slash or
// exclamation mark follows is text, as it is for a browser.
func pieces(s string, strict bool) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for len(s) > 0 {
			start := tagStart(s, strict)
			if start > 0 && !yield(piece{raw: s[:start]}) {
				return
			}
			s = s[start:]
			if s == "" {
				return
			}
			end := tagEnd(s)
			if !yield(piece{raw: s[:end], tag: true}) {
				return
			}
			s = s[end:]
		}
	}
}

// tagStart returns where the next tag of s begins: len(s) where there is none.
func tagStart(s string, strict bool) int {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], '<')
		if i < 0 {
			return len(s)
		}
		i += from
		if !strict || i+1 < len(s) && (isLetter(s[i+1]) || strings.IndexByte("/!?", s[i+1]) >= 0) {
			return i
		}
		from = i + 1
	}
}

// tagEnd returns where the tag at the start of s ends: len(s) where it does not.
func tagEnd(s string) int {
	end := ">"
	switch {
	case strings.HasPrefix(s, "<!--"):
		end = "-->"
	case strings.HasPrefix(s, "<![CDATA["):
		end = "]]>"
	}
	if i := strings.Index(s, end); i >= 0 {
		return i + len(end)
	}
	return len(s)
}

// tagName returns the name of a tag as written, and whether it is an end tag. The name is empty for comments.
func tagName(tag string) (name string, end bool) {
	s := strings.TrimPrefix(tag, "<")
	if strings.HasPrefix(s, "/") {
		s, end = s[1:], true
	}
	n := 0
	for n < len(s) && (isLetter(s[n]) || n > 0 && isDigit(s[n])) {
		n++
	}
	return s[:n], end
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// isSpace reports whether c is white space for WordPress's patterns.
func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

const spaces = " \t\n\v\f\r"

// blank reports whether there is nothing but white space.
func blank(s string) bool { return strings.Trim(s, spaces) == "" }
