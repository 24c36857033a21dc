package mapping

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"wp2pub/migrate/locale"
)

var testLocale = Locale{Language: locale.Language, Country: locale.Country, CountryName: locale.NameOfCountry, Month: locale.LeadingMonth}

// testVocabulary is that of a small site whose ACF fields are known.
func testVocabulary() Vocabulary {
	functions := Builtins(testLocale)
	functions["select"] = Function{In: TypeMarkup, Out: TypeNodes, Params: []Param{{Name: "selector", Type: TypeSelector}}, Call: selectFake}
	functions["attribute"] = Function{In: TypeNode, Out: TypeText, Params: []Param{{Name: "name", Type: TypeText}},
		Call: func(_ Item, v Value, a []Value) (Value, error) {
			return v.(Piece).Part(Path{"attribute", a[0].(string)}), nil
		}}
	return Vocabulary{
		Functions: functions,
		PostTypes: []string{"post", "page", "publication", "attachment", "ai1ec_event", "exactmetrics_note"},
		BodyParts: []string{"citation"},
		Include:   os.DirFS("testdata/broken").(fs.ReadFileFS).ReadFile,
		Lists:     map[string]func(string) bool{"continents": func(s string) bool { return s == "Europe" || s == "Asia" }, "regions": locale.IsRegion},
		Selector: func(s string) error {
			if strings.ContainsAny(s, "[") && !strings.Contains(s, "]") {
				return errors.New("a bracket is not closed")
			}
			return nil
		},
		Template: func(s string) error {
			if strings.Count(s, "{") != strings.Count(s, "}") {
				return errors.New("a brace is not closed")
			}
			return nil
		},
		Names: []Name{
			{Path: "title", Type: TypeText}, {Path: "content", Type: TypeText}, {Path: "excerpt", Type: TypeText},
			{Path: "date", Type: TypeDate}, {Path: "slug", Type: TypeText}, {Path: "id", Type: TypeNumber},
			{Path: "status", Type: TypeText}, {Path: "post_type", Type: TypeText}, {Path: "parent", Type: TypeNumber},
			{Path: "language", Type: TypeText}, {Path: "translations", Type: TypeList}, {Path: "cover", Type: TypeObject}, {Path: "event", Type: TypeObject},
			{Path: "body.html", Type: TypeText}, {Path: "body.text", Type: TypeText}, {Path: "body.language", Type: TypeText}, {Path: "body.files", Type: TypeList},
			{Path: "body", Type: TypeNode}, {Path: "body.attribute.*", Type: TypeText}, {Path: "citation.*", Type: TypeAny}, {Path: "citations", Type: TypeList},
			{Path: "citations.title", Type: TypeTexts}, {Path: "citations.publishers", Type: TypeTexts}, {Path: "citations.issued", Type: TypeTexts}, {Path: "citations.language", Type: TypeTexts},
			{Path: "citations.files", Type: TypeList}, {Path: "citations.editions", Type: TypeList}, {Path: "citations.line", Type: TypeNodes},
			{Path: "acf", Type: TypeObject}, {Path: "acf.publisher", Type: TypeText, Filled: 28, Of: 30},
			{Path: "acf.date_published", Type: TypeDate}, {Path: "acf.ref_year", Type: TypeNumber},
			{Path: "acf.language", Type: TypeObject}, {Path: "acf.pages", Type: TypeNumber}, {Path: "acf.featured", Type: TypeBool},
			{Path: "acf.authors", Type: TypeList}, {Path: "acf.authors.name", Type: TypeTexts}, {Path: "acf.authors.affiliation", Type: TypeTexts},
			{Path: "acf.pdf", Type: TypeObject}, {Path: "acf.identifiers", Type: TypeObject}, {Path: "acf.abstract", Type: TypeText},
			{Path: "meta.*", Type: TypeAny}, {Path: "options.*", Type: TypeAny}, {Path: "within.*", Type: TypeTexts},
			{Path: "terms.category", Type: TypeList}, {Path: "terms.region", Type: TypeList}, {Path: "terms.post_tag", Type: TypeList},
		},
		Places: []Name{{Path: "kind", Type: TypeText}, {Path: "slug", Type: TypeText}, {Path: "title", Type: TypeText}, {Path: "issued", Type: TypeDate},
			{Path: "posted", Type: TypeDate}, {Path: "event.start", Type: TypeDate}, {Path: "language", Type: TypeText},
			{Path: "terms.*", Type: TypeText}, {Path: "fields.*", Type: TypeAny}},
		Targets: []Target{
			{Name: "id", Type: TypeText, Given: true}, {Name: "slug", Type: TypeText, Given: true}, {Name: "kind", Type: TypeText, Given: true},
			{Name: "type", Type: TypeText}, {Name: "title", Type: TypeText}, {Name: "subtitle", Type: TypeText}, {Name: "language", Type: TypeText},
			{Name: "issued", Type: TypeDate}, {Name: "authors", Type: "persons"}, {Name: "publishers", Type: TypeTexts}, {Name: "series", Type: TypeAny},
			{Name: "identifiers.*", Type: TypeText}, {Name: "summary", Type: TypeText}, {Name: "subjects", Type: TypeTexts}, {Name: "regions", Type: TypeTexts},
			{Name: "downloads", Type: "files"}, {Name: "editions", Type: "editions"}, {Name: "translations", Type: "translations"}, {Name: "cover", Type: TypeAny}, {Name: "event", Type: TypeObject},
			{Name: "fields", Type: TypeObject}, {Name: "fields.*", Type: TypeAny},
		},
	}
}

