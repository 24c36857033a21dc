package citation

import (
	"strings"
	"testing"
)

func TestEditions(t *testing.T) {
	link := func(text, file string) string { return `<a href="https://files.example/` + file + `">` + text + `</a>` }
	cases := map[string]struct{ page, want string }{
		"links to languages":    {"<p>Port Calls - IOM, 2013 " + link("English", "a.pdf") + " | " + link("Français", "b.pdf") + "</p>", "a.pdf; fr b.pdf"},
		"remarks behind links":  {"<p>Port Calls - IOM, 2013 " + link("DOWNLOAD", "a.pdf") + " (English) " + link("DOWNLOAD", "b.pdf") + " (French)</p>", "a.pdf; fr b.pdf"},
		"also in":               {"<p>Port Calls - IOM, 2013 " + link("DOWNLOAD", "a.pdf") + "</p><p>Also in " + link("French", "b.pdf") + ", " + link("Spanish", "c.pdf") + "</p>", "a.pdf; fr b.pdf; es c.pdf"},
		"two forms":             {"<p>Port Calls - IOM, 2013 " + link("DOWNLOAD", "a.pdf") + " | " + link("Word", "a.docx") + "</p>", "a.pdf a.docx"},
		"a line per language":   {"<p>Port Calls of the Year - IOM, 2013 " + link("DOWNLOAD", "a.pdf") + "<br>Les escales de l'année - OIM, 2013 " + link("TÉLÉCHARGER", "b.pdf") + "</p>", "a.pdf;  b.pdf"},
		"a summary":             {"<p>Port Calls - IOM, 2013 " + link("DOWNLOAD", "a.pdf") + "<br>Port Calls (summary) - IOM, 2013 " + link("DOWNLOAD", "b.pdf") + "</p>", "a.pdf;  b.pdf"},
		"two publications":      {"<p>Port Calls - IOM, 2013 " + link("DOWNLOAD", "a.pdf") + "<br>The Night Ferry - IOM, 2013 " + link("DOWNLOAD", "b.pdf") + "</p>", "a.pdf"},
		"the year tells apart":  {"<p>Port Calls - IOM, 2013 " + link("DOWNLOAD", "a.pdf") + "<br>Port Calls - IOM, 2014 " + link("DOWNLOAD", "b.pdf") + "</p>", "a.pdf"},
		"the language of links": {`<p>Port Calls - IOM, 2013 <a hreflang="ar" href="https://files.example/a.pdf">DOWNLOAD</a></p>`, "a.pdf"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			found := Read(parse(t, c.page), site().View(), Known{})
			if len(found) == 0 {
				t.Fatal("nothing found")
			}
			var parts []string
			for _, file := range found[0].Files {
				parts = append(parts, strings.TrimPrefix(file.URL, "https://files.example/"))
			}
			got := strings.Join(parts, " ")
			for _, e := range found[0].Editions {
				got += "; " + e.Language + " " + strings.TrimPrefix(e.Files[0].URL, "https://files.example/")
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
