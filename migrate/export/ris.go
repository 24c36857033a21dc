package export

import (
	"fmt"
	"io"
	"strings"

	"wp2pub/migrate/record"
)

// risEncoder writes RIS, in UTF-8, with the tags that reference managers agree on.
type risEncoder struct {
	w io.Writer
	bibliography
}

func newRIS(w io.Writer) Encoder { return &risEncoder{w: w} }

// risTypes are the types of RIS by those of CSL; any other is GEN.
var risTypes = map[string]string{
	"article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "bill": "BILL", "book": "BOOK",
	"broadcast": "MULTI", "chapter": "CHAP", "classic": "CLSWK", "collection": "BOOK", "dataset": "DATA", "entry-dictionary": "DICT",
	"entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR", "legal_case": "CASE", "legislation": "STAT",
	"manuscript": "UNPB", "map": "MAP", "motion_picture": "VIDEO", "musical_score": "MUSIC", "pamphlet": "PAMP", "paper-conference": "CPAPER",
	"patent": "PAT", "periodical": "SER", "personal_communication": "PCOMM", "post": "ELEC", "post-weblog": "BLOG", "regulation": "STAT",
	"report": "RPRT", "review": "JOUR", "review-book": "JOUR", "software": "COMP", "song": "MUSIC", "speech": "SLIDE", "standard": "STAND",
	"thesis": "THES", "webpage": "ELEC",
}

// Add implements Encoder.
func (x *risEncoder) Add(r *record.Record) error {
	if !x.takes(r) {
		return nil
	}
	e := entryOf(r)
	var b strings.Builder
	tag := func(name, value string) {
		if value != "" || name == "ER" {
			b.WriteString(name + "  - " + value + "\r\n")
		}
	}
	typ := risTypes[e.typ]
	if typ == "" {
		typ = "GEN"
	}
	tag("TY", typ)
	tag("ID", line(r.ID))
	tag("TI", e.full())
	if e.subtitle != "" {
		tag("ST", e.title)
	}
	for _, part := range risNames {
		for _, n := range e.of(part.part) {
			tag(part.tag, n.inverted())
		}
	}
	if len(e.issued) > 0 {
		tag("PY", fmt.Sprintf("%04d", e.issued[0]))
		tag("DA", risDate(e.issued))
	}
	tag("PB", e.publishers)
	tag("T2", line(r.Series.Title))
	if e.inJournal() {
		tag("IS", line(r.Series.Number))
	} else {
		tag("VL", line(r.Series.Number))
	}
	for _, number := range append(append([]string{e.number}, e.isbn...), e.issn...) {
		tag("SN", number)
	}
	tag("DO", e.doi)
	tag("UR", e.url)
	for _, d := range r.Downloads {
		if d.MediaType == "application/pdf" {
			tag("L1", line(d.URL))
		}
	}
	tag("LA", line(r.Language))
	tag("AB", strings.Join(paragraphs(r.Summary), " "))
	for _, subject := range e.keywords() {
		tag("KW", subject)
	}
	for _, note := range append(e.besides("author", "editor", "collection-editor", "translator"), e.others...) {
		tag("N1", note)
	}
	tag("ER", "")
	b.WriteString("\r\n")
	_, err := io.WriteString(x.w, b.String())
	return err
}

// End implements Encoder.
func (x *risEncoder) End() error { return nil }

// risNames are the tags of those who took part.
var risNames = []struct{ part, tag string }{{"author", "AU"}, {"editor", "ED"}, {"collection-editor", "A3"}, {"translator", "A4"}}

// risDate is year/month/day/, with nothing where nothing is known.
func risDate(parts []int) string {
	text := fmt.Sprintf("%04d/", parts[0])
	for i := 1; i < 3; i++ {
		if i < len(parts) {
			text += fmt.Sprintf("%02d", parts[i])
		}
		text += "/"
	}
	return text
}
