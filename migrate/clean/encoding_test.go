package clean

import (
	"testing"

	"wp2pub/migrate/finding"
)

// TestRepairEncoding holds what becomes of misread bodies when repairs are wished, and what is reported.
func TestRepairEncoding(t *testing.T) {
	for name, test := range map[string]struct {
		in, want string
		reported int
	}{
		"once":                        {"<p>DÃ©jÃ\u00a0 vuÂ\u00a0: â€œcafÃ©â€\u009d</p>", "<p>Déjà vu&nbsp;: “café”</p>", 1},
		"twice":                       {"<p>CafÃƒÂ© Ã¢â‚¬â€œ 10 Ã¢â€šÂ¬</p>", "<p>Café – 10 €</p>", 1},
		"as entities":                 {"<p>Caf&Atilde;&copy;</p>", "<p>Café</p>", 1},
		"evidence elsewhere":          {"<p>CafÃ©</p><p><b>Ã\u00a0</b> la carte</p>", "<p>Café</p>\n<p><b>à</b> la carte</p>", 1},
		"beside right text":           {"<p>CafÃ©</p><p>Noël à la carte</p>", "<p>Café</p>\n<p>Noël à la carte</p>", 1},
		"right in one paragraph":      {"<p>CafÃ© à la carte, dÃ©jÃ\u00a0 vu</p>", "<p>Café à la carte, déjà vu</p>", 1},
		"what editors read":           {`<p><img src="a.jpg" alt="CafÃ©"></p>`, `<p><img src="a.jpg" alt="Café"></p>`, 1},
		"addresses stay":              {`<p><a href="/CafÃ©.pdf">CafÃ©</a></p>`, `<p><a href="/Caf%C3%83%C2%A9.pdf">Café</a></p>`, 1},
		"a letter is missing":         {"<p>DÃ©jÃ vu</p>", "<p>DÃ©jÃ vu</p>", 1},
		"a letter was lost":           {"<p>Ã\ufffdrbol, dÃ©jÃ</p>", "<p>Ã\ufffdrbol, dÃ©jÃ</p>", 2},
		"lost letters of another day": {"<p>CafÃ© \ufffd</p>", "<p>Café \ufffd</p>", 2},
		"C1 punctuation":              {"<p>It\u0092s \u0093so\u0094\u0085</p>", "<p>It’s “so”…</p>", 1},
		"C1 letters":                  {"<p>c\u009cur \u0093x\u0094</p>", "<p>c\u009cur \u0093x\u0094</p>", 1},
		"only a line end":             {"<p>a\u0085b</p>", "<p>a\u0085b</p>", 1},
		"a Finnish Ä before a dash":   {"<p>SELVÄ–SELVÄ HÄN</p>", "<p>SELVÄ–SELVÄ HÄN</p>", 0},
		"spaces before signs":         {"<p>LIBERTÉ\u00a0! «\u00a0été\u00a0»</p>", "<p>LIBERTÉ&nbsp;! «&nbsp;été&nbsp;»</p>", 0},
		"a letter as such":            {"<p>“Ô, “”</p>", "<p>“Ô, “”</p>", 0},
	} {
		log := &finding.Log{}
		root := Fragment(test.in, &Context{Log: log, RepairEncoding: true})
		if got := HTML(root); got != test.want+"\n" {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
		if found := log.Findings(); len(found) != test.reported {
			t.Errorf("%s: found %+v, want %d findings", name, found, test.reported)
		}
		log = &finding.Log{}
		before := HTML(Fragment(test.in, &Context{Log: log}))
		if after := HTML(Fragment(before, &Context{})); after != before || len(log.Findings()) != test.reported {
			t.Errorf("%s: without repair %q became %q, with %+v", name, before, after, log.Findings())
		}
	}
}
