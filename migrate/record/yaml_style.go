package record

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain reports whether s can stand without quotes, between brackets or as a key too if flow is set. A plain text starts
// with a letter, so that no reader takes it for a number, a time, a tag or an indicator, and is none of the words that
// some reader takes for a truth value, nothing or a number.
func plain(s string, flow bool) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(first) || len(s) <= longestWord && isWord(s) {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(s); last == ':' || unicode.IsSpace(last) {
		return false
	}
	var before rune
	for _, r := range s {
		switch {
		case r < ' ', unprintable(r):
			return false
		case before == ':' && unicode.IsSpace(r), r == '#' && unicode.IsSpace(before):
			return false
		case flow && strings.ContainsRune(`,[]{}:?#&*!|>'"%@`+"`", r):
			return false
		}
		before = r
	}
	return true
}

const longestWord = len("infinity")

// isWord reports whether YAML 1.1, YAML 1.2 or a lenient reader takes s for something other than text.
func isWord(s string) bool {
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "t", "f", "null", "nil", "none", "nan", "inf", "infinity":
		return true
	}
	return false
}

// literal reports whether s can be carried exactly by a literal block, and the block's indicators: a digit where the
// first line would be taken for deeper indentation, and + or - for the line breaks at the end. A text of one line is
// written so only with oneLine.
func literal(s string, oneLine bool) (indicator string, ok bool) {
	text := strings.TrimRight(s, "\n")
	if text == "" || text[0] == '\n' || !oneLine && !strings.Contains(s, "\n") {
		return "", false
	}
	if last := text[len(text)-1]; last == ' ' || last == '\t' {
		return "", false // some readers trim the end
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" && (line[0] == '\t' || strings.TrimLeft(line, " \t") == "") {
			return "", false // editors and readers disagree on such lines
		}
	}
	for _, r := range s {
		if r < ' ' && r != '\n' && r != '\t' || unprintable(r) {
			return "", false
		}
	}
	if text[0] == ' ' {
		indicator = "2"
	}
	switch len(s) - len(text) {
	case 0:
		indicator += "-"
	case 1:
	default:
		indicator += "+"
	}
	return indicator, true
}

// unprintable reports whether YAML asks for an escape, or some reader takes r for a line break: DEL, the C1 controls
// with the next line character, the line separators, the byte order mark. CleanText has taken out the others.
func unprintable(r rune) bool {
	return r >= 0x7F && r < 0xA0 || r == '\u2028' || r == '\u2029' || r == '\uFEFF'
}
