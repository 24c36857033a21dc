package dump

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"
)

// text returns a value as UTF-8, in memory of its own; NULL is empty.
func (v value) text(row []byte, lay *layout) string {
	raw := row[v.start:v.end]
	set := v.charset
	if set == nil {
		set = lay.charset
	}
	switch v.form {
	case plain:
		return set.decode(string(raw))
	case escaped:
		return set.decode(unescape(raw, v.quote, !lay.literalBackslash))
	case hexed:
		return hexText(raw, v.charset)
	case bits:
		n, _ := strconv.ParseUint(string(raw), 2, 64)
		return strconv.FormatUint(n, 10)
	case truth:
		if raw[0] == 't' || raw[0] == 'T' {
			return "1"
		}
		return "0"
	}
	return ""
}

// hexText returns the bytes that hexadecimal digits stand for. An odd number of digits is filled up in front.
func hexText(digits []byte, introduced *charset) string {
	if len(digits)%2 == 1 {
		digits = append([]byte{'0'}, digits...)
	}
	decoded := make([]byte, len(digits)/2)
	n, _ := hex.Decode(decoded, digits)
	if introduced != nil {
		return introduced.decode(string(decoded[:n]))
	}
	return string(decoded[:n])
}

// number returns a value as an integer, and whether it is one.
func (v value) number(row []byte, lay *layout) (int64, bool) {
	raw := row[v.start:v.end]
	if v.form != plain {
		raw = []byte(v.text(row, lay))
	}
	n, err := strconv.ParseInt(string(raw), 10, 64)
	return n, err == nil
}

// unescape returns the text between two quotes: a doubled quote is one, and after a backslash, where those escape,
// comes what MySQL's manual lists under String Literals.
func unescape(raw []byte, quote byte, backslash bool) string {
	var b strings.Builder
	b.Grow(len(raw))
	nextQuote := -1
	for i := 0; i < len(raw); {
		if nextQuote < i {
			if nextQuote = bytes.IndexByte(raw[i:], quote); nextQuote < 0 {
				nextQuote = len(raw)
			} else {
				nextQuote += i
			}
		}
		end, skipped := nextQuote, 1
		if backslash {
			if k := bytes.IndexByte(raw[i:nextQuote], '\\'); k >= 0 {
				end = i + k
			}
		}
		b.Write(raw[i:end])
		if end+1 < len(raw) {
			if raw[end] == quote {
				b.WriteByte(quote)
			} else {
				writeEscape(&b, raw[end+1])
			}
			skipped = 2
		}
		i = end + skipped
	}
	return b.String()
}

func writeEscape(b *strings.Builder, c byte) {
	switch c {
	case '0':
		c = 0
	case 'b':
		c = '\b'
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'Z':
		c = 0x1a
	case '%', '_':
		b.WriteByte('\\')
	}
	b.WriteByte(c)
}
