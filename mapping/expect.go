package mapping

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Expectation is what a mapping says that the record of a post must be like.
type Expectation struct {
	Kind   string
	Post   int64
	Key    string // of one of several records of the post, as it stands in its id; empty: the first
	Fields []Expected
	Place  string // where it stands: "mapping.yaml:30"
}

// Expected is the value that a target must have; nil: it must have none.
type Expected struct {
	Target string
	Value  Value
	Place  string // where it stands: "mapping.yaml:31"
}

// HeldBy reports whether what a record has for the target is what is expected, by the rules of README.md.
func (e Expected) HeldBy(value Value) bool { return holds(e.Value, value) }

// holds compares the way in which people write values with the way in which records hold them.
func holds(expected, value Value) bool {
	if Empty(expected) || Empty(value) {
		return Empty(expected) && Empty(value)
	}
	list, isList := value.([]Value)
	wanted, wantsList := expected.([]Value)
	switch {
	case isList && wantsList:
		return slices.EqualFunc(wanted, list, holds)
	case isList:
		return len(list) == 1 && holds(expected, list[0])
	case wantsList:
		return len(wanted) == 1 && holds(wanted[0], value)
	}
	if members, ok := expected.(Object); ok {
		return holdsMembers(members, value)
	}
	text, _ := Words(expected)
	for _, name := range namesOf(value) {
		if sameText(text, name) {
			return true
		}
	}
	return false
}

// holdsMembers reports whether an object has every member that is expected.
func holdsMembers(expected Object, value Value) bool {
	object, ok := value.(Object)
	if !ok {
		return false
	}
	for _, want := range expected {
		i := slices.IndexFunc(object, func(m struct {
			Name  string
			Value any
		}) bool {
			return m.Name == want.Name
		})
		if i < 0 && !Empty(want.Value) || i >= 0 && !holds(want.Value, object[i].Value) {
			return false
		}
	}
	return true
}

// namesOf lists the texts by which a person would call a value: of an object its name, title, label, value, slug or URL.
func namesOf(v Value) []string {
	object, isObject := v.(Object)
	if !isObject {
		if text, ok := Words(v); ok {
			return []string{text}
		}
		return nil
	}
	var names []string
	for _, member := range object {
		if slices.Contains([]string{"name", "title", "label", "value", "slug", "url"}, member.Name) {
			if text, ok := Words(member.Value); ok {
				names = append(names, text)
			}
		}
	}
	return names
}

// sameText compares texts without regard to white space and to how accents are stored. One that ends in an ellipsis
// stands for all that begin so.
func sameText(expected, text string) bool {
	expected, text = evened(expected), evened(text)
	if beginning, cut := strings.CutSuffix(expected, "…"); cut && strings.HasPrefix(text, strings.TrimSpace(beginning)) {
		return true
	}
	return expected == text
}

func evened(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }
