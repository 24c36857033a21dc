package wordpress

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// definition is a post type or a taxonomy that someone defined in the database, with ACF, CPT UI, Pods, Toolset or
// Meta Box.
type definition struct {
	name, label, singular string
	origin                string // the plugin
	active                bool
	public                bool
	viewable              bool // publicly_queryable
	hierarchical          bool
	pretty                bool // has a rewrite slug
	slug                  string
	withFront             bool
	nested                bool   // a term's path names its ancestors
	queryVar              string // empty: none
}

func (d definition) postType(w structure) PostType {
	t := PostType{Name: d.name, Label: d.label, Singular: d.singular, Kind: recordKind(d.name), Origin: d.origin,
		Class: Content, Reason: d.origin + " defines it as public", Hierarchical: d.hierarchical, Viewable: d.viewable,
		Pretty: d.pretty, QueryVar: d.queryVar}
	if !d.public {
		t.Class, t.Reason = Internal, d.origin+" defines it as not public"
	}
	if d.pretty {
		t.Base = w.base(d.slug, d.withFront)
	}
	return t
}

// storedTypes are the post types that the database defines.
func storedTypes(s *Site, meta map[int64][]Meta) []definition {
	return slices.Concat(definedByACF(s, "acf-post-type", "post_type"), definedByCPTUI(s, "cptui_post_types"),
		definedByPods(s, meta, "post_type"), definedByToolset(s, "wpcf-custom-types"), definedByMetaBox(s, "mb-post-type"))
}

// storedTaxonomies are the taxonomies that the database defines.
func storedTaxonomies(s *Site, meta map[int64][]Meta) []definition {
	return slices.Concat(definedByACF(s, "acf-taxonomy", "taxonomy"), definedByCPTUI(s, "cptui_taxonomies"),
		definedByPods(s, meta, "taxonomy"), definedByToolset(s, "wpcf-custom-taxonomies"), definedByMetaBox(s, "mb-taxonomy"))
}

// definedByACF reads the posts in which ACF keeps its types: settings serialized in post_content, switched off
// where the status is not "publish".
func definedByACF(s *Site, postType, key string) []definition {
	var found []definition
	for e, content := range s.definitionPosts(postType) {
		o := objectOf(content)
		d := definition{name: textOf(lookup(o, key)), origin: "ACF", active: e.Status == "publish"}
		if d.name == "" {
			continue
		}
		d.setLabels(objectIn(o, "labels"), PlainText(e.Title))
		d.public = flag(o, "public", true)
		d.viewable = flag(o, "publicly_queryable", d.public)
		d.hierarchical = flag(o, "hierarchical", false)
		rewrite := objectIn(o, "rewrite")
		mode := textOf(lookup(rewrite, "permalink_rewrite"))
		d.pretty = mode != "no_permalink"
		if slug := textOf(lookup(rewrite, "slug")); mode == "custom_permalink" && slug != "" {
			d.slug = slug
		} else {
			d.slug = d.name
		}
		d.withFront = flag(rewrite, "with_front", true)
		d.nested = flag(rewrite, "rewrite_hierarchical", false)
		switch textOf(lookup(o, "query_var")) {
		case "none":
		case "custom_query_var":
			d.queryVar = textOf(lookup(o, "query_var_name"))
		default:
			d.queryVar = d.name
		}
		found = append(found, d)
	}
	return found
}

// definedByCPTUI reads the options of Custom Post Type UI, whose booleans are the words "true" and "false", or "1"
// and "0".
func definedByCPTUI(s *Site, option string) []definition {
	var found []definition
	for _, entry := range objectOf(s.options[option]) {
		o, _ := entry.Value.(Object)
		d := definition{name: textOr(lookup(o, "name"), entry.Name), origin: "CPT UI", active: len(o) > 0}
		d.label = textOr(lookup(o, "label"), d.name)
		d.singular = textOr(lookup(o, "singular_label"), d.label)
		d.public = flag(o, "public", true)
		d.viewable = d.public
		if textOf(lookup(o, "publicly_queryable")) != "" {
			d.viewable = flag(o, "publicly_queryable", d.public)
		}
		d.hierarchical = flag(o, "hierarchical", false)
		d.pretty = flag(o, "rewrite", true)
		d.slug = textOr(lookup(o, "rewrite_slug"), d.name)
		d.withFront = flag(o, "rewrite_withfront", true)
		d.nested = flag(o, "rewrite_hierarchical", false)
		if flag(o, "query_var", true) {
			d.queryVar = textOr(lookup(o, "query_var_slug"), d.name)
		}
		found = append(found, d)
	}
	return found
}

