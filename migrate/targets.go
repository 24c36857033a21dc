package migrate

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/locale"
	"wp2pub/migrate/pattern"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// assembly is a record in the making, and the site as its post sees it.
type assembly struct {
	*record.Record
	view  *wordpress.View
	files []named // what becomes its downloads
	log   *finding.Log
}

// targets put a value into its place in the record. Each takes what a mapping can yield (a text, a number, a list, a
// row of a repeater, a reference) and makes of it what the place holds; what cannot be made is an error that says why.
var targets = map[string]func(r *assembly, below string, value mapping.Value) error{
	"title":    func(r *assembly, _ string, v mapping.Value) error { r.Title = line(v); return nil },
	"subtitle": func(r *assembly, _ string, v mapping.Value) error { r.Subtitle = line(v); return nil },
	"type":     func(r *assembly, _ string, v mapping.Value) error { r.Type = line(v); return nil },
	"summary": func(r *assembly, _ string, v mapping.Value) error {
		r.Summary = strings.TrimSpace(textOf(v))
		return nil
	},
	"language":     setLanguage,
	"issued":       setIssued,
	"authors":      setAuthors,
	"publishers":   func(r *assembly, _ string, v mapping.Value) error { r.Publishers = texts(v); return nil },
	"subjects":     func(r *assembly, _ string, v mapping.Value) error { r.Subjects = texts(v); return nil },
	"regions":      func(r *assembly, _ string, v mapping.Value) error { r.Regions = texts(v); return nil },
	"series":       setSeries,
	"identifiers":  setIdentifiers,
	"downloads":    setDownloads,
	"editions":     setEditions,
	"cover":        setCover,
	"event":        setEvent,
	"fields":       setFields,
	"translations": setTranslations,
	"relations":    setRelations,
}

// line is a value as text on one line.
func line(v mapping.Value) string { return strings.Join(strings.Fields(textOf(v)), " ") }

// textOf is a value as text: a reference by its title or name, a choice by its label, a list joined by commas.
func textOf(v mapping.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case mapping.Piece:
		return v.Text()
	case []mapping.Value:
		return strings.Join(texts(v), ", ")
	case mapping.Object:
		for _, name := range []string{"title", "name", "label", "value", "url"} {
			if text := textOf(inside(v, mapping.Path{name})); text != "" {
				return text
			}
		}
	}
	return ""
}

// texts is a value as a list of different texts on one line each.
func texts(v mapping.Value) []string {
	list, ok := v.([]mapping.Value)
	if !ok {
		list = []mapping.Value{v}
	}
	var all []string
	seen := map[string]bool{}
	for _, element := range list {
		if text := line(element); text != "" && !seen[text] {
			seen[text] = true
			all = append(all, text)
		}
	}
	return all
}

// setLanguage takes a BCP 47 tag or the name of a language, or a choice whose value or label is one.
func setLanguage(r *assembly, _ string, v mapping.Value) error {
	candidates := []string{textOf(inside(v, mapping.Path{"value"})), line(v)}
	for _, candidate := range candidates {
		if candidate == "" {
			continue
		}
		if tag, err := language.Parse(candidate); err == nil {
			r.Language = tag.String()
			return nil
		}
		if tag, ok := locale.Language(candidate); ok {
			r.Language = tag
			return nil
		}
	}
	return fmt.Errorf("a language is expected, such as \"fr\" or \"French\"")
}

var edtf = pattern.New(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)

// setIssued takes a year, a month or a day: an ISO date, or one of a date and time.
func setIssued(r *assembly, _ string, v mapping.Value) error {
	text := line(v)
	if len(text) > 10 && (text[10] == ' ' || text[10] == 'T') {
		text = text[:10]
	}
	if !edtf.MatchString(text) {
		return fmt.Errorf("a year, a month or a day is expected, such as 2013, 2013-05 or 2013-05-14")
	}
	r.Issued = text
	return nil
}

// elements is a value as a list.
func elements(v mapping.Value) []mapping.Value {
	if list, ok := v.([]mapping.Value); ok {
		return list
	}
	if v == nil {
		return nil
	}
	return []mapping.Value{v}
}

func setFields(r *assembly, below string, v mapping.Value) error {
	if below != "" {
		r.Fields = with(r.Fields, below, plainValue(v))
		return nil
	}
	all, ok := v.(mapping.Object)
	if !ok {
		return fmt.Errorf("a group of fields is expected, or a target such as fields.pages")
	}
	for _, member := range all {
		r.Fields = with(r.Fields, member.Name, plainValue(member.Value))
	}
	return nil
}

// plainValue is a value without nodes: a piece of a page becomes its text, a file an object. What has no such form goes.
func plainValue(v mapping.Value) mapping.Value {
	switch v := v.(type) {
	case []mapping.Value:
		list := make([]mapping.Value, len(v))
		for i, element := range v {
			list[i] = plainValue(element)
		}
		return list
	case mapping.Object:
		object := make(mapping.Object, len(v))
		for i, member := range v {
			object[i] = member
			object[i].Value = plainValue(member.Value)
		}
		return object
	case pageIdentifiers:
		return plainValue(v.object())
	case pageLicence:
		return plainValue(v.object())
	case downloadNode:
		return plainValue(v.object())
	case eventNode:
		return plainValue(v.object())
	case mapping.Piece:
		return v.Text()
	case mapping.Node:
		return nil
	}
	return v
}

// with returns an object in which a name has a value, in the place it had or at the end.
func with(object record.Object, name string, value any) record.Object {
	for i := range object {
		if object[i].Name == name {
			object[i].Value = value
			return object
		}
	}
	return append(object, struct {
		Name  string
		Value any
	}{name, value})
}

func setRelations(r *assembly, below string, v mapping.Value) error {
	for _, element := range elements(v) {
		relation := record.Relation{Type: below, URL: line(inside(element, mapping.Path{"url"})), Title: line(inside(element, mapping.Path{"title"}))}
		if relation.Type == "" {
			relation.Type = "related"
		}
		if relation.URL == "" {
			relation.URL = line(element)
		}
		r.Relations = append(r.Relations, relation)
	}
	return nil
}
