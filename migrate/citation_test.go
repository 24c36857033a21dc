package migrate

import (
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
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

func TestCitedAsInBibliographies(t *testing.T) {
	const page = `<p>Hélène Morvan et Jean de La Roche, « Compter les vagues », ILO, coll. « Rives », n° 4, 05/02/2014 <a href="https://files.example/vagues.pdf">Télécharger</a></p>`
	const rule = `
records:
  paper:
    from: {post_type: page}
    fields: {title: citation.title, authors: citation.authors, publishers: citation.publishers, issued: citation.issued, series.title: citation.series.title, series.number: citation.series.number}
`
	for language, issued := range map[string]string{"fr_FR": "2014-02-05", "": "2014"} {
		r := recordsOf(t, rule, page, func(b *wordpress.Builder) { b.Option("WPLANG", language) })[0]
		got := written(&record.Record{Title: r.Title, Publishers: r.Publishers, Issued: r.Issued})
		if got != "Compter les vagues\nILO\n"+issued+"\n" || len(r.Authors) != 2 || r.Authors[1].Family != "de La Roche" || r.Series != (record.Series{Title: "Rives", Number: "4"}) {
			t.Errorf("in %q: %s %+v %+v", language, got, r.Authors, r.Series)
		}
	}
}
