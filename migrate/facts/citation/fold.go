package citation

import (
	"strings"
	"unicode"
)

// folded is a word of a text in small letters, and where it ends in the text.
type folded struct {
	word string
	end  int
}

// foldWords returns the words of a text: what is neither letter nor digit stands between them, apostrophes within them, and
// "&" is "and".
func foldWords(text string) []folded {
	var all []folded
	var word strings.Builder
	end := 0
	finish := func() {
		if word.Len() > 0 {
			all = append(all, folded{word.String(), end})
			word.Reset()
		}
	}
	for at, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			word.WriteRune(unicode.ToLower(r))
			end = at + len(string(r))
		case r == '\'' || r == '’':
		case r == '&':
			finish()
			all = append(all, folded{"and", at + 1})
		default:
			finish()
		}
	}
	finish()
	return all
}

// fold writes texts alike that differ in case and in what is neither letter nor digit.
func fold(text string) string {
	all := foldWords(text)
	plain := make([]string, len(all))
	for i, w := range all {
		plain[i] = w.word
	}
	return strings.Join(plain, " ")
}

// matchPrefix returns where a title ends that a text begins with, whatever the case and the marks; 0 where it does not.
func matchPrefix(text, title string) int {
	have, want := foldWords(text), foldWords(title)
	if len(want) == 0 || len(have) < len(want) {
		return 0
	}
	for i := range want {
		if have[i].word != want[i].word {
			return 0
		}
	}
	end := have[len(want)-1].end
	return len(text) - len(strings.TrimLeft(text[end:], "?!)”’»\"'"))
}
