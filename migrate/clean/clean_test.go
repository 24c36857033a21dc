package clean

import (
	"slices"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

func selectionOf(root *html.Node) *goquery.Selection {
	return goquery.NewDocumentFromNode(root).Selection
}

// TestObserve holds that an observer sees every pass in its order, each beginning where the last one ended.
func TestObserve(t *testing.T) {
	var names []string
	last := ""
	root := Fragment("<div><p onclick=x>a</p></div>", &Context{Observe: func(pass, before, after string) {
		if last != "" && before != last {
			t.Errorf("%s begins with %q, not with %q", pass, before, last)
		}
		names, last = append(names, pass), after
	}})
	if last != HTML(root) {
		t.Errorf("the last pass ends with %q, the tree is %q", last, HTML(root))
	}
	var want []string
	for _, pass := range Passes() {
		if slices.Contains(want, pass.Name) {
			t.Errorf("two passes are called %s", pass.Name)
		}
		want = append(want, pass.Name)
	}
	if !slices.Equal(names, want) {
		t.Errorf("observed %q, want %q", names, want)
	}
	if want[len(want)-1] != "allow-list" {
		t.Errorf("%s comes after the allow-list", want[len(want)-1])
	}
}

// TestAllowListAlone holds that the last pass is safe even if it were the only one.
func TestAllowListAlone(t *testing.T) {
	passes := Passes()
	policy := matchingPolicy()
	for _, seed := range seeds {
		root := Parse(seed)
		removeComments(selectionOf(root), &Context{})
		passes[len(passes)-1].Run(selectionOf(root), &Context{})
		out := HTML(root)
		if a, b := outline(Parse(out)), outline(Parse(policy.Sanitize(out))); a != b {
			t.Errorf("%q leaves %q", seed, out)
		}
	}
}

func TestSafeURL(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/b": "https://a.example/b", " HTTP://A.example/ü ": "http://A.example/%C3%BC", "//a.example/x": "https://a.example/x",
		`\\a.example\x`: "https://a.example/x", "https:a.example": "https://a.example", "http:///a.example/": "http://a.example/", "/x?y=1#z": "/x?y=1#z",
		"#": "#top", "100%.pdf": "100%25.pdf", "java\nscript:alert(1)": "-", "\x01javascript:alert(1)": "-", "JAVASCRIPT:1": "-", "vbscript:x": "-",
		"data:text/html,x": "-", "x:y": "-", "1:2": "-", "http://[x": "-", "http://a b/": "-", "blob:x": "-", "mailto:a@b.example": "mailto:a@b.example", "": "",
	} {
		got, ok := safeURL(in, schemes)
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("safeURL(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAnchorName(t *testing.T) {
	for in, want := range map[string]string{
		"fn1": "fn1", "_ftn1": "_ftn1", "ab-cd": "ab-cd", "location": "anchor-location", "__proto__": "anchor-__proto__", "заметка": "заметка",
		"Float32Array": "anchor-Float32Array", "a b": "a-b", "12": "12", "anchor-x": "anchor-x", "<x": "", "": "",
	} {
		if got, _ := anchorName(in); got != want {
			t.Errorf("anchorName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLargest(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a.jpg": "a.jpg", "a.jpg 300w, b.jpg 900w": "b.jpg", "a.jpg 2x,b.jpg 1x": "a.jpg", "a.jpg 300w,b.jpg 900w ,c.jpg 20w": "b.jpg",
		"/w=300,h=2/a.jpg 300w, /w=900,h=6/a.jpg 900w": "/w=900,h=6/a.jpg", "a.jpg, b.jpg 1.5x": "b.jpg", " , a.jpg,": "a.jpg", "a.jpg x": "a.jpg",
		"data:image/gif;base64,AAA= 1w, b.jpg 2w": "b.jpg", "a.jpg -3w": "",
	} {
		if got := largest(in); got != want {
			t.Errorf("largest(%q) = %q, want %q", in, got, want)
		}
	}
}
