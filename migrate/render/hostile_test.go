package render

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"wp2pub/migrate/growth"
	"wp2pub/migrate/wordpress"
)

// TestHostileInput holds rendering to time and memory that grow with the input only, and to keeping its text.
func TestHostileInput(t *testing.T) {
	const n = 50_000
	small := hostileContents(n / 4)
	for name, content := range hostileContents(n) {
		t.Run(name, func(t *testing.T) {
			growth.Linear(t, func() { renderHostile(t, small[name], nil) }, func() { renderHostile(t, content, nil) })
		})
	}
}

// renderHostile renders content, whose text must still hold END.
func renderHostile(t *testing.T, content string, meta []wordpress.Meta) {
	t.Helper()
	root := Post(&wordpress.Post{ID: 1, Content: content, Meta: meta}, emptySite().View(), Options{})
	if !strings.Contains(textContent(root), "END") {
		t.Error("the text is gone")
	}
}

// hostileContents are contents of a size that grows with n.
func hostileContents(n int) map[string]string {
	numbered := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	return map[string]string{
		"unclosed shortcodes":          strings.Repeat("[vc_row a=\"b\"]", n) + "END",
		"unclosed unknown shortcodes":  numbered("[some_thing%d]x", n) + "END",
		"nested shortcodes":            strings.Repeat("[su_spoiler title=\"x\"]", n) + "END" + strings.Repeat("[/su_spoiler]", n),
		"crossing shortcodes":          strings.Repeat("[su_tab][su_note]", n) + "END" + strings.Repeat("[/su_tab][/su_note]", n),
		"opening brackets":             strings.Repeat("[", 10*n) + "END",
		"brackets and names":           strings.Repeat("[caption ", 5*n) + "END",
		"unclosed captions":            strings.Repeat("[caption width=\"3\"]<img>", n) + "END",
		"captions in a caption":        strings.Repeat("[caption width=\"3\"]<img>x", n) + "END[/caption]",
		"quotes in attributes":         "[vc_row " + strings.Repeat("a=\"b\"c ", n) + "]END",
		"brackets in open quotes":      strings.Repeat("[a x=\"[b y='", n) + "END",
		"tokens without end":           strings.Repeat("@ET-DC@", n) + "END",
		"open quotes in attributes":    "[vc_row " + strings.Repeat("a=\" 'b ", n) + "]END",
		"nested divs":                  strings.Repeat("<div>", 2*n) + "END",
		"nested tags of every kind":    strings.Repeat("<ul><li><table><tr><td><b><p>", n/4) + "END",
		"formatting without end":       numbered("<font color=%d>", 2000) + strings.Repeat("<p>x</p>", n) + "END",
		"ends without start":           strings.Repeat("</div></p></b>", n) + "END",
		"tags without end":             strings.Repeat("<a href=", n) + "END>END",
		"breaks":                       strings.Repeat("a<br><br>", 5*n) + "END",
		"blank lines":                  strings.Repeat("\n \n", 5*n) + "END",
		"line items":                   strings.Repeat("<p><li>x\n", n) + "END",
		"unclosed pre":                 strings.Repeat("<pre>x", n) + "END",
		"unclosed scripts":             strings.Repeat("<script >x</style>", 10) + "</script>END" + strings.Repeat("<svg>x<math>\n", n),
		"open comments":                "END" + strings.Repeat("<!-- ", n),
		"nested blocks":                strings.Repeat("<!-- wp:group -->", n) + "END",
		"block comments without end":   "END<!-- wp:group " + strings.Repeat("<!-- wp:group {", n),
		"closed blocks":                strings.Repeat("<!-- wp:group -->", n) + "END" + strings.Repeat("<!-- /wp:group -->", n),
		"attributes of foreign blocks": "<!-- wp:a/b {\"a\":" + strings.Repeat("[", n) + "} /-->END",
		"addresses":                    numbered("https://www.youtube.com/watch?v=%d\n", n/5) + "END",
		"products":                     strings.Repeat("1,", 5*n) + "x" + strings.Repeat("2.", 5*n) + " END",
		"many products":                strings.Repeat("1x1", 5*n) + " END",
		"a long paragraph":             strings.Repeat("lorem ipsum ", 16*n) + "END",
		"a long list":                  strings.Repeat("<ul><li>one</li>\n<li>two\n</ul>\n\ntext <b>bold</b>\n", 3*n) + "END",
	}
}

// TestHostilePages holds the pages of builders to the same.
func TestHostilePages(t *testing.T) {
	const n = 50_000
	small := hostilePages(n / 4)
	for name, meta := range hostilePages(n) {
		t.Run(name, func(t *testing.T) {
			growth.Linear(t, func() { renderHostile(t, "<p>END</p>", small[name]) }, func() { renderHostile(t, "<p>END</p>", meta) })
		})
	}
}

// hostilePages are the meta of pages of a size that grows with n.
func hostilePages(n int) map[string][]wordpress.Meta {
	var bricks, beaver strings.Builder
	for i := range n {
		fmt.Fprintf(&bricks, `{"id":"e%d","name":"div","parent":"e%d","children":["e%d"],"settings":{}},`, i, i-1, i+1)
		fmt.Fprintf(&beaver, `s:6:"%06d";a:3:{s:4:"node";s:6:"%06d";s:6:"parent";s:6:"%06d";s:4:"type";s:3:"row";}`, i, i, i-1)
	}
	text := `{"id":"t","name":"text","parent":"x","settings":{"text":"<p>END</p>"}}`
	return map[string][]wordpress.Meta{
		"a chain of bricks":   {{Key: "_bricks_page_content_2", Value: "[" + bricks.String() + text + "]"}},
		"bricks in a circle":  {{Key: "_bricks_page_content_2", Value: `[{"id":"a","name":"div","parent":"b","children":["b"]},{"id":"b","name":"div","parent":"a","children":["a"]},` + text + `]`}},
		"a chain of nodes":    {{Key: "_fl_builder_enabled", Value: "1"}, {Key: "_fl_builder_data", Value: fmt.Sprintf("a:%d:{%s}", n, strings.ReplaceAll(beaver.String(), "-00001", "000000"))}},
		"unclosed components": {{Key: "ct_builder_shortcodes", Value: strings.Repeat("[ct_section ct_options='{}']", n) + "[ct_headline ct_options='{}']END[/ct_headline]"}},
		"configurations":      {{Key: "tcb_editor_enabled", Value: "1"}, {Key: "tve_updated_post", Value: strings.Repeat("__CONFIG_", n) + "<p>END</p>"}},
		"nested elements":     {{Key: "_elementor_edit_mode", Value: "builder"}, {Key: "_elementor_data", Value: strings.Repeat(`[{"elements":`, n)}},
	}
}

func emptySite() *wordpress.Site { return wordpress.NewBuilder("wp_").Build() }

func textContent(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}
