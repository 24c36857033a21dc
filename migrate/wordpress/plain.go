package wordpress

import (
	"math"
	"strconv"
	"strings"
)

// truthy is PHP's idea of a value that counts as true.
func truthy(v any) bool {
	switch v := v.(type) {
	case []any:
		return len(v) > 0
	case Object:
		return len(v) > 0
	}
	s := textOf(v)
	return s != "" && s != "0"
}

// isScalar reports whether a value is neither a list nor an Object nor nothing.
func isScalar(v any) bool {
	switch v.(type) {
	case string, int64, float64, bool:
		return true
	}
	return false
}

// isEmpty reports whether there is nothing to show; false and 0 are something.
func isEmpty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	case Object:
		return len(v) == 0
	}
	return false
}

// elements returns the elements of a list or the values of an Object; of anything else nothing.
func elements(v any) []any {
	switch v := v.(type) {
	case []any:
		return v
	case Object:
		values := make([]any, len(v))
		for i, p := range v {
			values[i] = p.Value
		}
		return values
	}
	return nil
}

// wholeNumber reads a whole number that was stored as a number or as its digits.
func wholeNumber(v any) (int64, bool) {
	if n, ok := v.(int64); ok {
		return n, true
	}
	s := strings.TrimSpace(textOf(v))
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil && !strings.HasPrefix(s, "+")
}

// presentable makes plain data fit for a record: what is nothing is left out of Objects and is an empty text in
// lists, and a number that is none becomes its name.
func presentable(v any) any {
	switch v := v.(type) {
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return strings.TrimPrefix(strings.ToUpper(textOf(v)), "+") // as PHP names them
		}
	case []any:
		list := make([]any, len(v))
		for i, e := range v {
			if list[i] = presentable(e); list[i] == nil {
				list[i] = ""
			}
		}
		return list
	case Object:
		object := make(Object, 0, len(v))
		for _, p := range v {
			if e := presentable(p.Value); e != nil {
				object = append(object, property{p.Name, e})
			}
		}
		return object
	}
	return v
}
