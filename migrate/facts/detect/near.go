package detect

import (
	"slices"
	"strings"
	"unicode"
)

// unmodelled are languages that the library has no model of, those that it takes them for, and frequent words that only they
// have.
var unmodelled = []struct {
	tag      string
	takenFor []string
	words    string
}{
	{"gl", []string{"es", "pt"}, `unha unhas dunha dunhas nunha nunhas ningunha algunha algunhas dun duns nun nuns máis moi moitos moitas coa coas cos
		tamén xa non nin cando dende vostede páxina páxinas servizo servizos espazo espazos xeral xestión desenvolvemento dereitos traballo
		persoas xénero xustiza súa súas miña aínda mellor muller mulleres xente millóns`},
	{"sr-Latn", []string{"hr", "bs"}, `deca dece deci decu reč reči vreme vremena gde ovde uvek posle mesto mesta sveta svetu lepo nedelje nedelja
		dve šta opšte opšti opština opštine evropa evrope evropske evropski evropska evropskoj izveštaj izveštaja izveštaju bezbednost
		bezbednosti obezbedi promena promene primena primene primenu smernice rešenje rešenja zahtev zahteva celo poslednji`},
}

// unmodelled moves to a language without a model what the library gives to others, where its words show.
func (l likelihoods) unmodelled(text string) {
	for _, u := range unmodelled {
		taken := 0.0
		for _, tag := range u.takenFor {
			taken += l[tag]
		}
		if taken < 0.5 {
			continue
		}
		own, all := 0, 0
		known := strings.Fields(u.words)
		for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
			all++
			if slices.Contains(known, word) {
				own++
			}
		}
		share := 0.0
		switch {
		case own >= 2 && own*25 >= all:
			share = 1
		case own >= 1:
			share = 0.5
		}
		for _, tag := range u.takenFor {
			l[u.tag] += l[tag] * share
			l[tag] -= l[tag] * share
		}
	}
}

// alike are languages whose texts often differ in few words only.
var alike = [][]string{{"bs", "hr", "sr-Latn"}, {"nb", "nn"}, {"id", "ms"}}

// alike gives to the expected one of languages that are alike what the library gives to the others.
func (l likelihoods) alike(expected []string) {
	for _, group := range alike {
		for _, tag := range expected {
			if !slices.Contains(group, tag) {
				continue
			}
			for _, other := range group {
				if other != tag {
					l[tag] += l[other]
					delete(l, other)
				}
			}
			break
		}
	}
}
