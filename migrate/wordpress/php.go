package wordpress

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

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
	Twice   bool     // the text was encoded as UTF-8 twice, which its lengths prove; the value is what it was before
}

// Unserialize reads one serialized PHP value, the whole of the text. Time and memory grow with the length of the
// text, whatever counts and lengths it claims. The error says at which byte the text stops making sense.
//
// The lengths in a serialized text count bytes, so they tell of a text in a database whose UTF-8 was taken for
// latin1 and encoded again: there they fit what the text was before, and that is read.
func Unserialize(s string) (PHP, error) {
	read, err := unserialize(s)
	if err == nil {
		return read, nil
	}
	if before, ok := encodedOnce(s); ok {
		if read, failed := unserialize(before); failed == nil {
			read.Twice = true
			return read, nil
		}
	}
	return PHP{}, err
}

func unserialize(s string) (PHP, error) {
	r := phpReader{text: s, copies: phpCopies + len(s)}
	r.refers = strings.Contains(s, "R:") || strings.Contains(s, "r:")
	v, _, err := r.value(0)
	if err == nil && r.at < len(s) {
		err = r.fault("text goes on behind the value")
	}
	if err != nil {
		return PHP{}, err
	}
	return PHP{Value: v, Classes: r.classes, Circles: r.circles}, nil
}

// encodedOnce undoes the second encoding of a text that was encoded as UTF-8 twice. Ok is false for a text that was
// not.
func encodedOnce(s string) (before string, ok bool) {
	var b strings.Builder
	for _, r := range s {
		c, known := charmap.Windows1252.EncodeRune(r)
		if !known && r >= 0x80 && r < 0xa0 { // bytes without a letter, which MySQL takes for control characters
			c, known = byte(r), true
		}
		if !known {
			return "", false
		}
		b.WriteByte(c)
	}
	return b.String(), b.Len() < len(s) && utf8.ValidString(b.String())
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
	if php.Twice {
		log.Find(finding.Finding{Code: finding.EncodingDoubtful, Field: field, Detail: "it was encoded as UTF-8 twice, as its lengths prove, and is read as it was before"})
	}
	if php.Circles > 0 {
		log.Find(finding.Finding{Code: finding.SerializedDamaged, Field: field, Detail: "a value that refers to itself is cut"})
	}
	return php.Value
}
