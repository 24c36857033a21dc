package clean

import (
	"strings"
	"testing"

	"wp2pub/migrate/growth"
)

// samplePage is a page of some 6 KB as WordPress makes them, half written in blocks and half pasted from Word.
func samplePage() string {
	return strings.Repeat(`<h2 class="wp-block-heading">Findings &amp; recommendations</h2>
<p class="MsoNormal" style="mso-margin-top-alt:auto;text-align:justify"><span lang="EN-GB" style="font-size:11.0pt">The brief is written for officials who have an hour, not a week, to prepare a position on demand.<o:p></o:p></span></p>
<p>Workers described deductions of 10–15% from their wages, late payment and the <strong>retention of passports</strong>. See <a href="https://icat.example.org/about/" target="_blank" rel="noopener">About</a>.<br />
The annexes contain the interview guide.</p>
<div class="wp-block-group"><div class="wp-block-group__inner"><ul class="wp-block-list"><li>One</li><li>Two<ul><li>Nested</li></ul></li></ul></div></div>
<figure class="wp-block-image size-large"><img loading="lazy" decoding="async" width="1024" height="683" src="https://icat.example.org/wp-content/uploads/2020/06/garment-1024x683.jpg" alt="Garment workers" class="wp-image-72" srcset="https://icat.example.org/a-300x200.jpg 300w" /><figcaption class="wp-element-caption">A factory</figcaption></figure>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
`, 5)
}

func BenchmarkTree(b *testing.B) {
	page := samplePage()
	c := &Context{View: newSite(), Base: "https://icat.example.org/2013/10/frameworks/"}
	for b.Loop() {
		b.StopTimer()
		root := Parse(page)
		b.StartTimer()
		Tree(root, c)
		HTML(root)
	}
}

func BenchmarkParse(b *testing.B) {
	page := samplePage()
	for b.Loop() {
		Parse(page)
	}
}

// TestHostile holds the passes to linear work: what nests, repeats or grows without end takes a fraction of a second,
// where it would take minutes if work grew with its square.
func TestHostile(t *testing.T) {
	for name, page := range map[string]struct {
		before, piece string
		many          int
		after         string
	}{
		"nested boxes":       {"", "<div>", 100_000, "text"},
		"nested emphasis":    {"", "<b><i>", 50_000, "text"},
		"nested quotes":      {"", "<blockquote>", 100_000, "text"},
		"nested lists":       {"", "<ul><li>x", 50_000, ""},
		"nested tables":      {"", "<table><tr><td>x", 30_000, ""},
		"nested links":       {"", "<a href=/x><div>", 50_000, "text"},
		"nested other names": {"", "<x-a><x-b>", 50_000, "text"},
		"unclosed":           {"", "<p>x<br>", 50_000, ""},
		"a long attribute":   {"<p title='", "x ", 5 << 20, "'>text</p>"},
		"a long URL":         {"<a href='https://x/", "%é ", 1 << 18, "'>text</a>"},
		"a long style":       {"<span style='", "a:b;", 1 << 19, "'>text</span>"},
		"a long text":        {"", "word \u00a0 ", 1 << 19, "text"},
		"many comments":      {"<p>text", "<!---->x", 100_000, ""},
		"many items":         {"", "<li>text", 50_000, ""},
		"many anchors":       {"", "<a name=x></a><a href=#x>text</a>", 30_000, ""},
		"many breaks":        {"text", "<br>\n", 100_000, "text"},
		"many cells":         {"<table>", "<td>", 100_000, "text"},
	} {
		clean := func(many int) func() {
			html := page.before + strings.Repeat(page.piece, many) + page.after
			return func() {
				out := HTML(Fragment(html, &Context{}))
				if strings.Contains(html, "text") && !strings.Contains(out, "text") {
					t.Errorf("%s: the text is gone", name)
				}
			}
		}
		t.Run(name, func(t *testing.T) { growth.Linear(t, page.many, clean) })
	}
}
