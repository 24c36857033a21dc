package record

import (
	"bytes"
	"encoding/json"
	"slices"
)

// Changed returns the keys of the record whose values differ between two canonical encodings in the same format, in
// the order of the record. Of bytes that are no canonical encoding it says what it can, and never panics.
func Changed(before, after []byte) []string {
	old, fresh := sections(before), sections(after)
	var names []string
	for _, key := range Keys() {
		if !bytes.Equal(old[key], fresh[key]) {
			names = append(names, key)
		}
	}
	return names
}

// sections cuts an encoding into the bytes of its top-level values.
func sections(encoded []byte) map[string][]byte {
	parts := map[string][]byte{}
	if len(encoded) > 0 && encoded[0] == '{' {
		var values map[string]json.RawMessage
		if json.Unmarshal(encoded, &values) == nil {
			for key, value := range values {
				parts[key] = value
			}
		}
		return parts
	}
	key, start := "", 0
	at := 0
	for line := range bytes.Lines(encoded) {
		if first := line[0]; first >= 'a' && first <= 'z' { // deeper lines are indented
			parts[key] = encoded[start:at]
			name, _, _ := bytes.Cut(line, []byte(":"))
			key, start = string(name), at
		}
		at += len(line)
	}
	parts[key] = encoded[start:]
	return parts
}

// Keys returns the record's top-level keys in their order.
func Keys() []string {
	return slices.Concat([]string{"schema"}, structKeys)
}
