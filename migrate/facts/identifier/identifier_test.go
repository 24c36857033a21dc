package identifier

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate/growth"
)

// cases reads a table of testdata: columns with bars between them.
func cases(t testing.TB, file string, columns int) [][]string {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all [][]string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if line := lines.Text(); line != "" && !strings.HasPrefix(line, "#") {
			row := strings.Split(line, " | ")
			if len(row) != columns {
				t.Fatalf("%s: %q", file, line)
			}
			all = append(all, row)
		}
	}
	return all
}

// shown writes what Read gives as the tables do.
func shown(values []Value, beside string) string {
	var all []string
	for _, v := range values {
		if v.Err != nil {
			v.Text = "!" + v.Text
		}
		all = append(all, v.Text)
	}
	text := strings.Join(all, ", ")
	if beside != "" {
		text += " + " + beside
	}
	return text
}

func TestRead(t *testing.T) {
	rows := cases(t, "read.txt", 3)
	if len(rows) < 80 {
		t.Fatalf("%d cases", len(rows))
	}
	for _, row := range rows {
		if got := shown(Read(row[0], row[1])); got != row[2] {
			t.Errorf("%s %q: %s, wanted %s", row[0], row[1], got, row[2])
		}
	}
}

func TestSymbols(t *testing.T) {
	rows := cases(t, "symbols.txt", 2)
	if len(rows) < 60 {
		t.Fatalf("%d cases", len(rows))
	}
	for _, row := range rows {
		if got := shown(Read("un_symbol", row[0])); got != row[1] {
			t.Errorf("%q: %s, wanted %s", row[0], got, row[1])
		}
	}
}

// TestWhatIsWrong holds that an error says what is wrong.
func TestWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"isbn 978-92-1-130000-1": "its check digit is 1, by the others it would be 0", "isbn 0-306-40615-3": "its check digit is 3, by the others it would be 2",
		"isbn 978-92-1-130000": "it has 12 digits, an ISBN has 10 or 13", "isbn 123-4-567-89012-8": "it begins with 123", "isbn n/a": "there is no ISBN in it",
		"isbn 0-8044-2957-1": "by the others it would be X", "issn 0378-5956": "its check digit is 6, by the others it would be 5", "issn 0378-595": "it has 7 digits, an ISSN has 8",
		"orcid 0000-0002-1825-0098": "its check digit is 8, by the others it would be 7", "doi 10.12/x": "four digits or more", "un_symbol 12345": "no body of the United Nations", "isbn 979-0-2600-0043-8": "ISMN",
	} {
		kind, found, _ := strings.Cut(text, " ")
		values, _ := Read(kind, found)
		if len(values) != 1 || values[0].Err == nil || !strings.Contains(values[0].Err.Error(), want) || values[0].Text != found {
			t.Errorf("%s: %v, wanted %q and the text as it is", text, values, want)
		}
	}
}

// TestEveryDigitCounts changes each digit of right numbers into every other: none is right then.
func TestEveryDigitCounts(t *testing.T) {
	for number, check := range map[string]func(string) (string, error){"9789211300000": isbn, "0306406152": isbn, "080442957X": isbn, "03785955": issn, "2434561X": issn, "000000021694233X": orcid} {
		if _, err := check(number); err != nil {
			t.Errorf("%s: %v", number, err)
		}
		for i := range number {
			for _, digit := range "0123456789X" {
				other := number[:i] + string(digit) + number[i+1:]
				if value, err := check(other); other != number && err == nil {
					t.Errorf("%s, that is %s with another digit, gives %s", other, number, value)
				}
			}
		}
	}
}

