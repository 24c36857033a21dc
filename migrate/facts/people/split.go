package people

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// name is a name as a person writes it, and its parts where these are certain.
type name struct{ whole, given, family string }

func (n name) certain() bool { return n.family != "" }

// split takes a name of one person apart, without a comma in it.
func split(text string) name {
	parts := strings.Fields(text)
	n := name{whole: strings.Join(parts, " ")}
	if len(parts) < 2 && !in(text, unicode.Hangul) || len(parts) > 8 {
		return n
	}
	switch {
	case in(text, unicode.Latin):
		if isBody(n.whole) && !isShouted(parts) {
			return n
		}
		given, family := splitLatin(parts)
		return n.parted(given, family)
	case in(text, unicode.Cyrillic):
		return n.parted(splitCyrillic(parts))
	case in(text, unicode.Greek):
		return n.parted(splitByGiven(parts))
	case in(text, unicode.Hangul):
		return n.parted(splitHangul(parts))
	case in(text, unicode.Han, unicode.Hiragana, unicode.Katakana) && len(parts) == 2 && !isBody(n.whole) && !strings.ContainsAny(text, "・·"):
		return n.parted(parts[1:], parts[:1])
	}
	return n
}

// parted is the name with its parts, if there are both.
func (n name) parted(given, family []string) name {
	if len(given) > 0 && len(family) > 0 {
		n.given, n.family = strings.Join(given, " "), strings.Join(family, " ")
	}
	return n
}

// in reports whether all letters of a text are of some alphabets.
func in(text string, alphabets ...*unicode.RangeTable) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) && r != 'ʼ' && r != 'ʻ' && r != 'ー' {
			if letters++; !unicode.In(r, alphabets...) {
				return false
			}
		}
	}
	return letters > 0
}

// splitLatin finds given and family name among the words of a name in Latin letters; none where it is not certain.
func splitLatin(parts []string) (given, family []string) {
	if !slices.ContainsFunc(parts, func(p string) bool { return !isNameWord(p) }) {
		words, suffix := parts, []string(nil)
		if n := len(parts); n > 2 && isSuffix(parts[n-1]) {
			words, suffix = parts[:n-1], parts[n-1:]
		}
		given, family = splitWords(words)
		if family != nil && suffix != nil {
			family = append(slices.Clone(family), suffix...)
		}
	}
	return given, family
}

func splitWords(words []string) (given, family []string) {
	for _, reading := range []func([]string) (given, family []string, ok bool){
		initialsLast, familyFirst, inCapitals, patronymic, withParticle, givenFirst,
	} {
		if given, family, ok := reading(words); ok {
			return given, family
		}
	}
	return nil, nil
}

// initialsLast reads Gallagher A.T.: what ends in initials begins with the family name.
func initialsLast(words []string) (given, family []string, ok bool) {
	at := slices.IndexFunc(words, isPointed)
	if at < 1 || slices.ContainsFunc(words[at:], func(w string) bool { return !isPointed(w) }) {
		return nil, nil, false
	}
	if at == 1 || isParticle(words[0]) && !isGiven(words[0]) {
		return words[at:], words[:at], true
	}
	return nil, nil, true // Anna Maria G.
}

// familyFirst reads names of East Asia that are written so: Nguyễn Văn Minh, Kim Jong-un. Where one only may be, it is certain of
// nothing.
func familyFirst(words []string) (given, family []string, ok bool) {
	first, last := words[0], words[len(words)-1]
	switch {
	case len(words) > 2 && isFamily(first, "viet") && slices.Contains([]string{"van", "thi"}, fold(words[1])):
		return words[1:], words[:1], true
	case len(words) == 2 && isFamily(first, "east") && isKorean(last):
		return words[1:], words[:1], true
	case len(words) == 2 && isKorean(first) && isFamily(last, "east"):
		return words[:1], words[1:], true
	}
	return nil, nil, isFamily(first, "east")
}

// isKorean reports whether a word has the form of a Korean given name in Latin letters: Jong-un.
func isKorean(word string) bool {
	before, after, ok := strings.Cut(word, "-")
	r, _ := utf8.DecodeRuneInString(after)
	return ok && unicode.IsLower(r) && len(before) > 1 && len(before) < 7 && len(after) < 7 && !isGiven(before)
}

// inCapitals reads Jean DUPONT and DUPONT Jean.
func inCapitals(words []string) (given, family []string, ok bool) {
	if isShouted(words) {
		return nil, nil, false
	}
	capital := func(w string) bool { return utf8.RuneCountInString(w) > 2 && strings.ToUpper(w) == w && !isInitial(w) }
	first, last := 0, len(words)
	for first < len(words) && capital(words[first]) {
		first++
	}
	for last > 0 && capital(words[last-1]) {
		last--
	}
	switch {
	case first > 0 && first < len(words) && areGiven(words[first:]):
		return words[first:], words[:first], true
	case first == 0 && last < len(words) && areGiven(words[:last]):
		return words[:last], words[last:], true
	}
	return nil, nil, slices.ContainsFunc(words, capital)
}

