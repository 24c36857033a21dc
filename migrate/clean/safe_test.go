package clean

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// seeds are pieces of HTML that parsers, sanitisers and editors are known to stumble over.
var seeds = []string{
	"", "text", "<p>a<p>b", "<b><p>x</b>y</p>", "<a href=/x>a<a href=/y>b", "<table>text<tr><td>x<table><td>y", "<li>a<ul><li>b</ul>c<li>d",
	"<pre>\n\nx</pre>", "<pre>  a\n<br>b<div>c</div></pre>", "<textarea>\n<b>x</textarea>", "<form><form><input><select><option>x</form>",
	"<svg><style><img src=x onerror=alert(1)></style></svg>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
	"<a href=\"java\nscript:alert(1)\">x</a>", "<a href=' javascript:alert(1)'>x</a>", "<a href=\"\x01javascript:1\">x</a>", "<img src=x onerror=alert(1)>",
	"<iframe srcdoc='<script>1</script>'></iframe>", "<iframe src=//www.youtube.com/embed/x></iframe>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
	"<template><script>1</script></template>", "<base href=//evil><p id=location><a href=#location>x</a>", "<xmp><script>1</script></xmp>", "<plaintext><b>x",
	"<ruby>a<rt>b<rp>c</ruby>", "<ruby>a<rtc>b<rt>c</rtc></ruby>", "<dl><div><dt>a<dd>b</div><p>c</dl>", "<dt>x<dd>y", "<figure><figcaption>x</figcaption></figure>",
	"<a href=/x><p>a<p>b</a>", "<a href=/x><div>a</div><div>b<a href=/y>c</a></div></a>", "<b><i><u><s><table><td>x</b>y</table>z", "<p><a id=n></a>x<a href=#n>y",
	"<p><a name=a></a><a name=b></a><a href=#a>1</a><a href=#b>2</a>", "<h1><div><table><td>x</table></div></h1>", "<h2>a<h3>b", "<p>&nbsp;&nbsp;a&nbsp;<b>&nbsp;b </b>c",
	"a<br><br>b<br>c<br>", "<li>a<br><br>b", "<td>x", "<tr><td>x", "<caption>x", "<table><caption>a<caption>b<tr><th>c", "<table><tr></table>", "<video><source src=a></video>",
	"<video src=a><a href=b>c<video src=d>", "<details>a<summary>b</summary></details>", "<span lang=fr>a<div dir=rtl>b</div></span>", "<code><p>a\n  b</p></code>",
	"<div dir=rtl><ul dir=ltr><li lang=ar>x", "<o:p>x</o:p><st1:place w:st=on>y", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "<a href='%'>x</a><a href='http://[x'>y</a>",
	"<ul><ul><li>x</ul></ul>", "<ul>a<div><li>b</div>c</ul>", "<ol><p>x</ol>", "\x00<p>\r\n\x0cx\u0085y", "<p>\u200b</p>", "<q><q>x</q></q>", "<sup><sup><sup><sup><sup>x",
	"<hr><p>a<hr>b", "<blockquote><blockquote>x", "<address>a<p>b</address>", "<center><font>x", "<picture><source srcset='a 1x, b 2x'><img></picture>", "<frameset><frame src=x>",
	"<object data=x.pdf>y</object>", "<embed src=javascript:1>", "<pre><code>\n x</code></pre>", "<summary>x</summary>", "<svg><a href=javascript:1><text>x", "<math><mi>x",
	"<table><tr><td><pre>\n\n", "<p dir=rtl>a<br><br>b", "<a href=x><pre>y</pre></a>", "<a href=x><table><tr><td><a href=y>z", "<b><a href=x><b>y", "<nobr>x<nobr>y",
	"<button><p>x</button>", "<isindex>", "<image src=x>", "<ol start=3 type=a><li value=x>y", "<table><tr><td colspan=0 rowspan=99999999999>x<td>", "<figure><iframe src=https://player.vimeo.com/video/1></iframe><figcaption>x<ul><li>y",
	"<a href=\"https://a b/\">x</a>", "<img src=\"x\" alt=\"<!--\" title=\"a&#10;b\">", "<p>a<!-- --!><b>x", "<del><p>x</del>", "<ul>li<li>li</ul>", "<table>td<td>a<tr>img", "<p>img<b>br</b>", "<dl>dt<dd>dd</dl>", "<ul>a<script>x</script></ul>", "<p><a name=a></a><a name=b></a><a href=#a>1</a><a href=#b>\x10", "<ins>a<ul><li>b</ins>", "<small><small>x<p>y",
	"<noembed><p>x</noembed><noframes>y</noframes><iframe>z</iframe><title>a</title>", "<select><optgroup label=x><option>y</select><datalist><option>z",
	"<p style=display:none>a <a href=https://spam.example/>spam spam</a>", "<noscript>a <b>b</b><img src=c.jpg></noscript>", "<object>a<embed src=x>b</object>", "<noscript><<a>0", "<noscript><\x1aA>",
}

