package starter

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

//go:embed words.yaml
var wordsFile []byte

// Concepts of words.yaml that are asked for by name. Those of fields have the name of their target.
const (
	publications = "publications"
	libraries    = "libraries"
	others       = "others"
	filler       = "filler"
)

// meaning is what words.yaml says of one concept.
type meaning struct {
	phrases [][]string // in all languages, each as words
	never   [][]string
}

// meanings is words.yaml.
var meanings = sync.OnceValue(func() map[string]meaning {
	var file map[string]map[string][]string
	if err := yaml.Unmarshal(wordsFile, &file); err != nil {
		panic(fmt.Sprintf("migrate/starter/words.yaml: %v", err)) // a part of the program
	}
	all := map[string]meaning{}
	for concept, languages := range file {
		var m meaning
		for language, phrases := range languages {
			for _, phrase := range phrases {
				if language == "never" {
					m.never = append(m.never, wordsOf(phrase))
				} else {
					m.phrases = append(m.phrases, wordsOf(phrase))
				}
			}
		}
		all[concept] = m
	}
	return all
})

// The ways in which a name can match a concept.
const (
	noMatch    = 0.0
	inside     = 0.6 // a phrase of the concept stands among other words
	wholeMatch = 1.0 // it is all that the name says
)

// match says how well the words of a name speak of a concept.
func match(concept string, words []string) float64 {
	m := meanings()[concept]
	best := noMatch
	for _, phrase := range m.phrases {
		for at := 0; at+len(phrase) <= len(words); at++ {
			if !same(phrase, words[at:at+len(phrase)]) {
				continue
			}
			rest := slices.Concat(words[:at], words[at+len(phrase):])
			switch {
			case speaksOf(m.never, rest):
			case !slices.ContainsFunc(rest, func(word string) bool { return isSaying(word) && !speaksOf(m.phrases, []string{word}) }):
				return wholeMatch
			default:
				best = inside
			}
		}
	}
	return best
}

// isSaying reports whether a word says something of a field beside others.
func isSaying(word string) bool {
	return strings.Trim(word, "0123456789") != "" && !speaksOf(meanings()[filler].phrases, []string{word})
}

// speaksOf reports whether one of the phrases is among the words.
func speaksOf(phrases [][]string, words []string) bool {
	return slices.ContainsFunc(phrases, func(phrase []string) bool {
		for at := 0; at+len(phrase) <= len(words); at++ {
			if same(phrase, words[at:at+len(phrase)]) {
				return true
			}
		}
		return false
	})
}

// same reports whether the words are those of the phrase.
func same(phrase, words []string) bool {
	for i, pattern := range phrase {
		if ok, _ := path.Match(pattern, words[i]); !ok {
			return false
		}
	}
	return true
}

// mostWords is how many words of a name are looked at.
const mostWords = 16

// wordsOf are the words of a name or a label: in small letters, without accents and the Arabic article. A * stays: it
// is a pattern in words.yaml, and stands in no name.
func wordsOf(text string) []string {
	var b strings.Builder
	var before rune
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == 'ـ':
			continue
		case unicode.IsUpper(r) && unicode.IsLower(before):
			b.WriteByte(' ') // camelCase
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '*':
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
		before = r
	}
	words := strings.Fields(b.String())
	words = words[:min(len(words), mostWords)]
	for i, word := range words {
		if short, ok := strings.CutPrefix(word, "ال"); ok && len([]rune(short)) > 1 {
			words[i] = short
		}
	}
	return words
}
