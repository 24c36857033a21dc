package migrate

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

func object(pairs ...any) mapping.Object {
	var o mapping.Object
	for i := 0; i < len(pairs); i += 2 {
		o = append(o, struct {
			Name  string
			Value any
		}{pairs[i].(string), pairs[i+1]})
	}
	return o
}

// librarySite has the attachments 7 (a PDF) and 8 (a picture).
func librarySite() *wordpress.Site {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	b.Post(wordpress.IndexRow{ID: 7, Type: "attachment", Status: "inherit", Name: "report", Title: "The report &amp; more", MIMEType: "application/pdf"})
	b.PostMeta(7, "_wp_attached_file", "2013/05/report.pdf")
	b.Post(wordpress.IndexRow{ID: 8, Type: "attachment", Status: "inherit", Name: "cover", Title: "Cover", MIMEType: "image/jpeg"})
	b.PostMeta(8, "_wp_attached_file", "2013/05/cover.jpg")
	return b.Build()
}

const documentDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// TestDownloadThatIsGone tells of an attachment that a value names and that does not exist.
func TestDownloadThatIsGone(t *testing.T) {
	for _, value := range []mapping.Value{int64(9), "9", object("attachment_id", int64(9)), []mapping.Value{"7, 9"}, object("file", object("attachment_id", int64(9)), "language", "fr")} {
		making := &assembly{Record: &record.Record{}, view: librarySite().View()}
		log := &finding.Log{}
		making.assign(mapping.Assignment{Target: "downloads", Value: value}, log)
		if lost := making.view.Log.Losses(); len(lost) != 1 || lost[0].Code != finding.MediaMissing || lost[0].Detail != "attachment 9" {
			t.Errorf("%v: losses %+v, findings %+v", value, lost, log.Findings())
		}
	}
}

