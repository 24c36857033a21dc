package mapping

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Error is one mistake in a mapping.
type Error struct {
	File         string
	Line, Column int    // from 1
	What         string // what is wrong: `unknown key "publsher"`
	Expected     string // what would be right: "one of authors, publishers, title"; may be empty
	Near         string // the nearest right name, or another remedy in a few words; may be empty
}

// Error writes the mistake in one line: file:line:column: what; expected …, or with a remedy that leads further
// file:line:column: what: did you mean …? Expected ….
func (e Error) Error() string {
	text := fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.What)
	switch {
	case e.Near != "" && e.Expected != "":
		return text + ": did you mean " + e.Near + "? Expected " + e.Expected
	case e.Near != "":
		return text + ": did you mean " + e.Near + "?"
	case e.Expected != "":
		return text + "; expected " + e.Expected
	}
	return text
}

// Errors are all mistakes of a mapping, by position.
type Errors []Error

// Error writes one mistake a line.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, one := range e {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// sorted orders the mistakes by position, those of the mapping itself before those of files that it includes, and keeps
// one of each.
func (e Errors) sorted(file string) Errors {
	name := func(e Error) string { return strings.TrimPrefix(e.File, file) }
	slices.SortStableFunc(e, func(a, b Error) int {
		return cmp.Or(cmp.Compare(name(a), name(b)), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.What, b.What))
	})
	return slices.Compact(e)
}

// reasonOf is what is wrong with a pattern, without the words that every such error begins with.
func reasonOf(err error) string {
	return strings.TrimPrefix(err.Error(), "error parsing regexp: ")
}
