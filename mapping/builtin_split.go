package mapping

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// keepWord stands between the separators of split and the names that stay whole.
const keepWord = "keep"

// splitter cuts texts at the first separator that comes, again and again. Of separators that begin alike, the longest
// counts; a name that stays whole counts before all, where a part begins with it and nothing else stands in that part.
type splitter struct{ separators, whole []string }

func split(arguments []Value) (Call, error) {
	var texts []string
	for _, a := range arguments {
		text, _ := Words(a)
		texts = append(texts, text)
	}
	s := splitter{separators: texts}
	if at := slices.Index(texts, keepWord); at > 0 {
		s.separators, s.whole = texts[:at], texts[at+1:]
		if len(s.whole) == 0 {
			return nil, &ArgumentError{at, "no name stands behind keep", "names that stay whole"}
		}
	}
	s.separators = slices.DeleteFunc(slices.Clone(s.separators), func(text string) bool { return text == "" })
	return func(_ Item, v Value) (Value, error) {
		parts := []Value{}
		for _, part := range s.parts(v.(string)) {
			parts = append(parts, part)
		}
		return parts, nil
	}, nil
}

// Split parts a text at separators, but not within the names that stay whole, as the function split does.
func Split(text string, separators, whole []string) []string {
	return splitter{separators, whole}.parts(text)
}

func (s splitter) parts(text string) []string {
	var parts []string
	for text != "" {
		end, separator := s.end(text, s.kept(text))
		if part := strings.TrimSpace(text[:end]); part != "" {
			parts = append(parts, part)
		}
		text = text[end+separator:]
	}
	return parts
}

// kept is how long the name is that a part begins with and that stays whole, with the white space before it.
func (s splitter) kept(part string) int {
	text, longest := strings.TrimLeftFunc(part, unicode.IsSpace), 0
	for _, name := range s.whole {
		if rest, ok := strings.CutPrefix(text, name); ok && (s.separator(rest) > 0 || s.separator(strings.TrimLeftFunc(rest, unicode.IsSpace)) > 0 || strings.TrimSpace(rest) == "") {
			longest = max(longest, len(part)-len(text)+len(name))
		}
	}
	return longest
}

// end is where a part ends, looked for from some place on, and how long the separator is that stands there.
func (s splitter) end(text string, from int) (end, separator int) {
	for i := from; i < len(text); {
		if separator := s.separator(text[i:]); separator > 0 {
			return i, separator
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return len(text), 0
}

// separator is how long the separator is that a text begins with; 0: it begins with none.
func (s splitter) separator(text string) int {
	longest := 0
	for _, separator := range s.separators {
		if strings.HasPrefix(text, separator) {
			longest = max(longest, len(separator))
		}
	}
	return longest
}
