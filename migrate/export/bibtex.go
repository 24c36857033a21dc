package export

import (
	"io"
	"strconv"
	"strings"

	"wp2pub/migrate/record"
)

// bibtexEncoder writes BibTeX that both BibTeX and biblatex read, in UTF-8.
type bibtexEncoder struct {
	w io.Writer
	bibliography
	keys keys
}

func newBibTeX(w io.Writer) Encoder { return &bibtexEncoder{w: w} }

// bibtexType is the entry type of a CSL type, with the field in which its publishers stand, and what stands in its type
// where the name of the entry type would say something else.
type bibtexType struct{ name, publishers, kind string }

var bibtexTypes = map[string]bibtexType{
	"report": {"techreport", "institution", "Report"}, "thesis": {"phdthesis", "school", "Thesis"},
	"book": {"book", "publisher", ""}, "collection": {"book", "publisher", ""}, "classic": {"book", "publisher", ""},
	"pamphlet": {"booklet", "howpublished", ""}, "manuscript": {"unpublished", "howpublished", ""},
	"chapter": {"incollection", "publisher", ""}, "entry": {"incollection", "publisher", ""},
	"entry-dictionary": {"incollection", "publisher", ""}, "entry-encyclopedia": {"incollection", "publisher", ""},
	"paper-conference": {"inproceedings", "publisher", ""},
	"article-journal":  {"article", "publisher", ""}, "article-magazine": {"article", "publisher", ""},
	"article-newspaper": {"article", "publisher", ""}, "review": {"article", "publisher", ""}, "review-book": {"article", "publisher", ""},
}

var bibtexMonths = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// bibtexField is a field as it stands in the file.
type bibtexField struct{ name, value string }

// Add implements Encoder.
func (x *bibtexEncoder) Add(r *record.Record) error {
	if !x.takes(r) {
		return nil
	}
	e := entryOf(r)
	typ, known := bibtexTypes[e.typ]
	if !known {
		typ = bibtexType{"misc", "publisher", ""}
	}
	var b strings.Builder
	if x.written > 1 {
		b.WriteByte('\n')
	}
	b.WriteString("@" + typ.name + "{" + x.keys.key(e) + ",\n")
	for _, f := range bibtexFields(e, typ) {
		if f.value != "" {
			b.WriteString("  " + f.name + " = " + f.value + ",\n")
		}
	}
	b.WriteString("}\n")
	_, err := io.WriteString(x.w, b.String())
	return err
}

// End implements Encoder.
func (x *bibtexEncoder) End() error { return nil }

func bibtexFields(e *entry, typ bibtexType) []bibtexField {
	r := e.record
	fields := []bibtexField{
		{"title", bibtexTitle(e.full())},
		{"author", bibtexNames(e.of("author"))},
		{"editor", bibtexNames(e.of("editor"))},
		{"translator", bibtexNames(e.of("translator"))},
		{typ.publishers, bibtexPublishers(r.Publishers)},
		{"type", braced(typ.kind)},
	}
	series, number := bibtexBraced(line(r.Series.Title)), bibtexBraced(line(r.Series.Number))
	switch {
	case e.inJournal():
		fields = append(fields, bibtexField{"journal", series}, bibtexField{"number", number})
	case e.number != "":
		fields = append(fields, bibtexField{"series", series}, bibtexField{"number", bibtexBraced(e.number)})
	default:
		fields = append(fields, bibtexField{"series", series}, bibtexField{"number", number})
	}
	fields = append(fields, bibtexDate(e.issued)...)
	notes := append(e.besides("author", "editor", "translator"), e.others...)
	if e.number != "" && !e.inJournal() && number != "" {
		notes = append([]string{"series number: " + line(r.Series.Number)}, notes...)
	}
	isbn, notes := firstOf("isbn", e.isbn, notes)
	issn, notes := firstOf("issn", e.issn, notes)
	return append(fields,
		bibtexField{"doi", braced(verbatim(e.doi))},
		bibtexField{"isbn", bibtexBraced(isbn)},
		bibtexField{"issn", bibtexBraced(issn)},
		bibtexField{"url", braced(verbatim(e.url))},
		bibtexField{"langid", braced(languageName(r.Language))},
		bibtexField{"keywords", bibtexKeywords(e.keywords())},
		bibtexField{"abstract", bibtexBraced(strings.Join(paragraphs(r.Summary), " "))},
		bibtexField{"note", bibtexBraced(strings.Join(notes, "; "))})
}

// firstOf is the first number of a kind, for a field that holds one; the others become notes.
func firstOf(kind string, numbers, notes []string) (string, []string) {
	if len(numbers) == 0 {
		return "", notes
	}
	for _, n := range numbers[1:] {
		notes = append(notes, kind+": "+n)
	}
	return numbers[0], notes
}

func bibtexDate(parts []int) []bibtexField {
	var fields []bibtexField
	for i, n := range parts {
		switch {
		case i == 0:
			fields = append(fields, bibtexField{"year", braced(strconv.Itoa(n))})
		case i == 1 && 1 <= n && n <= 12:
			fields = append(fields, bibtexField{"month", bibtexMonths[n-1]})
		case i == 2:
			fields = append(fields, bibtexField{"day", braced(strconv.Itoa(n))})
		}
	}
	return fields
}

// babelNames are the names of languages in TeX.
var babelNames = map[string]string{
	"ar": "arabic", "bg": "bulgarian", "ca": "catalan", "cs": "czech", "da": "danish", "de": "ngerman", "el": "greek", "en": "english", "es": "spanish",
	"et": "estonian", "fa": "persian", "fi": "finnish", "fr": "french", "he": "hebrew", "hi": "hindi", "hr": "croatian", "hu": "magyar",
	"id": "indonesian", "it": "italian", "ja": "japanese", "ko": "korean", "lt": "lithuanian", "lv": "latvian", "nl": "dutch", "nb": "norsk",
	"no": "norsk", "nn": "nynorsk", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovene",
	"sr": "serbian", "sv": "swedish", "th": "thai", "tr": "turkish", "uk": "ukrainian", "vi": "vietnamese", "zh": "chinese",
}

// languageName is what TeX calls a language; of one that it has no name for the tag.
func languageName(tag string) string {
	tag = line(tag)
	first, _, _ := strings.Cut(tag, "-")
	if name, known := babelNames[strings.ToLower(first)]; known {
		return name
	}
	return verbatim(tag)
}
