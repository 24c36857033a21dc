package page

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestInert(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"text stays", `<p>One &amp; <em>two</em></p>`, `<p>One &amp; <em>two</em></p>`},
		{"a link says where it leads", `<a href="https://example.org/a?b=1&amp;c" title="Old">x</a>`, `<span data-link="" title="→ https://example.org/a?b=1&amp;c">x</span>`},
		{"an image is a label", `<img src="/a/b.jpg?x" srcset="c.jpg 2x" alt="A &lt;picture&gt;">`, `<span data-label="">image A &lt;picture&gt;</span>`},
		{"of an image without words, the file", `<img src="/a/b.jpg?x">`, `<span data-label="">image b.jpg</span>`},
		{"a script", `<p>a<script>alert("</p>")</script>b</p>`, `<p>a<span data-label="">script</span>b</p>`},
		{"a handler and a class", `<p onclick="x()" class="y" align="right">a</p>`, `<p align="right">a</p>`},
		{"a style that loads nothing", `<p style="color: red">a</p>`, `<p style="color: red">a</p>`},
		{"a style that loads", `<p style="background: URL(x.png)">a</p>`, `<p>a</p>`},
		{"a style in disguise", `<p style="background: u\72l(x.png)">a</p>`, `<p>a</p>`},
		{"an unknown element", `<blink>a<b>c</b></blink>`, `a<b>c</b>`},
		{"a listing's first line", "<pre>\n\na</pre>", "<pre>\n\na</pre>"},
		{"Arabic", `<p dir="rtl" lang="ar">مرحبا</p>`, `<p dir="rtl" lang="ar">مرحبا</p>`},
	} {
		if got := inert(c.in); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// FuzzInert holds that whatever a page is made of, a browser finds only harmless elements and attributes in its preview,
// and that an inert page is inert already.
func FuzzInert(f *testing.F) {
	for _, seed := range []string{
		`<p onclick="x()">a<script>b</script><svg><a href="x"><script>c</script></svg><math><mi//xlink:href="data:x,<script>">`,
		`<table><tr><td background="x.png"><form><input type=image src=x></form><noscript><img src=x></noscript>`,
		`<style><!--</style><img src=x onerror=y>--></style><plaintext><b>`, `<a style="background:url(x)" href=javascript:x>y</a><base href=//evil.example>`,
		"<pre>\n\n</pre><textarea></textarea><img src=x>", strings.Repeat("<div>", 400) + "x<img src=y>", `<frameset onload=x><meta http-equiv=refresh content=0>`,
		`<template><script>x</script></template><select><option><img src=x></select><object data=x><embed src=y></object>`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markup string) {
		shown := inert(markup)
		root, err := html.Parse(strings.NewReader("<body>" + shown))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Type != html.ElementNode || slices.Contains([]string{"html", "head", "body"}, n.Data) {
				continue
			}
			if n.Namespace != "" || !slices.Contains(harmless, n.Data) {
				t.Fatalf("%q shows the element %s: %q", markup, n.Data, shown)
			}
			for _, a := range n.Attr {
				if !slices.Contains(harmlessAttributes, a.Key) && a.Key != "data-link" && a.Key != "data-label" || a.Key == "style" && loads(a.Val) {
					t.Fatalf("%q shows the attribute %s=%q", markup, a.Key, a.Val)
				}
			}
		}
	})
}
