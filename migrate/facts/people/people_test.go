package people

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"wp2pub/migrate/record"
)

// TestNames reads names of many languages. A name has its parts only where they are certain.
func TestNames(t *testing.T) {
	read := 0
	for line := range strings.Lines(file(t, "testdata/names.txt")) {
		text, want, ok := strings.Cut(strings.TrimSpace(line), " → ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		read++
		parts, name, turned := strings.Cut(want, " = ")
		if !turned {
			name = text
		}
		expected := record.Person{Name: name}
		if given, family, ok := strings.Cut(parts, " | "); ok {
			expected.Given, expected.Family = given, family
		}
		got := Person(text)
		if got != expected {
			t.Errorf("%s: got %q, want %q", text, got, expected)
		}
	}
	if read < 120 {
		t.Errorf("only %d names were read", read)
	}
}

// TestLists reads texts that name several.
func TestLists(t *testing.T) {
	for block := range strings.SplitSeq(file(t, "testdata/lists.txt"), "\n\n") {
		lines := strings.Split(strings.Trim(block, "\n"), "\n")
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		var got []string
		for _, p := range Read(lines[0]) {
			got = append(got, strings.TrimRight("  "+strings.Join([]string{p.Name, p.Given, p.Family, p.Role, p.Affiliation}, "|"), "|"))
		}
		bars := regexp.MustCompile(` (\|+) `)
		for i, line := range lines[1:] {
			lines[i+1] = bars.ReplaceAllString(line, "$1")
		}
		if want := strings.Join(lines[1:], "\n"); strings.Join(got, "\n") != want {
			t.Errorf("%s: got\n%s\nwant\n%s", lines[0], strings.Join(got, "\n"), want)
		}
	}
}

func file(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// FuzzRead: whatever is read, a name holds its parts, and no part has a letter that the name has not.
func FuzzRead(f *testing.F) {
	seeds := 0
	for _, name := range []string{"testdata/names.txt", "testdata/lists.txt"} {
		for line := range strings.Lines(file(f, name)) {
			text, _, _ := strings.Cut(strings.TrimSpace(line), " → ")
			f.Add(text)
			seeds++
		}
	}
	if seeds < 150 {
		f.Fatal("no seeds")
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range Read(text) {
			if p.Name == "" {
				t.Errorf("%q: a person without a name: %q", text, p)
			}
			if !strings.Contains(p.Name, p.Given) || !strings.Contains(p.Name, p.Family) || (p.Given == "") != (p.Family == "") {
				t.Errorf("%q: the name %q does not hold %q and %q", text, p.Name, p.Given, p.Family)
			}
			if p.Family != "" && letters(p.Given)+letters(p.Family) != letters(p.Name) {
				t.Errorf("%q: %q and %q are not all of %q", text, p.Given, p.Family, p.Name)
			}
		}
	})
}

func letters(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// TestORCID holds check digits.
func TestORCID(t *testing.T) {
	for text, want := range map[string]string{
		"0000-0002-1825-0097": "0000-0002-1825-0097", "https://orcid.org/0000-0001-5109-3700": "0000-0001-5109-3700",
		"ORCID iD: 0000-0002-1694-233x": "0000-0002-1694-233X", "0000000218250097": "0000-0002-1825-0097",
		"0000-0002-1825-0098": "", "0000-0002-1825": "", "": "", "https://orcid.org/": "", "0000-0002-1825-00977": "",
	} {
		if got, ok := ORCID(text); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %v, want %q", text, got, ok, want)
		}
	}
}
