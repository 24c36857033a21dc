package citation

import "testing"

// TestNameBeforeAColon holds that a line that begins with a name and a colon is doubted where the title of the post does not
// say whether the name belongs to that of the publication.
func TestNameBeforeAColon(t *testing.T) {
	const link = ` <a href="https://files.example/a.pdf">DOWNLOAD</a></p>`
	view := site().View()
	for _, c := range []struct {
		post, line string
		certain    bool
	}{
		{"Preventing Harm", "<p>ICAT: Preventing Harm - 2016", true},
		{"ICAT: Preventing Harm", "<p>ICAT: Preventing Harm - 2016", false},
		{"A new toolkit", "<p>ICAT: Preventing Harm - 2016", false},
		{"A new toolkit", "<p>ICAT: “Preventing Harm”, 2016", true},
		{"A new toolkit", "<p>ICAT - Preventing Harm - 2016", true},
	} {
		got := Read(parse(t, c.line+link), view, Known{Title: c.post})
		if len(got) != 1 || got[0].Title != "Preventing Harm" || len(got[0].Publishers) != 1 || (got[0].Confidence >= Certain) != c.certain || (len(got[0].Doubts) == 0) != c.certain {
			t.Errorf("%s in %q: %+v", c.line, c.post, got)
		}
	}
}
