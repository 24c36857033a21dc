package survey

import (
	"maps"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/wordpress"
)

// valueless are the types of fields that only arrange others.
var valueless = []string{"", "tab", "message", "accordion", "separator"}

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
		if n == nil || n.field != "" { // given up meanwhile, or a part of one before it
			continue
		}
		f := c.site.ACFField(n.loose)
		if f == nil {
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
