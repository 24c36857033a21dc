package clean

import (
	"testing"

	"wp2pub/migrate/finding"
)

// However a host beyond ASCII is written, it is the same host: links to the site itself are found, and one form comes
// out.
func TestHostsBeyondASCII(t *testing.T) {
	view := newSite()
	view.setup.Home, view.setup.Host = "https://www.Müller-Verlag.example/blog", "müller-verlag.example"
	c := &Context{View: view}
	for _, written := range []string{"http://müller-verlag.example/x", "https://WWW.MÜLLER-VERLAG.example/x", "https://xn--mller-verlag-dlb.example/x", "http://m%C3%BCller-verlag.example:8080/x"} {
		safe, ok := safeURL(written, schemes)
		if !ok || !c.own(safe) {
			t.Errorf("%s became %s, own %v", written, safe, c.own(safe))
		}
		if again, ok := safeURL(safe, schemes); !ok || again != safe {
			t.Errorf("%s became %s, and that %s", written, safe, again)
		}
	}
	if safe, _ := safeURL("https://bücher.example:81/ä", schemes); safe != "https://xn--bcher-kva.example:81/%C3%A4" {
		t.Errorf("got %s", safe)
	}
	if c.own("https://müller.example/x") {
		t.Error("another host is taken for the site's own")
	}
}

// A site in a folder shares its host with others, of whose pages nothing is known here.
func TestSiteInAFolder(t *testing.T) {
	view := newSite()
	view.setup.Home, view.setup.SiteURL = "https://icat.example.org/blog", "https://icat.example.org/blog/wp"
	log := &finding.Log{}
	c := &Context{View: view, Log: log, Base: "https://icat.example.org/blog/2013/10/frameworks/"}
	for in, want := range map[string]string{
		"https://icat.example.org/shop/cart/":     "https://icat.example.org/shop/cart/",
		"http://icat.example.org/shop/cart/":      "http://icat.example.org/shop/cart/",
		"/shop/":                                  "https://icat.example.org/shop/",
		"https://icat.example.org/blogger/":       "https://icat.example.org/blogger/",
		"http://www.icat.example.org/blog/gone/":  "https://icat.example.org/blog/gone/",
		"http://icat.example.org/blog/?p=999#top": "https://icat.example.org/blog/?p=999#top",
		"http://icat.example.org/blog":            "https://icat.example.org/blog",
	} {
		if got := c.link(in); got != want {
			t.Errorf("%s became %s, not %s", in, got, want)
		}
	}
	if lost := log.Losses(); len(lost) != 2 {
		t.Errorf("lost %+v, want the two pages below the home page that do not exist", lost)
	}
}
