package migrate

import (
	"fmt"

	"wp2pub/mapping"
)

// pieceFunctions are what a pipeline may call on pieces of a page, and on the HTML of fields.
func pieceFunctions() map[string]mapping.Function {
	return map[string]mapping.Function{
		"select": {In: mapping.TypeMarkup, Out: mapping.TypeNodes, Params: []mapping.Param{{Name: "selector", Type: mapping.TypeSelector}},
			Doc:  "The matches of a CSS selector, in the order of the page.",
			Call: onPiece(func(p piece, a []mapping.Value) mapping.Value { return p.matches(a[0].(string)) })},
		"attribute": {In: mapping.TypeNode, Out: mapping.TypeText, Params: []mapping.Param{{Name: "name", Type: mapping.TypeText}},
			Doc:  "An attribute of the element, such as href or datetime; addresses as in the clean page.",
			Call: onPiece(func(p piece, a []mapping.Value) mapping.Value { return filled(p.attribute(a[0].(string))) })},
		"html":  partFunction("html", mapping.TypeText, "The piece as clean HTML of its own."),
		"files": partFunction("files", mapping.TypeList, "The documents that the piece links to."),
		"links": partFunction("links", mapping.TypeList, "All that the piece links to, as rows of url and title."),
	}
}

// partFunction makes a function of a part that needs no name.
func partFunction(name string, out mapping.Type, doc string) mapping.Function {
	return mapping.Function{In: mapping.TypeMarkup, Out: out, Doc: doc,
		Call: onPiece(func(p piece, _ []mapping.Value) mapping.Value { return parts[name].read(p, "") })}
}

// onPiece makes a function on values of one on pieces. A text is read as HTML.
func onPiece(read func(p piece, arguments []mapping.Value) mapping.Value) func(mapping.Item, mapping.Value, []mapping.Value) (mapping.Value, error) {
	return func(post mapping.Item, v mapping.Value, arguments []mapping.Value) (mapping.Value, error) {
		switch v := v.(type) {
		case piece:
			return read(v, arguments), nil
		case string:
			if it, ok := post.(*item); ok {
				return read(it.written(v), arguments), nil
			}
		}
		return nil, fmt.Errorf("a piece of a page is expected")
	}
}
