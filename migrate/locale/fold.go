package locale

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold writes texts alike that differ in case, white space, the form of apostrophes and hyphens, or "&" for "and".
func fold(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '’' || r == 'ʼ' || r == '‘' || r == '`':
			return '\''
		case r == '‐' || r == '‑' || r == '–' || r == '—':
			return '-'
		case r == '\u0307' || r == '\u200e' || r == '\u200f': // the dot of a small Turkish İ, marks of direction
			return -1
		}
		return r
	}, strings.ToLower(norm.NFC.String(text)))
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), " & ", " and ")
}

// bare is a folded text without accents, and without the vowel signs of Arabic. Marks that make another letter, as in
// Hindi or Japanese, stay.
func bare(folded string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r >= 0x300 && r <= 0x36f || r >= 0x64b && r <= 0x65f || r == 0x670 || r == 0x640:
			return -1
		case r == 'ı':
			return 'i'
		case r == 'ł':
			return 'l'
		case r == 'ø':
			return 'o'
		}
		return r
	}, norm.NFD.String(folded)))
}

// index finds codes by names.
type index struct {
	exact map[string]string // by the folded name
	loose map[string]string // by the bare name
}

func newIndex() *index { return &index{map[string]string{}, map[string]string{}} }

// A name of plain Latin letters needs four of them, and one with accents five to be known without: shorter ones are
// words of some language.
const shortest, shortestBare = 4, 5

// add makes a name known, unless it is too short to be one. A name that is known already keeps its meaning.
func (x *index) add(name, code string) {
	if folded := fold(name); len(folded) >= shortest || !isASCII(folded) {
		x.put(folded, code)
	}
}

func (x *index) put(name, code string) {
	plain := bare(name)
	if _, known := x.exact[name]; !known {
		x.exact[name] = code
	}
	if _, known := x.loose[plain]; !known && len([]rune(plain)) >= shortestBare {
		x.loose[plain] = code
	}
}

func (x *index) find(text string) (code string, ok bool) {
	name := fold(text)
	if code, ok = x.exact[name]; !ok {
		code, ok = x.loose[bare(name)]
	}
	return code, ok
}

func isASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

var plainBrackets = strings.NewReplacer("（", "(", "）", ")")

// cutBrackets takes what stands in brackets from the end of a text: "Iran (Islamic Republic of)".
func cutBrackets(text string) (before, inside string, found bool) {
	text = strings.TrimSpace(text)
	before, inside, found = strings.Cut(plainBrackets.Replace(text), "(")
	inside, closed := strings.CutSuffix(inside, ")")
	before = strings.TrimSpace(before)
	return before, inside, found && closed && before != "" && !strings.Contains(inside, "(")
}
