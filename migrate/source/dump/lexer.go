package dump

import (
	"bytes"
	"fmt"
	"strings"
)

// lexer takes SQL apart as MySQL and its command-line client do.
type lexer struct {
	input
	literalBackslash bool   // SQL mode NO_BACKSLASH_ESCAPES
	ansiQuotes       bool   // SQL mode ANSI_QUOTES: "x" is a name
	delimiter        string // ends a statement
	conditional      int    // how many /*! are open
	began            int64  // line on which the statement began; 0 between statements
	comment          func(text string, ended bool)
}

// kind tells tokens apart.
type kind uint8

const (
	endOfFile      kind = iota
	endOfStatement      // the delimiter
	word                // a keyword, an unquoted name, a variable with its @, a number
	name                // a quoted name
	text                // a string
	mark                // any other single character
)

type token struct {
	kind kind
	text string // of names and strings without quotes, words as they stand
}

// is reports whether the token is this keyword.
func (t token) is(keyword string) bool { return t.kind == word && strings.EqualFold(t.text, keyword) }

// isMark reports whether the token is this character.
func (t token) isMark(c string) bool { return t.kind == mark && t.text == c }

// token returns the next token. Comments are passed over, conditional ones are entered.
func (l *lexer) token() (token, error) {
	if err := l.space(); err != nil {
		return token{}, err
	}
	c, ok := l.peek()
	if !ok {
		return token{}, l.failure()
	}
	if l.atDelimiter() {
		l.pos += len(l.delimiter)
		return token{kind: endOfStatement}, nil
	}
	release := l.mark < 0
	if release {
		l.mark = l.pos
		defer func() { l.mark = -1 }()
	}
	start := l.pos - l.mark
	switch {
	case c == '\'' || c == '"' || c == '`':
		escaped, err := l.quoted()
		if err != nil {
			return token{}, err
		}
		raw := l.buf[l.mark+start+1 : l.pos-1]
		t := token{text, string(raw)}
		if c == '`' || c == '"' && l.ansiQuotes {
			t.kind = name
		}
		if escaped {
			t.text = unescape(raw, c, l.escapes(c))
		}
		return t, nil
	case wordByte[c]:
		if err := l.passWord(); err != nil {
			return token{}, err
		}
		return token{word, string(l.buf[l.mark+start : l.pos])}, nil
	}
	l.pos++
	return token{mark, string(rune(c))}, nil
}

// passWord passes over letters, digits and what else a word or number is made of.
func (l *lexer) passWord() error {
	for {
		for l.pos < len(l.buf) && wordByte[l.buf[l.pos]] {
			l.pos++
		}
		if l.pos < len(l.buf) || !l.more() {
			return l.failure()
		}
	}
}

var wordByte = func() (set [256]bool) {
	for c := range set {
		set[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$' || c == '@' || c >= 0x80
	}
	return set
}()

// atDelimiter reports whether the delimiter comes next.
func (l *lexer) atDelimiter() bool {
	if l.pos < len(l.buf) && l.buf[l.pos] != l.delimiter[0] {
		return false
	}
	return string(l.ahead(len(l.delimiter))) == l.delimiter
}

// escapes reports whether a backslash escapes in what this quote opens.
func (l *lexer) escapes(quote byte) bool {
	return quote != '`' && !l.literalBackslash && !(quote == '"' && l.ansiQuotes)
}

// quoted passes over a string or quoted name and reports whether anything in it is escaped or doubled.
func (l *lexer) quoted() (escaped bool, err error) {
	quote := l.buf[l.pos]
	backslash := l.escapes(quote)
	l.pos++
	for {
		b := l.buf[l.pos:]
		end := bytes.IndexByte(b, quote)
		limit := end
		if end < 0 {
			limit = len(b)
		}
		i := 0
		for backslash && i < limit {
			k := bytes.IndexByte(b[i:limit], '\\')
			if k < 0 {
				break
			}
			escaped = true
			i += k + 2
		}
		switch {
		case i > len(b): // the window ends with a backslash
			l.pos += i - 2
		case i > limit: // the quote is escaped
			l.pos += i
			continue
		case end < 0:
			l.pos += len(b)
		case limit+1 < len(b) && b[limit+1] == quote:
			escaped = true
			l.pos += limit + 2
			continue
		case limit+1 < len(b):
			l.pos += limit + 1
			return escaped, nil
		default: // whether the quote is doubled, the next byte tells
			l.pos += limit
		}
		if !l.more() {
			if err := l.failure(); err != nil {
				return false, err
			}
			if i <= len(b) && end >= 0 {
				l.pos++
				return escaped, nil
			}
			return false, l.unfinished()
		}
	}
}

// unfinished is the error for a dump that ends inside a statement.
func (l *lexer) unfinished() error {
	if err := l.failure(); err != nil {
		return err
	}
	return &IncompleteError{max(l.began, 1), fmt.Sprintf("the dump ends on line %d, in the middle of the statement that begins here", l.line())}
}

// skip passes over the rest of the statement and its delimiter.
func (l *lexer) skip() error {
	for {
		i := l.pos
		for i < len(l.buf) && !specialByte[l.buf[i]] && l.buf[i] != l.delimiter[0] {
			i++
		}
		l.pos = i
		c, ok := l.peek()
		if !ok {
			return l.unfinished()
		}
		if l.atDelimiter() {
			l.pos += len(l.delimiter)
			return nil
		}
		if err := l.pass(c); err != nil {
			return err
		}
	}
}

// pass passes over what begins with this byte: a string, a comment, a line end, or the byte alone.
func (l *lexer) pass(c byte) error {
	switch c {
	case '\'', '"', '`':
		_, err := l.quoted()
		return err
	case '\n':
		l.pos++
		return l.noConflict("<=>|")
	case '-', '#', '/', '*':
		passed, err := l.passComment()
		if err != nil || passed {
			return err
		}
	}
	l.pos++
	return nil
}

// specialByte has the bytes that mean something wherever they stand in a statement.
var specialByte = func() (set [256]bool) {
	for _, c := range []byte("'\"`\n-#/*") {
		set[c] = true
	}
	return set
}()
