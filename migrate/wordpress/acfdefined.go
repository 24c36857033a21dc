package wordpress

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// acfDefined is a field as its definition is written, before clones are resolved.
type acfDefined struct {
	key, name, label string
	settings         Object
	fields           []*acfDefined // of a flexible content: of all its layouts
	loop             bool          // cut here: its parent lies below it
}

func (d *acfDefined) setting(name string) any     { return lookup(d.settings, name) }
func (d *acfDefined) text(name string) string     { return textOf(d.setting(name)) }
func (d *acfDefined) switchedOn(name string) bool { return truthy(d.setting(name)) }

// acfDefinedGroup is a field group as its definition is written.
type acfDefinedGroup struct {
	group    ACFGroup // without Fields
	fields   []*acfDefined
	exported bool // it comes out of JSON; what the database defines goes before it
}

// storedACF reads the definitions out of the posts of type acf-field-group and acf-field. Fields whose group is gone
// come last, as a group without a key.
func storedACF(s *Site, meta map[int64][]Meta) []acfDefinedGroup {
	var groups []acfDefinedGroup
	children := map[int64][]*Entry{}
	for i := range s.entries {
		if e := &s.entries[i]; e.Type == "acf-field" && e.Status == "publish" {
			children[e.Parent] = append(children[e.Parent], e)
		}
	}
	for _, siblings := range children {
		slices.SortStableFunc(siblings, func(a, b *Entry) int { return cmp.Compare(a.MenuOrder, b.MenuOrder) })
	}
	tree := acfPosts{s, meta, children, map[int64]bool{}}
	for i := range s.entries {
		e := &s.entries[i]
		if e.Type != "acf-field-group" || e.Status != "publish" && e.Status != "acf-disabled" {
			continue
		}
		settings := objectOf(s.contents[e.ID])
		groups = append(groups, acfDefinedGroup{
			group: ACFGroup{Key: e.Slug, Title: PlainText(e.Title), Active: e.Status == "publish",
				Location: acfLocation(lookup(settings, "location")), order: e.MenuOrder},
			fields: tree.below(e.ID, 0),
		})
	}
	lost := acfDefinedGroup{group: ACFGroup{Active: true, order: math.MaxInt32}}
	for i := range s.entries {
		if e := &s.entries[i]; e.Type == "acf-field" && e.Status == "publish" && !tree.seen[e.ID] {
			tree.seen[e.ID] = true
			lost.fields = append(lost.fields, tree.field(e, 0))
		}
	}
	return append(groups, lost)
}

// acfPosts reads fields out of posts.
type acfPosts struct {
	site     *Site
	meta     map[int64][]Meta
	children map[int64][]*Entry // by post_parent
	seen     map[int64]bool
}

// acfDepth bounds how deep definitions nest; no editor goes a tenth of it.
const acfDepth = 100

func (p acfPosts) below(parent int64, depth int) []*acfDefined {
	var fields []*acfDefined
	if depth > acfDepth {
		return nil
	}
	for _, e := range p.children[parent] {
		if p.seen[e.ID] { // a row has one parent: coming here again, the circle is closed
			name, _ := metaValue(p.meta[e.ID], "post_excerpt")
			fields = append(fields, &acfDefined{key: e.Slug, name: name, loop: true})
			continue
		}
		p.seen[e.ID] = true
		fields = append(fields, p.field(e, depth))
	}
	return fields
}

func (p acfPosts) field(e *Entry, depth int) *acfDefined {
	name, _ := metaValue(p.meta[e.ID], "post_excerpt")
	return &acfDefined{key: e.Slug, name: name, label: PlainText(e.Title), settings: objectOf(p.site.contents[e.ID]), fields: p.below(e.ID, depth+1)}
}

// acfLocation reads the location of a group: a list of lists of rules.
func acfLocation(v any) [][]ACFRule {
	var location [][]ACFRule
	for _, all := range elements(v) {
		var rules []ACFRule
		for _, rule := range elements(all) {
			if o, ok := rule.(Object); ok {
				rules = append(rules, ACFRule{textOf(lookup(o, "param")), textOf(lookup(o, "operator")), textOf(lookup(o, "value"))})
			}
		}
		location = append(location, rules)
	}
	return location
}

// acfChoices reads the choices of a field: value → label, possibly in groups.
func acfChoices(v any) []ACFChoice {
	var choices []ACFChoice
	add := func(value string, label any) {
		if _, grouped := label.(Object); grouped {
			choices = append(choices, acfChoices(label)...)
			return
		}
		choices = append(choices, ACFChoice{value, PlainText(textOf(label))})
	}
	switch v := v.(type) {
	case []any:
		for i, label := range v {
			add(textOf(int64(i)), label)
		}
	case Object:
		for _, p := range v {
			add(p.Name, p.Value)
		}
	}
	return choices
}

// isFieldKey reports whether a meta value can be the key of a field.
func isFieldKey(s string) bool { return strings.HasPrefix(s, "field_") && len(s) < 1024 }
