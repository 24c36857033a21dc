package starter_test

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/starter"
	"wp2pub/migrate/survey"
)

// odd are names that a site can have and that YAML, paths or comments could stumble over.
var odd = []string{
	"", " ", "#", "- a", "a: b", "a #b", `he said "yes"`, "it's", "a.b", "a|b", "a, b", "[x]", "{x: y}", "*", "&a", "!t", "%", "@x", "`", "?", "~", "null", "yes", "No", "1", "1.5", "0x1F", "2013-05-14",
	"📚 books", "عدد الصفحات", "\u202eevil", "\u2028", "\ufeff", "line\nbreak", "tab\tstop", "\x00", "\x1b[31m", "\\", "résumé", "публикации", "étude", "publication", "category", "event", "title", "language", "acf.year", "..",
	"\xff\xfe", "name", "ISBN", "pdf", "auteurs", "date_published", "year", "language_de", "region", "<b>x</b>", "${HOME}", "{{x}}",
}

func oddText() *rapid.Generator[string] {
	long := rapid.Map(rapid.SampledFrom(odd), func(s string) string { return strings.Repeat(s, 1+1000/max(1, len(s))) })
	return rapid.OneOf(rapid.SampledFrom(odd), rapid.StringN(0, 8, -1), long)
}

func signals(t *rapid.T) survey.Signals {
	posts := rapid.IntRange(0, 60).Draw(t, "posts")
	upTo := func(name string) int { return rapid.IntRange(0, posts).Draw(t, name) }
	return survey.Signals{Posts: posts, Files: upTo("files"), Citations: upTo("citations"), Several: upTo("several"), Events: upTo("events")}
}

func someOf[T any](t *rapid.T, name string, most int, make func(*rapid.T) T) []T {
	return rapid.SliceOfN(rapid.Custom(make), 0, most).Draw(t, name)
}

var (
	declared = []string{"", "text", "textarea", "number", "url", "file", "image", "wysiwyg", "select", "checkbox", "taxonomy", "user", "post_object", "date_picker", "repeater", "group", "flexible_content", "link", "true_false", "password"}
	shapes   = []string{survey.ShapeYear, survey.ShapeDate, survey.ShapeNumber, survey.ShapeISBN, survey.ShapeUNSymbol, survey.ShapeLanguage, survey.ShapeCountry, survey.ShapeDocument, survey.ShapeURL, survey.ShapePerson, survey.ShapeText, survey.ShapeLong, survey.ShapeHTML, survey.ShapeObject}
	samples  = []string{"2013", "03/04/2015", "12.3.2019", "A, B and C", "x; y", "Ann Lee, Bob Ray et Cy Dee", "März 2020", ", , ", " and ", "…"}
)

func anySurvey(t *rapid.T) *survey.Survey {
	s := &survey.Survey{Site: oddText().Draw(t, "site"), Name: oddText().Draw(t, "name"), Language: rapid.SampledFrom([]string{"", "en-US", "fr"}).Draw(t, "language")}
	var types []string
	s.PostTypes = someOf(t, "types", 5, func(t *rapid.T) survey.PostType {
		p := survey.PostType{PostType: oddText().Draw(t, "type"), Label: oddText().Draw(t, "label"), Kind: oddText().Draw(t, "kind"), Rows: 9, Public: signals(t),
			Class: rapid.SampledFrom([]string{"content", "unknown", "internal", "private"}).Draw(t, "class"), Reason: oddText().Draw(t, "reason")}
		p.Terms = someOf(t, "terms", 4, func(t *rapid.T) survey.TermUse {
			return survey.TermUse{Taxonomy: oddText().Draw(t, "taxonomy"), Slug: oddText().Draw(t, "slug"), Path: someOf(t, "path", 3, func(t *rapid.T) string { return oddText().Draw(t, "term") }), Signals: signals(t)}
		})
		return p
	})
	for _, p := range s.PostTypes {
		types = append(types, p.PostType)
	}
	types = append(types, "post")
	s.Taxonomies = someOf(t, "taxonomies", 4, func(t *rapid.T) survey.Taxonomy {
		return survey.Taxonomy{Taxonomy: oddText().Draw(t, "taxonomy"), Label: oddText().Draw(t, "label"), Public: true, Terms: 4, Uses: 4, Countries: rapid.IntRange(0, 4).Draw(t, "countries"), PostTypes: types}
	})
	s.Names = someOf(t, "names", 8, func(t *rapid.T) survey.Name {
		path := mapping.Path{rapid.SampledFrom([]string{"acf", "meta"}).Draw(t, "branch"), oddText().Draw(t, "name")}
		if rapid.Bool().Draw(t, "deep") {
			path = append(path, oddText().Draw(t, "part"))
		}
		return survey.Name{Path: path.String(), Label: oddText().Draw(t, "label"), Type: rapid.SampledFrom(declared).Draw(t, "declared"),
			Uses:    []survey.Use{{PostType: rapid.SampledFrom(types).Draw(t, "use"), Filled: rapid.IntRange(0, 9).Draw(t, "filled"), Of: 9}},
			Shapes:  []survey.Shape{{Shape: rapid.SampledFrom(shapes).Draw(t, "shape"), Count: 9}},
			Samples: someOf(t, "samples", 4, func(t *rapid.T) string { return rapid.SampledFrom(samples).Draw(t, "sample") })}
	})
	return s
}

// TestAnySurveyGivesAMapping holds that whatever things are called, the mapping parses, says the same twice, and shows
// nothing in its comments that a terminal would obey.
func TestAnySurveyGivesAMapping(t *testing.T) {
	vocabulary := migrate.Vocabulary()
	rapid.Check(t, func(t *rapid.T) {
		s := anySurvey(t)
		got := starter.Mapping(s, vocabulary)
		if _, err := mapping.Parse("mapping.yaml", got, vocabulary); err != nil {
			t.Fatalf("it does not parse: %.500v", err)
		}
		if again := starter.Mapping(s, vocabulary); !bytes.Equal(got, again) {
			t.Fatal("the second time it is another")
		}
		if bytes.ContainsAny(got, "\x00\x1b\r\u202e\u2028\ufeff") {
			t.Fatal("a control character stands in it")
		}
	})
}