func FuzzTree(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	policy := matchingPolicy()
	f.Fuzz(func(t *testing.T, markup string) {
		told := map[rune]int{}
		root := Fragment(markup, &Context{Log: &finding.Log{Witness: func(_ string, _ finding.Loss, text string) { countLetters(told, text) }}})
		out := HTML(root)
		countLetters(told, textOf(root))
		if missing := lost(letters(Parse(markup)), told); missing != "" {
			t.Fatalf("letters are gone, and no loss says so: %q\nin  %q\nout %q", missing, markup, out)
		}
		again := Parse(out)
		if a, b := outline(root), outline(again); a != b {
			t.Fatalf("parsing the output gives another tree\nin  %q\nout %q\n%s\n--- parsed\n%s", markup, out, a, b)
		}
		Tree(again, &Context{})
		if twice := HTML(again); twice != out {
			t.Fatalf("cleaning again changes something\nin    %q\nonce  %q\ntwice %q", markup, out, twice)
		}
		if a, b := outline(Parse(out)), outline(Parse(policy.Sanitize(out))); a != b {
			t.Fatalf("another allow-list changes something\nin  %q\nout %q\n%s\n--- sanitised\n%s", markup, out, a, b)
		}
	})
}

// letters counts the letters and digits of all texts below a node.
func letters(n *html.Node) map[rune]int {
	counts := map[rune]int{}
	for d := range descendants(n) {
		if d.Type == html.TextNode {
			countLetters(counts, d.Data)
		}
	}
	return counts
}

func countLetters(counts map[rune]int, s string) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			counts[r]++
		}
	}
}

// lost returns the letters of which there are fewer than before.
func lost(before, after map[rune]int) string {
	var b strings.Builder
	for r, n := range before {
		if after[r] < n {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// outline writes a tree so that two can be compared: without the line ends between blocks.
func outline(root *html.Node) string {
	withoutLayout(root)
	var b strings.Builder
	var write func(n *html.Node, indent string)
	write = func(n *html.Node, indent string) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				fmt.Fprintf(&b, "%s%d %q\n", indent, c.Type, c.Data)
				continue
			}
			fmt.Fprintf(&b, "%s<%s %q>\n", indent, c.Data, c.Attr)
			write(c, indent+" ")
		}
	}
	write(root, "")
	return b.String()
}

// withoutLayout takes out the line ends that stand before, between and behind blocks.
func withoutLayout(parent *html.Node) {
	blocks := false
	for n := parent.FirstChild; n != nil; n = n.NextSibling {
		withoutLayout(n)
		blocks = blocks || isBlock(n)
	}
	for n := parent.FirstChild; n != nil && blocks; {
		next := n.NextSibling
		if n.Type == html.TextNode {
			if n.PrevSibling == nil || isBlock(n.PrevSibling) {
				n.Data = strings.TrimPrefix(n.Data, "\n")
			}
			if n.NextSibling == nil || isBlock(n.NextSibling) {
				n.Data = strings.TrimSuffix(n.Data, "\n")
			}
			if n.Data == "" {
				parent.RemoveChild(n)
			}
		}
		n = next
	}
}

// matchingPolicy is the allow-list once more, in the words of another library.
func matchingPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowURLSchemes("http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "news", "nntp", "irc", "ircs", "gopher", "telnet",
		"geo", "xmpp", "webcal", "feed", "callto", "fax", "skype", "whatsapp", "magnet", "urn", "doi")
	p.AllowRelativeURLs(true)
	p.RequireParseableURLs(true)
	p.AllowDataURIImages()
	anything := regexp.MustCompile(`(?s).*`)
	p.AllowAttrs("id", "lang", "dir").Matching(anything).Globally()
	for element, attributes := range allowed {
		p.AllowElements(element)
		p.AllowNoAttrs().OnElements(element)
		for _, attribute := range attributes {
			if attribute == "href" || attribute == "src" || attribute == "cite" {
				p.AllowAttrs(attribute).OnElements(element)
			} else {
				p.AllowAttrs(attribute).Matching(anything).OnElements(element)
			}
		}
	}
	return p
}
