package citation

import (
	"strings"
	"unicode"
)

// shape is what the words of a text say of it.
type shape struct {
	body, work  bool // a noun for a body, for a work, stands among the words before the first preposition
	bodyLast    bool // the last word of content is a noun for a body
	late        bool // a noun for a body stands behind it
	preposition bool
	acronym     bool
	small       bool // a word of content has no capital letter
	caseless    bool // the script has no capital letters
	topics      int  // words for topics, and how many of them the list has
	listed      int
	content     int // words that are no joiners, prepositions or articles
	participle  bool
	instrument  bool // a noun for what states agree or lay down stands last, but for prepositions
}

func shapeOf(fields []string) shape {
	var s shape
	closed := false // a preposition stands behind the instrument
	for i, field := range fields {
		if strings.HasPrefix(field, "(") && strings.HasSuffix(field, ")") && i > 0 {
			continue // the short form of the name
		}
		word := strings.ToLower(strings.Trim(field, ".,;:'\"“”‘’()[]"))
		word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
		if before, after, elided := cutElision(word); elided {
			s.preposition = s.preposition || i > 0 && prepositions[before]
			word = after
		}
		switch {
		case prepositions[word] && i > 0:
			s.preposition, closed = true, s.instrument
			continue
		case joiners[word] || smallWords[word]:
			continue
		}
		s.content++
		s.bodyLast = isBodyWord(word)
		switch {
		case instruments[word]:
			s.instrument = true
			s.work = s.work || !s.preposition
		case isBodyWord(word):
			s.instrument = s.instrument && closed
			if s.preposition {
				s.late = true
			} else {
				s.body = true
			}
		case works[word]:
			s.work = s.work || !s.preposition
		case topics[word]:
			s.topics++
			s.listed++
		case isAbstract(word):
			s.topics++
		case isAcronym(strings.Trim(field, ".,;:")):
			s.acronym = true
		}
		first := []rune(strings.TrimLeft(field, "'\"“‘("))
		if len(first) > 0 && unicode.IsLower(first[0]) {
			s.small = true
		}
		if len(first) > 0 && unicode.IsLetter(first[0]) && !unicode.IsLower(first[0]) && !unicode.IsUpper(first[0]) {
			s.caseless = true
		}
		if i == 0 && strings.HasSuffix(word, "ing") && len(fields) > 1 {
			s.participle = true
		}
	}
	return s
}

// cutElision cuts "d'asile" and "l'éducation".
func cutElision(word string) (before, after string, ok bool) {
	for _, apostrophe := range []string{"'", "’"} {
		if at := strings.Index(word, apostrophe); at > 0 && at <= 4 && at+len(apostrophe) < len(word) && len([]rune(word[:at])) <= 2 {
			return word[:at] + "'", word[at+len(apostrophe):], true
		}
	}
	return "", word, false
}

// isAbstract reports whether a word ends as words for what one studies, does or has end.
func isAbstract(word string) bool {
	if len(word) < 7 {
		return false
	}
	for _, ending := range abstractEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

var abstractEndings = strings.Fields(`tion sion ment ness ity ence ance ture ship logy ics ism cine hood ité ción sión dad miento ção são dade mento zione sione tà ung heit keit schaft ость ение ание ция ство`)

func isBodyWord(word string) bool {
	if bodyWords[word] || endsInBody(word) {
		return true
	}
	for part := range strings.SplitSeq(word, "-") {
		if len(part) < len(word) && bodyWords[part] {
			return true
		}
	}
	return false
}

func endsInBody(word string) bool {
	for _, ending := range bodyEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
