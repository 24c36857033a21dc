package starter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
)

// personColumns are the columns of a person in the record.
var personColumns = []string{"name", "given", "family", "affiliation", "role", "orcid"}

// writePeople reads authors: names, or rows whose columns are those of persons.
func writePeople(s *site, n *survey.Name) *node {
	if !is(n, "repeater") {
		// Where a semicolon parts some, a comma may stand inside names: "Ruiz, Ana; Paz, Raúl". What parts the others is told text by text.
		semicolons := slices.ContainsFunc(n.Separators, func(s survey.Separator) bool { return s.Separator == ";" })
		return split(n, func(s survey.Separator) bool {
			return s.People+s.Pairs > s.Alone && (!semicolons || s.Separator == ";")
		}, nil)
	}
	columns := s.personColumns(n)
	if columns == nil {
		return text(s.columns(n)[0].Path)
	}
	return rows(n, columns)
}

// personColumns finds which column of rows is which of a person's. A family name without a given one is the whole
// name, as nom and nombre are.
func (s *site) personColumns(n *survey.Name) []column {
	found := map[string]*survey.Name{}
	for _, c := range s.columns(n) {
		concept, best := "", noMatch
		for _, name := range personColumns {
			if m := speaking(name, c); m > best && (name != "role" || s.isRole(c)) && found[name] == nil {
				concept, best = name, m
			}
		}
		if concept != "" {
			found[concept] = c
		}
	}
	move := func(from, to string) {
		found[to] = found[from]
		delete(found, from)
	}
	name, given, family := found["name"] != nil, found["given"] != nil, found["family"] != nil
	switch {
	case name && family && !given:
		move("name", "given")
	case !name && family && !given:
		move("family", "name")
	case !name && given && !family:
		move("given", "name")
	case !name && !family:
		return nil
	}
	var columns []column
	for _, name := range personColumns {
		if c := found[name]; c != nil {
			columns = append(columns, column{name, c, ""})
		}
	}
	return columns
}

// holdsPeople reports whether rows have a given and a family name each, by the names of their columns and by the values,
// which are one or two words that begin with a capital, or have none.
func (s *site) holdsPeople(n *survey.Name) bool {
	parts := 0
	for _, c := range s.personColumns(n) {
		if c.as == "given" || c.as == "family" {
			parts++
			if !isNamePart(c.name.Samples) {
				return false
			}
		}
	}
	return is(n, "repeater") && parts == 2
}

// isNamePart reports whether texts may be given or family names.
func isNamePart(texts []string) bool {
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool {
		words := strings.Fields(text)
		if len(words) == 0 || len(words) > 3 {
			return true
		}
		last, _ := utf8.DecodeRuneInString(last(words))
		return unicode.IsLower(last) || !unicode.IsLetter(last)
	})
}

// isRole reports whether a column says what a person did for the publication: author, editor, translator. A job is none.
func (s *site) isRole(c *survey.Name) bool {
	said := slices.Concat(c.Samples, c.Choices)
	return len(said) > 0 && !slices.ContainsFunc(said, func(text string) bool { return match("roles", wordsOf(text)) < wholeMatch })
}

// writeFiles reads files: fields, or rows that hold one beside its title and language.
func writeFiles(s *site, n *survey.Name) *node {
	if !is(n, "repeater") {
		return text(n.Path)
	}
	file := s.fileColumn(n)
	columns := []column{{"file", file, ""}}
	for _, c := range s.columns(n) {
		switch {
		case c == file:
		case speaking("file.title", c) == wholeMatch && isLine(s, c) > 0:
			columns = append(columns, column{"title", c, ""})
		case speaking("language", c) > 0 && isLanguage(s, c) > 0 && s.calls("language"):
			columns = append(columns, column{"language", c, " | language"})
		}
	}
	return rows(n, columns)
}

// inLanguage reads a file with the language of its publication, where a field of the same group or a taxonomy says which that
// is: beside files in other languages it would be the only one without.
func (s *site) inLanguage(c *candidate, candidates []candidate, posts crowd, expression *node) *node {
	if !is(c.name, "file") || c.strength < certain || !s.calls("language") {
		return expression
	}
	at := slices.IndexFunc(candidates, func(l candidate) bool {
		return l.place.target == "language" && l.strength >= certain && l.name.Group == c.name.Group && !is(l.name, "checkbox", "taxonomy")
	})
	terms := s.terms("language", posts)
	object := &node{flow: true}
	object.add("file", expression)
	switch {
	case at >= 0:
		object.add("language", text(candidates[at].name.Path+" | language"))
	case len(terms) == 1:
		object.add("language", terms[0].expression)
	default:
		return expression
	}
	whole := &node{}
	whole.add("object", object)
	return whole
}

// column is a column of rows, with what it is in the record.
type column struct {
	as   string
	name *survey.Name
	then string
}

// rows reads rows, giving their columns the names of the record. Where they have these already, it reads them as they are.
func rows(n *survey.Name, columns []column) *node {
	same := !slices.ContainsFunc(columns, func(c column) bool { return last(segments(c.name.Path)) != c.as || c.then != "" })
	if same {
		return text(n.Path)
	}
	object := &node{flow: true}
	for i, c := range columns {
		if i > 0 && columns[i-1].as == c.as {
			continue
		}
		object.add(c.as, text(mapping.Path{"this", last(segments(c.name.Path))}.String()+c.then))
	}
	whole := &node{}
	whole.add("each", text(n.Path))
	whole.add("object", object)
	return whole
}
