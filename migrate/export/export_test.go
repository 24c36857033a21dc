package export

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wp2pub/migrate/record"
)

// memory is a target in memory.
type memory struct {
	bytes.Buffer
	installed string
	dropped   bool
}

func (m *memory) Begin() error { return nil }

func (m *memory) Again() (io.ReadCloser, error) {
	draft := bytes.NewReader(bytes.Clone(m.Bytes()))
	m.Reset()
	return io.NopCloser(draft), nil
}

func (m *memory) Install() error { m.installed = m.Buffer.String(); return nil }
func (m *memory) Drop() error    { m.dropped = true; return nil }
func (m *memory) String() string { return "memory" }

// written is what a format makes of records.
func written(t interface {
	Helper()
	Fatal(...any)
}, format string, records ...*record.Record) (text string, tally string) {
	t.Helper()
	f, known := ByName(format)
	if !known {
		t.Fatal("no format " + format)
	}
	m := &memory{}
	x := New(f, m)
	err := x.Begin()
	for _, r := range records {
		err = errors.Join(err, x.Add(r))
	}
	if err := errors.Join(err, x.Finish(func(id string) string { return "file of " + id })); err != nil {
		t.Fatal(err)
	}
	n, notes := x.Tally()
	return m.installed, strings.Join(append([]string{fmt.Sprint(n)}, notes...), "; ")
}

// awkward are records that some format has trouble with.
func awkward() []*record.Record {
	people := make([]record.Person, 300)
	for i := range people {
		people[i] = record.Person{Name: fmt.Sprintf("Given%d Family%d", i, i), Given: fmt.Sprintf("Given%d", i), Family: fmt.Sprintf("Family%d", i)}
	}
	records := []*record.Record{
		{Title: "Fish & Chips: 100% of $5, #1 in a_b ~c ^d", Issued: "2013", Publishers: []string{"ILO", "Food and Agriculture Organization", "A & B"}},
		{Title: `A "quoted" \ backslash, {braces} and an open { one`, Issued: "2013-05", Authors: []record.Person{{Name: "Ministry of Health, Labour and Welfare"}, {Name: "Office {for} X"}}},
		{Title: "Paired {braces of The} title", Issued: "2013-12-31"},
		{Title: "What <i>is</i> a < b > c </b> &amp; <script>?", Subtitle: "A question", Issued: "2001"},
		{Title: "Names", Issued: "1999", Authors: []record.Person{
			{Name: "Jan van der Berg", Given: "Jan", Family: "van der Berg"}, {Name: "Ana García y Vega", Given: "Ana", Family: "García y Vega"},
			{Name: "Martin Luther King Jr.", Given: "Martin Luther", Family: "King Jr."}, {Name: "X", Family: "X", Given: "Y"}, {Name: "Ed One", Given: "Ed", Family: "One", Role: "Editor"},
			{Name: "Tr Two", Given: "Tr", Family: "Two", Role: "translated by"}, {Name: "Il Three", Given: "Il", Family: "Three", Role: "Illustrations"}, {Name: "Con Four", Given: "Con", Family: "Four", Role: "contributor"}, {Name: "Prince"}, {Family: "Only"}, {Name: "U"}}},
		{Title: "تقرير عن الاتجار بالأشخاص", Language: "ar", Issued: "2015", Authors: []record.Person{{Name: "محمد علي", Given: "محمد", Family: "علي"}}},
		{Title: "人身取引に関する報告書 😀", Language: "ja", Issued: "2016-02-29", Publishers: []string{"国際労働機関"}},
		{Title: "A lot of authors", Issued: "2010", Authors: people},
		{Issued: "2011", Publishers: []string{"Somebody"}},
		{Title: "No more than a title"},
		{Title: "Two\nlines\tand a\u00a0space\x07, -- dashes --- `ticks` and it's", Issued: "0987", Summary: "One paragraph.\n\nTY  - of another\r\nER  - \n"},
		{Title: "Numbers", Issued: "2020-01", Series: record.Series{Title: "Papers, and & more", Number: "7 {a}"}, Subjects: []string{"Asia", "a, b", "50%"},
			Identifiers: record.Object{{Name: "isbn", Value: []any{"9789211300000", "978-92-1-130001-7"}}, {Name: "doi", Value: "10.1000/a_b{c}%d"}, {Name: "issn", Value: "0317-8471"},
				{Name: "un_symbol", Value: "E/2002/68/Add.1"}, {Name: "handle", Value: "123/4 & 5"}, {Name: "empty", Value: ""}},
			Downloads: []record.Download{{URL: "https://a.example/x_y%20z.pdf?a=1&b={2}#p", MediaType: "application/pdf", Bytes: 12}, {URL: "https://a.example/fr.pdf", MediaType: "application/pdf", Language: "fr"}, {URL: "https://a.example/x.doc"}}},
		{Title: "A page", Type: "webpage", Issued: "2020", Downloads: []record.Download{{URL: "https://a.example/x.pdf"}}},
		{Title: "An article", Type: "article-journal", Issued: "2020", Series: record.Series{Title: "A Journal", Number: "3"}},
		{Title: "Of a type of its own", Type: "whitepaper", Issued: "2020"},
	}
	for i, r := range records {
		r.ID, r.Kind, r.Slug = fmt.Sprintf("a.example:%d", i+1), "publication", fmt.Sprintf("p-%d", i+1)
		if r.Type == "" {
			r.Type = "report"
		}
		r.Source = record.Origin{Site: "https://a.example", PostID: int64(i + 1), PostType: "post", Permalink: "https://a.example/" + r.Slug + "/"}
	}
	records = append(records, &record.Record{ID: "a.example:90#a b", Type: "report", Title: "One of several"}, &record.Record{ID: "a.example:90#a_b", Type: "report", Title: "One of several"},
		&record.Record{ID: "a.example:91", Kind: "event", Title: "Not cited", Event: record.Event{Start: "2020-01-01T10:00:00Z", Venue: "Here"}})
	return records
}

