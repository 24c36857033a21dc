package render

import (
	"html"
	"strings"
)

// attributes are what stands in a shortcode's tag behind its name, in order. Attributes without a name have the name "".
type attributes []attribute

type attribute struct{ name, value string }

// get returns the value of a named attribute, whose name may be written in capitals; the last one wins.
func (l attributes) get(name string) string {
	for i := len(l) - 1; i >= 0; i-- {
		if strings.EqualFold(l[i].name, name) {
			return l[i].value
		}
	}
	return ""
}

// named reports whether there is any attribute with a name.
func (l attributes) named() bool {
	for _, a := range l {
		if a.name != "" {
			return true
		}
	}
	return false
}

// position returns the nth attribute without a name, from 0.
func (l attributes) position(n int) string {
	for _, a := range l {
		if a.name != "" {
			continue
		}
		if n == 0 {
			return a.value
		}
		n--
	}
	return ""
}

var oddSpaces = strings.NewReplacer("\u00a0", " ", "\u200b", " ", "&nbsp;", " ")

// quotes are the typographic quotes and entities that editors put where quotes were meant.
var quotes = strings.NewReplacer("&#8220;", `"`, "&#8221;", `"`, "&#8222;", `"`, "&#8243;", `"`, "&#8216;", "'", "&#8217;", "'", "&#8242;", "'",
	"&ldquo;", `"`, "&rdquo;", `"`, "&bdquo;", `"`, "&Prime;", `"`, "&quot;", `"`, "&#34;", `"`, "&#039;", "'", "&raquo;", `"`, "&laquo;", `"`,
	"\u201c", `"`, "\u201d", `"`, "\u201e", `"`, "\u2033", `"`, "\u00bb", `"`, "\u00ab", `"`)

// parseAttributes reads attributes as WordPress does: name="value", name='value', name=value, "value", 'value', value.
// A quoted value ends at the quote that white space follows, so that quotes within it do little harm. Where no straight
// quote is left, typographic ones do their work.
func parseAttributes(s string) attributes {
	list := storedAttributes(s)
	for i := range list {
		list[i].value = html.UnescapeString(list[i].value)
	}
	return list
}

// storedAttributes reads attributes whose values are HTML: entities stay.
func storedAttributes(s string) attributes {
	s = oddSpaces.Replace(s)
	if strings.Contains(s, "=") && !strings.ContainsAny(s, `"'`) {
		s = quotes.Replace(s)
	}
	var list attributes
	p := attributeReader{s: s}
	for {
		p.skipSpace()
		if p.s == "" {
			return list
		}
		list = append(list, p.next())
	}
}

// attributeReader reads attributes off the front of s.
type attributeReader struct {
	s    string
	open [2]bool // no quote of this kind, double or single, closes a value any more
}

func (p *attributeReader) skipSpace() { p.s = strings.TrimLeft(p.s, spaces) }

func (p *attributeReader) next() attribute {
	n := 0
	for n < len(p.s) && (isLetter(p.s[n]) || isDigit(p.s[n]) || p.s[n] == '_' || p.s[n] == '-') {
		n++
	}
	if n > 0 {
		name := p.s[:n]
		rest := strings.TrimLeft(p.s[n:], spaces)
		if rest, ok := strings.CutPrefix(rest, "="); ok {
			if value, length, ok := p.value(strings.TrimLeft(rest, spaces)); ok {
				p.s = strings.TrimLeft(rest, spaces)[length:]
				return attribute{strings.ToLower(name), value}
			}
		}
	}
	if p.s[0] == '"' || p.s[0] == '\'' {
		if value, length, ok := p.value(p.s); ok {
			p.s = p.s[length:]
			return attribute{"", value}
		}
	}
	end := strings.IndexAny(p.s, spaces)
	if end < 0 {
		end = len(p.s)
	}
	word := p.s[:end]
	p.s = p.s[end:]
	return attribute{"", word}
}

// value reads a value and says how long it is in the source. It is none where a quoted value does not end, or
// a bare one holds a quote.
func (p *attributeReader) value(s string) (value string, length int, ok bool) {
	if s == "" {
		return "", 0, false
	}
	if s[0] == '"' || s[0] == '\'' {
		end := p.closingQuote(s)
		if end < 0 {
			return "", 0, false
		}
		return s[1:end], end + 1, true
	}
	length = strings.IndexAny(s, spaces+`"'`)
	if length < 0 {
		length = len(s)
	}
	return s[:length], length, length > 0 && (length == len(s) || isSpace(s[length]))
}

// closingQuote finds the quote that closes the one at the start of s: the next one that white space follows, before
// another value begins. -1: there is none.
func (p *attributeReader) closingQuote(s string) int {
	kind := 0
	if s[0] == '\'' {
		kind = 1
	}
	if p.open[kind] {
		return -1
	}
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] != s[0]:
		case i+1 == len(s) || isSpace(s[i+1]):
			return i
		case s[i-1] == '=' && i > 1:
			return -1
		}
	}
	p.open[kind] = true
	return -1
}
