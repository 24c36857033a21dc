package record

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// Flow writes a value as a person reads it: a text as it is, nothing as nothing, everything else as YAML on one line.
func Flow(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	return string(appendFlow(nil, v))
}

func appendFlow(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, v)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case float64:
		return appendNumber(b, v)
	case string:
		return appendText(b, v, true)
	case []any:
		b = append(b, '[')
		for i, element := range v {
			b = appendFlow(separate(b, i), element)
		}
		return append(b, ']')
	case Object:
		b = append(b, '{')
		for i := range v {
			b = append(appendText(separate(b, i), v[i].Name, true), ':', ' ')
			b = appendFlow(b, v[i].Value)
		}
		return append(b, '}')
	}
	return appendText(b, fmt.Sprint(v), true)
}

func separate(b []byte, i int) []byte {
	if i > 0 {
		b = append(b, ',', ' ')
	}
	return b
}

// onlyThere returns the lines that only one of two texts has.
func onlyThere(before, after string) (old, fresh string) {
	unified := diff.Diff("", []byte(ended(before)), "", []byte(ended(after)))
	for range 3 { // the names of the files
		_, unified, _ = bytes.Cut(unified, []byte("\n"))
	}
	var gone, come []string
	for line := range strings.Lines(string(unified)) {
		switch text := strings.TrimSuffix(line[1:], "\n"); line[0] {
		case '-':
			gone = append(gone, text)
		case '+':
			come = append(come, text)
		}
	}
	return strings.Join(gone, "\n"), strings.Join(come, "\n")
}

// ended puts a line break at the end of a text.
func ended(text string) string { return strings.TrimRight(text, "\n") + "\n" }