var update = flag.Bool("update", false, "write what comes out into testdata")

// TestFormats compares what each format makes of the awkward records with the files in testdata/awkward.
func TestFormats(t *testing.T) {
	for _, f := range Formats() {
		got, _ := written(t, f.Name, awkward()...)
		file := filepath.Join("testdata", "awkward", f.File)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || got != string(want) {
			t.Errorf("%s is not what %s says: %v; look at what -update makes of it", f.Name, file, err)
		}
	}
}

func TestNothingIsAFile(t *testing.T) {
	for format, want := range map[string]string{
		"csl-json": "[]\n", "bibtex": "", "ris": "", "redirects": "from,to,id\n",
		"dublin-core": dublinCoreHead + "</records>\n",
	} {
		if got, _ := written(t, format); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
}

func TestWhatIsLeftOutIsTold(t *testing.T) {
	for format, want := range map[string]string{
		"csl-json": "17; 1 record without a type left out; types that CSL-JSON does not have, written as document: whitepaper",
		"ris":      "17; 1 record without a type left out; types that CSL-JSON does not have, written as document: whitepaper",
		"bibtex":   "17; 1 record without a type left out; types that CSL-JSON does not have, written as document: whitepaper",
	} {
		if _, got := written(t, format, awkward()...); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
}

func TestAnErrorNamesTheFile(t *testing.T) {
	f, _ := ByName("csl-json")
	x := New(f, &broken{})
	if err := x.Begin(); err != nil {
		t.Fatal(err)
	}
	err := x.Finish(nil)
	if err == nil || !strings.Contains(err.Error(), "memory (csl-json)") || !errors.Is(err, io.ErrShortWrite) {
		t.Error(err)
	}
}

type broken struct{ memory }

func (*broken) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
