package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is what stands between the parts of a citation.
type mark int

const (
	noMark      mark = iota
	dash             // " - ", " – "
	halfDash         // "Title- ILO"
	tightDash        // "Title–ILO"
	tightHyphen      // "Title-ILO"
	cell             // of a row, a line, a bar
	comma
	semicolon
	colon
	stop  // a full stop before a capital letter
	maker // "by"
	edge  // nothing but the end of what is set off
)

// separator is a place where a text may be cut.
type separator struct {
	start, end int
	mark       mark
}

// enclosing are the marks between which a text belongs together.
var enclosing = map[rune]string{'(': ")", '[': "]", '{': "}", '（': "）", '【': "】", '“': "”", '«': "»", '„': "“", '"': "\"", '「': "」", '《': "》"}

// separators finds the places where a text may be cut, outside of brackets and quotes.
func separators(text string) []separator {
	var found []separator
	before := ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if next := skipEnclosed(text, at); next > at {
			at, before = next, ')'
			continue
		}
		if m, end := separatorAt(text, at, before); m != noMark {
			start := len(strings.TrimRight(text[:at], " "))
			if r == '?' || r == '!' || r == '？' || r == '！' {
				start = at + size
			}
			end = len(text) - len(strings.TrimLeft(text[end:], " "))
			if last := len(found) - 1; last >= 0 && start < found[last].end { // "What now? - ILO": the dash counts
				start = min(start, found[last].start)
				found = found[:last]
			}
			if start > 0 && end < len(text) {
				found = append(found, separator{start, end, m})
			}
		}
		before = r
		at += size
	}
	return found
}

// skipEnclosed returns where the brackets or quotes end that open at a place of a text, or the place itself.
func skipEnclosed(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	if closing, opens := enclosing[r]; opens {
		if length := strings.Index(text[at+size:], closing); length >= 0 {
			return at + size + length + len(closing)
		}
	}
	return at
}

// separatorAt reads the separator that begins at a place of a text.
func separatorAt(text string, at int, before rune) (mark, int) {
	r, size := utf8.DecodeRuneInString(text[at:])
	end := at + size
	after, _ := utf8.DecodeRuneInString(text[end:])
	switch r {
	case '-', '–', '—', '‐', '‑', '−', '―':
		for strings.HasPrefix(text[end:], string(r)) { // "--", "——"
			end += size
			after, _ = utf8.DecodeRuneInString(text[end:])
		}
		open, shut := isSpace(before), isSpace(after)
		switch {
		case open && shut:
			return dash, end
		case open || shut:
			return halfDash, end
		case r == '–' || r == '—' || r == '―' || end > at+size:
			return tightDash, end
		}
		return tightHyphen, end
	case '\t', '\n', '|', '•', '·', '│', '/':
		if r == '/' && !(isSpace(before) && isSpace(after)) {
			return noMark, 0
		}
		return cell, end
	case ',':
		if unicode.IsDigit(before) && unicode.IsDigit(after) {
			return noMark, 0
		}
		return comma, end
	case '،', '、', '，':
		return comma, end
	case ';', '；':
		return semicolon, end
	case ':', '：':
		return colon, end
	case '.', '。', '?', '!', '？', '！':
		if isSpace(after) && !isInitial(text[:at]) && !beginsWithDigit(text[end:]) || r == '。' {
			return stop, end
		}
	case ' ':
		word, _, _ := strings.Cut(text[end:], " ")
		if makers[strings.ToLower(word)] && word != text[end:] && !isDoing(text[end+len(word)+1:]) {
			return maker, end + len(word)
		}
	}
	return noMark, 0
}

// beginsWithDigit reports whether a number follows: "No. 4".
func beginsWithDigit(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " "))
	return unicode.IsDigit(r)
}

// isInitial reports whether a text ends in a letter on its own: "J", "U.S".
func isInitial(text string) bool {
	last, size := utf8.DecodeLastRuneInString(text)
	before, _ := utf8.DecodeLastRuneInString(text[:len(text)-size])
	return unicode.IsUpper(last) && !unicode.IsLetter(before) && before != ')'
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }
