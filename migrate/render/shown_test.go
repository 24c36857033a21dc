package render

import (
	"testing"

	"wp2pub/migrate/wordpress"
)

func TestShown(t *testing.T) {
	const open = "<!-- wp:paragraph --><p>open</p><!-- /wp:paragraph -->"
	cases := []struct{ content, want string }{
		{"<p>all [gallery] of it</p>", "<p>all [gallery] of it</p>"},
		{open, open},
		{open + `<!-- wp:group {"metadata":{"blockVisibility":false}} --><div>` + open + "</div><!-- /wp:group -->", "<p>open</p>"},
		{"<!-- wp:group --><div>" + open + `<!-- wp:html {"blockVisibility":{"hideBlock":true}} -->secret<!-- /wp:html --></div><!-- /wp:group -->`, "<div><p>open</p></div>"},
		{"open [members_only]secret [gallery][/members_only] end", "open   end"},
		{"[members_only]a [members_only]b[/members_only] c[/members_only][um_loggedout]d[/um_loggedout]", " [um_loggedout]d[/um_loggedout]"},
		{"[[members_only]as it is written[/members_only]]", "[[members_only]as it is written[/members_only]]"},
		{`<!-- wp:acme/card {"blockVisibility":{"hideBlock":true}} /-->[premium_content]secret[/premium_content]open`, " open"},
	}
	view := emptySite().View()
	for _, c := range cases {
		if got := Shown(&wordpress.Post{Content: c.content}, view, Options{}); got != c.want {
			t.Errorf("of %q shows %q, want %q", c.content, got, c.want)
		}
	}
}
