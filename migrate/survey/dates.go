package survey

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// dates are the forms in which the dates of a value are written, each with the first of them in the alphabet.
type dates map[string]string

const mostForms = 20

func (d *dates) add(text string) {
	if *d == nil {
		*d = dates{}
	}
	form := formOf(text)
	if known, ok := (*d)[form]; !ok || text < known {
		(*d)[strings.Clone(form)] = strings.Clone(text)
	}
	if len(*d) > mostForms {
		delete(*d, slices.Max(slices.Collect(maps.Keys(*d))))
	}
}

func (d dates) list() []string { return slices.Sorted(maps.Values(d)) }

// formOf is how a date is written: digits as 9, words as a. What can only be a day or must be a month is told apart, so
// that 13/01/2015 is another form than 12/01/2015.
func formOf(text string) string {
	var b strings.Builder
	for part := range parts(text) {
		switch letters := []rune(part); {
		case unicode.IsDigit(letters[0]) && len(letters) == 2 && part > "12":
			b.WriteString("39")
		case unicode.IsDigit(letters[0]):
			b.WriteString(strings.Repeat("9", len(letters)))
		case unicode.IsLetter(letters[0]) && len(letters) > 2:
			b.WriteByte('a')
		default:
			b.WriteString(part)
		}
	}
	return b.String()
}

// parts gives the runs of digits, of letters and of other signs in a text.
func parts(text string) func(yield func(string) bool) {
	sort := func(r rune) int { return one(unicode.IsDigit(r)) + 2*one(unicode.IsLetter(r)) }
	return func(yield func(string) bool) {
		start, before := 0, -1
		for i, r := range text {
			if now := sort(r); now != before {
				if i > start && !yield(text[start:i]) {
					return
				}
				start, before = i, now
			}
		}
		if start < len(text) {
			yield(text[start:])
		}
	}
}
