package wordpress

import (
	"strings"

	"wp2pub/migrate/finding"
)

// Object is a map that keeps its order: a PHP array with keys, or the properties of a PHP object. It is plain data,
// identical in type to mapping.Object and record.Object.
type Object = []struct {
	Name  string
	Value any
}

// property is an element of an Object.
type property = struct {
	Name  string
	Value any
}

// lookup returns the value of a name in an Object, nil where it has none.
func lookup(o Object, name string) any {
	for _, p := range o {
		if p.Name == name {
			return p.Value
		}
	}
	return nil
}

// PHP is a serialized PHP value, read as plain data: nil, bool, int64, float64, string, []any for an array whose keys
// are 0, 1, 2, …, and Object for every other array and for objects.
type PHP struct {
	Value   any
	Classes []string // of the objects and enums within, in order of appearance; none is ever instantiated
	Circles int      // references to a value that contains them, or whose copies would outgrow the input; nil stands there
}

// Unserialize reads one serialized PHP value, the whole of the text. Time and memory grow with the length of the
// text, whatever counts and lengths it claims. The error says at which byte the text stops making sense.
func Unserialize(s string) (PHP, error) {
	r := phpReader{text: s, copies: phpCopies + len(s)}
	r.refers = strings.Contains(s, "R:") || strings.Contains(s, "r:")
	v, _, err := r.value(0)
	if err == nil && r.at < len(s) {
		err = r.fault("text goes on behind the value")
	}
	if err != nil {
		return PHP{}, err
	}
	return PHP{v, r.classes, r.circles}, nil
}

// IsSerialized reports whether WordPress would take a stored value for serialized PHP.
func IsSerialized(s string) bool {
	s = trimPHP(s)
	if s == "N;" {
		return true
	}
	if len(s) < 4 || s[1] != ':' || !strings.HasSuffix(s, ";") && !strings.HasSuffix(s, "}") {
		return false
	}
	switch s[0] {
	case 's':
		return s[len(s)-2] == '"'
	case 'a', 'O', 'E':
		digits := len(s) - 2 - len(strings.TrimLeft(s[2:], "0123456789"))
		return digits > 0 && s[2+digits] == ':'
	case 'b', 'i', 'd':
		number := s[2 : len(s)-1]
		return s[len(s)-1] == ';' && number != "" && strings.Trim(number, "0123456789.E+-") == ""
	}
	return false
}

// trimPHP takes away what PHP's trim does.
func trimPHP(s string) string { return strings.Trim(s, " \t\n\r\x00\x0b") }

// Decode reads a stored value as WordPress's maybe_unserialize does: one level of serialization, and only where the
// whole value is serialized. What cannot be read stays the text that it is. Findings speak of the field.
func Decode(stored, field string, log *finding.Log) any {
	if !IsSerialized(stored) {
		return stored
	}
	php, err := Unserialize(trimPHP(stored))
	if err != nil {
		log.Find(finding.Finding{Code: finding.SerializedDamaged, Field: field, Detail: err.Error()})
		return stored
	}
	for _, class := range php.Classes {
		log.Find(finding.Finding{Code: finding.SerializedObject, Field: field, Detail: "class " + class})
	}
	if php.Circles > 0 {
		log.Find(finding.Finding{Code: finding.SerializedDamaged, Field: field, Detail: "a value that refers to itself is cut"})
	}
	return php.Value
}
