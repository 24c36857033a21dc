package mapping

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"
)

// What conditions do with values. Nothing is false, equals nothing only, is neither less nor more than anything, and
// holds no text. Values of different kinds are not compared but told: a year that is stored as a text is no number.

// settled is a value as the mapping knows them: the numbers of the library become ours, what is empty becomes nil.
func settled(v any) any {
	switch n := v.(type) {
	case int:
		return int64(n)
	case []int:
		list := make([]Value, len(n))
		for i := range n {
			list[i] = int64(n[i])
		}
		return list
	}
	if Empty(v) {
		return nil
	}
	return v
}

// truth says whether a value makes a condition hold.
func truth(v any) (bool, error) {
	switch v := settled(v).(type) {
	case nil:
		return false, nil
	case bool:
		return v, nil
	default:
		return false, fmt.Errorf("true or false is needed, not %s; boolean(…) reads a text, != nil asks for any value", described(v))
	}
}

// equal compares two values of one kind.
func equal(a, b any) (bool, error) {
	a, b = settled(a), settled(b)
	if a == nil || b == nil {
		return a == nil && b == nil, nil
	}
	order, err := compared(a, b)
	return order == 0 && err == nil, err
}

// ordered compares two texts or numbers by <, <=, > or >=.
func ordered(operator string, a, b any) (bool, error) {
	a, b = settled(a), settled(b)
	if a == nil || b == nil {
		return false, nil
	}
	order, err := compared(a, b)
	if err != nil {
		return false, err
	}
	switch operator {
	case "<":
		return order < 0, nil
	case "<=":
		return order <= 0, nil
	case ">":
		return order > 0, nil
	}
	return order >= 0, nil
}

// compared orders two values of one kind, neither of them nothing.
func compared(a, b any) (int, error) {
	switch a := a.(type) {
	case string:
		if b, ok := b.(string); ok {
			return strings.Compare(a, b), nil
		}
	case bool:
		if b, ok := b.(bool); ok && a == b {
			return 0, nil
		} else if ok && a {
			return 1, nil
		} else if ok {
			return -1, nil
		}
	case int64:
		if b, ok := b.(int64); ok {
			return cmp.Compare(a, b), nil
		}
	}
	x, isNumber := float(a)
	if y, ok := float(b); ok && isNumber {
		return cmp.Compare(x, y), nil
	}
	return 0, fmt.Errorf("%s cannot be compared with %s", described(a), described(b))
}

func float(v any) (float64, bool) {
	switch n := v.(type) {
	case int64:
		return float64(n), true
	case float64:
		return n, true
	}
	return 0, false
}

// among reports whether a value is one of a list.
func among(v, list any) (bool, error) {
	v = settled(v)
	if v == nil {
		return false, nil
	}
	for _, element := range listed(list) {
		if same, err := equal(v, element); err != nil || same {
			return same, err
		}
	}
	return false, nil
}

// listed is a value as a list: one value stands for a list of one.
func listed(v any) []Value {
	list := elements(settled(v))
	for i := range list {
		list[i] = settled(list[i])
	}
	return list
}

// size is the number of letters of a text, and of elements of anything else.
func size(v any) (int, error) {
	if text, ok := v.(string); ok {
		return utf8.RuneCountInString(text), nil
	}
	return len(listed(v)), nil
}

// part is a member of an object, by its name, or an element of a list, by its number: from 0, or from -1 at the end.
// A name goes on into every element of a list.
func part(v, key any) (any, error) {
	switch v := settled(v).(type) {
	case nil:
		return nil, nil
	case Object:
		for _, member := range v {
			if member.Name == key {
				return settled(member.Value), nil
			}
		}
		return nil, nil
	case []Value:
		if i, ok := key.(int); ok {
			if i < 0 {
				i += len(v)
			}
			if i < 0 || i >= len(v) {
				return nil, nil
			}
			return settled(v[i]), nil
		}
		var parts []Value
		for _, element := range v {
			one, err := part(element, key)
			if err != nil {
				return nil, err
			}
			parts = append(parts, elements(one)...)
		}
		return settled(parts), nil
	default:
		return nil, fmt.Errorf("%s has no part %v", described(v), key)
	}
}

// textual looks into a text: contains, startsWith, endsWith.
func textual(operator string, a, b any) (bool, error) {
	if a, b = settled(a), settled(b); a == nil || b == nil {
		return false, nil
	}
	text, ok := a.(string)
	other, isText := b.(string)
	if !ok || !isText {
		return false, fmt.Errorf("%s is about two texts, not %s and %s", operator, described(a), described(b))
	}
	switch operator {
	case "contains":
		return strings.Contains(text, other), nil
	case "startsWith":
		return strings.HasPrefix(text, other), nil
	}
	return strings.HasSuffix(text, other), nil
}
