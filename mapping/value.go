package mapping

import "iter"

// Value is what a path yields: nil, bool, int64, float64, string, []Value, Object, or a Node.
type Value = any

// Object is a map that keeps its order. It is plain data, identical in type to wordpress.Object and record.Object.
type Object = []struct {
	Name  string
	Value any
}

// Node is something that only functions of the vocabulary can look into, such as a piece of a rendered page.
type Node interface{ Opaque() }

// Path names a value of an item: "acf.authors.name" is {"acf", "authors", "name"}.
type Path []string

// Item is what a mapping is applied to: a post, a row of a repeater, an element of a page.
type Item interface {
	// Value returns what the path names, nil where there is nothing. It is worked out when first asked for. Over a
	// list, a path continues into every element: acf.authors.name is the list of names.
	Value(Path) (Value, error)
	// Each yields the items below a path: the rows of a repeater, the matches of a selector.
	Each(Path) iter.Seq2[Item, error]
}
