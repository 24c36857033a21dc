package export

import (
	"slices"
	"strings"
	"unicode"

	"wp2pub/migrate/record"
)

// contributors are the people of one part in a publication.
type contributors struct {
	part  string // as CSL calls it
	names []name
}

// name is a person's name in its pieces, or that of a body, whole.
type name struct {
	family, given, particle, suffix string
	whole                           string
}

// parts says which part a role is: the first whose word it holds, in small letters. Whoever has another role, or none,
// is an author.
var parts = []struct{ word, part string }{
	{"series editor", "collection-editor"},
	{"editor", "editor"}, {"edited", "editor"}, {"herausgeb", "editor"}, {"éditeur scientifique", "editor"},
	{"translat", "translator"}, {"traduct", "translator"}, {"übersetz", "translator"},
	{"contribut", "contributor"}, {"illustrat", "illustrator"}, {"compiler", "compiler"}, {"compiled", "compiler"}, {"interviewer", "interviewer"},
}

func partOf(role string) string {
	role = strings.ToLower(line(role))
	if role == "ed." || role == "eds." || role == "ed" || role == "eds" {
		return "editor"
	}
	for _, p := range parts {
		if strings.Contains(role, p.word) {
			return p.part
		}
	}
	return "author"
}

// contributorsOf sorts people by what they did, in the order in which they stand.
func contributorsOf(people []record.Person) []contributors {
	var all []contributors
	for _, p := range people {
		n := nameOf(p)
		if n == (name{}) {
			continue
		}
		part := partOf(p.Role)
		at := slices.IndexFunc(all, func(c contributors) bool { return c.part == part })
		if at < 0 {
			at = len(all)
			all = append(all, contributors{part: part})
		}
		all[at].names = append(all[at].names, n)
	}
	return all
}

// of returns the names of one part.
func (e *entry) of(part string) []name {
	for _, c := range e.names {
		if c.part == part {
			return c.names
		}
	}
	return nil
}

// suffixes follow a name.
var suffixes = []string{"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"}

// nameOf takes a name apart as far as the record does. One that the record has only whole stays whole.
func nameOf(p record.Person) name {
	n := name{family: line(p.Family), given: line(p.Given)}
	if n.family == "" {
		if whole := line(p.Name); whole != "" {
			return name{whole: whole}
		}
		return name{whole: n.given}
	}
	n.family, n.suffix = cutSuffix(n.family)
	if n.suffix == "" {
		n.given, n.suffix = cutSuffix(n.given)
	}
	words := strings.Split(n.family, " ")
	i := 0
	for i < len(words)-1 && isSmall(words[i]) {
		i++
	}
	n.particle, n.family = strings.Join(words[:i], " "), strings.Join(words[i:], " ")
	return n
}

// cutSuffix takes "Jr." and its like off the end of a name.
func cutSuffix(s string) (rest, suffix string) {
	at := strings.LastIndexByte(s, ' ')
	if at > 0 && slices.Contains(suffixes, s[at+1:]) {
		return strings.TrimRight(s[:at], ", "), s[at+1:]
	}
	return s, ""
}

// isSmall reports whether a word begins with a small letter: "van", "de", "al-".
func isSmall(word string) bool {
	for _, r := range word {
		return unicode.IsLower(r)
	}
	return false
}

// inverted is a name as lists are sorted: Family, Given, Suffix.
func (n name) inverted() string {
	if n.whole != "" {
		return n.whole
	}
	text := n.family
	if n.particle != "" {
		text = n.particle + " " + text
	}
	if n.given != "" {
		text += ", " + n.given
	}
	if n.suffix != "" {
		text += ", " + n.suffix
	}
	return text
}
