package migrate

import (
	"cmp"
	"maps"
	"slices"

	"github.com/andybalholm/cascadia"

	"wp2pub/mapping"
	"wp2pub/migrate/locale"
	"wp2pub/migrate/record"
	"wp2pub/migrate/render"
)

// Vocabulary is what a mapping can name, call and fill, of any site.
func Vocabulary() mapping.Vocabulary {
	functions := mapping.Builtins(mapping.Locale{
		Language: locale.Language, Country: locale.Country, CountryName: locale.NameOfCountry, Month: locale.LeadingMonth})
	maps.Copy(functions, pieceFunctions())
	maps.Copy(functions, peopleFunctions())
	maps.Copy(functions, publicationFunctions())
	v := mapping.Vocabulary{
		Functions: functions,
		BodyParts: []string{citationPart},
		Selector:  func(selector string) error { _, err := cascadia.ParseGroup(selector); return err },
		Template:  render.CheckTemplate,
		Lists:     map[string]func(string) bool{"regions": locale.IsRegion},
	}
	for path, n := range names {
		v.Names = append(v.Names, mapping.Name{Path: path, Type: n.typ, Doc: n.doc})
		if n.open {
			v.Names = append(v.Names, mapping.Name{Path: path + ".*", Type: n.typ, Doc: n.doc})
		}
	}
	for name, p := range parts {
		path := "body." + name
		if p.open {
			path += ".*"
		}
		v.Names = append(v.Names, mapping.Name{Path: path, Type: p.typ, Doc: "the page, or the piece of it: " + p.doc})
	}
	v.Names = append(v.Names, mapping.Name{Path: "languages.language", Type: mapping.TypeTexts, Doc: "each language that the post is written in"})
	v.Names = append(append(v.Names, citationNames()...), append(libraryPaths(), teachpressPaths()...)...)
	v.Names = append(v.Names, statedParts()...)
	v.Places = places()
	slices.SortFunc(v.Names, func(a, b mapping.Name) int { return cmp.Compare(a.Path, b.Path) })
	for _, t := range record.Targets() {
		v.Targets = append(v.Targets, mapping.Target{Name: t.Name, Type: targetType(t.Type), Doc: t.Doc})
	}
	v.Targets = append(v.Targets,
		mapping.Target{Name: "series", Type: mapping.TypeAny, Doc: "The series that it belongs to: a term, a text of which a number such as No. 5 is told apart, or an object of title and number."},
		mapping.Target{Name: "identifiers", Type: mapping.TypeObject, Doc: "A group of identifiers, each under its kind."},
		mapping.Target{Name: "fields", Type: mapping.TypeObject, Doc: "A group of values, each under its name."},
		mapping.Target{Name: "slug", Type: mapping.TypeText, Doc: "The slug of the post.", Given: true},
		mapping.Target{Name: "body", Type: mapping.TypeText, Doc: "The text of the page.", Given: true},
	)
	return v
}

// targetType is the mapping's word for what a place of the record holds. What the record puts together itself, such
// as people and files, takes anything.
func targetType(word string) mapping.Type {
	switch word {
	case "text":
		return mapping.TypeText
	case "texts":
		return mapping.TypeTexts
	case "date":
		return mapping.TypeDate
	case "number", "integer":
		return mapping.TypeNumber
	}
	return mapping.TypeAny
}
