package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

	"gopkg.in/yaml.v3"
)

// Reencode writes a canonical encoding in another format: "yaml", "json" or "jsonl". Equal data gives equal bytes: what
// comes out is what the record's own encoder would give. Bytes that are no record are an error.
func Reencode(encoded []byte, format string) ([]byte, error) {
	tree, err := decode(encoded)
	if err != nil {
		return nil, fmt.Errorf("these bytes are no record: %w", err)
	}
	switch format {
	case "json":
		j := &jsonEmitter{indent: true}
		fields{j}.tree(tree)
		return append(j.b, '\n'), nil
	case "jsonl":
		j := &jsonEmitter{}
		fields{j}.tree(tree)
		return append(j.b, '\n'), nil
	case "yaml":
		y := &yamlEmitter{}
		fields{y}.tree(tree)
		return y.b, nil
	}
	return nil, fmt.Errorf("%q is no format of records", format)
}

// tree writes a whole record as it was read. Two places have a style of their own.
func (f fields) tree(record Object) {
	f.object()
	for _, m := range record {
		f.key(m.Name)
		switch m.Name {
		case "body":
			f.styled(m.Value, func(v any) { f.any(v) }, f.emitter.block)
		case "terms":
			f.styled(m.Value, f.paths, f.emitter.text)
		default:
			f.any(m.Value)
		}
	}
	f.end()
}

// styled writes the members of an object, texts with one function and the rest with another.
func (f fields) styled(v any, rest func(any), text func(string)) {
	members, ok := v.(Object)
	if !ok {
		f.any(v)
		return
	}
	f.object()
	for _, m := range members {
		f.key(m.Name)
		if s, ok := m.Value.(string); ok {
			text(s)
		} else {
			rest(m.Value)
		}
	}
	f.end()
}

// paths writes a list of terms, whose paths stand on one line.
func (f fields) paths(v any) {
	terms, _ := v.([]any)
	f.list()
	for _, term := range terms {
		f.item()
		f.styled(term, func(v any) { f.inline(stringsOf(v)) }, f.emitter.text)
	}
	f.end()
}

func stringsOf(v any) []string {
	list, _ := v.([]any)
	texts := make([]string, len(list))
	for i := range list {
		texts[i], _ = list[i].(string)
	}
	return texts
}

// decode reads an encoding as a tree that keeps its order.
func decode(encoded []byte) (Object, error) {
	var v any
	var err error
	if bytes.HasPrefix(encoded, []byte("{")) {
		v, err = decodeJSON(encoded)
	} else {
		v, err = decodeYAML(encoded)
	}
	if err != nil {
		return nil, err
	}
	tree, _ := v.(Object)
	return tree, begins(tree)
}

// begins says what is wrong with a tree that does not begin as a record.
func begins(tree Object) error {
	if len(tree) == 0 || tree[0].Name != "schema" || tree[0].Value != Schema {
		return fmt.Errorf("they do not begin with the schema %s", Schema)
	}
	return nil
}

func decodeJSON(encoded []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(encoded))
	d.UseNumber()
	v, err := jsonValue(d, 0)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows the record")
	}
	return v, nil
}

var errDeep = fmt.Errorf("they are nested deeper than %d levels", 2*maxDepth)

func jsonValue(d *json.Decoder, depth int) (any, error) {
	token, err := d.Token()
	if err != nil || depth > 2*maxDepth {
		return nil, errors.Join(err, deep(depth))
	}
	switch token := token.(type) {
	case json.Number:
		return number(token.String())
	case json.Delim:
		object, list := Object{}, []any{}
		for d.More() {
			name := ""
			if token == '{' {
				key, err := d.Token()
				if err != nil {
					return nil, err
				}
				name, _ = key.(string)
			}
			v, err := jsonValue(d, depth+1)
			if err != nil {
				return nil, err
			}
			object = append(object, member{name, v})
			list = append(list, v)
		}
		if _, err := d.Token(); err != nil {
			return nil, err
		}
		if token == '{' {
			return object, nil
		}
		return list, nil
	}
	return token, nil
}

type member = struct {
	Name  string
	Value any
}

func deep(depth int) error {
	if depth > 2*maxDepth {
		return errDeep
	}
	return nil
}

func number(s string) (any, error) {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return n, nil
	}
	return strconv.ParseFloat(s, 64)
}

func decodeYAML(encoded []byte) (any, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(encoded, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, errors.New("they are empty")
	}
	return yamlValue(doc.Content[0], 0)
}

func yamlValue(n *yaml.Node, depth int) (any, error) {
	if depth > 2*maxDepth {
		return nil, errDeep
	}
	switch n.Kind {
	case yaml.MappingNode:
		object := Object{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			v, err := yamlValue(n.Content[i+1], depth+1)
			if err != nil {
				return nil, err
			}
			object = append(object, member{n.Content[i].Value, v})
		}
		return object, nil
	case yaml.SequenceNode:
		list := []any{}
		for _, element := range n.Content {
			v, err := yamlValue(element, depth+1)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		return list, nil
	case yaml.ScalarNode:
		switch n.Tag {
		case "!!null":
			return nil, nil
		case "!!bool":
			return n.Value == "true", nil
		case "!!int", "!!float":
			return number(n.Value)
		}
		return n.Value, nil
	}
	return nil, errors.New("they hold an alias, which no record does")
}
