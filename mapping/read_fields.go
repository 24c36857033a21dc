package mapping

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// fields reads a map of targets and what fills them.
func (p *parser) fields(n *yaml.Node, what string) []field {
	var fields []field
	p.each(n, "targets and what fills them, such as title: title", func(name, value *yaml.Node) {
		target, ok := p.target(name)
		f := field{target: name.Value, inherited: what == "defaults"}
		switch {
		case value.Kind == yaml.ScalarNode && value.ShortTag() == "!!null":
			f.off = true
		case strings.HasSuffix(name.Value, ".*"):
			f.rest = p.rest(value)
			f.full = p.full(f.rest)
			ok = ok && f.rest != nil
		default:
			var typ Type
			f.of, typ = p.expression(value)
			if f.of == nil {
				return
			}
			if ok {
				p.fitting(value, typ, target)
			}
		}
		if ok {
			fields = append(fields, f)
		}
	})
	return fields
}

// target reads the name of what is filled.
func (p *parser) target(n *yaml.Node) (Target, bool) {
	target, ok := p.vocabulary.target(n.Value)
	switch {
	case p.unchecked:
		return Target{Name: n.Value, Type: TypeAny}, true
	case !ok:
		near := ""
		if _, isPart := p.vocabulary.target("fields." + n.Value); isPart {
			near = fmt.Sprintf("%q", "fields."+n.Value)
		}
		known := p.vocabulary.targetNames(func(t Target) bool { return !t.Given })
		if closer, found := Nearest(n.Value, known); found {
			near = fmt.Sprintf("%q", closer)
		}
		p.fail(n, fmt.Sprintf("unknown target %q", shortened(n.Value)), oneOf(known), near)
	case target.Given:
		p.fail(n, fmt.Sprintf("%s comes from the post itself and cannot be set", n.Value), oneOf(p.vocabulary.targetNames(func(t Target) bool { return !t.Given })), "")
		return target, false
	}
	return target, ok
}

// fitting checks that what an expression gives can be what a target takes.
func (p *parser) fitting(n *yaml.Node, given Type, target Target) {
	if given.fits(target.Type) {
		return
	}
	p.fail(n, fmt.Sprintf("%s takes %s, and this gives %s", target.Name, target.Type.called(), given.called()), target.Type.called(), "")
}

// rest reads the object whose unused members fill the targets below one: acf.* for fields.*.
func (p *parser) rest(n *yaml.Node) Path {
	const what = "a name that ends in .*, such as acf.*"
	text, ok := p.text(n, what)
	if !ok {
		return nil
	}
	written, err := parsePipeline(text)
	if last := len(written.path) - 1; err != nil || len(written.calls) > 0 || last < 1 || written.path[last] != "*" {
		p.fail(n, fmt.Sprintf("%q is not all that is left of something", shortened(text)), what, "")
		return nil
	}
	path := written.path[:len(written.path)-1]
	if _, ok := p.known(n, 0, path); !ok {
		return nil
	}
	return path
}

// override puts own fields over inherited ones: in their place where they fill the same target, else behind them.
// What is switched off goes.
func override(inherited, own []field) []field {
	fields := slices.Clone(inherited)
	for _, f := range own {
		i := slices.IndexFunc(fields, func(g field) bool { return g.target == f.target })
		if i < 0 {
			fields = append(fields, f)
		} else {
			fields[i] = f
		}
	}
	markUsed(fields)
	return slices.DeleteFunc(fields, func(f field) bool { return f.off })
}

// covers reports whether filling one target may fill another: fields.* fills fields.pages, series fills series.title.
func covers(target, other string) bool {
	return target == other || strings.HasPrefix(other, strings.TrimSuffix(target, ".*")+".")
}
