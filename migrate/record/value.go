package record

import "strings"

// Value returns what the record holds for a target, as its encodings do: nil, bool, int64, float64, string, []any or
// Object.
func (r *Record) Value(target string) any {
	tree, err := decode(r.AppendJSON(nil))
	if err != nil {
		return nil
	}
	return below(tree, target)
}

// below follows a path into an object. A member whose own name has dots in it is found, too.
func below(v any, path string) any {
	object, ok := v.(Object)
	if !ok {
		return nil
	}
	if found := valueOf(object, path); found != nil {
		return found
	}
	for i := range object {
		if rest, ok := strings.CutPrefix(path, object[i].Name+"."); ok {
			if found := below(object[i].Value, rest); found != nil {
				return found
			}
		}
	}
	return nil
}
