package calendar

import (
	"strconv"
	"strings"

	"wp2pub/migrate/wordpress"
)

// in is a member of a PHP array, by the path of its keys; nil where there is none.
func in(value any, path ...string) any {
	for _, key := range path {
		object, ok := value.(wordpress.Object)
		if !ok {
			return nil
		}
		value = nil
		for _, member := range object {
			if member.Name == key {
				value = member.Value
			}
		}
	}
	return value
}

// textIn is a member as text; numbers are written, true is "1".
func textIn(value any, path ...string) string {
	switch v := in(value, path...).(type) {
	case string:
		return strings.TrimSpace(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		if v {
			return "1"
		}
	}
	return ""
}

// numberIn is a member as a number, zero where it is none.
func numberIn(value any, path ...string) int64 {
	n, _ := strconv.ParseInt(textIn(value, path...), 10, 64)
	return n
}

// listIn is a member as a list: of an array its values, of a text with commas its parts.
func listIn(value any, path ...string) []any {
	switch v := in(value, path...).(type) {
	case []any:
		return v
	case wordpress.Object:
		var list []any
		for _, member := range v {
			list = append(list, member.Value)
		}
		return list
	case string:
		var list []any
		for part := range strings.SplitSeq(v, ",") {
			if part = strings.TrimSpace(part); part != "" {
				list = append(list, part)
			}
		}
		return list
	case int64:
		return []any{v}
	}
	return nil
}

// isYes reports whether a stored text means yes.
func isYes(text string) bool {
	switch strings.ToLower(text) {
	case "1", "yes", "true", "on", "y":
		return true
	}
	return false
}
