package citation

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"wp2pub/migrate/wordpress"
)

// line of the collection: a page, and what it cites.
type sample struct {
	place, post, html string
	want              []expected
}

type expected struct {
	title, issued, language string
	publishers              []string
	series                  string   // title # number
	authors                 []string // in the order of given and family name
}

// collection reads testdata/lines.
func collection(t testing.TB) []sample {
	files, err := filepath.Glob("testdata/lines/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no collection", err)
	}
	var all []sample
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		post := ""
		for n, l := range strings.Split(string(text), "\n") {
			switch {
			case strings.HasPrefix(l, "<"):
				all = append(all, sample{place: fmt.Sprintf("%s:%d", filepath.Base(file), n+1), post: post, html: l})
				post = ""
			case strings.HasPrefix(l, "post: "):
				post = strings.TrimPrefix(l, "post: ")
			case strings.HasPrefix(l, "= "):
				all[len(all)-1].want = append(all[len(all)-1].want, expectedOf(t, strings.TrimPrefix(l, "= ")))
			}
		}
	}
	return all
}

func expectedOf(t testing.TB, text string) expected {
	parts := strings.Split(" "+text+" ", " | ")
	if len(parts) < 3 || len(parts) > 6 {
		t.Fatalf("three to six parts expected: %s", text)
	}
	parts = append(parts, "", "", "")[:6]
	for i := range parts {
		if parts[i] = strings.Trim(parts[i], " |"); parts[i] == "-" {
			parts[i] = ""
		}
	}
	return expected{title: parts[0], publishers: listed(parts[1]), issued: parts[2], language: parts[3], series: parts[4], authors: listed(parts[5])}
}

func listed(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "; ")
}

// is reports whether a citation says what is expected.
func (want expected) is(c Citation) bool {
	series, authors := c.Series.Title, []string(nil)
	if c.Series.Number != "" {
		series += " # " + c.Series.Number
	}
	for _, p := range c.Authors {
		authors = append(authors, strings.TrimSpace(p.Given+" "+p.Family))
		if p.Family == "" {
			authors[len(authors)-1] = p.Name
		}
	}
	return c.Title == want.title && c.Issued == want.issued && slices.Equal(c.Publishers, want.publishers) && (want.language == "" || want.language == c.Language) &&
		series == want.series && slices.Equal(authors, want.authors)
}

func site() *wordpress.Site {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	return b.Build()
}

func parse(t testing.TB, page string) *html.Node {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// TestCollection holds the reader to the share of lines that it reads exactly, and to the share that it reads wrongly
// without a doubt.
func TestCollection(t *testing.T) {
	view := site().View()
	total, right, wrong := 0, 0, 0
	for _, s := range collection(t) {
		got := Read(parse(t, s.html), view, Known{Title: s.post})
		for i, want := range s.want {
			total++
			if i >= len(got) {
				t.Logf("%s: not found: %s", s.place, want.title)
				continue
			}
			c := got[i]
			if want.is(c) {
				right++
				continue
			}
			sure := ""
			if c.Confidence >= Certain {
				wrong++
				sure = ", without a doubt"
			}
			t.Logf("%s%s\n  got  %q %q %q %q %v %v %.2f %v\n  want %q %q %q %q", s.place, sure, c.Title, c.Publishers, c.Issued, c.Language, c.Series, c.Authors, c.Confidence, c.Doubts, want.title, want.publishers, want.issued, want.language)
		}
		if len(got) > len(s.want) {
			t.Errorf("%s: more than it cites: %+v", s.place, got[len(s.want):])
		}
	}
	t.Logf("%d lines: %.1f %% exactly right, %.1f %% wrong without a doubt", total, percent(right, total), percent(wrong, total))
	if total < 420 || percent(right, total) < 97 || percent(wrong, total) > 2 {
		t.Errorf("%d lines, %d right, %d wrong without a doubt", total, right, wrong)
	}
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(whole) }

// TestProse holds that pages which cite nothing give nothing that is taken for certain.
func TestProse(t *testing.T) {
	text, err := os.ReadFile("testdata/prose.txt")
	if err != nil {
		t.Fatal(err)
	}
	view := site().View()
	for n, page := range strings.Split(string(text), "\n") {
		if !strings.HasPrefix(page, "<") {
			continue
		}
		for _, c := range Read(parse(t, page), view, Known{}) {
			t.Errorf("line %d: %q %q %q %.2f %v", n+1, c.Title, c.Publishers, c.Issued, c.Confidence, c.Doubts)
		}
	}
}
