package detect

import (
	"compress/gzip"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	quoted = regexp.MustCompile(`'(?:[^'\\]|\\.|'')*'`)
	markup = regexp.MustCompile(`<[^>]*>|\[[^\]]*\]|\\[nrt]`)
)

// bodies are the longer texts of a dump, without their markup, in the order of the dump.
func bodies(t *testing.T, name string) []string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	dump, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	seen := map[string]bool{}
	for _, text := range quoted.FindAllString(string(dump), -1) {
		text = strings.TrimSpace(markup.ReplaceAllString(strings.ReplaceAll(strings.ReplaceAll(strings.Trim(text, "'"), `\'`, "'"), "''", "'"), " "))
		if len(text) > 300 && strings.Count(text, " ")*12 > len(text) && !strings.ContainsAny(text, "{}") && !seen[text] {
			seen[text] = true
			all = append(all, text)
		}
	}
	return all
}

// TestAgrees holds what small words tell of the bodies of two sites to what the library tells, and that they tell nearly all.
func TestAgrees(t *testing.T) {
	for _, site := range []string{"icat/icat", "observatoire/observatoire"} {
		texts := bodies(t, "../../../testdata/"+site+".sql.gz")
		if len(texts) < 50 {
			t.Fatalf("%s: %d texts only", site, len(texts))
		}
		every := 1
		compared, parts, quick := 0, 0, 0
		for i, text := range texts {
			if i%every != 0 {
				continue
			}
			compared++
			for _, part := range samples(text) {
				parts++
				if bySmallWords(part) != "" {
					quick++
				}
			}
			got, library := told(text, nil, weigh), told(text, nil, ask)
			if got.Tag != library.Tag && library.Confidence >= least {
				t.Errorf("%s: %+v, by the library %+v: %.200q", site, got, library, text)
			}
		}
		t.Logf("%s: %d texts compared of %d, %d of %d parts told by small words", site, compared, len(texts), quick, parts)
		if quick*10 < parts*9 {
			t.Errorf("%s: small words tell %d of %d parts only", site, quick, parts)
		}
	}
}

// Small words are no evidence where they are few, of several languages, or among other scripts.
func TestSmallWords(t *testing.T) {
	for text, want := range map[string]string{
		"the report of the committee and the recommendations of the states that were with them": "en",
		"the the the the the the":        "",
		"The Committee of the Ministers": "",
		"доклад комитета the report of the committee and the recommendations of the states that were":                 "",
		"the report of the committee and its state le rapport du comité dans les pays pour cette année qui est leurs": "",
	} {
		if got := bySmallWords(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	file, err := os.ReadFile("testdata/texts.txt")
	if err != nil {
		t.Fatal(err)
	}
	joined := map[string]string{}
	for line := range strings.Lines(string(file)) {
		head, text, found := strings.Cut(line, ": ")
		tag, _, _ := strings.Cut(head, " ")
		if !found || tag == "#" || tag == "-" {
			continue
		}
		joined[tag] += text
		for _, some := range []string{text, joined[tag]} {
			if got := bySmallWords(some); got != "" && got != tag {
				t.Errorf("%q: %s, want %s or nothing", some, got, tag)
			}
		}
	}
	tags := []string{}
	for _, of := range small() {
		if len(of) == 1 && !slices.Contains(tags, of[0]) {
			tags = append(tags, of[0])
		}
	}
	if len(tags) < 13 {
		t.Errorf("words of their own have %v only", tags)
	}
}
