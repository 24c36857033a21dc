package people

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/pattern"
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

var andOthers = pattern.New(`(?i)[\s,]+(?:et\.? al\.?|u\. ?a\.|и др\.|y otros|e outros|et autres|and others)\s*$`)

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
		words := strings.Fields(part)
		if at := joints(words); len(at) > 0 && len(parts) > 2 {
			flat = append(flat, strings.Join(words[:at[0]], " "), strings.Join(words[at[0]+1:], " "))
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
