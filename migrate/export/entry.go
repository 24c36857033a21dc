package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wp2pub/migrate/record"
)

// entry is a record as bibliographies see it.
type entry struct {
	record     *record.Record
	typ        string // of CSL
	title      string // without the subtitle
	subtitle   string
	names      []contributors
	issued     []int // year, month, day, as far as known
	event      []int
	publishers string
	doi        string
	isbn, issn []string
	number     string // of a report, symbol of a document
	others     []string
	url        string
}

// numbers are the identifiers that number a document, the better ones first.
var numbers = []string{"report_number", "number", "un_symbol", "symbol", "document_number"}

// entryOf returns what a bibliography needs of a record.
func entryOf(r *record.Record) *entry {
	e := &entry{record: r, typ: cslType(r.Type), title: line(r.Title), subtitle: line(r.Subtitle), names: contributorsOf(r.Authors),
		issued: dateParts(r.Issued), event: dateParts(r.Event.Start), publishers: joined(r.Publishers, "; "), url: addressOf(r)}
	e.identify(r.Identifiers)
	return e
}

// full is the title with the subtitle.
func (e *entry) full() string {
	switch {
	case e.subtitle == "":
		return e.title
	case e.title == "":
		return e.subtitle
	case strings.ContainsRune("?!:.…؟", lastRune(e.title)):
		return e.title + " " + e.subtitle
	}
	return e.title + ": " + e.subtitle
}

// inJournal reports whether the series of a publication is a journal, magazine or newspaper, and its number that of an
// issue.
func (e *entry) inJournal() bool {
	switch e.typ {
	case "article-journal", "article-magazine", "article-newspaper", "review", "review-book":
		return true
	}
	return false
}

// besides are notes on those who did something that a format has no field for.
func (e *entry) besides(fields ...string) []string {
	var notes []string
	for _, c := range e.names {
		if !slices.Contains(fields, c.part) {
			var all []string
			for _, n := range c.names {
				all = append(all, n.inverted())
			}
			notes = append(notes, c.part+": "+strings.Join(all, "; "))
		}
	}
	return notes
}

func lastRune(s string) rune {
	runes := []rune(s)
	return runes[len(runes)-1]
}

// identify sorts the identifiers to the places that they have.
func (e *entry) identify(all record.Object) {
	best := ""
	for _, name := range numbers {
		for _, m := range all {
			if m.Name == name && e.number == "" {
				e.number, best = joined(textsOf(m.Value), "; "), name
			}
		}
	}
	for _, m := range all {
		values := textsOf(m.Value)
		switch {
		case len(values) == 0 || m.Name == best:
		case m.Name == "doi":
			e.doi = values[0]
		case m.Name == "isbn":
			e.isbn = values
		case m.Name == "issn":
			e.issn = values
		default:
			e.others = append(e.others, line(m.Name)+": "+strings.Join(values, "; "))
		}
	}
}

// textsOf returns the texts of an identifier, which may be one or several.
func textsOf(v any) []string {
	var texts []string
	switch v := v.(type) {
	case nil:
	case []string:
		for _, s := range v {
			texts = append(texts, textsOf(s)...)
		}
	case []any:
		for _, element := range v {
			texts = append(texts, textsOf(element)...)
		}
	case record.Object:
		for _, m := range v {
			texts = append(texts, textsOf(m.Value)...)
		}
	default:
		if s := line(fmt.Sprint(v)); s != "" {
			texts = append(texts, s)
		}
	}
	return texts
}

// page are the types of what is read on its page, not in a file.
var page = []string{"webpage", "post", "post-weblog"}

// addressOf is where a reader finds the publication: its main file, else its page.
func addressOf(r *record.Record) string {
	if len(r.Downloads) > 0 && !slices.Contains(page, r.Type) {
		return line(r.Downloads[0].URL)
	}
	return line(r.Source.Permalink)
}

// dateParts reads the year, month and day at the head of a date.
func dateParts(date string) []int {
	date, _, _ = strings.Cut(date, "T")
	var parts []int
	for i, part := range strings.Split(date, "-") {
		n, err := strconv.Atoi(part)
		if err != nil || i == 3 {
			return parts
		}
		parts = append(parts, n)
	}
	return parts
}

// line is a text on one line, without what no format may hold.
func line(s string) string {
	s, _ = record.CleanText(s)
	return strings.Join(strings.FieldsFunc(s, isBreak), " ")
}

// isBreak reports whether a character separates words; a space that does not break stays.
func isBreak(r rune) bool {
	return r <= ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029
}

// paragraphs are the lines of a text that have something on them.
func paragraphs(s string) []string {
	var all []string
	s, _ = record.CleanText(s)
	for _, one := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029 }) {
		if one = line(one); one != "" {
			all = append(all, one)
		}
	}
	return all
}

// keywords are what a publication is about, each once, whatever its capitals.
func (e *entry) keywords() []string {
	var all []string
	for _, subject := range e.record.Subjects {
		if subject = line(subject); subject != "" && !slices.ContainsFunc(all, func(s string) bool { return strings.EqualFold(s, subject) }) {
			all = append(all, subject)
		}
	}
	return all
}

// joined joins what is left of texts on one line.
func joined(texts []string, with string) string {
	var all []string
	for _, s := range texts {
		if s = line(s); s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, with)
}
