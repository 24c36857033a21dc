package render

import (
	"fmt"
	"strings"
	"testing"

	"wp2pub/migrate/wordpress"
)

func TestMarks(t *testing.T) {
	cases := []struct{ content, shortcodes, blocks string }{
		{"plain text [sic] and [1] and [see below]", "", ""},
		{`[gallery ids="1,2"] [gallery] [caption id="a"]<img src="x">b[/caption]`, "caption 1 true, gallery 2 true", ""},
		{"[vc_row][vc_column]text[/vc_column][/vc_row]", "vc_column 1 true, vc_row 1 true", ""},
		{`[contact-form-7 id="5"] [my_own_thing a="b"]`, "contact-form-7 1 false, my_own_thing 1 false", ""},
		{"[[gallery]] <code>[unknown_thing]</code> <a href=\"[x_y]\">z</a>", "", ""},
		{"<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- wp:core/paragraph --><p>b</p><!-- /wp:core/paragraph --><!-- wp:latest-posts /-->", "", "core/latest-posts 1 false, core/paragraph 2 true"},
		{"<!-- wp:group --><!-- wp:acme/card {\"a\":1} /--><!-- wp:acme/text --><p>x</p><!-- /wp:acme/text --><!-- /wp:group -->", "", "acme/card 1 false, acme/text 1 true, core/group 1 true"},
		{"<!-- wp:acme/card --><p>x</p><!-- /wp:acme/card --><!-- wp:acme/card /-->", "", "acme/card 2 false"},
		{`<!-- wp:legacy-widget {"idBase":"text"} /--><!-- wp:shortcode -->[gallery]<!-- /wp:shortcode -->`, "gallery 1 true", "core/legacy-widget 1 true, core/shortcode 1 true"},
		{`<!-- wp:legacy-widget {"idBase":"pages"} /-->`, "", "core/legacy-widget 1 false"},
	}
	view := emptySite().View()
	for _, c := range cases {
		shortcodes, blocks := Marks(&wordpress.Post{Content: c.content}, view)
		if got := listed(shortcodes); got != c.shortcodes {
			t.Errorf("%q has the shortcodes %q, want %q", c.content, got, c.shortcodes)
		}
		if got := listed(blocks); got != c.blocks {
			t.Errorf("%q has the blocks %q, want %q", c.content, got, c.blocks)
		}
	}
	if n := len(view.Log.Losses()); n != 0 {
		t.Errorf("looking lost %d things", n)
	}
}

func listed(marks []Mark) string {
	var all []string
	for _, m := range marks {
		all = append(all, fmt.Sprint(m.Name, " ", m.Count, " ", m.Rendered))
	}
	return strings.Join(all, ", ")
}
