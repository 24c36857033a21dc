package mapping

import (
	"regexp"
	"strings"
)

// PathPattern says where the file of a record stands: names of folders and of the file, each made of texts and of values
// of the record.
type PathPattern []pathPart

type pathPart []pathPiece

// pathPiece is a text, or a placeholder.
type pathPiece struct {
	text  string
	names []string // of the values, of which the first that there is counts; none: it is a text
	unit  string   // of a date: year, month or day; empty: all of it
	date  bool
}

// What stands for a value that a record has not.
const (
	noDate  = "undated"
	noValue = "none"
)

// dateUnits are the parts of a date, with the place where they end in it.
var dateUnits = map[string][2]int{"year": {0, 4}, "month": {5, 7}, "day": {8, 10}}

var beginsWithDate = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?`)

// Fill gives the names of the folders and of the file for a record, whose values are asked for by name. A nil pattern
// gives none.
func (p PathPattern) Fill(value func(name string) string) []string {
	var names []string
	for _, part := range p {
		var b strings.Builder
		for _, piece := range part {
			b.WriteString(piece.fill(value))
		}
		names = append(names, b.String())
	}
	return names
}

func (p pathPiece) fill(value func(name string) string) string {
	if len(p.names) == 0 {
		return p.text
	}
	for _, name := range p.names {
		if text := p.part(strings.TrimSpace(value(name))); text != "" {
			return text
		}
	}
	if p.unit != "" || p.date {
		return noDate
	}
	return noValue
}

// part is the part of a value that the placeholder asks for; empty: the value has none.
func (p pathPiece) part(text string) string {
	if p.unit == "" {
		return text
	}
	at := dateUnits[p.unit]
	if text = beginsWithDate.FindString(text); len(text) < at[1] {
		return ""
	}
	return text[at[0]:at[1]]
}
