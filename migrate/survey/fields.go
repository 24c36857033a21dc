package survey

import (
	"fmt"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// holders are the types of fields whose values are made of those of others.
var holders = []string{"group", "repeater", "flexible_content", "clone"}

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
