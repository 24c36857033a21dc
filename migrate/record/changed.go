package record

import (
	"bytes"
	"encoding/json"
	"slices"

	"gopkg.in/yaml.v3"
)

// Difference is a field of which two encodings of a record say different things, as texts for people: scalars as they
// are, lists and objects on one line. Of a body they are the lines that only one of the two has.
type Difference struct {
	Field string `json:"field"`         // as a mapping names its target: "title", "fields.pages"
	Old   string `json:"old,omitempty"` // empty: it had no value
	New   string `json:"new,omitempty"` // empty: it has none now
}

// Changed returns what differs between two canonical encodings in the same format, in the order of the record. Of
// bytes that are no canonical encoding it says what it can, and never panics.
func Changed(before, after []byte) []Difference {
	old, fresh := sections(before), sections(after)
	var all []Difference
	for _, key := range Keys() {
		if !bytes.Equal(old[key], fresh[key]) {
			all = append(all, compare(key, sectionValue(key, old[key]), sectionValue(key, fresh[key]))...)
		}
	}
	return all
}

// compare names what differs below a key: the members of objects one by one.
func compare(key string, old, fresh any) []Difference {
	before, beforeIs := old.(Object)
	after, afterIs := fresh.(Object)
	if !(beforeIs || afterIs) || !(beforeIs || old == nil) || !(afterIs || fresh == nil) {
		return []Difference{{key, Flow(old), Flow(fresh)}}
	}
	var all []Difference
	for _, name := range memberNames(after, before) {
		d := Difference{key + "." + name, Flow(valueOf(before, name)), Flow(valueOf(after, name))}
		if d.Old == d.New {
			continue
		}
		if key == "body" && d.Old != "" && d.New != "" {
			d.Old, d.New = onlyThere(d.Old, d.New)
		}
		all = append(all, d)
	}
	return all
}

// memberNames lists the names of the members of both objects, each once.
func memberNames(objects ...Object) []string {
	var names []string
	for _, o := range objects {
		for i := range o {
			if !slices.Contains(names, o[i].Name) {
				names = append(names, o[i].Name)
			}
		}
	}
	return names
}

func valueOf(o Object, name string) any {
	for i := range o {
		if o[i].Name == name {
			return o[i].Value
		}
	}
	return nil
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

// sectionValue reads the bytes of one top-level value; those that no encoder wrote are a text.
func sectionValue(key string, section []byte) any {
	if len(section) == 0 {
		return nil
	}
	if name, _, _ := bytes.Cut(section, []byte(":")); string(name) != key {
		if v, err := decodeJSON(section); err == nil {
			return v
		}
		return string(section)
	}
	var document yaml.Node
	if yaml.Unmarshal(section, &document) == nil && len(document.Content) > 0 {
		if v, err := yamlValue(document.Content[0], 0); err == nil {
			if section, ok := v.(Object); ok {
				return valueOf(section, key)
			}
		}
	}
	return string(section)
}

// Keys returns the record's top-level keys in their order.
func Keys() []string {
	return slices.Concat([]string{"schema"}, structKeys)
}
