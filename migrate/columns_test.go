package migrate

import "testing"

func TestColumnsSpeakByTheirWords(t *testing.T) {
	for column, want := range map[string][3]bool{ // file, language, title
		"file": {true, false, false}, "file_id": {true, false, false}, "pdfFile": {true, false, false}, "fileurl": {true, false, false}, "documents": {true, false, false}, "PDFDatei": {true, false, false}, "anhangdatei": {true, false, false},
		"profile_id": {false, false, false}, "portfolio": {false, false, false}, "mediation": {false, false, false}, "slang": {false, false, false}, "enamel": {false, false, false}, "nominations": {false, false, false},
		"langue_version": {false, true, false}, "version-language": {false, true, false}, "Zielsprache": {false, true, false}, "文件语言": {false, true, false}, "اللغة": {false, true, false},
		"intitule": {false, false, true}, "file_title": {true, false, true}, "nom": {false, false, true}, "": {false, false, false},
	} {
		if got := [3]bool{speaksOf(column, fileColumns), speaksOf(column, languageColumns), speaksOf(column, titleColumns)}; got != want {
			t.Errorf("%q speaks of a file, a language, a title: %v, wanted %v", column, got, want)
		}
	}
}

// TestNumberInAColumnThatIsNoFile holds that the ID of a user is not taken for that of a file.
func TestNumberInAColumnThatIsNoFile(t *testing.T) {
	r := recordsOf(t, `
records:
  paper:
    from: {post_type: page}
    fields:
      downloads: {value: [{profile_id: 7, file: "https://files.example/a.pdf", langue: français}]}
`, "<p>Text</p>")[0]
	if len(r.Downloads) != 1 || r.Downloads[0].Language != "fr" || len(r.Losses) > 0 {
		t.Errorf("%+v %+v", r.Downloads, r.Losses)
	}
}

// TestFileInSeveralLanguages holds that a file of which a row names two languages is in neither.
func TestFileInSeveralLanguages(t *testing.T) {
	r := recordsOf(t, `
records:
  paper:
    from: {post_type: page}
    fields:
      downloads: {value: [{file: "https://files.example/a.pdf", langue: [fr, nl]}, {file: "https://files.example/b.pdf", langue: [nl]}]}
`, "<p>Text</p>")[0]
	if len(r.Downloads) != 2 || r.Downloads[0].Language != "" || r.Downloads[1].Language != "nl" {
		t.Errorf("%+v", r.Downloads)
	}
}
