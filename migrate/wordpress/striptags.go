package wordpress

import "strings"

// stripTags takes tags, comments and the content of script and style out of a text that is a line, not a page: a
// title, a label. What only looks like the beginning of a tag stays. Time grows with the length of the text.
func stripTags(s string) string {
	var out strings.Builder
	t := tagScanner{text: s, quotes: true}
	for at := 0; at < len(s); {
		open := strings.IndexByte(s[at:], '<')
		if open < 0 {
			out.WriteString(s[at:])
			break
		}
		open += at
		out.WriteString(s[at:open])
		end := t.end(open)
		if end < 0 {
			out.WriteByte('<')
			end = open + 1
		}
		at = end
	}
	return out.String()
}

// tagScanner finds where tags end. It remembers what it did not find, so as not to look for it again.
type tagScanner struct {
	text      string
	quotes    bool    // a quoted '>' ends no tag; false once the quotes of this text turned out not to pair
	unclosed  bool    // there is no '>' further on
	noEnd     [2]bool // there is no </script, no </style further on
	noComment bool    // there is no --> further on
}

// end returns the position behind the tag that opens at a '<', with the content of a script or style; -1 where
// there is none.
func (t *tagScanner) end(open int) int {
	rest := t.text[open:]
	if strings.HasPrefix(rest, "<!--") && !t.noComment {
		if i := strings.Index(rest[4:], "-->"); i >= 0 {
			return open + 4 + i + 3
		}
		t.noComment = true
	}
	if !opensTag(rest) {
		return -1
	}
	end := t.closing(open)
	if end < 0 {
		return -1
	}
	for i, name := range [2]string{"script", "style"} {
		if t.noEnd[i] || !hasTagName(rest[1:], name) {
			continue
		}
		if content := indexFold(t.text[end:], "</"+name); content >= 0 {
			if after := t.closing(end + content); after >= 0 {
				return after
			}
		}
		t.noEnd[i] = true
	}
	return end
}

// opensTag reports whether a text that begins with '<' goes on as a tag, a declaration or an instruction does.
func opensTag(s string) bool {
	s = strings.TrimPrefix(s[1:], "/")
	return s != "" && (isLetter(s[0]) || s[0] == '!' || s[0] == '?')
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// hasTagName reports whether a text begins with this name of an element, in any case, and the name ends there.
func hasTagName(s, name string) bool {
	if len(s) < len(name) || !strings.EqualFold(s[:len(name)], name) {
		return false
	}
	return len(s) == len(name) || strings.IndexByte(" \t\r\n\f/>", s[len(name)]) >= 0
}

// closing returns the position behind the '>' that closes a tag, or -1.
func (t *tagScanner) closing(open int) int {
	if t.unclosed {
		return -1
	}
	if t.quotes {
		var quote byte
		for i := open; i < len(t.text); i++ {
			switch c := t.text[i]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '>':
				return i + 1
			}
		}
		t.quotes = false
	}
	if i := strings.IndexByte(t.text[open:], '>'); i >= 0 {
		return open + i + 1
	}
	t.unclosed = true
	return -1
}

// indexFold is strings.Index for a lower-case ASCII needle, in any case.
func indexFold(s, needle string) int {
	for i := 0; i+len(needle) <= len(s); i++ {
		j := strings.IndexByte(s[i:], needle[0])
		if j < 0 || i+j+len(needle) > len(s) {
			return -1
		}
		i += j
		if strings.EqualFold(s[i:i+len(needle)], needle) {
			return i
		}
	}
	return -1
}
