package people

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isNameWord reports whether a word can be a part of a person's name.
func isNameWord(word string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "'’ʻ"))
	letters := 0
	for _, r := range word {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			letters++
		case !strings.ContainsRune("'’ʼʻ-‐.", r):
			return false
		}
	}
	if strings.Contains(word, ".") && !isInitial(word) && !isSuffix(word) {
		return false
	}
	return letters > 0 && (unicode.IsUpper(first) || isParticle(word) || isJoined(word) || slices.Contains([]string{"y", "i", "e"}, word))
}

// isJoined reports whether a word begins with a particle that is written together with the name: al-Saadawi, d'Artagnan.
func isJoined(word string) bool {
	folded := fold(word)
	for _, begins := range []string{"al-", "el-", "as-", "at-", "an-", "ad-", "ash-", "az-", "d'", "l'", "dell'", "dall'", "'t"} {
		if after, ok := strings.CutPrefix(folded, begins); ok && len(after) > 1 {
			return true
		}
	}
	return false
}

// isInitial reports whether a word stands for a given name by its first letters: A., A.T., J.-P., Ch.; or A.
func isInitial(word string) bool {
	if utf8.RuneCountInString(word) == 1 {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r)
	}
	if slices.Contains([]string{"st.", "ste.", "jr.", "sr.", "dr.", "mr.", "ms."}, strings.ToLower(word)) {
		return false
	}
	pointed := false
	for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return r == '-' || r == '‐' }) {
		letters, ok := strings.CutSuffix(part, ".")
		if !ok {
			return false
		}
		for letter := range strings.SplitSeq(letters, ".") {
			first, size := utf8.DecodeRuneInString(letter)
			if !unicode.IsUpper(first) || utf8.RuneCountInString(letter[size:]) > 1 || strings.ContainsFunc(letter[size:], func(r rune) bool { return !unicode.IsLower(r) }) {
				return false
			}
		}
		pointed = true
	}
	return pointed
}

// isPointed reports whether a word is an initial with a point: one that nothing else can be.
func isPointed(word string) bool { return isInitial(word) && strings.Contains(word, ".") }

var particles = []string{"van", "von", "vom", "der", "den", "de", "del", "della", "dello", "degli", "dei", "di", "da", "das", "do", "dos", "du", "des",
	"la", "las", "le", "les", "lo", "los", "el", "al", "af", "av", "zu", "zum", "zur", "ter", "ten", "te", "op", "in", "'t", "het", "ben", "y", "i", "e"}

// isParticle reports whether a word is a particle of family names. One with a capital is, where it is none that leads names.
func isParticle(word string) bool {
	return slices.Contains(particles, strings.ToLower(word)) && word != "Y" && word != "I" && word != "E" && word != "In" && !(word == "Ben" || word == "Do" || word == "Das")
}

// beforeArticle are given names of which a word with an article is a part: Zine El Abidine, Nur al-Din.
var beforeArticle = []string{"zine", "nour", "nur", "noor", "salah", "abd", "abdel", "abdul", "abdoul", "seif", "saif", "alaa", "ala", "imad", "izz", "ezz", "badr", "shams", "sharaf", "fakhr", "muhyi", "taqi", "siraj", "abu", "umm", "oum", "jamal", "jalal"}

// isDevotion reports whether a word stands behind a particle in given names: María del Carmen, Jean de Dieu.
func isDevotion(word string) bool {
	return slices.Contains([]string{"carmen", "pilar", "mar", "rosario", "dolores", "luz", "luces", "consuelo", "concepcion", "socorro", "angeles", "dios", "deus", "dieu", "jesus", "refugio",
		"mercedes", "milagros", "nieves", "rocio", "rosa", "valle", "cristo", "fatima", "lourdes", "gracas", "conceicao", "ceu", "graca", "din", "deen", "dine", "abidine", "rahman", "fattah"}, fold(word))
}

// isSuffix reports whether a word follows a family name and belongs to it: Jr., III.
func isSuffix(word string) bool {
	return slices.Contains([]string{"jr", "sr", "ii", "iii", "iv", "fils", "filho", "neto", "junior", "sobrinho"}, strings.TrimSuffix(fold(word), ".")) &&
		!slices.Contains([]string{"Ii", "Iii", "Iv"}, word)
}
