package migrate

import (
	"maps"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
	"wp2pub/migrate/wordpress"
)

// SiteVocabulary is Vocabulary with the names that a site has: its post types, taxonomies, terms and ACF fields; with a survey
// (nil: none) also the meta keys and ACF values that its posts have, and how many posts have each.
func SiteVocabulary(site *wordpress.Site, s *survey.Survey) mapping.Vocabulary {
	v := Vocabulary()
	v.PostTypes = []string{}
	for _, t := range site.PostTypes() {
		v.PostTypes = append(v.PostTypes, t.Name)
	}
	for _, t := range site.Taxonomies() {
		v.Names = append(v.Names,
			mapping.Name{Path: mapping.Path{"terms", t.Name}.String(), Type: mapping.TypeList, Doc: t.Label},
			mapping.Name{Path: mapping.Path{"within", t.Name}.String(), Type: mapping.TypeTexts, Doc: t.Label})
	}
	v.Values = siteValues(site)
	known := siteNames{}
	for _, group := range site.ACFGroups() {
		known.addFields(mapping.Path{"acf"}, group.Fields)
	}
	if s != nil {
		known.addSurveyed(s)
	}
	for _, path := range slices.Sorted(maps.Keys(known)) {
		v.Names = append(v.Names, known[path])
	}
	return v
}

// siteNames are names of a site, by path.
type siteNames map[string]mapping.Name

// addFields adds what ACF fields define, and what lies in them.
func (names siteNames) addFields(above mapping.Path, fields []*wordpress.ACFField) {
	for _, f := range fields {
		if f.Name == "" { // a tab, a message
			continue
		}
		path := append(slices.Clone(above), f.Name)
		names.add(mapping.Name{Path: path.String(), Type: acfType(f), Doc: f.Label})
		names.addFields(path, f.Fields)
		for _, layout := range f.Layouts {
			names.add(mapping.Name{Path: append(slices.Clone(path), "layout").String(), Type: mapping.TypeTexts})
			names.addFields(path, layout.Fields)
		}
	}
}

// addSurveyed adds what the posts have. Raw meta of ACF fields is none of the survey's meta; it is there all the same.
func (names siteNames) addSurveyed(s *survey.Survey) {
	for _, n := range s.Names {
		name, known := names[n.Path]
		if !known {
			name = mapping.Name{Path: n.Path, Type: mapping.TypeAny, Doc: n.Label}
		}
		name.Filled = n.Filled
		for _, use := range n.Uses {
			name.Of += use.Of
		}
		names[n.Path] = name
	}
	for _, path := range slices.Sorted(maps.Keys(names)) {
		if field, ok := topField(path); ok {
			names.add(mapping.Name{Path: "meta." + field, Type: mapping.TypeAny})
			names.add(mapping.Name{Path: "meta._" + field, Type: mapping.TypeAny})
		}
	}
}

// add makes a name known. Fields of different types may share one.
func (names siteNames) add(n mapping.Name) {
	if before, twice := names[n.Path]; twice && before.Type != n.Type {
		n = before
		n.Type = mapping.TypeAny
	}
	names[n.Path] = n
}

// topField is the name of the ACF field that a path names, if it names a whole one.
func topField(path string) (string, bool) {
	field, ok := strings.CutPrefix(path, "acf.")
	return field, ok && !strings.ContainsAny(field, `."`)
}

// acfType is the mapping's word for the values of a field. A choice is a text or an object, by its labels.
func acfType(f *wordpress.ACFField) mapping.Type {
	switch f.Type {
	case "text", "textarea", "wysiwyg", "email", "url", "date_time_picker", "time_picker":
		return mapping.TypeText
	case "number", "range":
		return mapping.TypeNumber
	case "true_false":
		return mapping.TypeBool
	case "date_picker":
		return mapping.TypeDate
	case "repeater", "flexible_content", "gallery", "relationship", "checkbox":
		return mapping.TypeList
	}
	return mapping.TypeAny
}