// isShouted reports whether a name is written in capitals as a whole, and begins with a given name.
func isShouted(words []string) bool {
	for _, w := range words {
		if strings.ToUpper(w) != w {
			return false
		}
	}
	return isGiven(words[0])
}

// patronymic reads names with a father's name: Vladimir Vladimirovich Putin has a family name, Ahmad bin Abdullah and
// Björk Guðmundsdóttir have none.
func patronymic(words []string) (given, family []string, ok bool) {
	last := fold(words[len(words)-1])
	if strings.HasSuffix(last, "dottir") || slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"bin", "ibn", "bint", "binti", "binte", "ould", "wuld", "abu", "abd", "abdul", "abdel", "abdoul", "oglu", "qizi", "kyzy", "uulu"}, fold(w))
	}) {
		return nil, nil, true
	}
	if len(words) != 3 {
		return nil, nil, false
	}
	ends := func(word string, endings ...string) bool {
		return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(fold(word), e) })
	}
	switch {
	case ends(words[1], "ovich", "evich", "ovych", "yovych", "ovna", "evna", "ivna", "ichna", "inichna") && !ends(words[2], "ovich", "evich"):
		return words[:2], words[2:], true
	case ends(words[2], "ovna", "evna", "ivna") || ends(words[2], "ovich", "evich", "ovych") && isGiven(words[1]) && !isGiven(words[0]):
		return words[1:], words[:1], true
	}
	return nil, nil, false
}

// withParticle reads a family name that begins with a particle behind a given name: Ludwig van Beethoven.
func withParticle(words []string) (given, family []string, ok bool) {
	at := slices.IndexFunc(words, isParticle)
	if at < 1 {
		return nil, nil, at == 0 && !isGiven(words[0])
	}
	after := slices.DeleteFunc(slices.Clone(words[at:]), isParticle)
	if p := fold(words[at]); p == "y" || p == "i" || p == "e" { // Ortega y Gasset
		at--
	}
	certain := at > 0 && isNamed(words[:at]) && len(after) > 0 && len(after) < 3 && !isParticle(words[len(words)-1]) &&
		!slices.ContainsFunc(after, func(w string) bool { return isDevotion(w) || isInitial(w) }) && (len(after) == 1 || !isGiven(after[0])) &&
		!slices.Contains(beforeArticle, fold(words[at-1]))
	if certain {
		return words[:at], words[at:], true
	}
	return nil, nil, true
}

// givenFirst reads given names, initials, and then one family name, or the two of a Spanish name.
func givenFirst(words []string) (given, family []string, ok bool) {
	n := len(words)
	last := words[n-1]
	if isInitial(last) {
		return nil, nil, true
	}
	if i := strings.IndexByte(last, '-'); isJoined(last) && (isDevotion(last[i+1:]) || slices.Contains(beforeArticle, fold(words[n-2]))) {
		return nil, nil, true // Salah al-Din
	}
	first := words[:n-1]
	pointed := slices.ContainsFunc(words, isPointed)
	if n > 2 && isFamily(words[n-2], "spanish") && isFamily(last, "spanish") && isNamed(words[:n-2]) {
		if isGiven(words[n-2]) {
			return nil, nil, true
		}
		return words[:n-2], words[n-2:], true
	}
	middle := words[1 : n-1]
	switch {
	case slices.ContainsFunc(middle, func(w string) bool { return !isInitial(w) && (!isGiven(w) || isFamily(w, "spanish", "common")) }):
	case !isGiven(words[0]) && !pointed && !isTelling(last):
	case isInitial(words[0]) && !strings.Contains(words[0], "."): // U Thant
	case isGiven(last) && !pointed && !isTelling(last):
	case isGiven(last) && !isTelling(last) && !isInitial(words[0]) && !isGiven(words[0]): // Nagy P. Péter
	default:
		return first, words[n-1:], true
	}
	return nil, nil, true
}

// isNamed reports whether words are a given name and what may follow it.
func isNamed(words []string) bool {
	return (isGiven(words[0]) || isPointed(words[0])) && areGiven(words)
}

func areGiven(words []string) bool {
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !isGiven(w) && !isInitial(w) })
}

// isTelling reports whether a word is a family name by its form, or a known one.
func isTelling(word string) bool {
	if isFamily(word, "spanish", "common") {
		return true
	}
	folded := fold(word)
	for _, begins := range []string{"o'", "mc", "d'"} {
		if after, ok := strings.CutPrefix(folded, begins); ok && len(after) > 3 && strings.ContainsFunc(word[1:], unicode.IsUpper) {
			return true
		}
	}
	return len(folded) > 6 && slices.ContainsFunc([]string{"ovic", "evic", "escu", "enko", "poulos", "idis", "akis", "shvili", "adze", "wski", "wska", "ovsky", "ovskaya", "sdotter", "sson", "strom", "lund", "quist", "gaard", "baum", "stein", "berg"},
		func(end string) bool { return strings.HasSuffix(folded, end) })
}
