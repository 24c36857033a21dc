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

// writeNames reads names. Where several stand in one text, it is split.
func writeNames(s *site, n *survey.Name) *node {
	if is(n, "repeater") {
		return text(s.columns(n)[0].Path)
	}
	return split(n, func(s survey.Separator) int { return s.Lists })
}

// split parts texts at what stands between names in some of them. A word that also stands inside names parts nothing.
func split(n *survey.Name, lists func(survey.Separator) int) *node {
	var separators []string
	for _, s := range n.Separators {
		if lists(s) > s.Alone {
			separators = append(separators, `"`+s.Separator+`"`)
		}
	}
	if separators == nil || !is(n, writtenTypes...) {
		return text(n.Path)
	}
	return text(n.Path + " | split " + strings.Join(separators, " "))
}

// personColumns are the columns of a person in the record.
var personColumns = []string{"name", "given", "family", "affiliation", "role", "orcid"}

// writePeople reads authors: names, or rows whose columns are those of persons.
func writePeople(s *site, n *survey.Name) *node {
	if !is(n, "repeater") {
		return split(n, func(s survey.Separator) int { return s.People })
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