func TestFind(t *testing.T) {
	for text, want := range map[string][]string{
		"isbn: The book (ISBN 978-92-1-130000-0, price $ 40) is out; call 0306406152 for it.":                   {"9789211300000"},
		"isbn: ISBN 978-92-1-130000-0 (print), 978-0-306-40615-7 (PDF)":                                         {"9789211300000", "9780306406157"},
		"isbn: call 0306406152, or 9789211300000":                                                               nil,
		"isbn: ISBN 978-92-1-130000-1":                                                                          nil,
		"issn: ISSN 0378-5955":                                                                                  {"0378-5955"},
		"issn: in the years 2049-3630":                                                                          nil,
		"doi: see https://doi.org/10.1000/xyz123, and doi:10.1000/XYZ123; also (10.1016/j.a.2020)":              {"10.1000/xyz123", "10.1016/j.a.2020"},
		"doi: version 10.1 / 10.12, 10.1000":                                                                    nil,
		"handle: on 10/12 or 2019/20; http://hdl.handle.net/10665/43542.":                                       {"10665/43542"},
		"orcid: 1234-5678-9012-3456 or 0000-0002-1825-0097":                                                     {"0000-0002-1825-0097"},
		"un_symbol: The report A/HRC/37/52/Add.1, of S/RES/2331 (2016) and sales number E.14.V.10.":             {"A/HRC/37/52/Add.1", "S/RES/2331 (2016)", "E.14.V.10"},
		"un_symbol: A/B testing, and/or, S/N 12, I/O, A/C, E/mail, 24/7, TCP/IP, CAT/dog, A/4, N/A, S/he, km/h": nil,
		"un_symbol: https://example.org/A/HRC/37/52":                                                            nil,
	} {
		kind, found, _ := strings.Cut(text, ": ")
		if got := Find(kind, found); !slices.Equal(got, want) {
			t.Errorf("%s: %q, wanted %q", text, got, want)
		}
	}
}

func TestKindOf(t *testing.T) {
	for name, want := range map[string]string{"isbn": "isbn", "eisbn": "isbn", "isbn_pdf": "isbn", "ISBN-13": "isbn", "isbn10": "isbn", "e_issn": "issn", "doi": "doi", "un_symbol": "un_symbol",
		"un-document-symbol": "un_symbol", "symbol": "", "report_number": "", "": "", "handle": "handle", "doing": ""} {
		if got := KindOf(name); got != want {
			t.Errorf("%q is of %q, wanted %q", name, got, want)
		}
	}
}

// FuzzRead holds that what Read gives is read as itself, and that nothing is lost: there is a value for every text.
func FuzzRead(f *testing.F) {
	for _, row := range cases(f, "read.txt", 3) {
		f.Add(row[1])
	}
	for _, row := range cases(f, "symbols.txt", 2) {
		f.Add(row[0])
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, k := range kinds {
			values, _ := Read(k.Name, text)
			if len(values) == 0 && strings.TrimSpace(text) != "" {
				t.Errorf("%s %q: nothing", k.Name, text)
			}
			for _, v := range values {
				if again, beside := Read(k.Name, v.Text); v.Err == nil && (len(again) != 1 || again[0] != v || beside != "") {
					t.Errorf("%s %q: %q, and that gives %q + %q", k.Name, text, v.Text, again, beside)
				}
			}
			for _, found := range Find(k.Name, text) {
				if again, _ := Read(k.Name, found); len(again) != 1 || again[0].Err != nil || again[0].Text != found {
					t.Errorf("%s %q: found %q, and that gives %q", k.Name, text, found, again)
				}
			}
		}
	})
}

// TestLongTexts holds that the work grows with the text and not with the square of it.
func TestLongTexts(t *testing.T) {
	for _, piece := range []string{"9", "9 ", "978-", "A/", "10.1000/", "ISBN ", "(", ")", "A/1 ", "Add. 1", "%", "10.1000/a) ", "E.14.V."} {
		read := func(length int) func() {
			text := strings.Repeat(piece, length/len(piece))
			return func() {
				for _, k := range kinds {
					Read(k.Name, text)
					Find(k.Name, text)
				}
			}
		}
		growth.Linear(t, 12_000, read)
	}
}
