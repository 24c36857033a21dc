package record

import (
	"strconv"
	"unicode/utf8"
)

// jsonEmitter writes RFC 8259, either indented by two spaces or on one line. It escapes what must be escaped, and the
// line separators U+2028 and U+2029; markup stays readable.
type jsonEmitter struct {
	b      []byte
	indent bool
	open   []jsonFrame
}

type jsonFrame struct {
	close byte
	count int
}

func (j *jsonEmitter) object() { j.start('{', '}') }
func (j *jsonEmitter) list()   { j.start('[', ']') }

func (j *jsonEmitter) start(open, close byte) {
	j.b = append(j.b, open)
	j.open = append(j.open, jsonFrame{close: close})
}

func (j *jsonEmitter) end() {
	f := j.open[len(j.open)-1]
	j.open = j.open[:len(j.open)-1]
	if f.count > 0 {
		j.newline()
	}
	j.b = append(j.b, f.close)
}

func (j *jsonEmitter) newline() {
	if j.indent {
		j.b = append(j.b, '\n')
		for range j.open {
			j.b = append(j.b, "  "...)
		}
	}
}

func (j *jsonEmitter) item() {
	f := &j.open[len(j.open)-1]
	if f.count > 0 {
		j.b = append(j.b, ',')
	}
	f.count++
	j.newline()
}

func (j *jsonEmitter) key(name string) {
	j.item()
	j.text(name)
	j.b = append(j.b, ':')
	if j.indent {
		j.b = append(j.b, ' ')
	}
}

func (j *jsonEmitter) text(s string)  { s, _ = CleanText(s); j.b = appendQuoted(j.b, s, false) }
func (j *jsonEmitter) block(s string) { j.text(s) }

func (j *jsonEmitter) inline(texts []string) {
	j.list()
	for _, s := range texts {
		j.item()
		j.text(s)
	}
	j.end()
}

func (j *jsonEmitter) integer(n int64)  { j.b = strconv.AppendInt(j.b, n, 10) }
func (j *jsonEmitter) boolean(b bool)   { j.b = strconv.AppendBool(j.b, b) }
func (j *jsonEmitter) null()            { j.b = append(j.b, "null"...) }
func (j *jsonEmitter) number(f float64) { j.b = appendNumber(j.b, f) }

// appendNumber appends the shortest decimal that reads back as f: an integer without a point where it is short.
// An exponent has a point before it: YAML 1.1 takes it for text without; and long integers overflow some readers.
func appendNumber(b []byte, f float64) []byte {
	if f == 0 {
		return append(b, '0') // minus zero is zero
	}
	if size := max(f, -f); size >= 1e-6 && size < 1e15 {
		return strconv.AppendFloat(b, f, 'f', -1, 64)
	}
	from := len(b)
	b = strconv.AppendFloat(b, f, 'e', -1, 64)
	for i := from; i < len(b); i++ {
		switch b[i] {
		case '.':
			return b
		case 'e':
			return append(b[:i], append([]byte(".0"), b[i:]...)...)
		}
	}
	return b
}

const hexDigits = "0123456789abcdef"

// appendQuoted appends s in double quotes. The escapes used are the same in JSON and in YAML; with forYAML, what YAML
// calls unprintable is escaped too.
func appendQuoted(b []byte, s string, forYAML bool) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' || c == '"' || c == '\\' {
				b = append(b, s[start:i]...)
				b = appendEscape(b, c)
				start = i + 1
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '\u2028' || r == '\u2029' || forYAML && unprintable(r) {
			b = append(b, s[start:i]...)
			b = append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
			start = i + size
		}
		i += size
	}
	b = append(b, s[start:]...)
	return append(b, '"')
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	}
	return append(b, `\u00`+string(hexDigits[c>>4])+string(hexDigits[c&15])...)
}
