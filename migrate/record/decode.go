package record

import (
	"bytes"
	"fmt"
	"slices"
)

// Decode reads a record as AppendYAML, AppendJSON or AppendJSONLine wrote it: encoding what it returns gives the same
// bytes. What an encoder of this version would not write is an error, such as a key that it does not know.
func Decode(encoded []byte) (*Record, error) {
	if tree, ok := readEmitted(encoded); ok && begins(tree) == nil {
		if r, err := decoded(tree); err == nil && bytes.Equal(r.AppendYAML(make([]byte, 0, len(encoded))), encoded) {
			return r, nil
		}
	}
	tree, err := decode(encoded)
	if err != nil {
		return nil, fmt.Errorf("these bytes are no record: %w", err)
	}
	r, err := decoded(tree)
	if err != nil {
		return nil, fmt.Errorf("these bytes are no record of this version: %w", err)
	}
	return r, nil
}

// decoded makes a record of its tree.
func decoded(tree Object) (*Record, error) {
	d, r := &decoder{}, &Record{}
	d.record(tree[1:], r)
	return r, d.failed
}

// decoder takes values out of a tree, and keeps the first thing that was not as it should be.
type decoder struct{ failed error }

// slots are the keys of an object with what takes their values.
type slots map[string]func(any)

func (d *decoder) fail(name string, v any) {
	if d.failed == nil {
		d.failed = fmt.Errorf("%s is %T", name, v)
	}
}

// object gives the members of an object to their slots.
func (d *decoder) object(v any, into slots) {
	members, ok := v.(Object)
	if !ok {
		d.fail("an object", v)
		return
	}
	for _, m := range members {
		take, known := into[m.Name]
		if !known {
			d.fail("the unknown key "+m.Name, m.Value)
			return
		}
		take(m.Value)
	}
}

func (d *decoder) text(to *string) func(any) {
	return func(v any) {
		s, ok := v.(string)
		if !ok {
			d.fail("a text", v)
		}
		*to = s
	}
}

func (d *decoder) integer(to *int64) func(any) {
	return func(v any) {
		n, ok := v.(int64)
		if !ok {
			d.fail("an integer", v)
		}
		*to = n
	}
}

func (d *decoder) int(to *int) func(any) {
	return func(v any) {
		var n int64
		d.integer(&n)(v)
		*to = int(n)
	}
}

func (d *decoder) number(to *float64) func(any) {
	return func(v any) {
		switch n := v.(type) {
		case int64:
			*to = float64(n)
		case float64:
			*to = n
		default:
			d.fail("a number", v)
		}
	}
}

func (d *decoder) optional(to **float64) func(any) {
	return func(v any) {
		*to = new(float64)
		d.number(*to)(v)
	}
}

func (d *decoder) boolean(to *bool) func(any) {
	return func(v any) {
		b, ok := v.(bool)
		if !ok {
			d.fail("true or false", v)
		}
		*to = b
	}
}

func (d *decoder) any(to *Object) func(any) {
	return func(v any) {
		o, ok := v.(Object)
		if !ok {
			d.fail("an object", v)
		}
		*to = o
	}
}

func (d *decoder) texts(to *[]string) func(any) {
	return list(d, to, func(s *string) func(any) { return d.text(s) })
}

// list takes a list, each element with one function.
func list[T any](d *decoder, to *[]T, element func(*T) func(any)) func(any) {
	return func(v any) {
		values, ok := v.([]any)
		if !ok {
			d.fail("a list", v)
		}
		*to = slices.Grow(*to, len(values))
		for _, v := range values {
			var one T
			element(&one)(v)
			*to = append(*to, one)
		}
	}
}

// rowsOf takes a list of objects.
func rowsOf[T any](d *decoder, to *[]T, keys func(*T) slots) func(any) {
	return list(d, to, func(one *T) func(any) { return func(v any) { d.object(v, keys(one)) } })
}
