package survey

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// conjunctions stand before the last of several names.
var conjunctions = []string{" and ", " et ", " y ", " e ", " und ", " en ", " и ", " و", " & "}

// separators are what parts the names in the texts of a value, by the separator.
type separators map[string]*Separator

// note counts what parts one text: "A; B", "A, B and C".
func (s *separators) note(text string) {
	if len(text) > long {
		return
	}
	if parts := strings.Split(text, ";"); len(parts) > 1 {
		s.count(";", parts)
		return
	}
	parts, conjunction := enumerated(text)
	commas := strings.Contains(text, ", ")
	if commas {
		s.count(", ", parts)
	}
	if conjunction == "" {
		return
	}
	switch {
	case commas:
		s.count(conjunction, parts)
	case len(parts) == 2 && isFullName(parts[0]) && isFullName(parts[1]):
		s.at(conjunction).Pairs++
	default:
		s.at(conjunction).Alone++
	}
}

// count enters a text that may be a list of these parts: two are few for names that may hold a comma themselves, unless
// each is of several words, as those of persons are.
func (s *separators) count(separator string, parts []string) {
	lists := len(parts) > 2 || separator == ";"
	people, bodies := true, true
	for _, part := range parts {
		words := strings.Fields(part)
		bodies = bodies && (len(words) > 1 || len(words) == 1 && isAcronym(words[0]))
		lists = lists && isShortName(words)
		people = people && isShortName(words) && len(words) > 1
	}
	if lists || people {
		at := s.at(separator)
		at.Bodies += one(lists && bodies)
		at.Lists += one(lists)
		at.People += one(people)
	}
}

func (s *separators) at(separator string) *Separator {
	if *s == nil {
		*s = separators{}
	}
	if (*s)[separator] == nil {
		(*s)[separator] = &Separator{Separator: separator}
	}
	return (*s)[separator]
}

func (s separators) list() []Separator {
	var list []Separator
	for _, found := range s {
		list = append(list, *found)
	}
	slices.SortFunc(list, func(a, b Separator) int {
		return cmp.Or(cmp.Compare(b.Lists+b.People, a.Lists+a.People), strings.Compare(a.Separator, b.Separator))
	})
	return list
}

// enumerated parts "A, B and C", and says which word stands before the last.
func enumerated(text string) (parts []string, conjunction string) {
	parts = strings.Split(text, ", ")
	end := parts[len(parts)-1]
	for _, c := range conjunctions {
		if before, after, found := strings.Cut(end, c); found {
			return append(parts[:len(parts)-1], before, after), c
		}
	}
	return parts, ""
}

// isAcronym reports whether a word stands in capital letters: "UNICEF", "UN-Habitat" is none.
func isAcronym(word string) bool {
	return len(word) > 1 && strings.ToUpper(word) == word && strings.ContainsFunc(word, unicode.IsUpper)
}

// isFullName reports whether a text may be the name of a person and holds no word in small letters, as names of bodies do.
func isFullName(text string) bool {
	return isPerson(text) && !slices.ContainsFunc(strings.Fields(text), func(word string) bool { return slices.Contains(particles, word) })
}

// isShortName reports whether words can be the name of a body, a person or a subject.
func isShortName(words []string) bool {
	if len(words) == 0 || len(words) > 8 {
		return false
	}
	first := []rune(words[0])[0]
	return unicode.IsLetter(first) && !strings.ContainsAny(words[len(words)-1], ".!?:")
}
