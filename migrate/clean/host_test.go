package clean

import "testing"

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
