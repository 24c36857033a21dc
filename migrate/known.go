package migrate

import (
	"context"
	"slices"

	"wp2pub/mapping"
	"wp2pub/migrate/facts/citation"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// roles are the targets, and the lists of a mapping, whose names help to read citations.
var roles = []string{"publishers", "authors"}

// learn tells the site the names that the mapping's lists, the terms of its taxonomies and the fields of its public posts give to
// publishers and authors. It is done before the first record is made, and looks at no body: what one page says changes no
// record of another.
func (e *engine) learn(ctx context.Context, source Source) error {
	if !e.learns() {
		return nil
	}
	m := e.options.Mapping
	for _, role := range roles {
		l := learner{engine: e, role: role, forms: map[string]bool{}}
		l.take(m.List(role)...)
		paths := m.Sources(role)
		l.fromTerms(paths)
		if err := l.fromMeta(ctx, source, metaKeys(paths)); err != nil {
			return err
		}
		e.site.Learn(role, l.names())
	}
	e.learned = true
	return nil
}

// learns reports whether the mapping has a use for such names.
func (e *engine) learns() bool {
	return e.options.Mapping.Names("citation") || e.options.Mapping.Names("citations")
}

// learner gathers the names of one role.
type learner struct {
	engine *engine
	role   string
	forms  map[string]bool
}

func (l *learner) take(names ...string) {
	for _, name := range names {
		for _, form := range citation.Forms(name) {
			l.forms[form] = true
		}
	}
}

func (l *learner) names() []string {
	var names []string
	for form := range l.forms {
		names = append(names, form)
	}
	slices.Sort(names)
	return names
}

// fromTerms takes what the mapping makes of all terms of the taxonomies that it names, as if one post had them all.
func (l *learner) fromTerms(paths []mapping.Path) {
	it := newItem(&wordpress.Post{}, l.engine)
	for _, path := range paths {
		if path[0] != "terms" || len(path) < 2 {
			continue
		}
		var list []mapping.Value
		for _, t := range l.engine.site.Terms() {
			if t.Taxonomy == path[1] {
				list = append(list, termObject(it.view, t))
			}
		}
		it.cache["terms."+path[1]] = cached{value: listOrNil(list)}
	}
	l.fromItem(it)
}

// fromMeta takes what the mapping makes of the meta of each public post.
func (l *learner) fromMeta(ctx context.Context, source Source, keys wordpress.KeyPatterns) error {
	if len(keys) == 0 {
		return nil
	}
	for of, err := range source.Meta(ctx, keys) {
		if err != nil {
			return err
		}
		if entry, ok := l.engine.site.Entry(of.Post); ok && l.engine.site.Published(entry) {
			l.fromItem(newItem(&wordpress.Post{ID: entry.ID, Type: entry.Type, Status: entry.Status, Meta: of.Meta}, l.engine))
		}
	}
	return nil
}

// fromItem takes what the mapping would fill the target with. What makes the program fail here is met again, and told, when the
// record is made.
func (l *learner) fromItem(it *item) {
	defer func() { _ = recover() }()
	it.cache["citations"] = cached{}
	r := assembly{Record: &record.Record{}, view: it.view}
	for _, value := range l.engine.options.Mapping.Values(l.role, it) {
		if err := targets[l.role](&r, "", value); err == nil {
			l.take(r.Publishers...)
			for _, author := range r.Authors {
				l.take(author.Name)
			}
		}
	}
}

// metaKeys are the keys of postmeta that hold the values of paths: of meta its own, of ACF fields theirs and those of their
// parts. A key with an underscore before it says what the value is.
func metaKeys(paths []mapping.Path) wordpress.KeyPatterns {
	var keys wordpress.KeyPatterns
	add := func(pattern string) {
		if !slices.Contains(keys, pattern) {
			keys = append(keys, pattern)
		}
	}
	for _, path := range paths {
		switch {
		case len(path) < 2:
		case path[0] == "meta":
			add(path[1])
			add("_" + path[1])
		case path[0] == "acf":
			for i, name := range path[1:] {
				add(name)
				add("_" + name)
				if i == 0 {
					add(name + "_*")
					add("_" + name + "_*")
				}
			}
		}
	}
	return keys
}

// known is what is known of the names that a page may cite.
func (it *item) known() (publishers, authors func(string) []string) {
	if !it.run.learned {
		return nil, nil
	}
	ask := func(role string) func(string) []string {
		return func(text string) []string { return it.view.Known(role, text) }
	}
	return ask("publishers"), ask("authors")
}
