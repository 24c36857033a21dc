package record

import (
	"bytes"
	"strings"
)

// readEmitted reads YAML as yamlEmitter writes it, several times as fast as a reader of all of YAML; ok is false for
// anything else. It takes more than is ever emitted, and may take that for something else than a reader of YAML does:
// what it returns is to be encoded again and compared.
func readEmitted(encoded []byte) (tree Object, ok bool) {
	r := &yamlReader{rest: encoded}
	tree, ok = r.object(0, 0)
	return tree, ok && len(r.rest) == 0
}

// yamlReader reads line by line. What is read is taken off rest.
type yamlReader struct {
	rest []byte
}

// indentation is how many spaces the next line begins with.
func (r *yamlReader) indentation() int {
	n := 0
	for n < len(r.rest) && r.rest[n] == ' ' {
		n++
	}
	return n
}

// line takes the rest of the line.
func (r *yamlReader) line() (text []byte, ok bool) {
	end := bytes.IndexByte(r.rest, '\n')
	if end < 0 {
		return nil, false
	}
	text = r.rest[:end]
	r.rest = r.rest[end+1:]
	return text, true
}

// skip takes a text, if it stands there.
func (r *yamlReader) skip(text string) bool {
	if len(r.rest) < len(text) || string(r.rest[:len(text)]) != text {
		return false
	}
	r.rest = r.rest[len(text):]
	return true
}

// object reads the members whose keys stand at a column. The first may stand behind a dash already read.
func (r *yamlReader) object(column, depth int) (Object, bool) {
	if depth > 2*maxDepth {
		return nil, false
	}
	object := Object{}
	for first := true; first && column > 0 || r.indentation() == column && len(r.rest) > column && r.rest[column] != '-'; first = false {
		if !first || column == 0 {
			r.rest = r.rest[column:]
		}
		name, ok := r.key(column)
		if !ok || !r.skip(":") {
			return nil, false
		}
		v, ok := r.value(column, depth)
		if !ok {
			return nil, false
		}
		object = append(object, member{name, v})
	}
	return object, len(object) > 0
}

// key reads a name up to its colon; a long one stands behind a question mark, on a line of its own.
func (r *yamlReader) key(column int) (string, bool) {
	long := r.skip("? ")
	var name string
	ok := true
	if len(r.rest) > 0 && r.rest[0] == '"' {
		name, ok = r.quoted()
	} else {
		end := bytes.IndexAny(r.rest, ":\n")
		if end <= 0 {
			return "", false
		}
		name = string(r.rest[:end])
		r.rest = r.rest[end:]
	}
	if long {
		if !ok || !r.skip("\n") || r.indentation() != column {
			return "", false
		}
		r.rest = r.rest[column:]
	}
	return name, ok
}

// value reads what stands behind the colon of a key, or the dash of an item, at a column.
func (r *yamlReader) value(column, depth int) (any, bool) {
	if r.skip("\n") {
		below := r.indentation()
		if below != column+2 || below >= len(r.rest) {
			return nil, false
		}
		if r.rest[below] == '-' {
			return r.list(below, depth+1)
		}
		r.rest = r.rest[below:]
		return r.object(below, depth+1)
	}
	if !r.skip(" ") || len(r.rest) == 0 {
		return nil, false
	}
	switch r.rest[0] {
	case '|':
		return r.literal(column + 2)
	case '"':
		text, ok := r.quoted()
		return text, ok && r.skip("\n")
	case '[':
		return r.inline()
	}
	text, ok := r.line()
	if !ok {
		return nil, false
	}
	return scalar(text)
}

// list reads the items whose dashes stand at a column. The first may stand behind another dash already read.
func (r *yamlReader) list(column, depth int) ([]any, bool) {
	if depth > 2*maxDepth {
		return nil, false
	}
	list := []any{}
	for r.indentation() == column && len(r.rest) > column && r.rest[column] == '-' {
		r.rest = r.rest[column:]
		v, ok := r.item(column, depth)
		if !ok {
			return nil, false
		}
		list = append(list, v)
	}
	return list, true
}

// item reads an item from its dash on.
func (r *yamlReader) item(column, depth int) (any, bool) {
	if !r.skip("-") || len(r.rest) < 2 || r.rest[0] != ' ' {
		return nil, false
	}
	if r.rest[1] == '-' && len(r.rest) > 2 && r.rest[2] == ' ' { // a list in a list: its first dash stands on this line
		r.rest = r.rest[1:]
		return r.nested(column+2, depth+1)
	}
	if r.keyed() {
		r.rest = r.rest[1:]
		return r.object(column+2, depth+1)
	}
	return r.value(column, depth)
}

// nested reads a list whose first dash comes next.
func (r *yamlReader) nested(column, depth int) (any, bool) {
	if depth > 2*maxDepth {
		return nil, false
	}
	first, ok := r.item(column, depth)
	if !ok {
		return nil, false
	}
	rest, ok := r.list(column, depth)
	return append([]any{first}, rest...), ok
}

// keyed reports whether the line goes on, behind its dash and space, with a key.
func (r *yamlReader) keyed() bool {
	rest := r.rest[1:]
	if rest[0] == '?' {
		return true
	}
	if rest[0] == '"' {
		ahead := &yamlReader{rest: rest}
		_, ok := ahead.quoted()
		return ok && len(ahead.rest) > 0 && ahead.rest[0] == ':'
	}
	if rest[0] == '|' || rest[0] == '[' {
		return false
	}
	end := bytes.IndexByte(rest, '\n')
	at := bytes.IndexByte(rest, ':')
	for at >= 0 && at < end {
		if rest[at+1] == ' ' || rest[at+1] == '\n' {
			return true
		}
		next := bytes.IndexByte(rest[at+1:], ':')
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	return false
}

// literal reads a block of lines that are indented to a column.
func (r *yamlReader) literal(column int) (any, bool) {
	head, ok := r.line()
	if !ok {
		return nil, false
	}
	var b strings.Builder
	for len(r.rest) > 0 {
		if r.rest[0] != '\n' && r.indentation() < column {
			break
		}
		line, ok := r.line()
		if !ok {
			return nil, false
		}
		if len(line) > 0 {
			b.Write(line[column:])
		}
		b.WriteByte('\n')
	}
	text := b.String()
	if bytes.HasSuffix(head, []byte("-")) {
		text = strings.TrimSuffix(text, "\n")
	}
	return text, true
}
