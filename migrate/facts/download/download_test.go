package download

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// librarySite holds two reports and a photo.
func librarySite() *wordpress.Site {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	b.Post(wordpress.IndexRow{ID: 1, Type: "page", Status: "publish", Name: "about", Title: "About"})
	for id, row := range map[int64][3]string{7: {"report", "The report", "application/pdf"}, 8: {"photo", "Photo", "image/jpeg"}, 9: {"annexe", "RA2023", "application/pdf"}} {
		b.Post(wordpress.IndexRow{ID: id, Type: "attachment", Status: "inherit", Name: row[0], Title: row[1], MIMEType: row[2]})
		b.PostMeta(id, "_wp_attached_file", "2013/05/"+row[0]+map[string]string{"image/jpeg": ".jpg", "application/pdf": ".pdf"}[row[2]])
	}
	return b.Build()
}

const uploads = "https://example.org/wp-content/uploads/2013/05/"

func TestFiles(t *testing.T) {
	pdf := func(title, address, language string) record.Download {
		return record.Download{Title: title, URL: address, Language: language, MediaType: "application/pdf"}
	}
	report := record.Download{Title: "The report", URL: uploads + "report.pdf", MediaType: "application/pdf", AttachmentID: 7}
	french := report
	french.Language = "fr"
	for name, c := range map[string]struct {
		markup string
		want   []record.Download
	}{
		"once, whatever its address looks like": {`<a href="/wp-content/uploads/2013/05/report.pdf" hreflang="fr">DOWNLOAD</a> <a href="http://www.example.org/wp-content/uploads/2013/05/report.pdf?x=1">again</a>`, []record.Download{french}},
		"elsewhere, once":                       {`<a href="https://other.example/Annex.PDF#page=2">The <b>annex</b></a> <a href="http://www.other.example/Annex.PDF?ver=2">more</a>`, []record.Download{pdf("The annex", "https://other.example/Annex.PDF#page=2", "")}},
		"what is no document": {`<a href="` + uploads + `photo.jpg">a photo</a> <a href="https://other.example/page">a page</a> <a href="mailto:x@example.org">mail</a>
			<a href="javascript:x.pdf">no</a> <a>nowhere</a> <a href="https://example.org/about/">Download</a> <a href="https://other.example/">Download</a>`, nil},
		"a language in brackets":              {`<a href="/wp-content/uploads/2013/05/report.pdf">Télécharger (fr)</a>`, []record.Download{french}},
		"a language before the link":          {`<p>French: <a href="/wp-content/uploads/2013/05/report.pdf">PDF</a></p>`, []record.Download{french}},
		"a language in the cell before":       {`<table><tr><td>Français</td><td><a href="/wp-content/uploads/2013/05/report.pdf">Télécharger</a></td></tr></table>`, []record.Download{french}},
		"a language of the link before":       {`<p>French: <a href="/about/">page</a>, <a href="/wp-content/uploads/2013/05/report.pdf">PDF</a></p>`, []record.Download{report}},
		"a language on another line":          {`<p>In French<br><a href="/wp-content/uploads/2013/05/report.pdf">PDF</a></p>`, []record.Download{report}},
		"a title is no remark":                {`<a href="https://other.example/a.pdf">Law (PDF, 2 MB)</a> <a href="https://other.example/b.pdf">Download</a>`, []record.Download{pdf("Law", "https://other.example/a.pdf", ""), pdf("", "https://other.example/b.pdf", "")}},
		"a document by what its link says":    {`<a href="https://other.example/get?id=4">The law (PDF)</a> <a href="https://other.example/get/5">Download</a> <a href="https://other.example/app">Download the app for your phone</a>`, []record.Download{pdf("The law", "https://other.example/get?id=4", ""), {URL: "https://other.example/get/5"}}},
		"a document by the service":           {`<a href="https://drive.google.com/file/d/1x/view">The law</a> <a href="https://drive.google.com/drive/folders/1x">Folder</a> <a href="https://www.dropbox.com/s/abc/law?dl=0">The law</a> <a href="https://issuu.com/un/docs/law">Law</a> <a href="https://issuu.com/un">UN</a> <a href="https://docs.google.com/forms/d/1">Form</a>`, []record.Download{{Title: "The law", URL: "https://drive.google.com/file/d/1x/view"}, {Title: "The law", URL: "https://www.dropbox.com/s/abc/law?dl=0"}, {Title: "Law", URL: "https://issuu.com/un/docs/law"}}},
		"the title of a block and its button": {`<div><a href="https://other.example/a.pdf">Law</a><a href="https://other.example/a.pdf">Download</a></div>`, []record.Download{pdf("Law", "https://other.example/a.pdf", "")}},
	} {
		t.Run(name, func(t *testing.T) {
			root, err := html.Parse(strings.NewReader(c.markup))
			if err != nil {
				t.Fatal(err)
			}
			var got []record.Download
			for _, file := range Files(root, librarySite().View(), nil) {
				got = append(got, file.Download)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

func TestOfferedByAttribute(t *testing.T) {
	root, _ := html.Parse(strings.NewReader(`<a href="https://other.example/a">one</a><a href="https://other.example/b">two</a><a href="https://other.example/c">three</a>`))
	offers := Offers{}
	for n := range root.Descendants() {
		if n.DataAtom == atom.A {
			switch n.FirstChild.Data {
			case "one":
				offers[n] = "application/pdf"
			case "two":
				offers[n] = "text/html"
			}
		}
	}
	got := Files(root, librarySite().View(), offers)
	if len(got) != 1 || got[0].URL != "https://other.example/a" || got[0].MediaType != "application/pdf" {
		t.Errorf("got %+v", got)
	}
}

// TestArrange says of lists of files which becomes the first, and which languages their names state.
func TestArrange(t *testing.T) {
	for name, c := range map[string]struct {
		publication Publication
		files       []File
		first       string
		languages   string
	}{
		"the order of the mapping":              {Publication{Title: "Law"}, []File{{Download: record.Download{URL: "https://x.example/b.pdf"}}, {Download: record.Download{URL: "https://x.example/law.pdf", Title: "Law"}}}, "b.pdf", ","},
		"the link that says the title":          {Publication{Title: "The Law!"}, []File{{Said: "More", Download: record.Download{URL: "https://x.example/b.pdf"}}, {Said: "The law (PDF)", Download: record.Download{URL: "https://x.example/a.pdf"}}}, "a.pdf", ","},
		"the language of the publication":       {Publication{Language: "fr-FR"}, []File{{Said: "English", Download: record.Download{URL: "https://x.example/b.pdf", Language: "en"}}, {Said: "Français", Download: record.Download{URL: "https://x.example/a.pdf", Language: "fr"}}}, "a.pdf", "fr,en"},
		"an annex comes behind":                 {Publication{Title: "Law"}, []File{{Download: record.Download{URL: "https://x.example/Annexe_1.pdf"}}, {Download: record.Download{URL: "https://x.example/b.pdf"}}}, "b.pdf", ","},
		"an annex that is all there is":         {Publication{Title: "Law"}, []File{{Download: record.Download{URL: "https://x.example/Annexe_1.pdf"}}, {Download: record.Download{URL: "https://x.example/Annexe_2.pdf"}}}, "Annexe_1.pdf", ","},
		"a summary in a name without accents":   {Publication{Title: "Loi"}, []File{{Download: record.Download{URL: "https://x.example/6-synthese.pdf"}}, {Download: record.Download{URL: "https://x.example/6-integral.pdf"}}}, "6-integral.pdf", ","},
		"a summary beside a foreign report":     {Publication{Title: "Loi", Language: "fr"}, []File{{Download: record.Download{URL: "https://x.example/notes-et-synthese.pdf"}}, {Download: record.Download{URL: "https://x.example/act.pdf", Language: "en"}}}, "notes-et-synthese.pdf", ",en"},
		"a publication that is an annex":        {Publication{Title: "Annex to the law"}, []File{{Download: record.Download{URL: "https://x.example/annex.pdf"}}, {Download: record.Download{URL: "https://x.example/b.pdf"}}}, "annex.pdf", ","},
		"codes of languages, one being EN":      {Publication{}, []File{{Download: record.Download{URL: "https://x.example/law-EN.pdf"}}, {Download: record.Download{URL: "https://x.example/law-FR-1.pdf"}}}, "law-EN.pdf", "en,fr"},
		"codes that may be countries":           {Publication{}, []File{{Download: record.Download{URL: "https://x.example/brief-DE.pdf"}}, {Download: record.Download{URL: "https://x.example/brief-FR.pdf"}}}, "brief-DE.pdf", ","},
		"a code beside a name without one":      {Publication{}, []File{{Download: record.Download{URL: "https://x.example/law.pdf"}}, {Download: record.Download{URL: "https://x.example/law_es.pdf"}}}, "law.pdf", ",es"},
		"a name of a language":                  {Publication{}, []File{{Download: record.Download{URL: "https://x.example/law_Spanish.pdf"}}, {Download: record.Download{URL: "https://x.example/other-loi.pdf"}}}, "law_Spanish.pdf", "es,"},
		"a code of the publication's language":  {Publication{Language: "fr"}, []File{{Download: record.Download{URL: "https://x.example/loi-fr.pdf"}}, {Download: record.Download{URL: "https://x.example/loi-de.pdf"}}}, "loi-fr.pdf", "fr,"},
		"what a link says goes before the name": {Publication{}, []File{{Download: record.Download{URL: "https://x.example/law-EN.pdf", Language: "ar"}}}, "law-EN.pdf", "ar"},
	} {
		t.Run(name, func(t *testing.T) {
			Arrange(c.files, c.publication)
			var languages []string
			for _, f := range c.files {
				languages = append(languages, f.Language)
			}
			if first := fileName(c.files[0].URL); first != c.first || strings.Join(languages, ",") != c.languages {
				t.Errorf("first %s, languages %q; want %s, %q", first, strings.Join(languages, ","), c.first, c.languages)
			}
		})
	}
}

func TestWhole(t *testing.T) {
	view := librarySite().View()
	for written, want := range map[string]string{
		"https://a.example/x": "https://a.example/x", "//a.example/x.pdf": "https://a.example/x.pdf", "www.a.example/x": "https://www.a.example/x",
		"wp-content/uploads/x.pdf": "https://example.org/wp-content/uploads/x.pdf", "/wp-content/uploads/x.pdf?ver=2": "https://example.org/wp-content/uploads/x.pdf?ver=2",
		"2013/05/x.pdf": "https://example.org/wp-content/uploads/2013/05/x.pdf", "?attachment_id=4": "https://example.org/?attachment_id=4",
		"see the library": "", "": "", "ftp://a.example/x.pdf": "", "a/b": "", "2013/05": "", "<b>www.a.example/x</b>": "",
	} {
		if got, _ := Whole(written, view); got != want {
			t.Errorf("%q: got %q, want %q", written, got, want)
		}
	}
}
