package survey

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// valueless are the types of fields that only arrange others.
var valueless = []string{"", "tab", "message", "accordion", "separator"}

// holders are the types of fields whose values are made of those of others.
var holders = []string{"group", "repeater", "flexible_content", "clone"}

// declareFields enters every field that ACF defines, filled or not.
func (c *Collector) declareFields() {
	for _, group := range c.site.ACFGroups() {
		c.declare(mapping.Path{"acf"}, group.Fields, &group)
	}
}

func (c *Collector) declare(above mapping.Path, fields []*wordpress.ACFField, group *wordpress.ACFGroup) {
	for _, f := range fields {
		if f.Name == "" || slices.Contains(valueless, f.Type) {
			continue
		}
		path := append(slices.Clone(above), f.Name)
		c.names.at(path).declare(f, group)
		c.declare(path, f.Fields, group)
		for _, layout := range f.Layouts {
			c.declare(path, layout.Fields, group)
		}
	}
}

// declare says of a value what its definition says. Of several definitions of one name the first counts.
func (n *name) declare(f *wordpress.ACFField, group *wordpress.ACFGroup) {
	if n == nil {
		return
	}
	for _, t := range group.Places("post_type") {
		if !slices.Contains(n.places, t) {
			n.places = append(n.places, t)
		}
	}
	if n.field != "" {
		return
	}
	n.field, n.Label, n.Type, n.Group = f.Key, f.Label, f.Type, group.Title
	n.secret = n.secret || f.Type == "password"
	for _, choice := range f.Choices {
		n.Choices = append(n.Choices, choice.Label)
	}
}

// declareLoose says what is known of the values whose names no group lists: a clone's, under which ACF gathers the values of
// the fields that it brings in, or a field's that a clone brought in under its own name.
func (c *Collector) declareLoose() {
	var gathered []string // how the keys of fields begin that a group lists elsewhere
	for _, path := range slices.Sorted(maps.Keys(c.names.all)) {
		n := c.names.all[path]
		f := c.site.ACFField(n.loose)
		if f == nil || n.field != "" {
			continue
		}
		group := wordpress.ACFGroup{Key: f.Group}
		for _, g := range c.site.ACFGroups() {
			if g.Key == f.Group {
				group = g
			}
		}
		c.declare(mapping.Path{"acf"}, []*wordpress.ACFField{f}, &group)
		gathered = append(gathered, f.Key+"_")
	}
	for path, n := range c.names.all {
		if len(n.filled) == 0 && slices.ContainsFunc(gathered, func(clone string) bool { return strings.HasPrefix(n.field, clone) }) {
			delete(c.names.all, path)
		}
	}
}

// groups lists the field groups.
func (c *Collector) groups() []Group {
	list := []Group{}
	for _, g := range c.site.ACFGroups() {
		places := g.Places("post_type")
		slices.Sort(places)
		list = append(list, Group{Key: g.Key, Title: g.Title, Active: g.Active, PostTypes: append([]string{}, slices.Compact(places)...), Fields: countFields(g.Fields)})
	}
	return list
}

func countFields(fields []*wordpress.ACFField) int {
	n := 0
	for _, f := range fields {
		if slices.Contains(valueless, f.Type) {
			continue
		}
		n += 1 + countFields(f.Fields)
		for _, layout := range f.Layouts {
			n += countFields(layout.Fields)
		}
	}
	return n
}

// addFields counts the ACF values of a post and all that lies in them.
func (c *Collector) addFields(at *place, page Page) {
	for _, f := range page.Fields {
		path := mapping.Path{"acf", f.Name}
		switch n := c.names.at(path); {
		case n == nil || n.field != "":
		case f.Type == "":
			n.Orphan = true
		case n.loose == "" || f.Key < n.loose:
			n.loose = f.Key
		}
		c.addValue(at, path, f.Type, f.Value)
	}
	for _, f := range page.Findings {
		if field, ok := strings.CutPrefix(f.Field, "acf."); ok && f.Code == finding.TypeMismatch {
			path := append(mapping.Path{"acf"}, strings.Split(field, ".")...)
			c.names.all[path.String()].misfit(at.post)
		}
	}
}

// addValue counts a value of a field of some type: of a list each element, of a row or a group what lies in it, too.
func (c *Collector) addValue(at *place, path mapping.Path, fieldType string, value any) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			c.addValue(at, path, fieldType, element)
		}
	case wordpress.Object:
		if mapping.Empty(v) {
			return
		}
		if shape, text, ok := c.reference(fieldType, v); ok {
			at.note(c.names.at(path), shape, text)
			return
		}
		at.note(c.names.at(path), ShapeObject, "")
		for _, member := range v {
			below := append(slices.Clone(path), member.Name)
			c.addValue(at, below, c.names.all[below.String()].declared(), member.Value)
		}
	default:
		if !mapping.Empty(v) {
			text, _ := mapping.Words(v)
			at.note(c.names.at(path), shapeOf(v), text)
		}
	}
}

// reference gives the shape of an object that stands for one thing: a file, a post, a term, a user, a link, a choice.
func (c *Collector) reference(fieldType string, v wordpress.Object) (shape, text string, ok bool) {
	words, _ := mapping.Words(v)
	url, _ := member(v, "url").(string)
	if id, ok := member(v, "attachment_id").(int64); ok {
		c.used[id] = true
		return c.fileShape(id), words, true
	}
	for _, key := range []string{"post_id", "term_id", "user_id"} {
		if id, ok := member(v, key).(int64); ok {
			if words == "" {
				words = fmt.Sprint(id)
			}
			return ShapeReference, words, true
		}
	}
	value, label := member(v, "value"), member(v, "label")
	switch {
	case len(v) == 2 && value != nil && label != nil && !slices.Contains(holders, fieldType):
		if shape = shapeOf(value); shape != ShapeLanguage && shape != ShapeCountry {
			shape = shapeOf(label)
		}
		return shape, words, true
	case url != "" && (fieldType == "link" || member(v, "target") != nil):
		return shapeOf(url), words, true
	}
	return "", "", false
}

// member returns a member of an object: nil where there is none.
func member(o wordpress.Object, name string) any {
	for _, m := range o {
		if m.Name == name {
			return m.Value
		}
	}
	return nil
}

// fileShape says what a file of the media library is.
func (c *Collector) fileShape(id int64) string {
	a, ok := c.site.View().Attachment(id)
	if !ok {
		return ShapeOther
	}
	switch media, _, _ := strings.Cut(a.MIMEType, "/"); media {
	case "image":
		return ShapeImage
	case "application", "text":
		return ShapeDocument
	}
	return ShapeOther
}
