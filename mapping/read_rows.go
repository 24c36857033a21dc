package mapping

import (
	"fmt"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// body is the name of the page.
const body = "body"

// rowsOf says what "this" stands for.
type rowsOf struct {
	path Path // by which the vocabulary knows the rows; nil: there is no such list, which is a mistake already
	typ  Type // of one row
	// doubted: the site does not have the list, so that nothing is said of the parts of its rows.
	doubted bool
}

// inRows reads something in which "this" names a row of a list.
func (p *parser) inRows(of rowsOf, read func()) {
	p.rows = append(p.rows, of)
	read()
	p.rows = p.rows[:len(p.rows)-1]
}

// forEach reads an expression that is worked out for each row of a list.
func (p *parser) forEach(n *yaml.Node, read func() (expression, Type)) (expression, Type) {
	list, of := p.rowList(n)
	var made expression
	var typ Type
	p.inRows(of, func() { made, typ = read() })
	if list == nil || made == nil {
		return nil, TypeAny
	}
	return rows{list: list, of: made}, typ.listOf()
}

// rowList reads what there is a row for each of: the name of a list, or a selection.
func (p *parser) rowList(n *yaml.Node) (list expression, of rowsOf) {
	const what = "the name of a list, such as acf.authors, or {select: CSS}"
	if n.Kind == yaml.MappingNode {
		p.keys(n, what, key{"select", func(css *yaml.Node) { list, _ = p.selection(css) }})
		if len(n.Content) == 0 {
			p.wrong(n, what)
		}
		return list, rowsOf{path: Path{body}, typ: TypeNode}
	}
	text, ok := p.text(n, what)
	if !ok {
		return nil, of
	}
	written, err := parsePipeline(text)
	switch {
	case err != nil:
		p.misspelt(n, err)
		return nil, of
	case len(written.calls) > 0:
		p.fail(n, "a function stands behind the name of the rows", what, "")
	}
	before := len(p.doubts)
	name, ok := p.known(n, 0, written.path)
	if !ok {
		return nil, of
	}
	doubted := len(p.doubts) > before || written.path[0] == this && p.rows[len(p.rows)-1].doubted
	if !name.Type.hasParts() {
		p.fail(n, fmt.Sprintf("%s has no rows: it is %s", written.path, name.Type.called()), what, "")
	}
	full := p.full(written.path)
	return lookup{path: written.path, full: full}, rowsOf{full, name.Type.element(), doubted}
}

// selection reads a CSS selector. It looks in the row at hand where that is a piece of a page, and in the body elsewhere.
func (p *parser) selection(n *yaml.Node) (expression, Type) {
	css, ok := p.text(n, "a CSS selector such as .report or h2 > a")
	if !ok {
		return nil, TypeAny
	}
	path := Path{body}
	if len(p.rows) > 0 && p.rows[len(p.rows)-1].typ == TypeNode {
		path = Path{this}
	}
	if _, ok := p.known(n, 0, path); !ok {
		return nil, TypeAny
	}
	steps, typ := p.steps(n, path.String(), TypeNode, []call{{name: "select", arguments: []Value{css}}})
	return piped{of: lookup{path: path, full: p.full(path)}, steps: steps, text: " | select " + inQuotes(css)}, typ
}

// inQuotes writes an argument as a pipeline reads it.
func inQuotes(argument string) string {
	switch {
	case !strings.ContainsAny(argument, `|"'`) && !strings.ContainsFunc(argument, unicode.IsSpace):
		return argument
	case strings.Contains(argument, `"`):
		return "'" + strings.ReplaceAll(argument, "'", "''") + "'"
	}
	return `"` + argument + `"`
}

// css checks a CSS selector that is a text, or stands some letters into it.
func (p *parser) css(n *yaml.Node, letters int, text string) {
	if p.vocabulary.Selector == nil {
		return
	}
	if err := p.vocabulary.Selector(text); err != nil {
		what, expected := fmt.Sprintf("%q is no CSS selector: %v", shortened(text), err), "a CSS selector such as .share-buttons or aside"
		if text == n.Value {
			p.fail(n, what, expected, "")
		} else {
			p.failIn(n, letters, what, expected, "")
		}
	}
}
