package export

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"wp2pub/migrate/record"
)

// dublinCoreEncoder writes one XML file of DCMI Metadata Terms, with every record of every kind.
type dublinCoreEncoder struct {
	w       io.Writer
	written int
}

func newDublinCore(w io.Writer) Encoder { return &dublinCoreEncoder{w: w} }

const dublinCoreHead = xml.Header +
	`<records xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` + "\n"

// Add implements Encoder.
func (x *dublinCoreEncoder) Add(r *record.Record) error {
	var d description
	if x.written == 0 {
		d.WriteString(dublinCoreHead)
	}
	x.written++
	d.describe(r)
	_, err := x.w.Write(d.Bytes())
	return err
}

// End implements Encoder.
func (x *dublinCoreEncoder) End() error {
	text := "</records>\n"
	if x.written == 0 {
		text = dublinCoreHead + text
	}
	_, err := io.WriteString(x.w, text)
	return err
}

// Tally implements Encoder.
func (x *dublinCoreEncoder) Tally() (int, []string) { return x.written, nil }

// description is the XML of one record.
type description struct{ bytes.Buffer }

// The encodings of values, as DCMI names them.
const (
	uri      = "dcterms:URI"
	date     = "dcterms:W3CDTF"
	language = "dcterms:RFC5646"
	media    = "dcterms:IMT"
	period   = "dcterms:Period"
)

func (d *description) describe(r *record.Record) {
	d.WriteString("  <record>\n")
	d.term("identifier", r.ID, "", "")
	d.term("identifier", r.Source.Permalink, uri, "")
	for _, m := range r.Identifiers {
		for _, value := range textsOf(m.Value) {
			d.identifier(m.Name, value)
		}
	}
	d.term("type", r.Type, "", "")
	d.term("title", line(r.Title), "", r.Language)
	d.term("alternative", line(r.Subtitle), "", r.Language)
	for _, p := range r.Authors {
		term := "creator"
		if part := partOf(p.Role); part != "author" {
			term = "contributor"
		}
		d.term(term, nameOf(p).inverted(), "", "")
	}
	d.each("publisher", r.Publishers)
	d.term("issued", r.Issued, date, "")
	d.term("available", r.Posted, date, "")
	d.term("modified", r.Modified, date, "")
	d.term("language", r.Language, language, "")
	d.term("abstract", strings.Join(paragraphs(r.Summary), "\n"), "", r.Language)
	d.each("subject", r.Subjects)
	d.each("spatial", r.Regions)
	d.term("isPartOf", joined([]string{r.Series.Title, r.Series.Number}, "; "), "", "")
	for i, file := range r.Downloads {
		d.term("hasFormat", file.URL, uri, "")
		if i == 0 {
			d.term("format", file.MediaType, media, "")
			if file.Bytes > 0 {
				d.term("extent", strconv.FormatInt(file.Bytes, 10)+" bytes", "", "")
			}
		}
	}
	for _, edition := range r.Editions {
		d.term("hasVersion", line(edition.Title), "", edition.Language)
		for _, file := range edition.Downloads {
			d.term("hasVersion", file.URL, uri, "")
		}
	}
	for _, t := range r.Translations {
		d.term("hasVersion", t.ID, "", "")
	}
	for _, l := range r.Relations {
		if l.URL != "" {
			d.term("relation", l.URL, uri, "")
		} else {
			d.term("relation", l.ID, "", "")
		}
	}
	d.event(&r.Event)
	d.WriteString("  </record>\n")
}

// identifier writes an identifier as an address where there is one for its kind.
func (d *description) identifier(kind, value string) {
	switch kind {
	case "doi":
		d.term("identifier", "https://doi.org/"+value, uri, "")
	case "isbn", "issn":
		d.term("identifier", "urn:"+kind+":"+value, uri, "")
	default:
		d.term("identifier", value, "", "")
	}
}

func (d *description) event(e *record.Event) {
	if e.Start != "" {
		text := "start=" + e.Start + ";"
		if e.End != "" {
			text += " end=" + e.End + ";"
		}
		d.term("temporal", text, period, "")
	}
	d.term("spatial", joined([]string{e.Venue, e.Address}, ", "), "", "")
}

func (d *description) each(term string, values []string) {
	for _, v := range values {
		d.term(term, line(v), "", "")
	}
}

// term writes a value, if it is one.
func (d *description) term(name, value, encoding, tag string) {
	value, _ = record.CleanText(value)
	if strings.TrimSpace(value) == "" {
		return
	}
	d.WriteString("    <dcterms:" + name)
	if encoding != "" {
		d.WriteString(` xsi:type="` + encoding + `"`)
	}
	if tag != "" {
		d.WriteString(` xml:lang="`)
		d.text(tag)
		d.WriteString(`"`)
	}
	d.WriteString(">")
	d.text(value)
	d.WriteString("</dcterms:" + name + ">\n")
}

// text writes a text; what XML cannot hold becomes U+FFFD.
func (d *description) text(s string) {
	for _, r := range s {
		switch {
		case r == '&':
			d.WriteString("&amp;")
		case r == '<':
			d.WriteString("&lt;")
		case r == '>':
			d.WriteString("&gt;")
		case r == '"':
			d.WriteString("&quot;")
		case r == '\r':
			d.WriteString("&#13;")
		case r != '\n' && r != '\t' && r < ' ' || r == 0xfffe || r == 0xffff:
			d.WriteRune('\ufffd')
		default:
			d.WriteRune(r)
		}
	}
}
