package record

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// scalar reads a value that stands on its line without quotes. A text begins with a letter.
func scalar(text []byte) (any, bool) {
	switch string(text) {
	case "null":
		return nil, true
	case "true":
		return true, true
	case "false":
		return false, true
	case "{}":
		return Object{}, true
	case "":
		return nil, false
	}
	if c := text[0]; c == '-' || '0' <= c && c <= '9' {
		v, err := number(string(text))
		return v, err == nil
	}
	return string(text), true
}

// inline reads a list in brackets, of texts.
func (r *yamlReader) inline() (any, bool) {
	list := []any{}
	r.rest = r.rest[1:]
	for !r.skip("]") {
		if len(list) > 0 && !r.skip(", ") || len(r.rest) == 0 {
			return nil, false
		}
		if r.rest[0] == '"' {
			text, ok := r.quoted()
			if !ok {
				return nil, false
			}
			list = append(list, text)
			continue
		}
		end := bytes.IndexAny(r.rest, ",]\n")
		if end <= 0 || r.rest[end] == '\n' {
			return nil, false
		}
		list = append(list, string(r.rest[:end]))
		r.rest = r.rest[end:]
	}
	return list, r.skip("\n")
}

// quoted reads a text in double quotes.
func (r *yamlReader) quoted() (string, bool) {
	rest := r.rest[1:]
	var b []byte
	for {
		at := bytes.IndexAny(rest, "\"\\\n")
		if at < 0 || rest[at] == '\n' {
			return "", false
		}
		if rest[at] == '"' {
			text := rest[:at]
			if b != nil {
				text = append(b, text...)
			}
			r.rest = rest[at+1:]
			return string(text), true
		}
		b = append(b, rest[:at]...)
		if at+1 >= len(rest) {
			return "", false
		}
		escape := rest[at+1]
		rest = rest[at+2:]
		switch escape {
		case '"', '\\':
			b = append(b, escape)
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 'u':
			if len(rest) < 4 {
				return "", false
			}
			n, err := strconv.ParseUint(string(rest[:4]), 16, 16)
			if err != nil {
				return "", false
			}
			b = utf8.AppendRune(b, rune(n))
			rest = rest[4:]
		default:
			return "", false
		}
		if b == nil {
			b = []byte{}
		}
	}
}
