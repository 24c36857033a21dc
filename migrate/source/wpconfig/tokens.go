package wpconfig

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

type kind int

const (
	word     kind = iota // a name, a keyword, a number
	variable             // with its "$"
	literal              // a string that says all it means, resolved
	computed             // a string with variables in it, which PHP would fill in
	mark                 // any other character
)

// token is a piece of PHP.
type token struct {
	kind kind
	text string
	line int
}

func (t token) is(k kind, text string) bool {
	return t.kind == k && (t.text == text || k == word && strings.EqualFold(t.text, text))
}

// tokenizer takes a file apart. Text outside of <?php … ?>, comments and white space are no tokens.
type tokenizer struct {
	text string
	at   int
	line int
	list []token
}

func tokenize(text string) []token {
	t := &tokenizer{text: text, line: 1}
	for t.enterPHP() {
		for t.at < len(t.text) && !t.leavePHP() {
			t.next()
		}
	}
	return t.list
}

// skip goes on by n bytes.
func (t *tokenizer) skip(n int) {
	n = min(n, len(t.text)-t.at)
	t.line += strings.Count(t.text[t.at:t.at+n], "\n")
	t.at += n
}

// enterPHP goes to behind the next opening tag.
func (t *tokenizer) enterPHP() bool {
	i := strings.Index(t.text[t.at:], "<?")
	if i < 0 {
		return false
	}
	t.skip(i + len("<?"))
	if rest := t.text[t.at:]; len(rest) >= 3 && strings.EqualFold(rest[:3], "php") {
		t.skip(3)
	}
	return true
}

func (t *tokenizer) leavePHP() bool {
	if !strings.HasPrefix(t.text[t.at:], "?>") {
		return false
	}
	t.skip(2)
	return true
}

func (t *tokenizer) add(k kind, text string, line int) {
	t.list = append(t.list, token{k, text, line})
}

func (t *tokenizer) next() {
	rest := t.text[t.at:]
	switch c := rest[0]; {
	case strings.HasPrefix(rest, "#["): // an attribute, no comment
		t.add(mark, "#", t.line)
		t.skip(1)
	case c == '#', strings.HasPrefix(rest, "//"):
		t.skip(lineComment(rest))
	case strings.HasPrefix(rest, "/*"):
		t.skip(until(rest, 2, "*/"))
	case strings.HasPrefix(rest, "<<<"):
		t.heredoc(rest)
	case c == '\'' || c == '"':
		t.quoted(rest, c)
	case c == '$' && len(rest) > 1 && isName(rest[1]):
		n := nameLength(rest[1:]) + 1
		t.add(variable, rest[:n], t.line)
		t.skip(n)
	case isName(c):
		n := nameLength(rest)
		t.add(word, rest[:n], t.line)
		t.skip(n)
	default:
		if c > ' ' {
			t.add(mark, string(c), t.line)
		}
		t.skip(1)
	}
}

// lineComment is the length of a comment that ends with its line, or before a closing tag.
func lineComment(rest string) int {
	n := strings.IndexAny(rest, "\r\n")
	if n < 0 {
		n = len(rest)
	}
	if i := strings.Index(rest[:n], "?>"); i >= 0 {
		n = i
	}
	return n
}

// until is the length of rest up to and with a closing mark that comes after the first n bytes.
func until(rest string, n int, closing string) int {
	if i := strings.Index(rest[n:], closing); i >= 0 {
		return n + i + len(closing)
	}
	return len(rest)
}

func isName(c byte) bool {
	return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf
}

func nameLength(text string) int {
	for i := range len(text) {
		if !isName(text[i]) {
			return i
		}
	}
	return len(text)
}

// heredoc takes a <<<WORD text WORD; as a string that PHP would work out: nobody writes a password so.
func (t *tokenizer) heredoc(rest string) {
	label := strings.TrimLeft(rest[3:], " \t\"'")
	label = label[:nameLength(label)]
	line := t.line
	if label == "" {
		t.add(mark, "<", line)
		t.skip(3)
		return
	}
	body := len(rest) - len(strings.TrimLeft(rest[3:], " \t\"'")) + len(label)
	t.add(computed, "<<<"+label, line)
	t.skip(heredocEnd(rest, body, label))
}

// heredocEnd is where a heredoc ends: behind its label, the first thing on a line.
func heredocEnd(rest string, at int, label string) int {
	for at < len(rest) {
		i := strings.IndexByte(rest[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		line := strings.TrimLeft(rest[at:], " \t")
		if strings.HasPrefix(line, label) && nameLength(line) == len(label) {
			return len(rest) - len(line) + len(label)
		}
	}
	return len(rest)
}

// quoted takes a string in quotes.
func (t *tokenizer) quoted(rest string, quote byte) {
	end := 1
	for end < len(rest) && rest[end] != quote {
		if rest[end] == '\\' {
			end++
		}
		end++
	}
	end = min(end, len(rest))
	inner, line := rest[1:end], t.line
	t.skip(end + 1)
	if quote == '\'' {
		t.add(literal, unescapeSingle(inner), line)
		return
	}
	value, whole := unescapeDouble(inner)
	if !whole {
		t.add(computed, "a string with a variable in it", line)
		return
	}
	t.add(literal, value, line)
}

// unescapeSingle resolves the two escapes of single quotes.
func unescapeSingle(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\'`, `'`).Replace(s)
}

var simpleEscapes = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', 'v': '\v', 'e': 0x1b, 'f': '\f', '\\': '\\', '$': '$', '"': '"'}

// unescapeDouble resolves the escapes of double quotes. Whole is false where a variable stands in the string.
func unescapeDouble(s string) (value string, whole bool) {
	var out strings.Builder
	for i := 0; i < len(s); {
		rest := s[i:]
		switch {
		case rest[0] == '$' && len(rest) > 1 && (rest[1] == '{' || isName(rest[1]) && (rest[1] < '0' || rest[1] > '9')), strings.HasPrefix(rest, "{$"):
			return "", false
		case rest[0] == '\\' && len(rest) > 1:
			text, n := escape(rest)
			out.WriteString(text)
			i += n
		default:
			out.WriteByte(rest[0])
			i++
		}
	}
	return out.String(), true
}

// escape resolves the escape that s begins with, and returns its length. An unknown one is itself.
func escape(s string) (string, int) {
	if c, ok := simpleEscapes[s[1]]; ok {
		return string([]byte{c}), 2
	}
	digits := func(from, most, base int) int {
		n := from
		for n < len(s) && n < from+most && strings.IndexByte("0123456789abcdef"[:base], s[n]|0x20) >= 0 {
			n++
		}
		return n
	}
	switch c := s[1]; {
	case '0' <= c && c <= '7':
		end := digits(1, 3, 8)
		n, _ := strconv.ParseUint(s[1:end], 8, 16)
		return string([]byte{byte(n)}), end
	case c == 'x':
		if end := digits(2, 2, 16); end > 2 {
			n, _ := strconv.ParseUint(s[2:end], 16, 8)
			return string([]byte{byte(n)}), end
		}
	case strings.HasPrefix(s, `\u{`):
		if end := digits(3, 6, 16); end > 3 && end < len(s) && s[end] == '}' {
			n, _ := strconv.ParseUint(s[3:end], 16, 32)
			return string(rune(n)), end + 1
		}
	}
	return s[:2], 2
}
