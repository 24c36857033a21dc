package dump

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// space passes over white space and comments, and enters and leaves conditional ones.
func (l *lexer) space() error {
	for {
		if l.pos == len(l.buf) && !l.more() {
			return l.failure()
		}
		switch l.buf[l.pos] {
		case ' ', '\t', '\r', '\f', '\v':
			l.pos++
		case '\n':
			l.pos++
			if err := l.noConflict("<=>|"); err != nil {
				return err
			}
		case '-', '#', '/', '*':
			passed, err := l.passComment()
			if err != nil || !passed {
				return err
			}
		default:
			return nil
		}
	}
}

// noConflict fails where the line that begins here is a conflict mark of a version control system. Marks lists the
// characters of which one may be made.
func (l *lexer) noConflict(marks string) error {
	c, ok := l.peek()
	if !ok || strings.IndexByte(marks, c) < 0 {
		return nil
	}
	b := l.ahead(8)
	if len(b) < 7 || bytes.Count(b[:7], b[:1]) != 7 || len(b) == 8 && b[7] != ' ' && b[7] != '\r' && b[7] != '\n' {
		return nil
	}
	return &SyntaxError{l.line(), fmt.Sprintf("a conflict mark (%s) that a version control system left when it merged two dumps. Take one of the two as it was, or make the dump again", b[:7])}
}

// passComment passes over the comment that begins here, or over the opening or the end of a conditional one. It
// reports false where none does.
func (l *lexer) passComment() (bool, error) {
	b := l.ahead(4)
	switch {
	case b[0] == '#', b[0] == '-' && len(b) > 1 && b[1] == '-' && (len(b) == 2 || b[2] <= ' ' || l.began == 0):
		return true, l.passLine()
	case b[0] == '*' && len(b) > 1 && b[1] == '/' && l.conditional > 0:
		l.conditional--
		l.pos += 2
		return true, nil
	case b[0] == '/' && len(b) > 1 && b[1] == '*':
		l.pos += 2
		if opening := conditionalOpening(b[2:]); opening > 0 {
			l.pos += opening
			if l.enters() {
				l.conditional++
				return true, nil
			}
		}
		return true, l.passBlock()
	}
	return false, nil
}

// conditionalOpening returns the length of what makes a comment conditional: "!", or MariaDB's "M!".
func conditionalOpening(b []byte) int {
	if len(b) > 0 && b[0] == '!' {
		return 1
	}
	if len(b) > 1 && b[0] == 'M' && b[1] == '!' {
		return 2
	}
	return 0
}

// enters passes over the version of a conditional comment and reports whether servers run what follows: version
// 999999 is none, and a backslash is a command to the client (the sandbox mode).
func (l *lexer) enters() bool {
	digits := 0
	for b := l.ahead(7); digits < min(6, len(b)) && b[digits] >= '0' && b[digits] <= '9'; {
		digits++
	}
	version, _ := strconv.Atoi(string(l.ahead(digits)))
	l.pos += digits
	c, _ := l.peek()
	return version < 999999 && c != '\\'
}

// passLine passes over a comment to the end of its line and tells the listener of it.
func (l *lexer) passLine() error {
	var line []byte
	for {
		b := l.buf[l.pos:]
		end := bytes.IndexByte(b, '\n')
		if end >= 0 {
			b = b[:end]
		}
		line = append(line, b[:min(len(b), max(0, 200-len(line)))]...)
		l.pos += len(b)
		if end >= 0 || !l.more() {
			if l.began == 0 && l.comment != nil {
				l.comment(strings.TrimRight(strings.TrimLeft(string(line), "-# \t"), "\r \t"), end >= 0)
			}
			return l.failure()
		}
	}
}

// passBlock passes over the rest of a comment in slashes and asterisks.
func (l *lexer) passBlock() error {
	opened := l.line()
	for {
		c, ok := l.peek()
		if !ok {
			if err := l.failure(); err != nil {
				return err
			}
			return &IncompleteError{opened, "the dump ends in the middle of the comment that begins here"}
		}
		l.pos++
		switch c {
		case '*':
			if next, _ := l.peek(); next == '/' {
				l.pos++
				return nil
			}
		case '\n':
			if err := l.noConflict("<>"); err != nil {
				return err
			}
		}
	}
}
