package output

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"wp2pub/migrate/record"
)

func TestSafeName(t *testing.T) {
	cases := map[string]string{
		"annual-report":            "annual-report",
		"rapport-d’activité":       "rapport-d’activité",
		"e\u0301te\u0301":          "été",
		"العربية":                  "العربية",
		"می\u200cخواهم":            "می\u200cخواهم",
		"../../x":                  "x",
		`C:\x`:                     "C--x",
		"a/b":                      "a-b",
		"CON":                      "_CON",
		"con":                      "_con",
		"aux.txt":                  "_aux.txt",
		"com1":                     "_com1",
		"lpt²":                     "_lpt²",
		"com10":                    "com10",
		"git~1":                    "_git~1",
		"wp2pub~1":                 "_wp2pub~1",
		"console":                  "console",
		"a\x00b\x7fc\u0085":        "abc",
		"gpj.\u202efdp":            "gpj.fdp",
		"...":                      "",
		".hidden":                  "hidden",
		"name.":                    "name",
		"name. ":                   "name",
		"-rf":                      "rf",
		"~":                        "",
		"":                         "",
		"a b":                      "a-b",
		"what? <why> \"so\" a|b*c": "what---why---so--a-b-c",
		"\xff\xfe":                 "",
		"v1.2.3":                   "v1.2.3",
	}
	for slug, want := range cases {
		if got := safeName(slug); got != want {
			t.Errorf("%q becomes %q, want %q", slug, got, want)
		}
	}
}

func TestLongNamesAreCutAndDiffer(t *testing.T) {
	for _, letter := range []string{"a", "é", "語", "😀", "e\u0323\u0302", "\u0301"} {
		one, other := safeName(strings.Repeat(letter, 1000)), safeName(strings.Repeat(letter, 1001))
		if one == other || len(one) > maxName || !utf8.ValidString(one) || one != safeName(strings.Repeat(letter, 1000)) {
			t.Errorf("%q: %q and %q", letter, one, other)
		}
	}
}

func FuzzSafeName(f *testing.F) {
	for _, seed := range []string{"", "a", "../x", "CON", "nul.x", "a\x00", "\u202e", "é", strings.Repeat("x", 500), "...", "\u0301"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, slug string) {
		name := safeName(slug)
		if len(name) > maxName+1 || strings.ContainsAny(name, "/\\<>:\"|?*\x00") || !utf8.ValidString(name) || !norm.NFC.IsNormalString(name) {
			t.Errorf("%q becomes %q", slug, name)
		}
		if name != "" && (strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") || reserved(name)) {
			t.Errorf("%q becomes %q", slug, name)
		}
		for _, r := range name {
			if unicode.IsControl(r) {
				t.Errorf("%q becomes %q", slug, name)
			}
		}
		if again := safeName(name); again != name {
			t.Errorf("%q becomes %q, and that %q", slug, name, again)
		}
	})
}

func TestSettleDoesNotDependOnOrder(t *testing.T) {
	slugs := []string{"a", "A", "a-1", "a-1-1", "a-2", "b", "a-2-2"}
	var first map[string]string
	for turn := range slugs {
		var claims []*claim
		for i := range slugs {
			n := (i + turn) % len(slugs)
			claims = append(claims, &claim{held: &held{Item: Item{ID: slugs[n]}, place: newPlace("", &record.Record{ID: slugs[n], Kind: "k", Slug: slugs[n]}, nil, int64(n%3)+1, 1+n/3)}})
		}
		settle(claims, ".yaml")
		given, taken := map[string]string{}, map[string]bool{}
		for _, c := range claims {
			given[c.held.ID] = c.path
			if taken[fold(c.path)] {
				t.Errorf("%s is given twice", c.path)
			}
			taken[fold(c.path)] = true
		}
		if first == nil {
			first = given
		}
		for id, path := range given {
			if first[id] != path {
				t.Errorf("%s stands on %s or %s", id, path, first[id])
			}
		}
	}
}
