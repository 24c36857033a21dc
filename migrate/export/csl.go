package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"wp2pub/migrate/pattern"
	"wp2pub/migrate/record"
)

// cslTypes are the item types of CSL-JSON 1.0.
var cslTypes = strings.Fields(`article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
	dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation
	manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
	personal_communication post post-weblog regulation report review review-book software song speech standard thesis
	treaty webpage`)

// cslType is the item type that CSL has for a record's type: its own, else document.
func cslType(typ string) string {
	if slices.Contains(cslTypes, typ) {
		return typ
	}
	return "document"
}

// cslEncoder writes CSL-JSON.
type cslEncoder struct {
	w io.Writer
	bibliography
}

func newCSL(w io.Writer) Encoder { return &cslEncoder{w: w} }

// cslItem is an item of CSL-JSON: its variables in order, those with a value.
type cslItem []cslVariable

type cslVariable struct {
	name  string
	value any
}

type cslName struct {
	Family   string `json:"family,omitempty"`
	Given    string `json:"given,omitempty"`
	Particle string `json:"non-dropping-particle,omitempty"`
	Suffix   string `json:"suffix,omitempty"`
	Literal  string `json:"literal,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// text adds a variable that is a text.
func (i *cslItem) text(name, value string) {
	if value != "" {
		*i = append(*i, cslVariable{name, value})
	}
}

// date adds a variable that is a date.
func (i *cslItem) date(name string, parts []int) {
	if len(parts) > 0 {
		*i = append(*i, cslVariable{name, cslDate{[][]int{parts}}})
	}
}

// append writes an item, one variable a line.
func (i cslItem) append(b []byte) ([]byte, error) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	for n, v := range i {
		line.Reset()
		if err := encoder.Encode(v.value); err != nil {
			return nil, err
		}
		if n > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, "\n    \""...), v.name...), "\": "...)
		b = append(b, bytes.TrimSuffix(line.Bytes(), []byte("\n"))...)
	}
	return append(b, "\n  }"...), nil
}

// Add implements Encoder.
func (c *cslEncoder) Add(r *record.Record) error {
	if !c.takes(r) {
		return nil
	}
	before := ",\n  {"
	if c.written == 1 {
		before = "[\n  {"
	}
	text, err := cslOf(entryOf(r)).append([]byte(before))
	if err == nil {
		_, err = c.w.Write(text)
	}
	return err
}

// End implements Encoder.
func (c *cslEncoder) End() error {
	text := "\n]\n"
	if c.written == 0 {
		text = "[]\n"
	}
	_, err := io.WriteString(c.w, text)
	return err
}

func cslOf(e *entry) cslItem {
	r := e.record
	var i cslItem
	i.text("id", r.ID)
	i.text("type", e.typ)
	i.text("title", cslText(e.full()))
	if e.subtitle != "" {
		i.text("title-short", cslText(e.title))
	}
	for _, c := range e.names {
		i = append(i, cslVariable{c.part, cslNames(c.names)})
	}
	i.date("issued", e.issued)
	i.text("publisher", cslText(e.publishers))
	if e.inJournal() {
		i.text("container-title", cslText(line(r.Series.Title)))
		i.text("issue", line(r.Series.Number))
	} else {
		i.text("collection-title", cslText(line(r.Series.Title)))
		i.text("collection-number", line(r.Series.Number))
	}
	i.text("number", e.number)
	i.date("event-date", e.event)
	i.text("event-place", cslText(line(r.Event.Venue)))
	i.text("DOI", e.doi)
	i.text("ISBN", strings.Join(e.isbn, " "))
	i.text("ISSN", strings.Join(e.issn, " "))
	i.text("URL", e.url)
	i.text("language", line(r.Language))
	i.text("abstract", cslText(strings.Join(paragraphs(r.Summary), "\n")))
	i.text("keyword", strings.Join(e.keywords(), "; "))
	i.text("note", strings.Join(e.others, "\n"))
	return i
}

func cslNames(names []name) []cslName {
	var all []cslName
	for _, n := range names {
		all = append(all, cslName{n.family, n.given, n.particle, n.suffix, n.whole})
	}
	return all
}

// cslText keeps processors from taking "<i>" in a text for markup, which it never is, and which no two of them write
// as text in the same way: a character that is not seen parts the sign from what follows.
func cslText(s string) string {
	return tagLike.ReplaceAllString(s, "<\u2060$1")
}

var tagLike = pattern.New(`<(/?[A-Za-z])`)

// bibliography counts what formats for citations take: records with a type.
type bibliography struct {
	written, untyped int
	foreign          []string // types that CSL does not have
}

// takes reports whether a record is one that is cited.
func (b *bibliography) takes(r *record.Record) bool {
	if r.Type == "" {
		b.untyped++
		return false
	}
	if cslType(r.Type) != r.Type && !slices.Contains(b.foreign, r.Type) {
		b.foreign = append(b.foreign, r.Type)
	}
	b.written++
	return true
}

// Tally implements Encoder.
func (b *bibliography) Tally() (int, []string) {
	var notes []string
	if b.untyped > 0 {
		notes = append(notes, fmt.Sprintf("%s without a type left out", plural(b.untyped, "record", "records")))
	}
	if len(b.foreign) > 0 {
		notes = append(notes, "types that CSL-JSON does not have, written as document: "+strings.Join(b.foreign, ", "))
	}
	return b.written, notes
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
