package citation

import (
	"strings"
	"unicode"
)

// folded is a word of a text in small letters, and where it ends in the text.
type folded struct {
	word  string
	end   int
	opens bool // a bracket opens before it
}

// foldWords returns the words of a text: what is neither letter nor digit stands between them, apostrophes within them, and
// "&" is "and".
func foldWords(text string) []folded {
	var all []folded
	var word strings.Builder
	end, opens := 0, false
	add := func(word string, end int) {
		all = append(all, folded{word, end, opens})
		opens = false
	}
	finish := func() {
		if word.Len() > 0 {
			add(word.String(), end)
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
			add("and", at+1)
		default:
			finish()
			opens = opens || r == '(' || r == '['
		}
	}
	finish()
	return all
}

// Fold writes texts alike that differ in case and in what is neither letter nor digit.
func Fold(text string) string {
	all := foldWords(text)
	plain := make([]string, len(all))
	for i, w := range all {
		plain[i] = w.word
	}
	return strings.Join(plain, " ")
}

// foldTitle folds a title and keeps where brackets open: "Title (ILO)" is not "Title - ILO".
func foldTitle(text string) string {
	all := foldWords(text)
	plain := make([]string, len(all))
	for i, w := range all {
		if plain[i] = w.word; w.opens {
			plain[i] = "(" + w.word
		}
	}
	return strings.Join(plain, " ")
}

// matchPrefix returns where a title ends that a text begins with, whatever the case and the marks other than brackets; 0 where
// it does not.
func matchPrefix(text, title string) int {
	have, want := foldWords(text), foldWords(title)
	if len(want) == 0 || len(have) < len(want) {
		return 0
	}
	for i := range want {
		if have[i].word != want[i].word || have[i].opens != want[i].opens {
			return 0
		}
	}
	return len(text) - len(closed(text[have[len(want)-1].end:]))
}

// closed takes from the beginning of a text the marks that close what stands before it; French sets some of them off with a
// space.
func closed(text string) string {
	for {
		text = strings.TrimLeft(text, "?!)”’»\"'")
		next := strings.TrimLeft(text, " ")
		if !strings.HasPrefix(next, "?") && !strings.HasPrefix(next, "!") && !strings.HasPrefix(next, "»") {
			return text
		}
		text = next
	}
}
