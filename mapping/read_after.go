package mapping

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// after reads what happens to a value behind its source: then, map, only, except, default, in this order.
func (p *parser) after(of expression, typ Type, nodes map[string]*yaml.Node) (expression, Type) {
	made := piped{of: of}
	if n := nodes["then"]; n != nil {
		if text, ok := p.text(n, "functions, such as split ';' | trim"); ok {
			calls, err := parseCalls(text)
			if err != nil {
				p.misspelt(n, err)
			}
			made.steps, typ = p.steps(n, "the value", typ, calls)
			made.text = " | " + strings.TrimSpace(text)
		}
	}
	if n := nodes["map"]; n != nil {
		made.steps = append(made.steps, p.tableOrName(n))
		if !typ.list() {
			typ = TypeAny
		}
	}
	if n := nodes["only"]; n != nil {
		made.steps = append(made.steps, filter{contains: p.listed(n)})
	}
	if n := nodes["except"]; n != nil {
		made.steps = append(made.steps, filter{contains: p.listed(n), not: true})
	}
	if n := nodes["default"]; n != nil {
		if made.fallback = constant(n); made.fallback == nil {
			p.wrong(n, "a constant")
		} else if typeOf(made.fallback) != typ {
			typ = TypeAny
		}
	}
	switch {
	case of == nil:
		return nil, TypeAny
	case len(made.steps) == 0 && made.fallback == nil:
		return of, typ
	}
	return made, typ
}

// tableOrName reads a table, or the name of one.
func (p *parser) tableOrName(n *yaml.Node) step {
	if n.Kind == yaml.MappingNode {
		return p.table(n)
	}
	name, ok := p.text(n, "a table such as {English: en, French: fr}, or the name of one")
	if !ok {
		return table{}
	}
	known, ok := p.tables[name]
	switch {
	case ok:
	case len(p.tables) == 0:
		p.fail(n, fmt.Sprintf("unknown table %q", shortened(name)), "a table of this name under tables:, or one here", "")
	default:
		p.unknown(n, "table", name, slices.Sorted(maps.Keys(p.tables)))
	}
	return known
}

// table reads a map of values and what stands in their place.
func (p *parser) table(n *yaml.Node) table {
	t := table{entries: map[string]Value{}}
	p.each(n, "values and what stands in their place, such as {English: en, French: fr}", func(name, value *yaml.Node) {
		if name.Value == "*" {
			t.rest, t.hasRest = constant(value), true
			return
		}
		t.entries[fold(name.Value)] = constant(value)
	})
	return t
}

// listed reads a list, or the name of one: what tells whether a text is in it.
func (p *parser) listed(n *yaml.Node) func(text string) bool {
	values := map[string]bool{}
	contains := func(text string) bool { return values[fold(text)] }
	if n.Kind == yaml.SequenceNode {
		p.texts(n, "a list of values, or the name of a list", func(_ *yaml.Node, text string) { values[fold(text)] = true })
		return contains
	}
	name, ok := p.text(n, "a list of values, or the name of a list")
	if !ok {
		return contains
	}
	if own, ok := p.lists[name]; ok {
		for _, text := range own {
			values[text] = true
		}
		return contains
	}
	if known, ok := p.vocabulary.Lists[name]; ok {
		return known
	}
	p.unknown(n, "list", name, p.listNames())
	return contains
}

// listNames lists the lists that there are.
func (p *parser) listNames() []string {
	var names []string
	for name := range p.lists {
		names = append(names, name)
	}
	for name := range p.vocabulary.Lists {
		names = append(names, name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
