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
	for name, content := range hostileContents {
		t.Run(name, func(t *testing.T) {
			growth.Linear(t, 50_000, func(n int) func() {
				content := content(n)
				return func() { renderHostile(t, content, nil) }
			})
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

// hostileContents give contents of a size that grows with n.
var hostileContents = map[string]func(n int) string{
	"unclosed shortcodes":         func(n int) string { return strings.Repeat("[vc_row a=\"b\"]", n) + "END" },
	"unclosed unknown shortcodes": func(n int) string { return numbered("[some_thing%d]x", n) + "END" },
	"nested shortcodes": func(n int) string {
		return strings.Repeat("[su_spoiler title=\"x\"]", n) + "END" + strings.Repeat("[/su_spoiler]", n)
	},
	"crossing shortcodes": func(n int) string {
		return strings.Repeat("[su_tab][su_note]", n) + "END" + strings.Repeat("[/su_tab][/su_note]", n)
	},
	"opening brackets":          func(n int) string { return strings.Repeat("[", 10*n) + "END" },
	"brackets and names":        func(n int) string { return strings.Repeat("[caption ", 5*n) + "END" },
	"unclosed captions":         func(n int) string { return strings.Repeat("[caption width=\"3\"]<img>", n) + "END" },
	"captions in a caption":     func(n int) string { return strings.Repeat("[caption width=\"3\"]<img>x", n) + "END[/caption]" },
	"quotes in attributes":      func(n int) string { return "[vc_row " + strings.Repeat("a=\"b\"c ", n) + "]END" },
	"brackets in open quotes":   func(n int) string { return strings.Repeat("[a x=\"[b y='", n) + "END" },
	"tokens without end":        func(n int) string { return strings.Repeat("@ET-DC@", n) + "END" },
	"open quotes in attributes": func(n int) string { return "[vc_row " + strings.Repeat("a=\" 'b ", n) + "]END" },
	"nested divs":               func(n int) string { return strings.Repeat("<div>", 2*n) + "END" },
	"nested tags of every kind": func(n int) string { return strings.Repeat("<ul><li><table><tr><td><b><p>", n/4) + "END" },
	"formatting without end":    func(n int) string { return numbered("<font color=%d>", 2000) + strings.Repeat("<p>x</p>", n) + "END" },
	"ends without start":        func(n int) string { return strings.Repeat("</div></p></b>", n) + "END" },
	"tags without end":          func(n int) string { return strings.Repeat("<a href=", n) + "END>END" },
	"breaks":                    func(n int) string { return strings.Repeat("a<br><br>", 5*n) + "END" },
	"blank lines":               func(n int) string { return strings.Repeat("\n \n", 5*n) + "END" },
	"line items":                func(n int) string { return strings.Repeat("<p><li>x\n", n) + "END" },
	"unclosed pre":              func(n int) string { return strings.Repeat("<pre>x", n) + "END" },
	"unclosed scripts": func(n int) string {
		return strings.Repeat("<script >x</style>", 10) + "</script>END" + strings.Repeat("<svg>x<math>\n", n)
	},
	"open comments":              func(n int) string { return "END" + strings.Repeat("<!-- ", n) },
	"nested blocks":              func(n int) string { return strings.Repeat("<!-- wp:group -->", n) + "END" },
	"block comments without end": func(n int) string { return "END<!-- wp:group " + strings.Repeat("<!-- wp:group {", n) },
	"closed blocks": func(n int) string {
		return strings.Repeat("<!-- wp:group -->", n) + "END" + strings.Repeat("<!-- /wp:group -->", n)
	},
	"attributes of foreign blocks": func(n int) string { return "<!-- wp:a/b {\"a\":" + strings.Repeat("[", n) + "} /-->END" },
	"addresses":                    func(n int) string { return numbered("https://www.youtube.com/watch?v=%d\n", n/5) + "END" },
	"products":                     func(n int) string { return strings.Repeat("1,", 5*n) + "x" + strings.Repeat("2.", 5*n) + " END" },
	"many products":                func(n int) string { return strings.Repeat("1x1", 5*n) + " END" },
	"a long paragraph":             func(n int) string { return strings.Repeat("lorem ipsum ", 16*n) + "END" },
	"a long list": func(n int) string {
		return strings.Repeat("<ul><li>one</li>\n<li>two\n</ul>\n\ntext <b>bold</b>\n", 3*n) + "END"
	},
}

// numbered are n pieces, each with its number.
func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestHostilePages holds the pages of builders to the same.
func TestHostilePages(t *testing.T) {
	for name, meta := range hostilePages {
		t.Run(name, func(t *testing.T) {
			growth.Linear(t, 50_000, func(n int) func() {
				meta := meta(n)
				return func() { renderHostile(t, "<p>END</p>", meta) }
			})
		})
	}
}

// hostilePages give the meta of pages of a size that grows with n.
var hostilePages = map[string]func(n int) []wordpress.Meta{
	"a chain of bricks": func(n int) []wordpress.Meta {
		var bricks strings.Builder
		for i := range n {
			fmt.Fprintf(&bricks, `{"id":"e%d","name":"div","parent":"e%d","children":["e%d"],"settings":{}},`, i, i-1, i+1)
		}
		return []wordpress.Meta{{Key: "_bricks_page_content_2", Value: "[" + bricks.String() + brickText + "]"}}
	},
	"bricks in a circle": func(int) []wordpress.Meta {
		return []wordpress.Meta{{Key: "_bricks_page_content_2", Value: `[{"id":"a","name":"div","parent":"b","children":["b"]},{"id":"b","name":"div","parent":"a","children":["a"]},` + brickText + `]`}}
	},
	"a chain of nodes": func(n int) []wordpress.Meta {
		var nodes strings.Builder
		for i := range n {
			fmt.Fprintf(&nodes, `s:6:"%06d";a:3:{s:4:"node";s:6:"%06d";s:6:"parent";s:6:"%06d";s:4:"type";s:3:"row";}`, i, i, i-1)
		}
		return []wordpress.Meta{{Key: "_fl_builder_enabled", Value: "1"}, {Key: "_fl_builder_data", Value: fmt.Sprintf("a:%d:{%s}", n, strings.ReplaceAll(nodes.String(), "-00001", "000000"))}}
	},
	"unclosed components": func(n int) []wordpress.Meta {
		return []wordpress.Meta{{Key: "ct_builder_shortcodes", Value: strings.Repeat("[ct_section ct_options='{}']", n) + "[ct_headline ct_options='{}']END[/ct_headline]"}}
	},
	"configurations": func(n int) []wordpress.Meta {
		return []wordpress.Meta{{Key: "tcb_editor_enabled", Value: "1"}, {Key: "tve_updated_post", Value: strings.Repeat("__CONFIG_", n) + "<p>END</p>"}}
	},
	"nested elements": func(n int) []wordpress.Meta {
		return []wordpress.Meta{{Key: "_elementor_edit_mode", Value: "builder"}, {Key: "_elementor_data", Value: strings.Repeat(`[{"elements":`, n)}}
	},
}

// brickText is an element of Bricks that holds the text which must be kept.
const brickText = `{"id":"t","name":"text","parent":"x","settings":{"text":"<p>END</p>"}}`

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
