package wordpress

import (
	"strings"
	"testing"

	"wp2pub/migrate/growth"
)

func TestStripTags(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`no tags`, `no tags`},
		{`<em>Risky</em> Business`, `Risky Business`},
		{`a<br/>b`, `ab`},
		{`5 < 7 and 7 > 5`, `5 < 7 and 7 > 5`},
		{`I <3 reports`, `I <3 reports`},
		{`ends with <`, `ends with <`},
		{`ends with <em`, `ends with <em`},
		{`<a title="a > b">x</a>`, `x`},
		{`<a title='it"s > b'>x</a>`, `x`},
		{`<a title="never closed>x</a> y`, `x y`},
		{`one<!-- two > three -->four`, `onefour`},
		{`one<!-- two`, `one<!-- two`},
		{`<?php echo 1 ?>x`, `x`},
		{`a<script>alert("<b>")</script>b`, `ab`},
		{`a<SCRIPT src=x>var a = 1 < 2</Script >b`, `ab`},
		{`a<style>p{}</style>b`, `ab`},
		{`a<script>no end`, `ano end`},
		{`a<scripted>b`, `ab`},
		{`<<b>x</b>>`, `<x>`},
		{`مرحبا <b>بك</b>`, `مرحبا بك`},
	} {
		if got := stripTags(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestStripTagsIsLinear(t *testing.T) {
	for _, piece := range []string{`<`, `<a`, `<a "`, `<a ">" `, `<!--`, `<script>`, `<style></`, `<a '>"`, `<script></script`} {
		growth.Linear(t, 200_000, func(n int) func() {
			text := strings.Repeat(piece, n)
			return func() { stripTags(text) }
		})
	}
}

// Nothing is ever added: what stays is the text with pieces cut out.
func FuzzStripTags(f *testing.F) {
	for _, seed := range []string{`<b>x</b>`, `a < b`, `<a ">`, `<!--`, `<script>x</script>`, `<style>`, `<`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rest := text
		for _, c := range []byte(stripTags(text)) {
			i := strings.IndexByte(rest, c)
			if i < 0 {
				t.Fatalf("%q became %q", text, stripTags(text))
			}
			rest = rest[i+1:]
		}
	})
}
