package people

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/record"
)

// longest is the longest text that is read as a list of names; a longer one is none.
const longest = 20_000

// Read reads the persons and bodies that a text names, in its order. A text that can be read in several ways is one name.
func Read(text string) []record.Person {
	if len(text) > longest {
		if name := strings.Join(strings.Fields(emailAddress.ReplaceAllString(text, " ")), " "); strings.ContainsFunc(name, unicode.IsLetter) {
			return []record.Person{{Name: name}}
		}
		return nil
	}
	var all []entry
	role := ""
	for _, block := range blocks(text) {
		said, rest, labelled := labelOf(block)
		if labelled {
			role, block = said, rest
		}
		several := manyOf(block, len(all) > 0 || strings.ContainsAny(text, ";؛；"))
		for i := range several {
			if several[i].Role == "" {
				several[i].Role = role
			}
		}
		all = append(all, several...)
	}
	var people []record.Person
	for i := range all {
		if all[i].many {
			for j := i - 1; j >= 0 && all[j].Role == ""; j-- {
				all[j].Role = all[i].Role
			}
		}
	}
	for _, e := range all {
		if strings.ContainsFunc(e.Name, unicode.IsLetter) {
			people = append(people, e.Person)
		}
	}
	return Merge(people)
}

var andOthers = regexp.MustCompile(`(?i)[\s,]+(?:et\.? al\.?|u\. ?a\.|и др\.|y otros|e outros|et autres|and others)\s*$`)

// blocks parts a text at signs that stand in no name.
func blocks(text string) []string {
	text = andOthers.ReplaceAllString(text, "")
	text = strings.ReplaceAll(text, " / ", ";")
	var all []string
	for _, block := range cut(text, func(r rune) bool { return strings.ContainsRune(";؛；|•·\n\r", r) && r != '·' }) {
		all = append(all, strings.Join(strings.Fields(block), " "))
	}
	return all
}

