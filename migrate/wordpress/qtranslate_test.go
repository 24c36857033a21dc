package wordpress

import (
	"reflect"
	"strings"
	"testing"
)

func TestLanguageMarks(t *testing.T) {
	on := versions{on: true, first: "en"}
	for _, c := range []struct{ text, en, fr string }{
		{"[:en]Law[:fr]Droit[:]", "Law", "Droit"},
		{"[:en]Law[:fr]Droit", "Law", "Droit"},
		{"<!--:fr-->Droit<!--:--><!--:en-->Law<!--:-->", "Law", "Droit"},
		{"{:en}Law{:}{:fr}Droit{:}", "Law", "Droit"},
		{"No. 1: [:en]Law[:fr]Droit[:] (2013)", "No. 1: Law (2013)", "No. 1: Droit (2013)"},
		{"[:EN]Law[:en-GB]x[:]", "Law", "Law"},
		{"[:de]Recht[:]", "Recht", "Recht"},
		{"[:fr]Droit[:en] [:]", "Droit", "Droit"},
		{"[:]", "[:]", "[:]"}, {"[:en][:fr][:]", "[:en][:fr][:]", "[:en][:fr][:]"},
		{"Time [: 10:30]", "Time [: 10:30]", "Time [: 10:30]"}, {"", "", ""},
	} {
		if en, fr := on.in(c.text, "en"), on.in(c.text, "fr"); en != c.en || fr != c.fr {
			t.Errorf("%q: %q and %q", c.text, en, fr)
		}
	}
	off := versions{}
	if text := "Write [:en]text[:]"; off.in(text, "en") != text {
		t.Error("a site without marks loses text that looks like one")
	}
	if got := off.only("[:en]Law[:]", "fr"); got != "" {
		t.Errorf("an excerpt in another language: %q", got)
	}
	if got := strings.Repeat("[:en]a[:fr]b[:]", 1<<15); len(on.in(got, "fr")) != 1<<15 {
		t.Error("many marks")
	}
}

// What is written can be read again, with every text in the language asked for.
func TestStoredVersions(t *testing.T) {
	w := versions{on: true, first: "en"}
	value := Object{{"a", "[:en]Law[:fr]Droit[:]"}, {"7", []any{int64(1), true, nil, 1.5, "plain", Object{{"é", "[:en]é[:fr]è[:]"}}}}}
	php, err := Unserialize(w.stored(Serialize(value), "fr"))
	want := Object{{"a", "Droit"}, {"7", []any{int64(1), true, nil, 1.5, "plain", Object{{"é", "è"}}}}}
	if err != nil || !reflect.DeepEqual(php.Value, any(want)) {
		t.Errorf("%v, %v", php.Value, err)
	}
	for _, damaged := range []string{`a:1:{s:9:"[:en]x[:]`, `O:1:"A":1:{s:1:"b";s:9:"[:en]x[:]";}`} {
		if got := w.stored(damaged, "fr"); got != damaged && IsSerialized(damaged) {
			t.Errorf("%q became %q", damaged, got)
		}
	}
}
