package citation

import (
	"strings"
	"testing"

	"wp2pub/migrate/growth"
)

// hostile are pages that would make a careless reader slow.
var hostile = map[string]string{
	"separators":  "<p>" + strings.Repeat("a - b, c: d. E and f (g) – ", 30) + `2019 <a href="https://files.example/a.pdf">PDF</a></p>`,
	"brackets":    "<p>" + strings.Repeat("(“[«", 200) + ` - ILO, 2019 <a href="https://files.example/a.pdf">PDF</a></p>`,
	"links":       strings.Repeat(`Title - ILO, 2019 <a href="https://files.example/a.pdf">PDF</a> `, 20),
	"breaks":      strings.Repeat(`Title - ILO, 2019 <a href="https://files.example/a.pdf">PDF</a><br>`, 20),
	"bare links":  strings.Repeat(`<p>Title</p><p>ILO, 2019</p><p><a href="https://files.example/a.pdf">PDF</a></p>`, 10),
	"long lines":  strings.Repeat("word ", 4000) + `<a href="https://files.example/a.pdf">PDF</a><br>`,
	"empty":       strings.Repeat("<p><b><i></i></b><br></p>", 100),
	"names":       "<p>Title - " + strings.Repeat("Ministry of Health, Labour and Welfare and ", 20) + `ILO, 2019 <a href="https://files.example/a.pdf">PDF</a></p>`,
	"cells":       "<table><tr>" + strings.Repeat("<td>a</td>", 300) + `<td><a href="https://files.example/a.pdf">PDF</a></td></tr></table>`,
	"split words": "<p>" + strings.Repeat("<b>T</b>i", 300) + ` - ILO <a href="https://files.example/a.pdf">PDF</a></p>`,
}

func TestReadingIsLinear(t *testing.T) {
	view := site().View()
	for name, part := range hostile {
		t.Run(name, func(t *testing.T) {
			growth.Linear(t, 100, func(n int) func() {
				page := parse(t, strings.Repeat(part, n))
				return func() { Read(page, view, Known{}) }
			})
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range collection(f) {
		f.Add(s.html, s.post)
	}
	for _, page := range hostile {
		f.Add(page[:min(len(page), 2000)], "Title")
	}
	view := site().View()
	f.Fuzz(func(t *testing.T, page, post string) {
		root := parse(t, page)
		var shown strings.Builder
		for _, l := range lines(root) {
			shown.WriteString(western(l.text()) + " " + Fold(l.text()) + " ")
		}
		all := shown.String()
		for _, c := range Read(root, view, Known{Title: post}) {
			for _, text := range append([]string{c.Title}, c.Publishers...) {
				for _, w := range foldWords(text) {
					if !strings.Contains(all, w.word) {
						t.Errorf("%q of %q is not in the page", w.word, text)
					}
				}
			}
			if c.Confidence < 0 || c.Confidence > 1 {
				t.Errorf("confidence %v", c.Confidence)
			}
			if len(c.Issued) >= 4 && !strings.Contains(all, c.Issued[:4]) && !strings.Contains(all, c.Issued[2:4]) {
				t.Errorf("the year of %q is not in the page", c.Issued)
			}
			Remove(c.Nodes, root)
		}
	})
}

// text is a whole line as text.
func (l line) text() string {
	var b strings.Builder
	for _, r := range l.runs {
		if !r.image {
			b.WriteString(r.text)
		}
	}
	return strings.TrimSpace(b.String())
}
