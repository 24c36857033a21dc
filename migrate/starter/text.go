package starter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// scalar writes a text as YAML, in quotes where a reader could take it for something else. flow is for texts between
// brackets, and for keys.
func scalar(text string, flow bool) string {
	if isPlain(text, flow) {
		return text
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == unicode.ReplacementChar || !isShown(r):
			b.WriteString(escaped(r))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isPlain reports whether a text can stand without quotes.
func isPlain(text string, flow bool) bool {
	letters := []rune(text)
	if !utf8.ValidString(text) || len(letters) == 0 || !unicode.IsLetter(letters[0]) && letters[0] != '_' || slices.Contains(words, strings.ToLower(text)) || text != strings.TrimSpace(text) {
		return false
	}
	for i, r := range letters {
		next := ' '
		if i+1 < len(letters) {
			next = letters[i+1]
		}
		switch {
		case !isShown(r), r == ':' && unicode.IsSpace(next), unicode.IsSpace(r) && next == '#':
			return false
		case flow && strings.ContainsRune(",[]{}:?#&!|>'\"%@`", r):
			return false
		}
	}
	return true
}

// words are those that some reader of YAML takes for something other than text.
var words = []string{"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"}

// isShown reports whether a letter can be seen in a file: none of the controls, separators and marks of direction.
func isShown(r rune) bool {
	return r == ' ' || unicode.IsPrint(r) && r != '\uFEFF'
}

// escaped writes a letter by its number.
func escaped(r rune) string {
	const digits = "0123456789ABCDEF"
	out := []byte(`\U00000000`)
	for i := len(out) - 1; i > 1; i-- {
		out[i] = digits[r&15]
		r >>= 4
	}
	return string(out)
}

// shown puts a space in place of whatever cannot be seen in a comment.
func shown(text string) string {
	return strings.Map(func(r rune) rune {
		if !isShown(r) {
			return ' '
		}
		return r
	}, text)
}

// onOneLine makes one line of a text.
func onOneLine(text string) string { return strings.Join(strings.Fields(shown(text)), " ") }

// wrapped cuts a line between words. What follows is indented as the line is, and by two more where it was.
func wrapped(text string, most int) []string {
	words := strings.TrimLeft(text, " ")
	indent := strings.Repeat(" ", min(len(text)-len(words), most/2))
	var lines []string
	for text = indent + words; utf8.RuneCountInString(text) > most; text = indent + words {
		letters := []rune(text)
		cut := most
		for i := most; i > len(indent); i-- {
			if letters[i] == ' ' {
				cut = i
				break
			}
		}
		lines = append(lines, strings.TrimRight(string(letters[:cut]), " "))
		words = strings.TrimLeft(string(letters[cut:]), " ")
		if len(lines) == 1 && indent != "" {
			indent += "  "
		}
	}
	return append(lines, text)
}

// short cuts a name of the site to what a comment can show.
func short(name string) string {
	const most = 60
	if letters := []rune(onOneLine(name)); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return onOneLine(name)
}