// definedByPods reads the posts in which Pods keeps its pods: settings in postmeta. A pod that names an object
// extends a type of someone else and defines none.
func definedByPods(s *Site, meta map[int64][]Meta, kind string) []definition {
	var found []definition
	for e := range s.definitionPosts("_pods_pod") {
		var o Object
		for _, m := range meta[e.ID] {
			o = append(o, property{m.Key, m.Value})
		}
		if textOf(lookup(o, "type")) != kind || textOf(lookup(o, "object")) != "" {
			continue
		}
		d := definition{name: e.Slug, origin: "Pods", active: e.Status == "publish", label: textOr(lookup(o, "label"), PlainText(e.Title))}
		d.singular = textOr(lookup(o, "label_singular"), d.label)
		d.public = flag(o, "public", true)
		d.viewable = flag(o, "publicly_queryable", d.public)
		d.hierarchical = flag(o, "hierarchical", false)
		d.pretty = flag(o, "rewrite", true)
		d.slug = textOr(lookup(o, "rewrite_custom_slug"), strings.ReplaceAll(d.name, "_", "-"))
		d.withFront = flag(o, "rewrite_with_front", true)
		d.nested = flag(o, "rewrite_hierarchical", d.hierarchical)
		d.queryVar = d.name
		found = append(found, d)
	}
	return found
}

// definedByToolset reads the options of Toolset Types.
func definedByToolset(s *Site, option string) []definition {
	var found []definition
	for _, entry := range objectOf(s.options[option]) {
		o, _ := entry.Value.(Object)
		if flag(o, "_builtin", false) {
			continue
		}
		d := definition{name: textOr(lookup(o, "slug"), entry.Name), origin: "Toolset", active: len(o) > 0 && !flag(o, "disabled", false)}
		d.setLabels(objectIn(o, "labels"), d.name)
		d.public = textOf(lookup(o, "public")) != "hidden"
		d.viewable = flag(o, "publicly_queryable", d.public)
		d.hierarchical = flag(o, "hierarchical", false) && textOf(lookup(o, "hierarchical")) != "flat"
		rewrite := objectIn(o, "rewrite")
		d.pretty = flag(rewrite, "enabled", true)
		d.slug = textOr(lookup(rewrite, "slug"), d.name)
		if mode := textOf(lookup(rewrite, "custom")); mode != "" && mode != "custom" {
			d.slug = d.name // a slug that was given up stays stored
		}
		d.withFront = flag(rewrite, "with_front", true)
		d.nested = flag(rewrite, "hierarchical", false)
		if flag(o, "query_var_enabled", true) {
			d.queryVar = textOr(lookup(o, "query_var"), d.name)
		}
		found = append(found, d)
	}
	return found
}

// definedByMetaBox reads the posts in which MB Custom Post Types keeps its types: JSON in post_content.
func definedByMetaBox(s *Site, postType string) []definition {
	var found []definition
	for e, content := range s.definitionPosts(postType) {
		var settings any
		if json.Unmarshal([]byte(content), &settings) != nil {
			continue
		}
		o, _ := ordered(settings).(Object)
		d := definition{name: textOf(lookup(o, "slug")), origin: "Meta Box", active: e.Status == "publish"}
		if d.name == "" {
			continue
		}
		d.setLabels(objectIn(o, "labels"), PlainText(e.Title))
		d.public = flag(o, "public", true)
		d.viewable = flag(o, "publicly_queryable", d.public)
		d.hierarchical = flag(o, "hierarchical", false)
		rewrite := objectIn(o, "rewrite")
		d.pretty = len(rewrite) > 0 || flag(o, "rewrite", true)
		d.slug = textOr(lookup(rewrite, "slug"), d.name)
		d.withFront = flag(rewrite, "with_front", true)
		d.nested = flag(rewrite, "hierarchical", false)
		if flag(o, "query_var", true) {
			d.queryVar = d.name
		}
		found = append(found, d)
	}
	return found
}

// definitionPosts yields the posts of a type whose content the site keeps, by ID.
func (s *Site) definitionPosts(postType string) func(func(*Entry, string) bool) {
	return func(yield func(*Entry, string) bool) {
		for _, id := range slices.Sorted(maps.Keys(s.contents)) {
			if e, ok := s.Entry(id); ok && e.Type == postType && !yield(e, s.contents[id]) {
				return
			}
		}
	}
}

func (d *definition) setLabels(labels Object, title string) {
	d.label = textOr(lookup(labels, "name"), title)
	d.singular = textOr(lookup(labels, "singular_name"), d.label)
}

// objectOf reads a serialized map; what is none is empty.
func objectOf(stored string) Object {
	v, err := Unserialize(stored)
	if err != nil {
		return nil
	}
	o, _ := v.Value.(Object)
	return o
}

func objectIn(o Object, name string) Object {
	inner, _ := lookup(o, name).(Object)
	return inner
}

// flag is a stored setting that is on or off; absent is what is given.
func flag(o Object, name string, absent bool) bool {
	v := lookup(o, name)
	if v == nil {
		return absent
	}
	switch text := textOf(v); text {
	case "", "0", "false":
		_, list := v.([]any)
		_, object := v.(Object)
		return list || object
	}
	return true
}

// textOf is the text of a stored scalar; lists and maps have none.
func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case bool:
		if v {
			return "1"
		}
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}

func textOr(v any, otherwise string) string {
	if text := textOf(v); text != "" {
		return text
	}
	return otherwise
}

// ordered turns the maps of decoded JSON into Objects, by name.
func ordered(v any) any {
	m, ok := v.(map[string]any)
	if !ok {
		return v
	}
	o := Object{}
	for _, name := range slices.Sorted(maps.Keys(m)) {
		o = append(o, property{name, ordered(m[name])})
	}
	return o
}
