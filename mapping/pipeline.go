package mapping

import (
	"fmt"
	"strings"
	"unicode"
)

// pipeline is an expression as it is written: a path, and calls of functions on its value.
//
//	pipeline = path { "|" call }
//	call     = name { argument }
//	path     = segment { "." segment }
//
// A segment or argument with a space, a dot (segments only), a bar or a quote in it stands between quotes, single or double; the
// quote itself is written twice there.
type pipeline struct {
	path  Path
	calls []call
}

// call is a function with its arguments, as they are written.
type call struct {
	at        int // letters before the name
	name      string
	arguments []Value
	places    []int // letters before each argument
}

// scanError is a mistake in a pipeline, with the number of letters before it.
type scanError struct {
	at             int
	what, expected string
}

func (e *scanError) Error() string { return e.what }

type scanner struct {
	text []rune
	pos  int
}

// parsePipeline reads a path with the calls behind it.
func parsePipeline(text string) (pipeline, error) {
	s := &scanner{text: []rune(text)}
	path, err := s.path()
	if err != nil {
		return pipeline{}, err
	}
	result := pipeline{path: path}
	s.space()
	if s.done() {
		return result, nil
	}
	if !s.next('|') {
		return pipeline{}, &scanError{s.pos, fmt.Sprintf("%q follows the name %s", shortened(string(s.text[s.pos:])), path), "| and a function"}
	}
	result.calls, err = s.calls()
	return result, err
}

// parseCalls reads calls alone, as they stand under then.
func parseCalls(text string) ([]call, error) {
	return (&scanner{text: []rune(text)}).calls()
}

func (s *scanner) done() bool { return s.pos >= len(s.text) }

func (s *scanner) space() {
	for !s.done() && unicode.IsSpace(s.text[s.pos]) {
		s.pos++
	}
}

// next takes this letter if it is the next one.
func (s *scanner) next(letter rune) bool {
	if s.done() || s.text[s.pos] != letter {
		return false
	}
	s.pos++
	return true
}

func (s *scanner) path() (Path, error) {
	var path Path
	s.space()
	for {
		start := s.pos
		segment, quoted, err := s.word(".")
		if err != nil {
			return nil, err
		}
		if segment == "" && !quoted {
			return nil, &scanError{start, "a name is missing here", "a name such as title, acf.publisher or terms.region"}
		}
		path = append(path, segment)
		if !s.next('.') {
			return path, nil
		}
	}
}

func (s *scanner) calls() ([]call, error) {
	var calls []call
	for {
		s.space()
		one := call{at: s.pos}
		name, quoted, err := s.word("")
		if err != nil {
			return nil, err
		}
		if name == "" || quoted {
			return nil, &scanError{one.at, "a function is missing here", "the name of a function, such as trim"}
		}
		one.name = name
		for s.space(); !s.done() && s.text[s.pos] != '|'; s.space() {
			one.places = append(one.places, s.pos)
			argument, quoted, err := s.word("")
			if err != nil {
				return nil, err
			}
			if quoted {
				one.arguments = append(one.arguments, argument)
			} else {
				one.arguments = append(one.arguments, numberOrText(argument))
			}
		}
		calls = append(calls, one)
		if !s.next('|') {
			return calls, nil
		}
	}
}

// word reads up to white space, a bar or one of the letters of stop; or what stands between quotes.
func (s *scanner) word(stop string) (text string, quoted bool, err error) {
	start := s.pos
	if s.next('"') {
		text, err = s.quoted('"', start)
		return text, true, err
	}
	if s.next('\'') {
		text, err = s.quoted('\'', start)
		return text, true, err
	}
	for !s.done() && s.text[s.pos] != '|' && !unicode.IsSpace(s.text[s.pos]) && !strings.ContainsRune(stop, s.text[s.pos]) {
		s.pos++
	}
	return string(s.text[start:s.pos]), false, nil
}

func (s *scanner) quoted(quote rune, start int) (string, error) {
	var b strings.Builder
	for !s.done() {
		letter := s.text[s.pos]
		s.pos++
		if letter != quote {
			b.WriteRune(letter)
		} else if !s.next(quote) {
			return b.String(), nil
		} else {
			b.WriteRune(quote)
		}
	}
	return "", &scanError{start, "a quote is opened and not closed",
		"a closing quote; inside [ ] and { } an expression with a comma stands as a whole between quotes"}
}
