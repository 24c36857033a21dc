package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"

	"wp2pub/migrate/survey"
)

// longSurvey has long names, many rows and values in scripts of several widths.
func longSurvey() *survey.Survey {
	s := &survey.Survey{Site: "example.org", Name: strings.Repeat("Résumé ", 40), Home: "https://example.org", Language: "ja", Zone: "Asia/Tokyo",
		Groups: []survey.Group{{Key: "a", Title: "詳細", Active: true, PostTypes: []string{"出版物"}}, {Key: "b", Title: "Empty", Active: false}}}
	statuses := map[string]int{"publish": 9, "draft": 3, "acf-disabled": 2, "request-completed": 1}
	s.PostTypes = []survey.PostType{
		{PostType: "publication", Label: strings.Repeat("Publikationen ", 3), Class: "content", Rows: 15, Statuses: statuses, First: "2001-02-03", Last: "2024-05-06",
			Public: survey.Signals{Posts: 9, Files: 8}},
	}
	for i := range 30 {
		s.PostTypes[0].Terms = append(s.PostTypes[0].Terms, survey.TermUse{Taxonomy: "category", Path: []string{"Publikationen", fmt.Sprint("Thema ", i)}, Signals: survey.Signals{Posts: 1, Files: 1}})
		s.Names = append(s.Names, survey.Name{Path: fmt.Sprintf("meta.key_%02d", i), Plugin: "WordPress", Filled: 30 - i, Uses: []survey.Use{{PostType: "publication", Filled: 30 - i, Of: 30}},
			Shapes: []survey.Shape{{Shape: "text", Count: 3}, {Shape: "long", Count: 1}}, Samples: []string{strings.Repeat("人身売買 ", 20)}})
		s.Files.Unused = append(s.Files.Unused, int64(i))
	}
	s.Names = append(s.Names,
		survey.Name{Path: "acf.著者", Type: "repeater", Group: "詳細", Filled: 3, Uses: []survey.Use{{PostType: "publication", Filled: 3, Of: 9}}, Shapes: []survey.Shape{{Shape: "object", Count: 3}}},
		survey.Name{Path: "acf.著者.name", Type: "text", Group: "詳細", Filled: 2, Uses: []survey.Use{{PostType: "publication", Filled: 2, Of: 9}}, Shapes: []survey.Shape{{Shape: "person", Count: 3}}, Samples: []string{"Ольга Петрова", "محمد"}, Drift: "1 post has a value that is not what a field of type text holds: 7"},
		survey.Name{Path: "acf.year", Type: "number", Group: "詳細", Filled: 9, Uses: []survey.Use{{PostType: "publication", Filled: 9, Of: 9}}, Shapes: []survey.Shape{{Shape: "year", Count: 9}}, Samples: []string{"2013"}},
		survey.Name{Path: "acf.unused", Type: "text", Group: "Empty"},
		survey.Name{Path: "meta.own", Filled: 1, Uses: []survey.Use{{PostType: "publication", Filled: 1, Of: 9}}, Shapes: []survey.Shape{{Shape: "text", Count: 1}}, Samples: []string{"x"}})
	s.Blocks = []survey.Mark{{Name: "core/paragraph", Count: 90, Rendered: true, Posts: []int64{1, 2}}, {Name: "core/query", Count: 1, Posts: []int64{3}}}
	s.Files.Attachments, s.Files.MediaTypes = 40, map[string]int{"image/jpeg": 40}
	return s
}

func surveyText(t *testing.T, width int, all bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteSurvey(&b, longSurvey(), Text{Width: width}, all); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSurveyFitsTheWidth(t *testing.T) {
	for _, width := range []int{72, 80, 100, 120, 250} {
		for line := range strings.Lines(surveyText(t, width, false)) {
			line = strings.TrimRight(line, "\n")
			if got := text.StringWidthWithoutEscSequences(line); got > width {
				t.Errorf("%d columns instead of %d: %q", got, width, line)
			}
			if strings.HasSuffix(line, " ") {
				t.Errorf("white space at the end of %q", line)
			}
		}
	}
}

func TestSurveyShowsWhatMattersFirst(t *testing.T) {
	shown := surveyText(t, 120, false)
	at := 0
	for _, want := range []string{"example.org\n", "Post types\n", "Where publications may be", "   … and 22 more terms", "ACF: 詳細, on 出版物\n", "acf.year", "acf.著者", "acf.著者.name",
		" ! acf.著者.name: 1 post has a value", "ACF: Empty (switched off)\n in no public post: acf.unused\n", "Other meta values\n", " meta.own ", " meta.key_00 ", " … and 11 more: --all shows them",
		"Blocks\n", "core/query", "core/paragraph", "Files\n 40 attachments: image/jpeg 40\n nothing uses 30 of them: 0, 1, ", "… and 10 more: --all"} {
		found := strings.Index(shown[at:], want)
		if found < 0 {
			t.Fatalf("%q is not there, or not behind what should come before it, in\n%s", want, shown)
		}
		at += found
	}
	all := surveyText(t, 120, true)
	if strings.Contains(all, "--all") || !strings.Contains(all, "meta.key_29") || !strings.Contains(all, "Thema 29") {
		t.Errorf("with nothing cut:\n%s", all)
	}
}

func TestSurveyOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := WriteSurvey(&b, &survey.Survey{Site: "example.org"}, Text{Width: 80}, false); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(b.String(), "\n"); lines != 3 {
		t.Errorf("an empty site takes %d lines:\n%s", lines, b.String())
	}
}
