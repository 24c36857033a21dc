package clean

import (
	"strings"
	"testing"
	"time"
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

// TestHostile holds the passes to linear time: what nests, repeats or grows without end takes a fraction of a second,
// where it would take minutes if time grew with its square. The bound leaves room for a busy machine.
func TestHostile(t *testing.T) {
	for name, page := range map[string]string{
		"nested boxes":       strings.Repeat("<div>", 100_000) + "text",
		"nested emphasis":    strings.Repeat("<b><i>", 50_000) + "text",
		"nested quotes":      strings.Repeat("<blockquote>", 100_000) + "text",
		"nested lists":       strings.Repeat("<ul><li>x", 50_000),
		"nested tables":      strings.Repeat("<table><tr><td>x", 30_000),
		"nested links":       strings.Repeat("<a href=/x><div>", 50_000) + "text",
		"nested other names": strings.Repeat("<x-a><x-b>", 50_000) + "text",
		"unclosed":           strings.Repeat("<p>x<br>", 50_000),
		"a long attribute":   "<p title='" + strings.Repeat("x ", 5<<20) + "'>text</p>",
		"a long URL":         "<a href='https://x/" + strings.Repeat("%é ", 1<<18) + "'>text</a>",
		"a long style":       "<span style='" + strings.Repeat("a:b;", 1<<19) + "'>text</span>",
		"a long text":        strings.Repeat("word \u00a0 ", 1<<19),
		"many comments":      "<p>text" + strings.Repeat("<!---->x", 100_000),
		"many items":         strings.Repeat("<li>text", 50_000),
		"many anchors":       strings.Repeat("<a name=x></a><a href=#x>text</a>", 30_000),
		"many breaks":        "text" + strings.Repeat("<br>\n", 100_000) + "text",
		"many cells":         "<table>" + strings.Repeat("<td>", 100_000) + "text",
	} {
		start := time.Now()
		root := Fragment(page, &Context{})
		out := HTML(root)
		if took := time.Since(start); took > 15*time.Second {
			t.Errorf("%s: took %v", name, took)
		} else {
			t.Logf("%s: %v", name, took.Round(time.Millisecond))
		}
		if strings.Contains(page, "text") && !strings.Contains(out, "text") {
			t.Errorf("%s: the text is gone", name)
		}
	}
}
