package people

import (
	"embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed words/*.txt
var files embed.FS

// words are the words of the files: given names, family names by kind, and words of bodies.
type words struct {
	given  map[string]bool
	family map[string]map[string]bool
	bodies []string // patterns; see isBodyWord
	whole  map[string]bool
}

// known are the names and words by which names are told.
var known = sync.OnceValue(func() words {
	w := words{given: map[string]bool{}, family: map[string]map[string]bool{}, whole: map[string]bool{}}
	for _, file := range []string{"given", "cyrillic"} {
		for name := range listed(file) {
			w.given[name] = true
		}
	}
	kind := ""
	for word := range listed("family") {
		if before, ok := strings.CutSuffix(word, ":"); ok {
			kind = before
			w.family[kind] = map[string]bool{}
			continue
		}
		w.family[kind][word] = true
	}
	for word := range listed("bodies") {
		if strings.Contains(word, "*") {
			w.bodies = append(w.bodies, word)
		} else {
			w.whole[word] = true
		}
	}
	return w
})

// listed yields the words of a file, without its comments.
func listed(file string) func(func(string) bool) {
	return func(yield func(string) bool) {
		text, err := files.ReadFile("words/" + file + ".txt")
		if err != nil {
			panic(err) // a part of the program
		}
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for _, word := range strings.Fields(line) {
				if !yield(fold(word)) {
					return
				}
			}
		}
	}
}

// strokes are letters that Unicode does not take apart.
var strokes = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe", "ð", "d", "þ", "th", "ħ", "h", "’", "'", "ʼ", "'", "ё", "е")

// fold writes a word in small letters without accents. Letters of Hangul stay whole.
func fold(word string) string {
	ascii := true
	for _, r := range word {
		ascii = ascii && r < 0x80
	}
	if ascii {
		return strings.ToLower(word)
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return strokes.Replace(norm.NFC.String(b.String()))
}

// isGiven reports whether a word is a known given name, or two with a hyphen between them.
func isGiven(word string) bool {
	given := known().given
	folded := fold(word)
	if given[folded] {
		return true
	}
	first, second, ok := strings.Cut(folded, "-")
	return ok && given[first] && (given[second] || len(second) > 3)
}

// isFamily reports whether a word is a known family name of one of the kinds.
func isFamily(word string, kinds ...string) bool {
	folded := fold(word)
	for _, kind := range kinds {
		if known().family[kind][folded] {
			return true
		}
	}
	return false
}
