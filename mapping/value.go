package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Value is what a path yields: nil, bool, int64, float64, string, []Value, Object, or a Node.
type Value = any

// Object is a map that keeps its order. It is plain data, identical in type to wordpress.Object and record.Object.
type Object = []struct {
	Name  string
	Value any
}

// Node is something that only functions of the vocabulary can look into.
type Node interface{ Opaque() }

// Piece is a node that can be read, such as a piece of a rendered page: it has a text, and parts with names.
type Piece interface {
	Node
	Text() string
	Part(Path) Value // nil where there is none
}

// Path names a value of an item: "acf.authors.name" is {"acf", "authors", "name"}. The empty path names the item
// itself.
type Path []string

// Item is what a mapping is applied to: a post, or a row of a list.
type Item interface {
	// Value returns what the path names, nil where there is nothing. It is worked out when first asked for. Over a
	// list, a path continues into every element: acf.authors.name is the list of names.
	Value(Path) (Value, error)
}

// Rendition is a row that is the post itself in another form, such as in another language: names that are not those of the row
// speak of it.
type Rendition interface {
	Node
	Post() Item
}

// Bodied is an item with a body of which a record may have less.
type Bodied interface {
	Item
	// Body returns a part of the body. Of drop, see BodyPolicy.Drop, it leaves out what the record leaves out, in parts that the
	// record has: html, markdown, text. The other parts, such as files, are those of the whole body.
	Body(part Path, drop []string) (Value, error)
}

// row is an element of a list as an item: what "this" names.
type row struct{ value Value }

func (r row) Value(path Path) (Value, error) { return Inside(r.value, path), nil }

// Inside follows a path into a value: into the members of an object, the parts of a piece, and every element of a list.
func Inside(v Value, path Path) Value {
	if len(path) == 0 || v == nil {
		return v
	}
	switch v := v.(type) {
	case Object:
		for _, member := range v {
			if member.Name == path[0] {
				return Inside(member.Value, path[1:])
			}
		}
	case Piece:
		return v.Part(path)
	case []Value:
		var found []Value
		for _, element := range v {
			below := Inside(element, path)
			if list, ok := below.([]Value); ok {
				found = append(found, list...)
			} else if !Empty(below) {
				found = append(found, below)
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// String writes the path as the language reads it: segments with a dot, a space or the like in quotes.
func (p Path) String() string {
	var b strings.Builder
	for i, segment := range p {
		if i > 0 {
			b.WriteByte('.')
		}
		if segment == "" || strings.ContainsAny(segment, ".|\"'") || strings.ContainsFunc(segment, unicode.IsSpace) {
			segment = `"` + strings.ReplaceAll(segment, `"`, `""`) + `"`
		}
		b.WriteString(segment)
	}
	return b.String()
}

// Empty reports whether a value is nothing: nil, a text of white space only, an empty list or object. False and 0
// are values.
func Empty(v Value) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return strings.TrimSpace(v) == ""
	case []Value:
		for _, element := range v {
			if !Empty(element) {
				return false
			}
		}
		return true
	case Object:
		for _, member := range v {
			if !Empty(member.Value) {
				return false
			}
		}
		return true
	}
	return false
}

// Words returns what a person would read for a value: a text itself, a number in digits, "true" or "false"; of a
// choice its label, of a reference its title or name, of a piece of a page its text. It reports false for values that
// have no such words: lists, other nodes and objects, nothing.
func Words(v Value) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case bool:
		return strconv.FormatBool(v), true
	case int64:
		return strconv.FormatInt(v, 10), true
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64), true
	case Piece:
		return v.Text(), true
	case Object:
		for _, name := range []string{"label", "title", "name", "value", "url"} {
			for _, member := range v {
				if text, ok := member.Value.(string); ok && member.Name == name && !Empty(text) {
					return text, true
				}
			}
		}
	}
	return "", false
}

// elements returns a value as a list without its empty parts; lists in it are opened.
func elements(v Value) []Value {
	list, ok := v.([]Value)
	if !ok {
		if Empty(v) {
			return nil
		}
		return []Value{v}
	}
	var all []Value
	for _, element := range list {
		all = append(all, elements(element)...)
	}
	return all
}

// distinct drops what came before, keeping the first. Nodes are never the same as another.
func distinct(values []Value) []Value {
	seen := map[string]bool{}
	kept := values[:0:0]
	for _, v := range values {
		mark, comparable := fingerprint(v)
		if comparable && seen[mark] {
			continue
		}
		seen[mark] = true
		kept = append(kept, v)
	}
	return kept
}

// distinctTexts drops what came before as distinct does; of texts also those that differ in capitals alone.
func distinctTexts(values []Value) []Value {
	seen := map[string]bool{}
	return slices.DeleteFunc(distinct(values), func(v Value) bool {
		text, ok := v.(string)
		known := ok && seen[fold(text)]
		seen[fold(text)] = seen[fold(text)] || ok
		return known
	})
}

// fingerprint writes a value so that equal values, and only those, give the same text.
func fingerprint(v Value) (mark string, comparable bool) {
	var b strings.Builder
	comparable = writeFingerprint(&b, v)
	return b.String(), comparable
}

func writeFingerprint(b *strings.Builder, v Value) bool {
	switch v := v.(type) {
	case []Value:
		b.WriteByte('[')
		for _, element := range v {
			if !writeFingerprint(b, element) {
				return false
			}
		}
		b.WriteByte(']')
	case Object:
		b.WriteByte('{')
		for _, member := range v {
			b.WriteString(strconv.Quote(member.Name))
			if !writeFingerprint(b, member.Value) {
				return false
			}
		}
		b.WriteByte('}')
	case Node:
		return false
	default:
		fmt.Fprintf(b, "%T %q,", v, fmt.Sprint(v))
	}
	return true
}
