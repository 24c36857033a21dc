package people

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isBody reports whether a text names a body: by a word such as Office or Ministerium, an acronym, a number or an & between words.
func isBody(text string) bool {
	if strings.Contains(text, "&") || strings.ContainsFunc(text, unicode.IsDigit) {
		return true
	}
	acronym, given := false, false
	for _, word := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' && !unicode.Is(unicode.Mn, r)
	}) {
		if isBodyWord(word) {
			return true
		}
		for _, part := range strings.Split(word, "-") {
			if len(part) > 3 && isBodyWord(part) {
				return true
			}
		}
		acronym = acronym || isAcronym(word)
		given = given || isGiven(word)
	}
	return acronym && !given && !hasInitial(text)
}

// isBodyWord reports whether a word tells a body.
func isBodyWord(word string) bool {
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) && unicode.In(r, unicode.Latin) && len(word) < 4 {
		return false
	}
	folded := fold(word)
	if known().whole[folded] {
		return true
	}
	for _, pattern := range known().bodies {
		if begins, ok := strings.CutSuffix(pattern, "*"); ok && strings.HasPrefix(folded, begins) {
			return true
		}
		ends, ok := strings.CutPrefix(pattern, "*")
		if ok && strings.HasSuffix(folded, ends) && utf8.RuneCountInString(folded)-utf8.RuneCountInString(ends) >= 3 {
			return true
		}
	}
	return false
}

// isAcronym reports whether a word is all capitals: UNODC, UN. Roman numbers behind names are none.
func isAcronym(word string) bool {
	letters := 0
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
		letters++
	}
	return letters >= 2 && !isSuffix(word)
}

// hasInitial reports whether a letter with a point stands in a text.
func hasInitial(text string) bool {
	for _, word := range strings.Fields(text) {
		if isInitial(word) && strings.Contains(word, ".") {
			return true
		}
	}
	return false
}
