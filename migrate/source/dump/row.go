package dump

import (
	"bytes"
	"fmt"
	"strings"
)

// form is how a value is written.
type form uint8

const (
	absent  form = iota // NULL or DEFAULT
	plain               // a string without escapes, or a number
	escaped             // a string with escapes or doubled quotes
	hexed               // 0x4142 or x'4142'
	bits                // 0b01 or b'01'
	truth               // TRUE or FALSE
)

// value is where one value of a row lies: between its quotes, from the row's first byte.
type value struct {
	start, end int
	form       form
	quote      byte
	charset    *charset // of its introducer; nil: the connection's
}

// row passes over one row in parentheses and returns where its values lie. The row's bytes are kept: they begin at
// mark, which the caller releases.
func (l *lexer) row(values []value) ([]value, error) {
	l.mark = l.pos
	l.pos++
	for {
		v, err := l.value()
		if err != nil {
			return nil, err
		}
		values = append(values, v)
		if err := l.space(); err != nil {
			return nil, err
		}
		c, ok := l.peek()
		if !ok {
			return nil, l.unfinished()
		}
		switch c {
		case ',':
			l.pos++
		case ')':
			l.pos++
			return values, nil
		default:
			return nil, l.unexpected("a comma or a parenthesis after a value")
		}
	}
}

// assignments passes over the list "column = value, …" of INSERT … SET, to the end of the statement or of the bytes.
func (l *lexer) assignments(values []value) ([]value, []string, error) {
	l.mark = l.pos
	var columns []string
	for {
		t, err := l.token()
		if err != nil {
			return nil, nil, err
		}
		columns = append(columns, t.text)
		if t, err = l.token(); err != nil {
			return nil, nil, err
		}
		if !t.isMark("=") {
			return nil, nil, l.unexpected("= after a column")
		}
		v, err := l.value()
		if err != nil {
			return nil, nil, err
		}
		values = append(values, v)
		if err := l.space(); err != nil {
			return nil, nil, err
		}
		if c, ok := l.peek(); !ok || c != ',' {
			return values, columns, nil
		}
		l.pos++
	}
}

// value passes over one value.
func (l *lexer) value() (value, error) {
	if err := l.space(); err != nil {
		return value{}, err
	}
	c, ok := l.peek()
	if !ok {
		return value{}, l.unfinished()
	}
	start := l.pos - l.mark
	switch {
	case c == '\'' || c == '"':
		return l.stringValue(c)
	case c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.':
		if err := l.passNumber(); err != nil {
			return value{}, err
		}
		return l.number(start)
	case wordByte[c] && c != '@':
		if err := l.passWord(); err != nil {
			return value{}, err
		}
		return l.wordValue(start)
	}
	return value{}, l.unexpected("a value")
}

func (l *lexer) stringValue(quote byte) (value, error) {
	start := l.pos - l.mark
	ansi := l.ansiQuotes
	l.ansiQuotes = false // where a value stands, "x" is a string
	has, err := l.quoted()
	l.ansiQuotes = ansi
	v := value{start: start + 1, end: l.pos - l.mark - 1, form: plain, quote: quote}
	if has {
		v.form = escaped
	}
	return v, err
}

func (l *lexer) passNumber() error {
	for {
		for l.pos < len(l.buf) && (wordByte[l.buf[l.pos]] || l.buf[l.pos] == '.' || l.buf[l.pos] == '-' || l.buf[l.pos] == '+') {
			l.pos++
		}
		if l.pos < len(l.buf) || !l.more() {
			return l.failure()
		}
	}
}

// number is the value of a number, or of a hexadecimal or binary literal.
func (l *lexer) number(start int) (value, error) {
	v := value{start: start, end: l.pos - l.mark, form: plain}
	digits := l.buf[l.mark+start : l.pos]
	allowed := "0123456789.eE+-"
	if len(digits) > 2 && digits[0] == '0' {
		switch digits[1] {
		case 'x':
			v.form, allowed = hexed, hexDigits
		case 'b':
			v.form, allowed = bits, "01"
		}
		if v.form != plain {
			v.start += 2
			digits = digits[2:]
		}
	}
	if strayByte(digits, allowed) {
		return value{}, l.unexpected("a number")
	}
	return v, nil
}

const hexDigits = "0123456789abcdefABCDEF"

func strayByte(digits []byte, allowed string) bool {
	for _, c := range digits {
		if strings.IndexByte(allowed, c) < 0 {
			return true
		}
	}
	return false
}

// wordValue is the value that a word makes or introduces: NULL, _utf8mb4'x', x'4142', b'01', N'x'.
func (l *lexer) wordValue(start int) (value, error) {
	raw := l.buf[l.mark+start : l.pos]
	if c, _ := l.peek(); c == '\'' && len(raw) == 1 {
		switch raw[0] {
		case 'x', 'X':
			return l.digitsIn(hexed, hexDigits)
		case 'b', 'B':
			return l.digitsIn(bits, "01")
		case 'n', 'N':
			return l.introduced("utf8")
		}
	}
	v := value{start: start, end: l.pos - l.mark}
	switch {
	case bytes.EqualFold(raw, []byte("NULL")), bytes.EqualFold(raw, []byte("DEFAULT")):
		return v, nil
	case bytes.EqualFold(raw, []byte("TRUE")), bytes.EqualFold(raw, []byte("FALSE")):
		v.form = truth
		return v, nil
	case raw[0] == '_':
		return l.introduced(string(raw[1:]))
	}
	return value{}, l.fault(fmt.Sprintf("%q where a value should stand: only plain values can be read, no functions and no names. Make the dump with mysqldump or mariadb-dump", shortened(raw)))
}

func (l *lexer) digitsIn(f form, allowed string) (value, error) {
	v, err := l.stringValue('\'')
	if err == nil && (v.form != plain || strayByte(l.buf[l.mark+v.start:l.mark+v.end], allowed)) {
		err = l.unexpected("digits in quotes")
	}
	v.form = f
	return v, err
}

// introduced is the value after a character set introducer.
func (l *lexer) introduced(charsetName string) (value, error) {
	set, known := charsets(charsetName)
	if !known {
		return value{}, l.fault(unknownCharset(charsetName))
	}
	if err := l.space(); err != nil {
		return value{}, err
	}
	if c, _ := l.peek(); c == '_' {
		return value{}, l.unexpected("a string after a character set")
	}
	v, err := l.value()
	v.charset = set
	return v, err
}

// unexpected is the error for a place where something else should stand.
func (l *lexer) unexpected(wanted string) error {
	return l.fault(fmt.Sprintf("%q where %s should stand: the dump is damaged, or no SQL dump", shortened(l.ahead(30)), wanted))
}

// fault is the error for what cannot be read here. At the end of the dump that is what is missing, nothing else.
func (l *lexer) fault(message string) error {
	if _, more := l.peek(); !more {
		return l.unfinished()
	}
	return &SyntaxError{l.line(), message}
}

func shortened(b []byte) string {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		b = b[:i]
	}
	return strings.ToValidUTF8(string(b[:min(len(b), 30)]), "\uFFFD")
}