// openVocabulary is testVocabulary without a site at hand: every ACF field and taxonomy is possible.
func openVocabulary() Vocabulary {
	v := testVocabulary()
	v.PostTypes = nil
	v.Names = append(v.Names, Name{Path: "acf.*", Type: TypeAny}, Name{Path: "terms.*", Type: TypeAny}, Name{Path: "seo", Type: TypeAny}, Name{Path: "authors", Type: TypeList}, Name{Path: "byline", Type: TypeNode})
	v.Names = append(v.Names, Name{Path: "plugin.language", Type: TypeText}, Name{Path: "languages", Type: TypeList}, Name{Path: "languages.language", Type: TypeTexts})
	v.Functions["people"] = Function{In: TypeText, Out: TypeList, Call: func(_ Item, v Value, _ []Value) (Value, error) { return v, nil }}
	return v
}

// siteVocabulary is testVocabulary with the names of any site beside those that it has.
func siteVocabulary() Vocabulary {
	v := openVocabulary()
	v.PostTypes = testVocabulary().PostTypes
	return v
}

// valuesVocabulary is siteVocabulary with what conditions may ask for.
func valuesVocabulary() Vocabulary {
	v := siteVocabulary()
	v.Values = func(name Path, types []string) ([]Known, bool) {
		switch name.String() {
		case "within.category":
			return []Known{{"publications", "Publications", 32}, {"news", "News", 7}, {"reports-2023", "Reports of 2023", 3}, {"brief-papers", "Policy papers", 1}, {"archives", "Archives", 0}}, true
		case "slug":
			return []Known{{Text: "imprint", Posts: 1}, {Text: "secret-plans"}}, true
		case "id":
			return []Known{{Text: "12", Posts: 1}}, true
		}
		return nil, false
	}
	return v
}

// fakeItem is an item whose values are written down.
type fakeItem struct{ value Value }

// itemOf reads a fake item from YAML.
func itemOf(t testing.TB, text string) fakeItem {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(text), &n); err != nil {
		t.Fatal(err)
	}
	return fakeItem{constant(n.Content[0])}
}

var errUnreadable = errors.New("the disk is gone")

func (i fakeItem) Value(path Path) (Value, error) {
	if len(path) > 0 && path[0] == "meta" && len(path) > 1 && path[1] == "unreadable" {
		return nil, errUnreadable
	}
	if len(path) > 0 && path[0] == body {
		return Inside(fakePiece{Inside(i.value, path[:1])}, path[1:]), nil
	}
	return Inside(i.value, path), nil
}

// fakePiece is a piece of a page whose text, attributes and matches are written down.
type fakePiece struct{ parts Value }

func (fakePiece) Opaque()                {}
func (p fakePiece) Part(path Path) Value { return Inside(p.parts, path) }
func (p fakePiece) Text() string {
	text, _ := Words(p.Part(Path{"text"}))
	return text
}

func selectFake(_ Item, v Value, a []Value) (Value, error) {
	piece, ok := v.(fakePiece)
	if !ok {
		return nil, errors.New("only fake pages are looked into")
	}
	var list []Value
	for _, match := range elements(piece.Part(Path{"matches", a[0].(string)})) {
		list = append(list, fakePiece{match})
	}
	return list, nil
}

// parsed reads a mapping that must be right.
func parsed(t testing.TB, text string) *Mapping {
	t.Helper()
	m, err := Parse("mapping.yaml", []byte(text), openVocabulary())
	if err != nil {
		t.Fatalf("%v\n\n%s", err, text)
	}
	return m
}

// written makes one line of a value, to compare and to show it.
func written(v Value) string {
	switch v := v.(type) {
	case []Value:
		parts := make([]string, len(v))
		for i, element := range v {
			parts[i] = written(element)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case Object:
		parts := make([]string, len(v))
		for i, member := range v {
			parts[i] = member.Name + ": " + written(member.Value)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case string:
		return fmt.Sprintf("%q", v)
	}
	return fmt.Sprint(v)
}
