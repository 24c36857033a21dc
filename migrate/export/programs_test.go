package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// program runs another program, which must have nothing to complain of, and returns what it prints.
func program(t *testing.T, pkg string, name string, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed: make test installs %s", name, pkg)
	}
	var out, complaints bytes.Buffer
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = &out, &complaints
	if err := c.Run(); err != nil || name == "pandoc" && complaints.Len() > 0 {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, complaints.String())
	}
	return out.Bytes()
}

// fileOf writes what a format makes of the awkward records.
func fileOf(t *testing.T, format string) string {
	t.Helper()
	f, _ := ByName(format)
	text, _ := written(t, format, awkward()...)
	path := filepath.Join(t.TempDir(), f.File)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// cited are the awkward records that citation formats hold.
func cited() []*entry {
	var all []*entry
	for _, r := range awkward() {
		if r.Type != "" {
			all = append(all, entryOf(r))
		}
	}
	return all
}

func TestPandocReadsTheBibTeX(t *testing.T) {
	var items []struct {
		Title  string
		Author []struct {
			Family, Given, Literal, Suffix string
			Dropping                       string `json:"dropping-particle"`
			NonDropping                    string `json:"non-dropping-particle"`
		}

		Date      json.RawMessage `json:"issued"`
		Publisher string
		URL, DOI  string
	}
	if err := json.Unmarshal(program(t, "pandoc", "pandoc", "-f", "bibtex", "-t", "csljson", fileOf(t, "bibtex")), &items); err != nil {
		t.Fatal(err)
	}
	want := cited()
	if len(items) != len(want) {
		t.Fatalf("%d items, want %d", len(items), len(want))
	}
	for i, e := range want {
		item := items[i]
		title := unknownToPandoc.Replace(readByPandoc(e.full()))
		if !paired(e.full()) {
			title = strings.NewReplacer("{", "", "}", "").Replace(title)
		}
		if got := readByPandoc(noCase.ReplaceAllString(item.Title, "")); got != title {
			t.Errorf("%s: the title is %q, want %q", e.record.ID, got, title)
		}
		var names []name
		for _, a := range item.Author {
			names = append(names, name{a.Family, a.Given, a.Dropping + a.NonDropping, a.Suffix, a.Literal})
		}
		var authors []name
		for _, n := range e.of("author") {
			if n.given == "" && n.whole == "" {
				n = name{whole: n.family} // a family name alone is read as a whole name
			}
			authors = append(authors, n)
		}
		for k, n := range names {
			if n.given == "" && n.whole == "" {
				names[k] = name{whole: n.family}
			}
		}
		if !reflect.DeepEqual(names, authors) {
			t.Errorf("%s: the authors are\n%q, want\n%q", e.record.ID, names, authors)
		}
		var issued struct {
			Parts [][]int `json:"date-parts"`
		}
		if len(item.Date) > 0 {
			if err := json.Unmarshal(item.Date, &issued); err != nil {
				t.Error(err)
			}
		}
		if got := append(issued.Parts, nil)[0]; !reflect.DeepEqual(got, e.issued) {
			t.Errorf("%s: issued %v, want %v", e.record.ID, got, e.issued)
		}
		if item.URL != verbatim(e.url) {
			t.Errorf("%s: the URL is %q, want %q", e.record.ID, item.URL, e.url)
		}
	}
}

// noCase marks words whose capitals stay.
var noCase = regexp.MustCompile(`</?span[^>]*>`)

// unknownToPandoc are characters whose names in TeX pandoc does not know; so are braces that are no pair.
var unknownToPandoc = strings.NewReplacer("`", "")

// readByPandoc is what pandoc makes of a text on the way through TeX, where quotes are set as such.
func readByPandoc(s string) string {
	return strings.NewReplacer("’", "'", "‘", "`", "“", `"`, "”", `"`, "\u00a0", " ").Replace(s)
}

func TestBibutilsReadsTheRIS(t *testing.T) {
	var all struct {
		Mods []struct {
			Title    string `xml:"titleInfo>title"`
			Subtitle string `xml:"titleInfo>subTitle"`
			Date     string `xml:"originInfo>dateIssued"`
			Names    []struct {
				Parts []string `xml:"namePart"`
				Role  string   `xml:"role>roleTerm"`
			} `xml:"name"`
		} `xml:"mods"`
	}
	out := program(t, "bibutils", "ris2xml", "-i", "utf8", fileOf(t, "ris"))
	if err := xml.Unmarshal(bytes.TrimPrefix(out, []byte("\ufeff")), &all); err != nil {
		t.Fatal(err)
	}
	want := cited()
	if len(all.Mods) != len(want) {
		t.Fatalf("%d entries, want %d", len(all.Mods), len(want))
	}
	for i, e := range want {
		m := all.Mods[i]
		title := m.Title
		if m.Subtitle != "" {
			title += ": " + m.Subtitle
		}
		if strings.ReplaceAll(title, "?: ", "? ") != e.full() {
			t.Errorf("%s: the title is %q, want %q", e.record.ID, title, e.full())
		}
		authors, want := 0, 0
		for _, n := range m.Names {
			if n.Role == "author" {
				authors++
			}
		}
		for _, n := range e.of("author") {
			want += 1 + strings.Count(n.whole, " and ") // bibutils parts names there
		}
		if authors != want {
			t.Errorf("%s: %d authors, want %d", e.record.ID, authors, want)
		}
		if date, _, _ := strings.Cut(m.Date, "-"); len(e.issued) > 0 && date != e.record.Issued[:4] {
			t.Errorf("%s: issued %q, want %s", e.record.ID, m.Date, e.record.Issued)
		}
	}
}

// TestCitationsAreFormatted has two styles set the awkward records: their titles come out letter by letter.
func TestCitationsAreFormatted(t *testing.T) {
	const apa = "/usr/share/citation-style-language/styles/apa.csl"
	list := fileOf(t, "csl-json")
	document := filepath.Join(t.TempDir(), "list.md")
	if err := os.WriteFile(document, []byte("---\nnocite: '@*'\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	styles := [][]string{nil}
	if _, err := os.Stat(apa); err == nil {
		styles = append(styles, []string{"--csl", apa})
	}
	for _, style := range styles {
		set := string(program(t, "pandoc", "pandoc", append([]string{"--citeproc", "--bibliography", list, "-t", "plain", "--wrap=none", document}, style...)...))
		set = letters(set)
		for _, e := range cited() {
			if title := letters(e.full()); !strings.Contains(set, title) {
				t.Errorf("%v: %q is missing in\n%s", style, e.full(), set)
			}
		}
	}
}

// letters are the letters and digits of a text, small.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
