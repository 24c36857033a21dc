package detect

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed small.txt
var smallWords string

// small says of which languages each small word is. A tag that begins with "-" is of one that is not told by its small words.
var small = sync.OnceValue(func() map[string][]string {
	of := map[string][]string{}
	for line := range strings.Lines(smallWords) {
		tag, words, found := strings.Cut(line, ": ")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.FieldsSeq(words) {
			if !slices.Contains(of[word], tag) {
				of[word] = append(of[word], tag)
			}
		}
	}
	return of
})

// What small words must be to tell a language: one in so many of all words, so many different ones among them that no other language
// of the table has, and so many times the evidence for any other. A word of several languages is so much less evidence for each.
const (
	oneSmallIn  = 4
	fewestOwn   = 2
	timesOthers = 3
	evidence    = 5040 // of a word; the number of languages that share it divides it
)

// bySmallWords tells the language of a part of a text whose small words leave no doubt, as they do in nearly all running text of
// the languages in the table. It costs a fraction of what the library does, and no model is read. Empty: it has to be asked.
func bySmallWords(part string) string {
	for _, r := range part {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return ""
		}
	}
	words, any, weight, own := 0, map[string]int{}, map[string]int{}, map[string]int{}
	seen := map[string]bool{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(part), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words++
		tags := small()[word]
		for _, tag := range tags {
			any[tag]++
			weight[tag] += evidence / len(tags)
		}
		if len(tags) == 1 && !seen[word] {
			seen[word] = true
			own[tags[0]]++
		}
	}
	best, second := "", 0
	for tag, n := range weight {
		switch {
		case n > weight[best]:
			best, second = tag, weight[best]
		default:
			second = max(second, n)
		}
	}
	if strings.HasPrefix(best, "-") || own[best] < fewestOwn || any[best]*oneSmallIn < words || weight[best] < second*timesOthers {
		return ""
	}
	return best
}
