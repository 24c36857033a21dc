package identifier

import (
	"strings"
	"unicode"

	"wp2pub/migrate/pattern"
)

// numbers finds the numbers in a text whose digits hyphens, dots and single spaces may part. Of a run of digits, take says how many make the
// next one, and whether it may be one at all: ends tells whether one may end behind so many. Check gives its form.
func numbers(text string, take func(digits string, ends func(int) bool) (int, bool), check func(digits string) (string, error)) []span {
	var all []span
	for _, run := range digitRuns.FindAllStringIndex(text, -1) {
		if run[0] > 0 && isWordByte(text[run[0]-1]) {
			continue
		}
		digits, places := digitsOf(text, run[0], run[1])
		for len(digits) > 0 {
			count, may := take(digits, func(n int) bool {
				return n == len(digits) || n < len(digits) && text[places[n-1]+1] == ' '
			})
			if may {
				s := span{start: places[0], end: places[count-1] + 1}
				s.value = text[s.start:s.end]
				if value, err := check(digits[:count]); err == nil {
					s.value = value
				} else {
					s.err = err
				}
				all = append(all, s)
			}
			digits, places = digits[count:], places[count:]
		}
	}
	return all
}

// digitRuns are digits with at most a sign and spaces between them, and an X at the end.
var digitRuns = pattern.New(`[0-9](?:[ ]?[-.]?[ ]?[0-9])*(?:[ ]?[-.]?[ ]?[Xx]\b)?`)

// digitsOf are the digits of a part of a text, and where each stands.
func digitsOf(text string, start, end int) (digits string, places []int) {
	var b strings.Builder
	for i := start; i < end; i++ {
		if isDigit(text[i]) || text[i] == 'X' || text[i] == 'x' {
			b.WriteByte(text[i])
			places = append(places, i)
		}
	}
	return b.String(), places
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isWordByte reports whether a byte belongs to a word of Latin letters or digits.
func isWordByte(c byte) bool {
	return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
}

// blank writes spaces over what a pattern finds, so that all else keeps its place.
func blank(form *pattern.Pattern, text string) string {
	return form.ReplaceAllStringFunc(text, func(found string) string { return strings.Repeat(" ", len(found)-1) + ":" })
}

// A number may begin so many bytes behind its label; between it and one more there are so many words at most: "(print), Online:".
const mostBehind, mostWords = 40, 2

// labelled finds what stands behind a label, or behind another that does, and checks.
func labelled(text string, label *pattern.Pattern, read func(string) []span) []span {
	labels := label.FindAllStringIndex(text, -1)
	if labels == nil {
		return nil
	}
	var all []span
	reach, before := 0, -1 // how far the last label reaches, and where the last number that has one ends
	for _, s := range read(text) {
		for len(labels) > 0 && labels[0][0] < s.start {
			reach, labels = labels[0][1]+mostBehind, labels[1:]
		}
		near := before >= 0 && s.start <= before+mostBehind && len(strings.Fields(lettersOnly(text[before:s.start]))) <= mostWords
		if s.start > reach && !near {
			continue
		}
		reach, before = 0, s.end
		if s.err == nil {
			all = append(all, s)
		}
	}
	return all
}

// lettersOnly writes spaces over what is no letter.
func lettersOnly(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return ' '
	}, text)
}