func TestTargetsTakeWhatFieldsHold(t *testing.T) {
	const pdf = "https://example.org/wp-content/uploads/2013/05/report.pdf"
	english := object("value", "en", "label", "English")
	cases := map[string]struct {
		target string
		value  mapping.Value
		want   any // of the record's field, or nil where the value must be refused
		field  func(*record.Record) any
	}{
		"a title on one line":            {"title", " A\n title ", "A title", func(r *record.Record) any { return r.Title }},
		"a choice by its label":          {"publishers", english, []string{"English"}, func(r *record.Record) any { return r.Publishers }},
		"a language by its value":        {"language", english, "en", func(r *record.Record) any { return r.Language }},
		"no language":                    {"language", "English please", nil, nil},
		"a year that is a number":        {"issued", int64(2013), "2013", func(r *record.Record) any { return r.Issued }},
		"a day with a time":              {"issued", "2013-05-14 12:00:00", "2013-05-14", func(r *record.Record) any { return r.Issued }},
		"a date in words":                {"issued", "spring 2013", nil, nil},
		"a month that does not exist":    {"issued", "2013-13", nil, nil},
		"names once each":                {"regions", []mapping.Value{"Asia", object("slug", "asia", "name", "Asia"), "Europe"}, []string{"Asia", "Europe"}, func(r *record.Record) any { return r.Regions }},
		"rows of authors":                {"authors", []mapping.Value{object("name", "Ann Lee", "affiliation", "ILO", "lead", true), object("given", "Bo", "family", "Ek")}, []record.Person{{Name: "Ann Lee", Given: "Ann", Family: "Lee", Affiliation: "ILO"}, {Name: "Bo Ek", Given: "Bo", Family: "Ek"}}, func(r *record.Record) any { return r.Authors }},
		"rows in other languages":        {"authors", []mapping.Value{object("nom", "Dupont", "prénom", "Zoé", "organisme", "Inserm", "fonction", "Traductrice"), object("Nachname", "Weiß", "Vorname", "Uwe", "Einrichtung", "BKA"), object("nombre", "Ana", "apellidos", "Ruiz Soto"), object("auteur_nom", "Jean de La Fontaine")}, []record.Person{{Name: "Zoé Dupont", Given: "Zoé", Family: "Dupont", Affiliation: "Inserm", Role: "translator"}, {Name: "Uwe Weiß", Given: "Uwe", Family: "Weiß", Affiliation: "BKA"}, {Name: "Ana Ruiz Soto", Given: "Ana", Family: "Ruiz Soto"}, {Name: "Jean de La Fontaine", Given: "Jean", Family: "de La Fontaine"}}, func(r *record.Record) any { return r.Authors }},
		"authors in a text":              {"authors", "Gallagher, Anne T.; UN Office on Drugs &amp; Crime; Weber, K. (ed.)", []record.Person{{Name: "Anne T. Gallagher", Given: "Anne T.", Family: "Gallagher"}, {Name: "UN Office on Drugs & Crime"}, {Name: "K. Weber", Given: "K.", Family: "Weber", Role: "editor"}}, func(r *record.Record) any { return r.Authors }},
		"authors twice":                  {"authors", []mapping.Value{"Ann Lee", object("name", "Lee, Ann", "orcid", "https://orcid.org/0000-0002-1825-0097"), object("name", "ann lee", "organization", "ILO")}, []record.Person{{Name: "Ann Lee", Given: "Ann", Family: "Lee", Affiliation: "ILO", ORCID: "0000-0002-1825-0097"}}, func(r *record.Record) any { return r.Authors }},
		"a post and a choice as authors": {"authors", []mapping.Value{object("post_id", int64(3), "title", "Dr. Ann Lee", "url", "https://example.org/lee"), object("value", "ilo", "label", "ILO"), object("person", object("post_id", int64(4), "title", "Bo Ek"), "role", "Hrsg.")}, []record.Person{{Name: "Ann Lee", Given: "Ann", Family: "Lee"}, {Name: "ILO"}, {Name: "Bo Ek", Given: "Bo", Family: "Ek", Role: "editor"}}, func(r *record.Record) any { return r.Authors }},
		"jobs are no roles":              {"authors", []mapping.Value{object("nom", "Jean Dupont", "fonction", "Statisticien"), object("name", "Uwe Weiß", "role", "Statistiker")}, []record.Person{{Name: "Jean Dupont", Given: "Jean", Family: "Dupont"}, {Name: "Uwe Weiß", Given: "Uwe", Family: "Weiß", Role: "Statistiker"}}, func(r *record.Record) any { return r.Authors }},
		"a number is no name":            {"authors", "0", nil, nil},
		"a row without a name":           {"authors", []mapping.Value{object("wer", "Ann", "wo", "Wien")}, nil, nil},
		"an empty row is no author":      {"authors", []mapping.Value{mapping.Object{}}, []record.Person(nil), func(r *record.Record) any { return r.Authors }},
		"a file by its ID":               {"downloads", int64(7), []record.Download{{Title: "The report & more", URL: pdf, MediaType: "application/pdf", AttachmentID: 7}}, func(r *record.Record) any { return r.Downloads }},
		"a file once, with its language": {"downloads", []mapping.Value{pdf, object("language", english, "file", object("attachment_id", int64(7)))}, []record.Download{{Title: "The report & more", URL: pdf, MediaType: "application/pdf", AttachmentID: 7, Language: "en"}}, func(r *record.Record) any { return r.Downloads }},
		"a file elsewhere":               {"downloads", "https://other.example/a.PDF", []record.Download{{URL: "https://other.example/a.PDF", MediaType: "application/pdf"}}, func(r *record.Record) any { return r.Downloads }},
		"an ID in a text":                {"downloads", "7", []record.Download{{Title: "The report & more", URL: pdf, MediaType: "application/pdf", AttachmentID: 7}}, func(r *record.Record) any { return r.Downloads }},
		"a path from the root":           {"downloads", "wp-content/uploads/2013/05/report.pdf", []record.Download{{Title: "The report & more", URL: pdf, MediaType: "application/pdf", AttachmentID: 7}}, func(r *record.Record) any { return r.Downloads }},
		"a path below the uploads":       {"downloads", "2013/05/report.pdf", []record.Download{{Title: "The report & more", URL: pdf, MediaType: "application/pdf", AttachmentID: 7}}, func(r *record.Record) any { return r.Downloads }},
		"without a scheme":               {"downloads", "www.example.org/wp-content/uploads/2013/05/report.pdf?ver=2#page=3", []record.Download{{Title: "The report & more", URL: pdf, MediaType: "application/pdf", AttachmentID: 7}}, func(r *record.Record) any { return r.Downloads }},
		"lines with addresses":           {"downloads", "French: https://other.example/a.pdf\nLa ley (Spanish) – https://other.example/b.pdf.", []record.Download{{URL: "https://other.example/a.pdf", Language: "fr", MediaType: "application/pdf"}, {Title: "La ley", URL: "https://other.example/b.pdf", Language: "es", MediaType: "application/pdf"}}, func(r *record.Record) any { return r.Downloads }},
		"HTML with links":                {"downloads", `<p><a href="https://other.example/a.pdf">Law (FR)</a></p>`, []record.Download{{Title: "Law", URL: "https://other.example/a.pdf", Language: "fr", MediaType: "application/pdf"}}, func(r *record.Record) any { return r.Downloads }},
		"a row in the site's language":   {"downloads", object("annee", "7", "langue", "Français", "titre", "Le rapport", "fichier", object("attachment_id", int64(7), "title", "The report")), []record.Download{{Title: "Le rapport", URL: pdf, Language: "fr", MediaType: "application/pdf", AttachmentID: 7}}, func(r *record.Record) any { return r.Downloads }},
		"a row with two files":           {"downloads", object("word", "https://other.example/a.docx", "pdf", "7"), []record.Download{{URL: "https://other.example/a.docx", MediaType: documentDOCX}, {Title: "The report & more", URL: pdf, MediaType: "application/pdf", AttachmentID: 7}}, func(r *record.Record) any { return r.Downloads }},
		"a picture that a field names":   {"downloads", int64(8), []record.Download{{Title: "Cover", URL: "https://example.org/wp-content/uploads/2013/05/cover.jpg", MediaType: "image/jpeg", AttachmentID: 8}}, func(r *record.Record) any { return r.Downloads }},
		"a link without a title":         {"downloads", object("url", pdf, "title", ""), []record.Download{{Title: "The report & more", URL: pdf, MediaType: "application/pdf", AttachmentID: 7}}, func(r *record.Record) any { return r.Downloads }},
		"one file at two addresses":      {"downloads", []mapping.Value{"http://www.other.example/a.pdf", "https://other.example/a.pdf?ver=3#page=2"}, []record.Download{{URL: "http://www.other.example/a.pdf", MediaType: "application/pdf"}}, func(r *record.Record) any { return r.Downloads }},
		"no file":                        {"downloads", "see the library", nil, nil},
		"a picture":                      {"cover", object("attachment_id", int64(8)), record.Image{URL: "https://example.org/wp-content/uploads/2013/05/cover.jpg", AttachmentID: 8}, func(r *record.Record) any { return r.Cover }},
		"a picture that is gone":         {"cover", object("attachment_id", int64(9)), nil, nil},
		"a group of identifiers":         {"identifiers", object("isbn", "978-1", "doi", ""), record.Object{{Name: "isbn", Value: "978-1"}}, func(r *record.Record) any { return r.Identifiers }},
		"a field":                        {"fields.pages", int64(24), record.Object{{Name: "pages", Value: int64(24)}}, func(r *record.Record) any { return r.Fields }},
	}
	site := librarySite()
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			making := &assembly{Record: &record.Record{}, view: site.View()}
			log := &finding.Log{}
			making.assign(mapping.Assignment{Target: c.target, Value: c.value}, log)
			if c.want == nil {
				if len(log.Findings()) != 1 || log.Findings()[0].Code != finding.ValueInvalid || log.Findings()[0].Field != c.target {
					t.Fatalf("the value was not refused: %+v", log.Findings())
				}
				return
			}
			if got := c.field(making.Record); !reflect.DeepEqual(got, c.want) {
				a, _ := json.Marshal(got)
				b, _ := json.Marshal(c.want)
				t.Errorf("got %s, want %s; findings %+v", a, b, log.Findings())
			}
		})
	}
}

func TestHasAddress(t *testing.T) {
	for text, want := range map[string]bool{
		"write to press@example.org.": true, "a.b+c@mail.example.co.uk": true, "<a href=\"mailto:x@example.org\">": true,
		"@handle": false, "5 @ 3.50": false, "user@localhost": false, "": false, "a@b.": false, strings.Repeat("@", 1000): false,
	} {
		if got := hasAddress(text); got != want {
			t.Errorf("hasAddress(%q) = %v", text, got)
		}
	}
}
