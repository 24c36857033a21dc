package migrate

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/record"
)

// placeholder is a value of a record that the path of its file can hold.
type placeholder struct {
	typ  mapping.Type
	doc  string
	open bool // a name follows
	read func(r *record.Record, name string) string
}

// placeholders are the values of a record that a path can hold. Of several values it is the first.
var placeholders = map[string]placeholder{
	"kind": {typ: mapping.TypeText, doc: "the kind", read: func(r *record.Record, _ string) string { return r.Kind }},
	"type": {typ: mapping.TypeText, doc: "the CSL item type", read: func(r *record.Record, _ string) string { return r.Type }},
	"slug": {typ: mapping.TypeText, doc: "the slug of the post", read: func(r *record.Record, _ string) string {
		return cmp.Or(r.Slug, fmt.Sprintf("post-%d", r.Source.PostID))
	}},
	"post_id":     {typ: mapping.TypeNumber, doc: "the ID of the post", read: func(r *record.Record, _ string) string { return strconv.FormatInt(r.Source.PostID, 10) }},
	"post_type":   {typ: mapping.TypeText, doc: "the post type", read: func(r *record.Record, _ string) string { return r.Source.PostType }},
	"status":      {typ: mapping.TypeText, doc: "the status", read: func(r *record.Record, _ string) string { return r.Status }},
	"title":       {typ: mapping.TypeText, doc: "the title", read: func(r *record.Record, _ string) string { return r.Title }},
	"language":    {typ: mapping.TypeText, doc: "the language", read: func(r *record.Record, _ string) string { return r.Language }},
	"issued":      {typ: mapping.TypeDate, doc: "when the publication appeared", read: func(r *record.Record, _ string) string { return r.Issued }},
	"posted":      {typ: mapping.TypeDate, doc: "when the post appeared", read: func(r *record.Record, _ string) string { return dayOf(r.Posted) }},
	"event.start": {typ: mapping.TypeDate, doc: "when the event begins", read: func(r *record.Record, _ string) string { return dayOf(r.Event.Start) }},
	"series":      {typ: mapping.TypeText, doc: "the title of the series", read: func(r *record.Record, _ string) string { return r.Series.Title }},
	"authors": {typ: mapping.TypeText, doc: "the first author", read: func(r *record.Record, _ string) string {
		return firstIn(r.Authors, func(p record.Person) string { return p.Name })
	}},
	"publishers":  {typ: mapping.TypeText, doc: "the first publisher", read: func(r *record.Record, _ string) string { return firstIn(r.Publishers, same) }},
	"subjects":    {typ: mapping.TypeText, doc: "the first subject", read: func(r *record.Record, _ string) string { return firstIn(r.Subjects, same) }},
	"regions":     {typ: mapping.TypeText, doc: "the first region", read: func(r *record.Record, _ string) string { return firstIn(r.Regions, same) }},
	"terms":       {typ: mapping.TypeText, doc: "the slug of the first term of a taxonomy", open: true, read: termSlug},
	"identifiers": {typ: mapping.TypeText, doc: "an identifier", open: true, read: func(r *record.Record, name string) string { return textOf(inside(r.Identifiers, mapping.Path{name})) }},
	"fields": {typ: mapping.TypeAny, doc: "a field of your own", open: true, read: func(r *record.Record, name string) string {
		return firstIn(texts(inside(r.Fields, mapping.Path{name})), same)
	}},
}

// places lists the placeholders for the vocabulary.
func places() []mapping.Name {
	var all []mapping.Name
	for path, p := range placeholders {
		if p.open {
			path += ".*"
		}
		all = append(all, mapping.Name{Path: path, Type: p.typ, Doc: p.doc})
	}
	slices.SortFunc(all, func(a, b mapping.Name) int { return cmp.Compare(a.Path, b.Path) })
	return all
}

func same(text string) string { return text }

// firstIn is the text of the first of a list.
func firstIn[T any](list []T, text func(T) string) string {
	if len(list) == 0 {
		return ""
	}
	return text(list[0])
}

// dayOf is the day of an instant.
func dayOf(instant string) string {
	day, _, _ := strings.Cut(instant, "T")
	return day
}

func termSlug(r *record.Record, taxonomy string) string {
	i := slices.IndexFunc(r.Terms, func(t record.Taxonomy) bool { return t.Name == taxonomy })
	if i < 0 {
		return ""
	}
	return firstIn(r.Terms[i].Terms, func(t record.Term) string { return t.Slug })
}

// wishOf is where the file of a record is to stand, by the pattern of its kind.
func wishOf(r *record.Record, pattern mapping.PathPattern) Place {
	return pattern.Fill(func(name string) string {
		if known, ok := placeholders[name]; ok && !known.open {
			return known.read(r, "")
		}
		branch, below, _ := strings.Cut(name, ".")
		return placeholders[branch].read(r, below)
	})
}
