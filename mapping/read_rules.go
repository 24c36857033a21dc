package mapping

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"
)

// everyPublic is the word for every public content type.
const everyPublic = "public"

// entries reads a list of entries: those under from, or those under exclude.
func (p *parser) entries(n *yaml.Node, exclude bool) []entry {
	example := "a list of entries such as - {post_type: page}"
	var entries []entry
	nodes := p.list(n, example)
	if len(nodes) == 0 && n.Kind == yaml.SequenceNode && !exclude {
		p.wrong(n, example)
	}
	for _, node := range nodes {
		if e, ok := p.entry(node, exclude); ok {
			entries = append(entries, e)
		}
	}
	return entries
}

// entry reads which posts are meant, and for exclude why.
func (p *parser) entry(n *yaml.Node, exclude bool) (entry, bool) {
	e := entry{place: p.place(n)}
	if !p.unchecked {
		p.entriesRead++
		e.number = p.entriesRead
	}
	typed := false
	var values []asked
	known := []key{
		{"post_type", func(n *yaml.Node) { typed = true; p.postTypes(n, &e, exclude) }},
		{"where", func(n *yaml.Node) { e.where = p.conditions(n, &values) }},
		{"not", func(n *yaml.Node) { e.not = p.conditions(n, &values) }},
		{"when", func(n *yaml.Node) { e.when = p.when(n) }},
	}
	what := "post_type, where, not, when, such as {post_type: post, where: {category: news}}"
	if exclude {
		known = append(known, key{"because", func(n *yaml.Node) { e.because, _ = p.text(n, "the reason, for people") }})
		what = "post_type, where, not, when, because, such as {post_type: page, because: moved elsewhere}"
	}
	before := len(p.errs)
	if !p.keys(n, what, known...) {
		return e, false
	}
	if e.public {
		p.sightValues(values, nil)
	} else {
		p.sightValues(values, e.types)
	}
	switch {
	case typed || len(p.errs) > before:
	case !exclude:
		p.fail(n, "no post_type stands here", "post_type: a name, a list of names, or public", "")
	case !e.conditional():
		p.fail(n, "this would exclude every post", "post_type, where, not or when", "")
	default:
		e.any = true
	}
	return e, true
}

// postTypes reads the types that an entry speaks of.
func (p *parser) postTypes(n *yaml.Node, e *entry, exclude bool) {
	p.texts(n, "a post type, a list of them, or public", func(n *yaml.Node, name string) {
		switch {
		case name == everyPublic:
			e.public = true
			return
		case name == attachment && !exclude:
			p.fail(n, "attachments become no records: their files come along with the records that show them", "another post type", "")
		case slices.Contains(neverLeaves, name):
			p.fail(n, fmt.Sprintf("rows of %s are about persons and never leave; they need no rule", name), "another post type", "")
		}
		e.types = append(e.types, name)
		p.sightType(n, name)
	})
}

// conditions reads a map of paths and the values that they may have, which are added to what is asked for.
func (p *parser) conditions(n *yaml.Node, values *[]asked) []condition {
	var conditions []condition
	isMap := p.each(n, "conditions such as {category: [news, press], meta.lang: fr}", func(name, value *yaml.Node) {
		if c, ok := p.condition(name, value, values); ok {
			conditions = append(conditions, c)
		}
	})
	if isMap && len(n.Content) == 0 {
		p.fail(n, "no condition stands here", "conditions such as {category: [news, press], meta.lang: fr}", "")
	}
	return conditions
}

func (p *parser) condition(name, value *yaml.Node, values *[]asked) (condition, bool) {
	path, ok := p.conditionPath(name)
	c := condition{path: path}
	if ok && value.Kind != yaml.MappingNode && len(path) == 1 && p.vocabulary.hasParts(path.String()) {
		p.fail(name, fmt.Sprintf("%s has parts, and is no text to compare", path), fmt.Sprintf("%s: {exists: true}, or one of its parts; a taxonomy of this name is written within.%s", path, path), "")
		return c, false
	}
	if value.Kind == yaml.MappingNode {
		isMap := p.keys(value, "{exists: true}", key{"exists", func(n *yaml.Node) {
			word, known := p.oneOf(n, "answer", "true", "false")
			exists := word == "true"
			if c.exists = &exists; !known {
				ok = false
			}
		}})
		if isMap && len(value.Content) == 0 {
			p.fail(value, "no condition stands here", "{exists: true} or {exists: false}", "")
		}
		return c, ok && c.exists != nil
	}
	p.texts(value, "a value, a list of values, or {exists: true}", func(n *yaml.Node, text string) {
		c.values = append(c.values, fold(text))
		if ok {
			*values = append(*values, asked{n, path, text})
		}
	})
	if value.Kind == yaml.SequenceNode && len(value.Content) == 0 {
		p.wrong(value, "at least one value, or {exists: true}")
	}
	return c, ok && len(c.values) > 0
}

func (p *parser) isName(path Path) bool {
	_, known := p.vocabulary.name(path)
	return known
}

// conditionPath reads what a condition is about. A name without a dot that is none of the post's is a taxonomy; its terms count
// together with their ancestors.
func (p *parser) conditionPath(n *yaml.Node) (Path, bool) {
	written, err := parsePipeline(n.Value)
	if err != nil || len(written.calls) > 0 {
		p.fail(n, fmt.Sprintf("%q is no name", shortened(n.Value)), "a taxonomy such as category, or a name such as meta.KEY or acf.NAME", "")
		return nil, false
	}
	path := written.path
	if len(path) > 1 {
		_, ok := p.known(n, 0, path)
		return path, ok
	}
	if p.isName(path) {
		return path, true
	}
	if terms := (Path{"terms", path[0]}); p.unchecked || p.isName(terms) {
		p.sight(n, 0, spelling{sort: "taxonomy", text: path[0], hidden: "terms."}, terms)
		return Path{"within", path[0]}, true
	}
	taxonomies := p.vocabulary.parts("terms")
	for i := range taxonomies {
		taxonomies[i] = taxonomies[i][len("terms."):]
	}
	p.unknown(n, "taxonomy", path[0], taxonomies)
	return nil, false
}
