package people

import (
	"iter"
	"slices"
	"strings"
	"unicode"
)

// conjunctions stand between the last two of a list.
var conjunctions = strings.Fields("and & et y e und en i ve och og ja oraz a și si és και и та й و und")

func isConjunction(word string) bool {
	return slices.Contains(conjunctions, strings.ToLower(word)) && word != "A" && word != "E" && word != "I" && word != "Y"
}

func beginsWithAnd(part string) bool {
	first, _, more := strings.Cut(part, " ")
	return more && isConjunction(first) && first != "a"
}

// joints are the places of the conjunctions that stand between words.
func joints(words []string) []int {
	var places []int
	for i, word := range words {
		if isConjunction(word) && i > 0 && i < len(words)-1 {
			places = append(places, i)
		}
	}
	return places
}

// halves gives the two sides of each conjunction in a text.
func halves(text string) iter.Seq2[string, string] {
	return func(yield func(left, right string) bool) {
		words := strings.Fields(text)
		for _, i := range joints(words) {
			if !yield(strings.Join(words[:i], " "), strings.Join(words[i+1:], " ")) {
				return
			}
		}
	}
}

// mostJoined is the most conjunctions of a text in which each may part names.
const mostJoined = 40

// apart reads a text without commas: names with and between them, where both sides are some. Listed says that it is part of a
// list with commas.
func apart(text string, listed bool) []entry {
	if beginsWithAnd(text) {
		_, text, _ = strings.Cut(text, " ")
	}
	if len(joints(strings.Fields(text))) > mostJoined {
		return []entry{one(text, false)}
	}
	known := map[string][]entry{}
	var read func(string) []entry
	read = func(text string) []entry {
		if all, ok := known[text]; ok {
			return all
		}
		all := []entry{one(text, false)}
		for before, behind := range halves(text) {
			left := one(before, false)
			if !left.certain && !left.body && !isNameLike(left.Name) {
				continue
			}
			if right := read(behind); separate(left, right[0], listed) {
				all = append([]entry{left}, right...)
				break
			}
		}
		known[text] = all
		return all
	}
	return read(text)
}

// separate reports whether what stands on the sides of an and are two names, and not one of a body.
func separate(left, right entry, listed bool) bool {
	switch {
	case left.certain && right.certain:
		return true
	case left.certain:
		return right.body || isNameLike(right.Name)
	case right.certain:
		return left.body || isNameLike(left.Name)
	case listed && right.body && isAcronym(right.Name) && isNameLike(left.Name):
		return true
	case !left.body || !right.body:
		return false
	}
	words := strings.Fields(right.Name)
	if isAcronym(left.Name) && isAcronym(right.Name) || len(words) == 1 && isAcronym(words[0]) {
		return true
	}
	return (isAcronym(left.Name) || len(strings.Fields(left.Name)) > 1 && !isOpen(left.Name)) && (len(words) > 1 || isAcronym(right.Name))
}

// isOpen reports whether a name of a body may go on behind an and: Office on Drugs and …
func isOpen(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool {
		r := []rune(w)[0]
		return unicode.IsLower(r) && unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek)
	}) || !in(text, unicode.Latin)
}
