package record

import (
	"bytes"
	"strconv"
)

// yamlEmitter writes block-style YAML, indented by two spaces. Texts stand plain where every reader takes them for that
// text, else in double quotes; several lines stand as a literal block. Lists of inline stand in brackets.
type yamlEmitter struct {
	b    []byte
	open []yamlFrame
	last byte // what stands before the value: ':', '-', or 0 at the root
}

type yamlFrame struct {
	column int // of the keys or dashes
	count  int
	empty  string // what is written if nothing came
}

func (y *yamlEmitter) object() { y.start("{}") }
func (y *yamlEmitter) list()   { y.start("[]") }

func (y *yamlEmitter) start(empty string) {
	column := 0
	if n := len(y.open); n > 0 {
		column = y.open[n-1].column + 2
	}
	y.open = append(y.open, yamlFrame{column: column, empty: empty})
}

func (y *yamlEmitter) end() {
	f := y.open[len(y.open)-1]
	y.open = y.open[:len(y.open)-1]
	if f.count == 0 {
		y.scalar(f.empty)
	}
}

// next goes to where the next key or dash stands.
func (y *yamlEmitter) next() {
	f := &y.open[len(y.open)-1]
	f.count++
	switch {
	case f.count == 1 && y.last == '-':
		y.b = append(y.b, ' ')
		return
	case f.count == 1 && y.last == ':':
		y.b = append(y.b, '\n')
	}
	y.b = appendSpaces(y.b, f.column)
}

func (y *yamlEmitter) item() {
	y.next()
	y.b = append(y.b, '-')
	y.last = '-'
}

// longKey is the length in bytes from which a key is written explicitly: readers give up on an implicit one of more
// than 1024 characters.
const longKey = 512

func (y *yamlEmitter) key(name string) {
	y.next()
	name, _ = CleanText(name)
	if len(name) >= longKey {
		y.b = append(y.b, '?', ' ')
	}
	if plain(name, true) {
		y.b = append(y.b, name...)
	} else {
		y.b = appendQuoted(y.b, name, true)
	}
	if len(name) >= longKey {
		y.b = append(y.b, '\n')
		y.b = appendSpaces(y.b, y.open[len(y.open)-1].column)
	}
	y.b = append(y.b, ':')
	y.last = ':'
}

func (y *yamlEmitter) scalar(s string) {
	if y.last != 0 {
		y.b = append(y.b, ' ')
	}
	y.b = append(y.b, s...)
	y.b = append(y.b, '\n')
}

func (y *yamlEmitter) text(s string) {
	s, _ = CleanText(s)
	if indicator, ok := literal(s, false); ok {
		y.lines(s, indicator)
		return
	}
	y.b = append(y.b, ' ')
	y.b = append(appendText(y.b, s, false), '\n')
}

func (y *yamlEmitter) block(s string) {
	s, _ = CleanText(s)
	if indicator, ok := literal(s, true); ok {
		y.lines(s, indicator)
		return
	}
	y.b = append(y.b, ' ')
	y.b = append(appendText(y.b, s, false), '\n')
}

// lines writes s as a literal block. Empty lines get no indentation.
func (y *yamlEmitter) lines(s, indicator string) {
	y.b = append(y.b, ' ', '|')
	y.b = append(y.b, indicator...)
	y.b = append(y.b, '\n')
	column := y.open[len(y.open)-1].column + 2
	for line := range bytes.Lines([]byte(s)) {
		if line[0] != '\n' {
			y.b = appendSpaces(y.b, column)
		}
		y.b = append(y.b, line...)
	}
	if s[len(s)-1] != '\n' {
		y.b = append(y.b, '\n')
	}
}

func (y *yamlEmitter) inline(texts []string) {
	y.b = append(y.b, ' ', '[')
	for i, s := range texts {
		if i > 0 {
			y.b = append(y.b, ',', ' ')
		}
		s, _ = CleanText(s)
		y.b = appendText(y.b, s, true)
	}
	y.b = append(y.b, ']', '\n')
}

func (y *yamlEmitter) integer(n int64)  { y.scalar(strconv.FormatInt(n, 10)) }
func (y *yamlEmitter) boolean(b bool)   { y.scalar(strconv.FormatBool(b)) }
func (y *yamlEmitter) null()            { y.scalar("null") }
func (y *yamlEmitter) number(f float64) { y.scalar(string(appendNumber(nil, f))) }

// appendText appends s plain if it can stand so, else in double quotes.
func appendText(b []byte, s string, flow bool) []byte {
	if plain(s, flow) {
		return append(b, s...)
	}
	return appendQuoted(b, s, true)
}

func appendSpaces(b []byte, n int) []byte {
	for range n {
		b = append(b, ' ')
	}
	return b
}
