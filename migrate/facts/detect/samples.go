package detect

import (
	"strings"
	"unicode"
)

// A text is read in so many samples of so many bytes, the first from its beginning, where its title stands, and the last from
// its end.
const (
	sampleBytes = 240
	mostSamples = 3
)

// samples are the parts of a text that are looked at. A short text is one; of a text without enough letters there is none.
func samples(text string) []string {
	const enough = 64 << 10 // what lies beyond is like what lies before
	if len(text) > enough {
		text = strings.ToValidUTF8(text[:enough], "")
	}
	var words []string
	size := 0
	for word := range strings.FieldsSeq(text) {
		if spoken(word) {
			words = append(words, word)
			size += len(word) + 1
		}
	}
	count := min(mostSamples, max(1, size/sampleBytes))
	var all []string
	for i := range count {
		from := 0
		if count > 1 {
			from = (size - sampleBytes) * i / (count - 1)
		}
		if part := cut(words, from); letters(part) >= leastLetters {
			all = append(all, part)
		}
	}
	return all
}

// cut joins the words from a position on, counted in bytes, up to a sample's length.
func cut(words []string, from int) string {
	var b strings.Builder
	at := 0
	for _, word := range words {
		if at >= from {
			if b.Len() > 0 && b.Len()+len(word) > 2*sampleBytes {
				break
			}
			b.WriteString(word + " ")
			if b.Len() >= sampleBytes {
				break
			}
		}
		at += len(word) + 1
	}
	text := b.String()
	if len(text) > 4*sampleBytes { // a word without end, as in scripts that write no spaces
		text = strings.ToValidUTF8(text[:4*sampleBytes], "")
	}
	return text
}

// spoken reports whether a word is one of a language: no address, no number, no abbreviation in capitals.
func spoken(word string) bool {
	if strings.ContainsAny(word, "/@_") || strings.Contains(strings.Trim(word, ".…,;:!?"), ".") {
		return false
	}
	plain := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	return plain != "" && (len([]rune(plain)) == 1 || strings.ToUpper(plain) != plain || strings.ToLower(plain) == plain)
}

func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
			if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
				n += 2 // they say as much as several
			}
		}
	}
	return n
}
