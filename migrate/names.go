package migrate

import (
	"maps"
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// name is a value of a post that a mapping can name.
type name struct {
	typ  mapping.Type
	doc  string
	open bool // the name is followed by one of the site's own: meta.KEY
	read func(it *item, argument string) (mapping.Value, error)
}

// plain makes a name of a function that cannot fail.
func plain(typ mapping.Type, doc string, read func(*item) mapping.Value) name {
	return name{typ: typ, doc: doc, read: func(it *item, _ string) (mapping.Value, error) { return read(it), nil }}
}

// names are the values that a mapping can name. Those that another name follows are open.
var names = together(
	postNames,
	pageNames,
	languageNames,
	seoNames,
	peopleNames,
	libraryNames,
	teachpressNames,
	statedNames,
)

// together joins tables whose keys differ.
func together(tables ...map[string]name) map[string]name {
	all := map[string]name{}
	for _, table := range tables {
		maps.Copy(all, table)
	}
	return all
}

// postNames are what WordPress itself knows of a post.
var postNames = map[string]name{
	"id":          plain(mapping.TypeNumber, "the post's ID", func(it *item) mapping.Value { return it.post.ID }),
	"title":       plain(mapping.TypeText, "the title, entities decoded, tags gone", (*item).title),
	"content":     plain(mapping.TypeText, "post_content as stored", func(it *item) mapping.Value { return filled(it.post.Content) }),
	"excerpt":     plain(mapping.TypeText, "the manual excerpt as plain text", (*item).excerpt),
	"slug":        plain(mapping.TypeText, "the slug, decoded", func(it *item) mapping.Value { return filled(wordpress.DecodeSlug(it.post.Name)) }),
	"status":      plain(mapping.TypeText, "post_status", func(it *item) mapping.Value { return it.post.Status }),
	"post_type":   plain(mapping.TypeText, "post_type", func(it *item) mapping.Value { return it.post.Type }),
	"class":       plain(mapping.TypeText, "content, internal, private or unknown: what the post type holds", func(it *item) mapping.Value { return it.postType().Class.String() }),
	"kind":        plain(mapping.TypeText, "the kind that the built-in mapping makes of the post type", func(it *item) mapping.Value { return it.postType().Kind }),
	"type_reason": plain(mapping.TypeText, "why the post type has its class", func(it *item) mapping.Value { return it.postType().Reason }),
	"restricted":  plain(mapping.TypeText, "the membership plugin that shows the post to some visitors only; empty where none does", func(it *item) mapping.Value { return it.view.Restricted(it.post.ID) }),
	"protected":   plain(mapping.TypeBool, "whether the post has a password", func(it *item) mapping.Value { return it.post.Protected }),
	"date":        plain(mapping.TypeDate, "the day on which the post appeared", func(it *item) mapping.Value { return it.day("date", it.post.Date, it.post.DateGMT) }),
	"modified":    plain(mapping.TypeDate, "the day on which the post last changed", func(it *item) mapping.Value { return it.day("modified", it.post.Modified, it.post.ModifiedGMT) }),
	"author":      plain(mapping.TypeText, "the display name of the post's author", (*item).author),
	"permalink":   plain(mapping.TypeText, "what get_permalink gives", func(it *item) mapping.Value { return filled(it.view.Permalink(it.post.ID)) }),
	"guid":        plain(mapping.TypeText, "the post's guid", func(it *item) mapping.Value { return filled(it.post.GUID) }),
	"parent":      plain(mapping.TypeNumber, "the ID of the parent", func(it *item) mapping.Value { return it.post.Parent }),
	"menu_order":  plain(mapping.TypeNumber, "menu_order", func(it *item) mapping.Value { return it.post.MenuOrder }),
	"cover":       plain(mapping.TypeAny, "the featured image", (*item).cover),
	"event":       plain(mapping.TypeAny, "when and where it happens, from the site's event calendar", (*item).event),

	"meta":    {typ: mapping.TypeAny, doc: "a meta value; a list where the key repeats", open: true, read: (*item).meta},
	"acf":     {typ: mapping.TypeAny, doc: "an ACF value, typed by its definition; without a name all of them", open: true, read: (*item).acf},
	"terms":   {typ: mapping.TypeList, doc: "the terms of a taxonomy, by name", open: true, read: (*item).terms},
	"within":  {typ: mapping.TypeTexts, doc: "the slugs of a post's terms and of all their ancestors", open: true, read: (*item).within},
	"options": {typ: mapping.TypeAny, doc: "an option of the site", open: true, read: (*item).option},
}

// pageNames are what the page of a post shows.
var pageNames = map[string]name{
	"body":      plain(mapping.TypeNode, "the page, for selectors and functions; where a text is wanted, its text", func(it *item) mapping.Value { return piece{it: it} }),
	"citations": plain(mapping.TypeList, "the publications that the page cites", (*item).citations),
	"citation":  plain(mapping.TypeNode, "the first of them", (*item).citation),
}

// filled is a text, or nil where it is empty.
func filled(text string) mapping.Value {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return text
}

func (it *item) postType() wordpress.PostType { return it.view.PostType(it.post.Type) }

func (it *item) title() mapping.Value {
	title := strings.Join(strings.Fields(it.text("title", wordpress.PlainText(it.post.Title))), " ")
	if title == "" {
		it.log.Find(finding.Finding{Code: finding.TitleMissing, Field: "title"})
	}
	return filled(title)
}

// excerpt is the manual excerpt. WordPress runs no shortcodes in it: what stands in brackets is text.
func (it *item) excerpt() mapping.Value {
	if !strings.Contains(it.post.Excerpt, "<") {
		return filled(strings.TrimSpace(it.text("excerpt", wordpress.PlainText(it.post.Excerpt))))
	}
	root := clean.Fragment(it.post.Excerpt, it.cleaning("excerpt", it.log, nil))
	return filled(strings.TrimSpace(clean.Text(root)))
}

func (it *item) author() mapping.Value {
	if it.post.Author == 0 {
		return nil
	}
	user, ok := it.view.User(it.post.Author)
	if !ok {
		it.log.Find(finding.Finding{Code: finding.AuthorMissing, Field: "source.author", Detail: "post_author names no user"})
		return nil
	}
	if _, ok := user.PublicName(); !ok {
		it.log.Find(finding.Finding{Code: finding.AuthorWithheld, Field: "source.author", Detail: "the display name is a login or an address"})
		return nil
	}
	return user.DisplayName
}

func (it *item) day(field, local, gmt string) mapping.Value {
	day, _, _ := strings.Cut(it.view.Time(field, local, gmt), "T")
	return filled(day)
}

func (it *item) meta(key string) (mapping.Value, error) {
	var values []mapping.Value
	for _, m := range it.post.Meta {
		switch m.Key {
		case key:
			values = append(values, wordpress.Decode(m.Value, "meta."+key, it.log))
		case "_" + key:
			if it.view.HoldsPassword(m.Value) {
				return it.withhold("meta." + key)
			}
		}
	}
	switch {
	case len(values) == 0:
		return nil, nil
	case it.view.Withholds(it.post, key):
		return it.withheldFile("meta." + key), nil
	case len(values) == 1:
		return values[0], nil
	}
	return values, nil
}

// withhold gives nothing in place of a password, and says so.
func (it *item) withhold(name string) (mapping.Value, error) {
	it.log.Find(finding.Finding{Code: finding.SecretWithheld, Field: name, Detail: "the value of a password field"})
	return nil, nil
}

func (it *item) acf(field string) (mapping.Value, error) {
	all, done := it.cache["acf"]
	if !done {
		all.value = it.acfFields()
		it.cache["acf"] = all
	}
	if field == "" {
		return all.value, nil
	}
	return inside(all.value, mapping.Path{field}), nil
}

func (it *item) acfFields() mapping.Value {
	var fields mapping.Object
	for _, f := range it.view.ACF(it.post.Meta, it.rich) {
		fields = append(fields, struct {
			Name  string
			Value any
		}{f.Name, f.Value})
	}
	if fields == nil {
		return nil
	}
	return fields
}

func (it *item) terms(taxonomy string) (mapping.Value, error) {
	var list []mapping.Value
	for _, t := range it.view.Terms(it.post.ID) {
		if taxonomy == "" || t.Taxonomy == taxonomy {
			list = append(list, termObject(it.view, t))
		}
	}
	if list == nil {
		return nil, nil
	}
	return list, nil
}

func termObject(view *wordpress.View, t *wordpress.Term) mapping.Object {
	var path []mapping.Value
	for _, ancestor := range view.Lineage(t) {
		path = append(path, ancestor.PublicName())
	}
	return mapping.Object{{Name: "slug", Value: wordpress.DecodeSlug(t.Slug)}, {Name: "name", Value: t.PublicName()}, {Name: "path", Value: path}}
}

func (it *item) within(taxonomy string) (mapping.Value, error) {
	var slugs []mapping.Value
	for _, t := range it.view.Terms(it.post.ID) {
		if t.Taxonomy != taxonomy {
			continue
		}
		for _, ancestor := range it.view.Lineage(t) {
			if slug := mapping.Value(wordpress.DecodeSlug(ancestor.Slug)); !slices.Contains(slugs, slug) {
				slugs = append(slugs, slug)
			}
		}
	}
	if slugs == nil {
		return nil, nil
	}
	return slugs, nil
}

func (it *item) option(name string) (mapping.Value, error) {
	if key, ok := it.view.Option("_" + name); ok && it.view.HoldsPassword(key) {
		return it.withhold("options." + name)
	}
	value, ok := it.view.Option(name)
	if !ok {
		return nil, nil
	}
	return wordpress.Decode(value, "options."+name, it.log), nil
}
