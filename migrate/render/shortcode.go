package render

import (
	"strings"
)

// bracket is something in square brackets that has the form of a shortcode's tag: [name attributes], [name /] or
// [/name].
type bracket struct {
	start, end int // of the brackets in the source
	name       string
	attributes string // as written
	closing    bool   // [/name]
	selfClosed bool   // [name /]
	alone      bool   // without attributes, and nothing but tags stands beside it on its line
	partner    int    // index of the tag that closes this one, or that this one closes; -1: none
}

// brackets finds every tag of a shortcode in HTML source, as WordPress does: names hold no white space, quotes,
// slashes or brackets; attributes end at the first "]", quoted or not; what stands in an HTML tag or comment, a script
// or a style sheet is no shortcode.
func brackets(s string) []bracket {
	if strings.IndexByte(s, '[') < 0 {
		return nil
	}
	masked := maskMarkup(s)
	var found []bracket
	for i := 0; ; {
		open := strings.IndexByte(masked[i:], '[')
		if open < 0 {
			return found
		}
		i += open
		b, ok := bracketAt(masked, i)
		if !ok {
			i++
			continue
		}
		b.attributes = s[b.end-len(b.attributes)-b.tail() : b.end-b.tail()]
		found = append(found, b)
		i = b.end
	}
}

// tail is the length of what follows the attributes.
func (b bracket) tail() int {
	if b.selfClosed {
		return len("/]")
	}
	return len("]")
}

// bracketAt reads the tag that starts at an opening bracket.
func bracketAt(s string, start int) (bracket, bool) {
	b := bracket{start: start, partner: -1}
	i := start + 1
	if i < len(s) && s[i] == '/' {
		b.closing = true
		i++
	}
	nameStart := i
	for i < len(s) && isNameByte(s[i]) {
		i++
	}
	b.name = s[nameStart:i]
	if b.name == "" || i == len(s) || !isLetter(b.name[0]) && !isDigit(b.name[0]) && b.name[0] < 0x80 {
		return b, false
	}
	end := attributesEnd(s[i:])
	if end < 0 {
		return b, false
	}
	b.attributes = s[i : i+end]
	b.end = i + end + 1
	if trimmed, ok := strings.CutSuffix(b.attributes, "/"); ok {
		b.attributes, b.selfClosed = trimmed, true
	}
	if address, ok := strings.CutPrefix(b.attributes, "="); ok && strings.HasPrefix(strings.TrimLeft(address, `"'`), "http") {
		b.attributes = address // [youtube=https://…]
		return b, !b.closing
	}
	if b.closing && b.attributes != "" || b.attributes != "" && !isSpace(b.attributes[0]) && !startsWithSpace(b.attributes) {
		return b, false
	}
	return b, true
}

// attributesEnd returns where the first "]" stands behind attributes: -1 where a bracket opens before it that is no part
// of a quoted value.
func attributesEnd(s string) int {
	quote := byte(0)
	for i := range len(s) {
		switch c := s[i]; {
		case c == ']':
			return i
		case c == '[' && quote == 0:
			return -1
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\'') && i > 0 && s[i-1] == '=':
			quote = c
		}
	}
	return -1
}

// isNameByte reports whether c may stand in a shortcode's name. WordPress allows more; no plugin uses it.
func isNameByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c >= 0x80 }

// startsWithSpace reports whether s begins with a no-break or zero-width space: between attributes they are as good
// as white space.
func startsWithSpace(s string) bool {
	return strings.HasPrefix(s, "\u00a0") || strings.HasPrefix(s, "\u200b") || strings.HasPrefix(s, "&nbsp;")
}

// maskMarkup overwrites the brackets within HTML tags and comments, scripts and styles; lengths do not change.
func maskMarkup(s string) string {
	masked := []byte(s)
	at := 0
	raw := "" // name of the element whose text is no HTML
	for p := range pieces(s, true) {
		name, end := tagName(p.raw)
		name = strings.ToLower(name)
		if p.tag && raw == name && end {
			raw = ""
		}
		if p.tag || raw != "" {
			for i := at; i < at+len(p.raw); i++ {
				if masked[i] == '[' || masked[i] == ']' {
					masked[i] = 0
				}
			}
		}
		if p.tag && raw == "" && !end && (name == "script" || name == "style") {
			raw = name
		}
		at += len(p.raw)
	}
	return string(masked)
}

// pair joins each closing tag to the last open tag of its name. Tags that stay alone stand for shortcodes without
// content, or are stray.
func pair(tags []bracket) {
	open := map[string][]int{}
	for i := range tags {
		t := &tags[i]
		switch {
		case t.selfClosed:
		case !t.closing:
			open[t.name] = append(open[t.name], i)
		default:
			stack := open[t.name]
			if len(stack) > 0 {
				t.partner = stack[len(stack)-1]
				tags[t.partner].partner = i
				open[t.name] = stack[:len(stack)-1]
			}
		}
	}
}

// markAlone finds the tags without attributes that stand between tags, HTML's or their own kind, and the ends of lines.
func markAlone(s string, tags []bracket) {
	for i := range tags {
		t := &tags[i]
		before := strings.TrimRight(s[:t.start], " \t\r")
		after := strings.TrimLeft(s[t.end:], " \t\r")
		t.alone = t.attributes == "" && (before == "" || strings.IndexByte("\n>]", before[len(before)-1]) >= 0) &&
			(after == "" || strings.IndexByte("\n<[", after[0]) >= 0)
	}
}

// pairFirst joins each open tag to the first closing tag of its name behind it, and nothing within counts, as
// WordPress does with its own shortcodes, which do not nest.
func pairFirst(tags []bracket) {
	next := map[string]int{}
	for i := len(tags) - 1; i >= 0; i-- {
		t := &tags[i]
		if t.closing {
			next[t.name] = i
		} else if close, ok := next[t.name]; ok && !t.selfClosed {
			t.partner = close
		}
	}
}

// escapeBrackets writes the brackets of a text so that no later step takes them for a shortcode's.
func escapeBrackets(s string) string {
	return bracketEscaper.Replace(s)
}

var bracketEscaper = strings.NewReplacer("[", "&#91;", "]", "&#93;")
