package migrate

import (
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

const citingPage = `<p>Two papers.</p>
<ul><li>The Long Way Home – ILO and IOM, May 2017 <a href="https://files.example/home.pdf">DOWNLOAD</a></li>
<li>Le long retour – OIT et OIM, mai 2017 (français) <a href="https://files.example/retour.pdf">TÉLÉCHARGER</a></li>
<li>Stolen Lives - Children in Armed Conflict, 2019 <a href="https://files.example/lives.pdf">DOWNLOAD</a></li></ul>
<p>The end.</p>`

// written is what a record says of a publication.
func written(r *record.Record) string {
	text := []string{r.Title, strings.Join(r.Publishers, "; "), r.Issued}
	for _, d := range r.Downloads {
		text = append(text, d.URL)
	}
	for _, e := range r.Editions {
		text = append(text, "edition "+e.Language+" "+e.Title+" "+e.Downloads[0].URL)
	}
	for _, f := range r.Findings {
		if f.Code == string(finding.Uncertain) {
			text = append(text, "uncertain "+f.Field)
		}
	}
	return strings.Join(append(text, r.Body.HTML), "\n")
}

func TestEachCitation(t *testing.T) {
	records := recordsOf(t, `
records:
  paper:
    from: {post_type: page}
    each: citations
    fields: {title: this.title, publishers: this.publishers, issued: this.issued, downloads: this.files, editions: this.editions}
    body: {formats: []}
`, citingPage)
	want := []string{
		"The Long Way Home\nILO; IOM\n2017-05\nhttps://files.example/home.pdf\nedition fr Le long retour https://files.example/retour.pdf\nuncertain editions\n",
		"Stolen Lives\nChildren in Armed Conflict\n2019\nhttps://files.example/lives.pdf\nuncertain title\nuncertain publishers\n",
	}
	var got []string
	for _, r := range records {
		got = append(got, written(r))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n--\n"), strings.Join(want, "\n--\n"))
	}
}

func TestDropCitations(t *testing.T) {
	records := recordsOf(t, `
records:
  paper:
    from: {post_type: page}
    fields: {publishers: citation.publishers, issued: citation.issued}
    body: {drop: [citation]}
`, citingPage)
	want := []string{"Reports\nILO; IOM\n2017-05\n<p>Two papers.</p>\n<p>The end.</p>\n"}
	var got []string
	for _, r := range records {
		got = append(got, written(r))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
