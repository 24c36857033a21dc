package mapping

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// expression reads what stands at the right of a target, and the type of what it gives. It returns nil where it can
// make no sense of it, which is a mistake then.
func (p *parser) expression(n *yaml.Node) (expression, Type) {
	switch {
	case n.Kind == yaml.MappingNode:
		return p.form(n)
	case n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null":
		p.wrong(n, "a name, or {first: […]}, {all: […]}, {value: …}")
		return nil, TypeAny
	case n.ShortTag() != "!!str":
		p.fail(n, fmt.Sprintf("%s is no name", shortened(n.Value)), "a name, or a constant as {value: "+shortened(n.Value)+"}", "")
		return nil, TypeAny
	}
	written, err := parsePipeline(n.Value)
	if err != nil {
		p.misspelt(n, err)
		return nil, TypeAny
	}
	name, ok := p.known(n, 0, written.path)
	steps, typ := p.steps(n, written.path.String(), name.Type, written.calls)
	if !ok {
		return nil, TypeAny
	}
	of := expression(lookup{path: written.path, full: p.full(written.path)})
	if len(steps) > 0 {
		_, text, _ := strings.Cut(strings.TrimSpace(n.Value), "|")
		of = piped{of: of, steps: steps, text: " | " + strings.TrimSpace(text)}
	}
	return of, typ
}

// form reads the forms of an expression that are maps: one source, and what happens to its value.
func (p *parser) form(n *yaml.Node) (expression, Type) {
	var each, when, source *yaml.Node
	var sort string
	take := func(word string) key {
		return key{word, func(value *yaml.Node) {
			if source != nil {
				p.fail(value, fmt.Sprintf("%s stands here beside %s", word, sort), "one of from, first, all, object, value, select", "")
				return
			}
			source, sort = value, word
		}}
	}
	before := len(p.errs)
	after := map[string]*yaml.Node{}
	keep := func(word string) key { return key{word, func(value *yaml.Node) { after[word] = value }} }
	p.keys(n, "an expression", take("from"), take("first"), take("all"), take("object"), take("value"), take("select"),
		key{"each", func(value *yaml.Node) { each = value }},
		key{"when", func(value *yaml.Node) { when = value }},
		keep("then"), keep("map"), keep("only"), keep("except"), keep("default"))
	switch {
	case source == nil && len(p.errs) > before:
		return nil, TypeAny
	case source == nil:
		p.fail(n, "nothing says where the value comes from", "one of from, first, all, object, value, select", "")
		return nil, TypeAny
	}
	read := func() (expression, Type) {
		of, typ := p.source(sort, source)
		if when == nil {
			return of, typ
		}
		condition := p.when(when)
		if of == nil || condition == nil {
			return nil, typ
		}
		return guarded{of, condition}, typ
	}
	of, typ := expression(nil), TypeAny
	if each == nil {
		of, typ = read()
	} else {
		of, typ = p.forEach(each, read)
	}
	return p.after(of, typ, after)
}

// source reads the part of a form that gives the value.
func (p *parser) source(sort string, n *yaml.Node) (expression, Type) {
	switch sort {
	case "from":
		return p.expression(n)
	case "value":
		if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" {
			p.wrong(n, "a constant")
			return nil, TypeAny
		}
		value := constant(n)
		return fixed{value}, typeOf(value)
	case "object":
		return p.object(n)
	case "select":
		return p.selection(n)
	}
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		p.wrong(n, "a list of names, such as [acf.publisher, meta.publisher]")
		return nil, TypeAny
	}
	var of []expression
	common := Type("")
	whole := true
	for _, element := range n.Content {
		one, typ := p.expression(element)
		whole = whole && one != nil
		of = append(of, one)
		switch {
		case common == "" || common == typ:
			common = typ
		default:
			common = TypeAny
		}
	}
	switch {
	case !whole:
		return nil, TypeAny
	case sort == "all":
		return all{of}, common.listOf()
	}
	return first{of}, common
}

// object reads an object made of several values.
func (p *parser) object(n *yaml.Node) (expression, Type) {
	var made object
	whole := true
	p.each(n, "names and what fills them, such as {name: this.name}", func(name, value *yaml.Node) {
		one, _ := p.expression(value)
		whole = whole && one != nil
		made.names, made.of = append(made.names, name.Value), append(made.of, one)
	})
	if !whole || len(made.of) == 0 {
		if n.Kind == yaml.MappingNode && len(n.Content) == 0 {
			p.fail(n, "the object is empty", "names and what fills them, such as {name: this.name}", "")
		}
		return nil, TypeAny
	}
	return made, TypeObject
}
