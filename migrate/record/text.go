package record

import (
	"strings"
	"unicode/utf8"
)

// CleanText returns s as text that YAML and JSON can carry, and whether that changed anything: bytes that are no UTF-8
// and noncharacters become U+FFFD (a run of bytes becomes one), control characters below U+0020 other than tab, line
// feed and carriage return are taken out, and so is U+007F. Everything else stays, C1 and bidirectional controls too.
func CleanText(s string) (clean string, changed bool) {
	if at := firstUnclean(s); at < 0 {
		return s, false
	} else {
		return cleanFrom(s, at), true
	}
}

// carries reports whether anything of s is left when it is cleaned.
func carries(s string) bool {
	for i := range len(s) {
		if !control(s[i]) {
			return true
		}
	}
	return false
}

func firstUnclean(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if control(c) {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || nonCharacter(r) {
			return i
		}
		i += size
	}
	return -1
}

func cleanFrom(s string, at int) string {
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	broken := false // the bytes before were no UTF-8
	for i := at; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		invalid := r == utf8.RuneError && size == 1
		switch {
		case invalid && !broken, nonCharacter(r):
			b.WriteRune(utf8.RuneError)
		case invalid, r < utf8.RuneSelf && control(byte(r)):
		default:
			b.WriteString(s[i : i+size])
		}
		broken = invalid
		i += size
	}
	return b.String()
}

func control(c byte) bool {
	return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F
}

// nonCharacter reports whether r is one of the code points that Unicode will never assign.
func nonCharacter(r rune) bool {
	return r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}