// cut parts a text at letters outside of brackets, without what is empty.
func cut(text string, at func(rune) bool) []string {
	var all []string
	depth, begin := 0, 0
	add := func(part string) {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	for i, r := range text {
		switch {
		case strings.ContainsRune("([（", r):
			depth++
		case strings.ContainsRune(")]）", r):
			depth = max(0, depth-1)
		case depth == 0 && at(r):
			add(text[begin:i])
			begin = i + len(string(r))
		}
	}
	add(text[begin:])
	return all
}

func commaParts(text string) []string {
	return cut(text, func(r rune) bool { return strings.ContainsRune(",،，、", r) })
}

// manyOf reads a text without semicolons. In a list with semicolons a comma stands within what is said of one person.
func manyOf(text string, listed bool) []entry {
	parts := tails(commaParts(text))
	if len(parts) == 0 {
		return nil
	}
	if len(parts) == 1 {
		return apart(parts[0], false)
	}
	if pairs := pairsOf(parts); pairs != nil {
		return pairs
	}
	if short := shortOf(parts); short != nil {
		return short
	}
	if listed && len(parts) == 2 {
		if e := one(text, true); e.certain {
			return []entry{e}
		}
	}
	all, ok := listOf(parts)
	if joined := len(all) > len(parts) || slices.ContainsFunc(parts, beginsWithAnd); !joined {
		if affiliated := withAffiliations(parts, listed); affiliated != nil {
			return affiliated
		}
	}
	if ok {
		return all
	}
	return []entry{one(text, false)}
}

// tails puts what stands behind a comma and belongs to a name before it: Jr., ed. Degrees go.
func tails(parts []string) []string {
	var kept []string
	for i, part := range parts {
		last := len(kept) - 1
		switch {
		case i > 0 && isDegree(part):
		case last >= 0 && isSuffix(part):
			kept[last] += " " + part
		case last >= 0 && Role(part) != "" && len(strings.Fields(part)) == 1 && !isGiven(part):
			kept[last] += " (" + part + ")"
		default:
			kept = append(kept, part)
		}
	}
	return kept
}

// conjunctions stand between the last two of a list.
var conjunctions = strings.Fields("and & et y e und en i ve och og ja oraz a și si és και и та й و und")

func isConjunction(word string) bool {
	return slices.Contains(conjunctions, strings.ToLower(word)) && word != "A" && word != "E" && word != "I" && word != "Y"
}

func beginsWithAnd(part string) bool {
	first, _, more := strings.Cut(part, " ")
	return more && isConjunction(first) && first != "a"
}

// halves are the two sides of the conjunctions in a text.
func halves(text string) [][2]string {
	words := strings.Fields(text)
	var all [][2]string
	for i, word := range words {
		if isConjunction(word) && i > 0 && i < len(words)-1 {
			all = append(all, [2]string{strings.Join(words[:i], " "), strings.Join(words[i+1:], " ")})
		}
	}
	return all
}

// mostJoined is the most conjunctions of a text in which each may part names.
const mostJoined = 40

// apart reads a text without commas: names with and between them, where both sides are some. Listed says that it is part of a
// list with commas.
func apart(text string, listed bool) []entry {
	if beginsWithAnd(text) {
		_, text, _ = strings.Cut(text, " ")
	}
	known := map[string][]entry{}
	var read func(string) []entry
	read = func(text string) []entry {
		if all, ok := known[text]; ok {
			return all
		}
		all := []entry{one(text, false)}
		for _, h := range halves(text) {
			left := one(h[0], false)
			if !left.certain && !left.body && !isNameLike(left.Name) {
				continue
			}
			if right := read(h[1]); separate(left, right[0], listed) {
				all = append([]entry{left}, right...)
				break
			}
		}
		known[text] = all
		return all
	}
	if len(halves(text)) > mostJoined {
		return []entry{one(text, false)}
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

// isNameLike reports whether a text has the form of a person's name: two to five words that each may be a part of one.
func isNameLike(text string) bool {
	words := strings.Fields(text)
	if in(text, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
		return len([]rune(text)) <= 6 && !isBody(text)
	}
	return len(words) > 1 && len(words) < 6 && !isBody(text) && !slices.ContainsFunc(words, func(w string) bool {
		return !isNameWord(w) && (in(w, unicode.Latin, unicode.Cyrillic, unicode.Greek) || !isOther(w))
	})
}

// isOther reports whether a word is of letters that know no capitals.
func isOther(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' && r != '\u200c' })
}

// pairsOf reads Gallagher, Anne T., Petrova, O. and Smith, J.: family and given names by turns.
func pairsOf(parts []string) []entry {
	var flat []string
	for _, part := range parts {
		if beginsWithAnd(part) {
			_, part, _ = strings.Cut(part, " ")
		}
		if h := halves(part); len(h) > 0 && len(parts) > 2 {
			flat = append(flat, h[0][0], h[0][1])
			continue
		}
		flat = append(flat, part)
	}
	if len(flat)%2 != 0 {
		return nil
	}
	var all []entry
	for i := 0; i < len(flat); i += 2 {
		var e entry
		family := e.brackets(flat[i])
		given := untitled(strings.TrimSpace(e.brackets(flat[i+1])))
		n, ok := turned(untitled(strings.TrimSpace(family)), given, false)
		if !ok || len(flat) > 2 && !isGiven(strings.Fields(given)[0]) && !areGiven(strings.Fields(given)) {
			return nil
		}
		e.set(n)
		all = append(all, e)
	}
	return all
}

// shortOf reads Gallagher AT, Petrova O, as medical journals write.
func shortOf(parts []string) []entry {
	var all []entry
	for _, part := range parts {
		words := strings.Fields(part)
		n := len(words) - 1
		if n < 1 || len(words[n]) > 3 || strings.ToUpper(words[n]) != words[n] || strings.Contains(words[n], ".") || isSuffix(words[n]) ||
			slices.ContainsFunc(words, func(w string) bool { return !isNameWord(w) }) || n > 1 && !isParticle(words[0]) || isAcronym(words[0]) {
			return nil
		}
		all = append(all, entry{certain: true})
		all[len(all)-1].set(name{part, words[n], strings.Join(words[:n], " ")})
	}
	return all
}

// listOf reads names with commas between them, and reports whether they are some: each a person or a body, or like a person
// among such.
func listOf(parts []string) (all []entry, ok bool) {
	told, like, certain := 0, 0, false
	for _, part := range parts {
		for _, e := range apart(part, true) {
			certain = certain || e.certain
			switch r, _ := utf8.DecodeRuneInString(e.Name); {
			case unicode.IsLower(r) && len(strings.Fields(e.Name)) > 3: // a sentence
				return all, false
			case e.certain || e.body && (isAcronym(e.Name) || len(strings.Fields(e.Name)) > 1 || isBodyWord(e.Name)):
				told++
			case isNameLike(e.Name):
				if like++; len(all) > 0 && all[len(all)-1].body && isOpen(all[len(all)-1].Name) {
					return all, false // Ministry of Health, Social Affairs
				}
			default:
				return all, false
			}
			all = append(all, e)
		}
	}
	if len(all) == 2 && len(parts) == 2 && all[0].body && all[1].body && strings.Contains(all[0].Name, " ") && strings.Contains(all[1].Name, " ") {
		return all, false // European Commission, Directorate-General for Home Affairs
	}
	if certain && len(all) > len(parts) && len(all) > 2 { // with an "and" before the last
		return all, true
	}
	return all, told >= like && (told > 0 || !in(strings.Join(parts, ""), unicode.Latin)) || !in(strings.Join(parts, ""), unicode.Latin)
}

// withAffiliations reads persons with where they work behind a comma; nil: it is none of that.
func withAffiliations(parts []string, listed bool) []entry {
	var all []entry
	first := one(parts[0], false)
	if !first.certain && !(listed && isNameLike(first.Name)) || first.Affiliation != "" {
		return nil
	}
	bodies := 0
	for _, part := range parts {
		e := one(part, false)
		switch r, _ := utf8.DecodeRuneInString(part); {
		case unicode.IsLower(r): // a sentence
			return nil
		case e.certain:
			all = append(all, e)
		case e.body:
			bodies++
			fallthrough
		default:
			if len(all) == 0 {
				all = append(all, first)
				continue
			}
			last := &all[len(all)-1]
			last.Affiliation = strings.TrimPrefix(last.Affiliation+", "+strings.TrimSpace(part), ", ")
		}
	}
	switch persons := len(all); {
	case persons == 1 && (bodies > 0 || listed && len(parts) == 2):
		return all
	case persons > 1 && len(parts) == 2*persons && bodies == persons && !slices.ContainsFunc(all, func(e entry) bool { return e.Affiliation == "" }):
		return all
	}
	return nil
}

// Merge lists each person once, with what all entries say.
func Merge(people []record.Person) []record.Person {
	at := map[string]int{}
	var all []record.Person
	for _, p := range people {
		key := fold(strings.Join(strings.Fields(p.Name), " "))
		i, known := at[key]
		if !known && p.ORCID != "" {
			i, known = at[p.ORCID]
		}
		if !known {
			i = len(all)
			all = append(all, p)
		} else {
			all[i] = merged(all[i], p)
		}
		at[key] = i
		if p.ORCID != "" {
			at[p.ORCID] = i
		}
	}
	return all
}

func merged(a, b record.Person) record.Person {
	both := func(a, b, between string) string {
		switch {
		case a == "" || b == "" || strings.EqualFold(a, b) || slices.Contains(strings.Split(a, between), b):
			return cmp.Or(a, b)
		}
		return a + between + b
	}
	if a.Family == "" && strings.EqualFold(a.Name, b.Name) {
		a.Given, a.Family = b.Given, b.Family
	}
	a.Role, a.Affiliation = both(a.Role, b.Role, ", "), both(a.Affiliation, b.Affiliation, "; ")
	if a.ORCID == "" {
		a.ORCID = b.ORCID
	}
	return a
}
