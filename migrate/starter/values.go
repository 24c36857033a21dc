package starter

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
)

// dateFormats are forms in which people write dates, those first that mean one thing only.
var dateFormats = []string{"d.m.Y", "j.n.Y", "j F Y", "jS F Y", "F j, Y", "F Y", `j \d\e F \d\e Y`, `F \d\e Y`, "m/Y", "Y/m/d", "d-m-Y", "Y年n月j日", "Y年n月"}

// date reports whether the mapping's own function reads a text as a date.
func (s *site) date(text string, formats ...string) bool {
	f, ok := s.vocabulary.Functions["date"]
	if !ok || f.Prepare == nil {
		return false
	}
	arguments := make([]mapping.Value, len(formats))
	for i, format := range formats {
		arguments[i] = format
	}
	read, err := f.Prepare(arguments)
	if err == nil {
		_, err = read(nil, text)
	}
	return err == nil
}

// datesIn is the share of a name's samples that the mapping can read as dates.
func (s *site) datesIn(n *survey.Name) float64 {
	formats, read := s.formats(n), 0
	for _, sample := range n.Samples {
		if s.date(sample) || len(formats) > 0 && s.date(sample, formats...) {
			read++
		}
	}
	return share(read, len(n.Samples))
}

// formats are what the function date must be told to read the samples of a name; none where it reads them by itself.
func (s *site) formats(n *survey.Name) []string {
	var formats []string
	for _, sample := range n.Samples {
		if s.date(sample) || len(formats) > 0 && s.date(sample, formats...) {
			continue
		}
		for _, format := range append(s.slashed(n), dateFormats...) {
			if s.date(sample, format) {
				formats = append(formats, format)
				break
			}
		}
	}
	return formats
}

// slashed are the orders in which 03/04/2013 can be meant, by the samples where one is certain, else by the site's
// language and zone.
func (s *site) slashed(n *survey.Name) []string {
	american := s.Language == "en-US" && strings.HasPrefix(s.Zone, "America/")
	for _, sample := range n.Samples {
		dayFirst, monthFirst := s.date(sample, "d/m/Y"), s.date(sample, "m/d/Y")
		if dayFirst != monthFirst {
			american = monthFirst
			break
		}
	}
	if american {
		return []string{"m/d/Y", "n/j/Y"}
	}
	return []string{"d/m/Y", "j/n/Y"}
}

// writeDate reads dates. What ACF types as a date is one already; of others, what is no date gives way to the next
// source.
func writeDate(s *site, n *survey.Name) *node {
	formats := s.formats(n)
	if formats == nil {
		if is(n, "date_picker", "date_time_picker") || !s.calls("date") {
			return text(n.Path)
		}
		return text(n.Path + " | date")
	}
	plain := []string{"Y", "Y-m-d", "Ymd"}
	for i, format := range formats {
		formats[i] = argument(format)
	}
	return text(n.Path + " | date " + strings.Join(append(formats, plain...), " "))
}

// argument writes a text as an argument of a function.
func argument(text string) string {
	if strings.ContainsFunc(text, unicode.IsSpace) || strings.ContainsAny(text, `|"',`) {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

func writeLanguage(s *site, n *survey.Name) *node {
	if s.calls("language") {
		return text(n.Path + " | language")
	}
	return text(n.Path)
}

func writeProse(_ *site, n *survey.Name) *node {
	if is(n, "wysiwyg") || looks(n, survey.ShapeHTML) > 0 {
		return text(n.Path + " | text")
	}
	return text(n.Path)
}

func writeNumber(_ *site, n *survey.Name) *node {
	if looks(n, survey.ShapeNumber, survey.ShapeYear) >= 0.95 {
		return text(n.Path + " | integer")
	}
	return text(n.Path)
}

// writeNames reads names. Where the samples show that several stand in one text, it is split.
func writeNames(s *site, n *survey.Name) *node {
	if is(n, "repeater") {
		return text(s.columns(n)[0].Path)
	}
	return split(n, isBody)
}

// conjunctions stand before the last of several names.
var conjunctions = []string{" and ", " et ", " y ", " e ", " und ", " en ", " и ", " و", " & "}

// split parts a text between the separators that its samples show.
func split(n *survey.Name, isName func(string) bool) *node {
	separators := separatorsIn(n.Samples, isName)
	if separators == nil || !is(n, writtenTypes...) {
		return text(n.Path)
	}
	quoted := make([]string, len(separators))
	for i, s := range separators {
		quoted[i] = `"` + s + `"`
	}
	return text(n.Path + " | split " + strings.Join(quoted, " "))
}

// separatorsIn are what stands between names in the samples: a semicolon; or commas, and the word before the last name,
// unless a sample without commas has the word inside a name.
func separatorsIn(samples []string, isName func(string) bool) []string {
	if slices.ContainsFunc(samples, func(s string) bool { return strings.Contains(s, ";") }) {
		return []string{";"}
	}
	var separators []string
	for _, sample := range samples {
		parts, conjunction := listed(sample)
		if len(parts) < 3 || slices.ContainsFunc(parts, func(p string) bool { return !isName(p) }) {
			continue
		}
		if !slices.Contains(separators, ", ") {
			separators = append(separators, ", ")
		}
		inName := slices.ContainsFunc(samples, func(s string) bool { return !strings.Contains(s, ",") && strings.Contains(s, conjunction) })
		if conjunction != "" && !inName && !slices.Contains(separators, conjunction) {
			separators = append(separators, conjunction)
		}
	}
	return separators
}

// listed parts "A, B and C", and says which word stands before the last.
func listed(text string) (parts []string, conjunction string) {
	parts = strings.Split(text, ", ")
	end := parts[len(parts)-1]
	for _, c := range conjunctions {
		if before, after, found := strings.Cut(end, c); found {
			return append(parts[:len(parts)-1], before, after), c
		}
	}
	return parts, ""
}

// isBody reports whether a text could be the name of a body or a subject: a few words that begin with a letter.
func isBody(text string) bool {
	words := strings.Fields(text)
	return len(words) > 0 && len(words) <= 8 && unicode.IsLetter([]rune(words[0])[0]) && !strings.ContainsAny(text, ".!?:")
}

// isPerson reports whether a text could be a whole name: it has two words or more.
func isPerson(text string) bool {
	words := strings.Fields(text)
	return len(words) >= 2 && len(words) <= 5
}

// personColumns are the columns of a person in the record.
var personColumns = []string{"name", "given", "family", "affiliation", "role", "orcid"}

// writePeople reads authors: names, or rows whose columns are those of persons.
func writePeople(s *site, n *survey.Name) *node {
	if !is(n, "repeater") {
		return split(n, isPerson)
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
			if m := speaking(name, c); m > best && found[name] == nil {
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

// speaking says how well the name of a value or its label speaks of a concept.
func speaking(concept string, n *survey.Name) float64 {
	path := segments(n.Path)
	best := max(match(concept, wordsOf(last(path))), match(concept, wordsOf(n.Label)))
	if len(path) > 2 && best < wholeMatch { // a part of a group: number, of sales
		best = max(best, match(concept, wordsOf(fmt.Sprint(path[len(path)-2], " ", last(path))))*0.9)
	}
	return best
}
