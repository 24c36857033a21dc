package record

import (
	"fmt"
	"math"
)

// value writes the key and its value, unless it has none.
func (f fields) value(key string, v any) {
	if hasValue(v) {
		f.key(key)
		f.any(v)
	}
}

// any writes a value of Object, nil included.
func (f fields) any(v any) {
	switch v := v.(type) {
	case nil:
		f.null()
	case bool:
		f.boolean(v)
	case int:
		f.emitter.integer(int64(v))
	case int64:
		f.emitter.integer(v)
	case float64:
		if finite(v) {
			f.emitter.number(v)
		} else {
			f.null()
		}
	case string:
		f.emitter.text(v)
	case []string:
		f.list()
		for _, s := range v {
			f.item()
			f.emitter.text(s)
		}
		f.end()
	case []any:
		f.list()
		for _, element := range v {
			f.item()
			f.any(element)
		}
		f.end()
	case Object:
		f.object()
		f.members(v)
		f.end()
	default:
		f.emitter.text(fmt.Sprint(v))
	}
}

// members writes the members that have a value; of members with one name the first.
func (f fields) members(o Object) {
	written := make(map[string]bool, len(o))
	for i := range o {
		name, _ := CleanText(o[i].Name)
		if !written[name] && hasValue(o[i].Value) {
			written[name] = true
			f.value(name, o[i].Value)
		}
	}
}

// hasValue reports whether a member is worth its key: false and 0 are values, and so is a list of empty rows; nil, the
// empty text, the empty list and an object without any value are none.
func hasValue(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case string:
		return carries(v)
	case float64:
		return finite(v)
	case []string:
		return len(v) > 0
	case []any:
		return len(v) > 0
	case Object:
		for i := range v {
			if hasValue(v[i].Value) {
				return true
			}
		}
		return false
	}
	return true
}

func finite(f float64) bool { return !math.IsNaN(f) && !math.IsInf(f, 0) }
