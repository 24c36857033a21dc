package render

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"wp2pub/migrate/wordpress"
)

// addSeeds adds the contents of the cases of one kind; there must be some.
func addSeeds(f *testing.F, kind string) {
	files, err := filepath.Glob("testdata/" + kind + "/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(fileOf(txtar.Parse(data), "content"))
	}
}

// visibleText is the text between tags without white space.
func visibleText(s string) string {
	var b strings.Builder
	for p := range pieces(s, true) {
		if !p.tag {
			b.WriteString(p.raw)
		}
	}
	return strings.Join(strings.FieldsFunc(b.String(), func(c rune) bool { return c < 128 && isSpace(byte(c)) }), "")
}

// FuzzAutop: paragraphs and line breaks are all that is added, and no text is lost.
func FuzzAutop(f *testing.F) {
	addSeeds(f, "autop")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ReplaceAll(s, hiddenLine, "")
		if strayEnd(s) {
			t.Skip("the end of a <pre> without a start is dropped, which may make a tag of what stands around it")
		}
		if got, want := visibleText(autop(s)), visibleText(s); got != want {
			t.Errorf("text of %q is %q, want %q", s, got, want)
		}
	})
}

func strayEnd(s string) bool {
	segments := strings.Split(s, "</pre>")
	return slices.ContainsFunc(segments[:len(segments)-1], func(segment string) bool { return !strings.Contains(segment, "<pre") })
}

// FuzzBlocks: taking blocks apart loses nothing but their comments.
func FuzzBlocks(f *testing.F) {
	addSeeds(f, "blocks")
	f.Fuzz(func(t *testing.T, s string) {
		root, _ := parseBlocks(s)
		var saved strings.Builder
		collect(&saved, root)
		if want := withoutComments(s); !subsequence(want, saved.String()) {
			t.Errorf("%q lost text: %q, want %q", s, saved.String(), want)
		}
		Post(&wordpress.Post{ID: 10, Content: s}, testSite().View(), Options{})
	})
}

// withoutComments is HTML source without what stands between <!-- and -->.
func withoutComments(s string) string {
	var b strings.Builder
	for {
		before, rest, _ := strings.Cut(s, "<!--")
		b.WriteString(before)
		var found bool
		if _, s, found = strings.Cut(rest, "-->"); !found {
			return b.String()
		}
	}
}

func collect(out *strings.Builder, b *block) {
	for _, p := range b.parts {
		out.WriteString(p.html)
		if p.inner != nil {
			collect(out, p.inner)
		}
	}
}

// FuzzShortcodes: where every shortcode is unwrapped, what stands between their tags stays, letter by letter.
func FuzzShortcodes(f *testing.F) {
	addSeeds(f, "shortcodes")
	unwrap := func(string) Policy { return Policy{Action: Unwrap} }
	site := testSite()
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ReplaceAll(s, place, "")
		r := newRenderer(&wordpress.Post{ID: 10}, site.View(), Options{Shortcode: unwrap})
		got := strings.Map(letters, visibleText(r.foreignShortcodes(s)))
		if want := strings.Map(letters, visibleText(withoutTags(s))); !subsequence(want, got) {
			t.Errorf("%q lost text: %q, want %q", s, got, want)
		}
		Post(&wordpress.Post{ID: 10, Content: s}, site.View(), Options{})
	})
}

// FuzzBuilders holds that whatever a page builder is said to keep is read without a panic, and shown without a trace of how it
// is put together.
func FuzzBuilders(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	seeds := 0
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, m := range metaOf(archive) {
			f.Add(m.Value)
			seeds++
		}
	}
	if seeds == 0 {
		f.Fatal("no seeds")
	}
	site := testSite()
	f.Fuzz(func(t *testing.T, stored string) {
		for _, b := range pageBuilders {
			r := newRenderer(&wordpress.Post{ID: 10, Content: "<p>Own content</p>"}, site.View(), Options{})
			page, _ := b.page(r, stored)
			if strings.Contains(page, place) && !strings.Contains(stored, place) && !strings.Contains(stored, `\u0000`) {
				t.Errorf("%s: a place for what lies within is left over", b.name)
			}
			r.parse(r.content(page, b.paragraphs))
		}
	})
}

// withoutTags is content without the tags of shortcodes.
func withoutTags(s string) string {
	var b strings.Builder
	at := 0
	for _, t := range brackets(s) {
		b.WriteString(s[at:t.start] + " ")
		at = t.end
	}
	return b.String() + s[at:]
}

func letters(c rune) rune {
	if c < 128 && isLetter(byte(c)) {
		return c
	}
	return -1
}

// subsequence reports whether the bytes of want stand in s, in order.
func subsequence(want, s string) bool {
	for i := 0; i < len(want); i++ {
		j := strings.IndexByte(s, want[i])
		if j < 0 {
			return false
		}
		s = s[j+1:]
	}
	return true
}
