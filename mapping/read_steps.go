package mapping

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// misspelt writes down a mistake in a pipeline, at its letter where that can be told.
func (p *parser) misspelt(n *yaml.Node, err error) {
	var at *scanError
	if errors.As(err, &at) {
		p.failIn(n, at.at, at.what, at.expected, "")
		return
	}
	p.fail(n, err.Error(), "", "")
}

// failIn writes down a mistake some letters into a text.
func (p *parser) failIn(n *yaml.Node, letters int, what, expected, near string) {
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || strings.Contains(n.Value, "\n"):
		letters = 0
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		letters++
	}
	p.failAt(n, letters, what, expected, near)
}

// full is a path with what "this" stands for in place of it.
func (p *parser) full(path Path) Path {
	if len(path) == 0 || path[0] != this || len(p.rows) == 0 || p.rows[len(p.rows)-1].path == nil {
		return path
	}
	return append(slices.Clone(p.rows[len(p.rows)-1].path), path[1:]...)
}

// maxParts is how many parts a name may have: no site nests its values as deep.
const maxParts = 30

// known finds what the vocabulary says of a path that stands some letters into a text.
func (p *parser) known(n *yaml.Node, letters int, path Path) (Name, bool) {
	if path[0] == this && len(p.rows) == 0 {
		p.failIn(n, letters, "this names the row of an each, and there is none around it", "a name of the post, or each: beside it", "")
		return Name{}, false
	}
	full := p.full(path)
	if len(full) > maxParts {
		p.failIn(n, letters, fmt.Sprintf("a name of %d parts stands here", len(full)), fmt.Sprintf("at most %d", maxParts), "")
		return Name{}, false
	}
	if full[0] == this { // a row of nothing
		return Name{Path: path.String(), Type: TypeAny}, true
	}
	name, ok := p.vocabulary.name(full)
	as := spelling{sort: "name", text: path.String()}
	if path[0] == this {
		as.hidden, as.shown = p.rows[len(p.rows)-1].path.String()+".", this+"."
	}
	switch {
	case p.unchecked || ok && path[0] == this && p.rows[len(p.rows)-1].doubted:
		return name, true
	case ok:
		p.sight(n, letters, as, full)
		return name, true
	}
	near := p.vocabulary.nearestName(full)
	if !strings.HasPrefix(near, `"`+as.hidden) { // no part of the row
		near = ""
	}
	p.failIn(n, letters, as.unknown(), as.of(p.vocabulary.expected(full)), as.of(near))
	return Name{}, false
}

// spelling is how a person writes a name, of which the beginning may go without saying.
type spelling struct {
	sort, text    string
	hidden, shown string // how names begin, and what is written instead
}

func (s spelling) unknown() string { return fmt.Sprintf("unknown %s %q", s.sort, shortened(s.text)) }

// of writes names in a message as the person would.
func (s spelling) of(names string) string {
	if s.hidden == "" {
		return names
	}
	return strings.ReplaceAll(names, s.hidden, s.shown)
}

// steps reads calls of functions behind a value of a type, and the type of what they give. What is not known is left
// out: it is a mistake already.
func (p *parser) steps(n *yaml.Node, what string, typ Type, calls []call) ([]step, Type) {
	var steps []step
	for _, c := range calls {
		function, ok := p.vocabulary.Functions[c.name]
		if !ok {
			names := p.vocabulary.functionNames()
			near, found := Nearest(c.name, names)
			if found {
				near = fmt.Sprintf("%q", near)
			}
			p.failIn(n, c.at, fmt.Sprintf("unknown function %q", shortened(c.name)), oneOf(names), near)
			typ = TypeAny
			continue
		}
		function.Name = c.name
		if !typ.fits(function.In) {
			p.failIn(n, c.at, fmt.Sprintf("%s takes %s, and %s is %s", c.name, function.In.called(), what, typ.called()), function.In.called(), "")
		}
		if arguments, ok := p.arguments(n, c, function.Params); ok {
			steps = append(steps, invocation{function, p.prepared(n, c, function, arguments)})
		}
		typ, what = gives(function, typ), "the result of "+c.name
	}
	return steps, typ
}

// gives is the type of what a function makes of a value of a type.
func gives(function Function, typ Type) Type {
	switch {
	case function.In == TypeAny || function.In.list() || function.Out.list():
		return function.Out
	case typ.list():
		return function.Out.listOf()
	case !typ.known():
		return TypeAny
	}
	return function.Out
}

// prepared binds arguments to a function.
func (p *parser) prepared(n *yaml.Node, c call, function Function, arguments []Value) Call {
	call, err := function.with(arguments)
	var wrong *ArgumentError
	switch {
	case errors.As(err, &wrong) && wrong.Number < len(c.places):
		p.failIn(n, c.places[wrong.Number], wrong.What, wrong.Expected, "")
	case err != nil:
		p.failIn(n, c.at, err.Error(), usage(c.name, function.Params), "")
	}
	return call
}

// arguments checks the arguments of a call, and makes texts of numbers where texts are wanted.
func (p *parser) arguments(n *yaml.Node, c call, params []Param) ([]Value, bool) {
	least, most := 0, len(params)
	for _, param := range params {
		if !param.Optional {
			least++
		}
		if param.Many {
			most = max(most, len(c.arguments))
		}
	}
	if len(c.arguments) < least || len(c.arguments) > most {
		p.failIn(n, c.at, fmt.Sprintf("%s has %s here", c.name, counted(len(c.arguments), "argument")), usage(c.name, params), "")
		return nil, false
	}
	before := len(p.errs)
	for i, argument := range c.arguments {
		param := params[min(i, len(params)-1)]
		switch {
		case param.Type == TypeText:
			c.arguments[i], _ = Words(argument)
		case param.Type == TypeSelector:
			css, _ := Words(argument)
			c.arguments[i] = css
			p.css(n, c.at, css)
		case !typeOf(argument).fits(param.Type) || param.Type == TypeNumber && typeOf(argument) != TypeNumber:
			p.failIn(n, c.places[i], fmt.Sprintf("%v is no %s for %s of %s", argument, param.Type, param.Name, c.name), usage(c.name, params), "")
		}
	}
	return c.arguments, len(p.errs) == before
}

// counted writes a number of things.
func counted(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// usage shows how a function is called.
func usage(name string, params []Param) string {
	for _, param := range params {
		word := strings.ToUpper(param.Name)
		if param.Many {
			word += " …"
		}
		if param.Optional {
			word = "[" + word + "]"
		}
		name += " " + word
	}
	return name
}
