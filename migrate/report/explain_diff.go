package report

import (
	"bytes"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// inline are the elements that stand within a line of text.
var inline = []string{"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}

// lines puts each element that begins a line of a page on a line of its own, so that a difference names what differs
// and not the whole page. Blank lines are left out; every line ends with a line feed.
func lines(markup string) string {
	var b strings.Builder
	for i, piece := range strings.Split(markup, "<") {
		if i > 0 {
			if begins(piece) {
				b.WriteByte('\n')
			}
			b.WriteByte('<')
		}
		b.WriteString(piece)
	}
	var text strings.Builder
	for line := range strings.Lines(b.String()) {
		if line = strings.TrimRight(line, " \t\r\n"); line != "" {
			text.WriteString(line)
			text.WriteByte('\n')
		}
	}
	return text.String()
}

// begins reports whether the rest of a tag, behind its angle bracket, begins an element that is not inline.
func begins(tag string) bool {
	name := tag[:len(tag)-len(strings.TrimLeft(tag, "abcdefghijklmnopqrstuvwxyz0123456789-!"))]
	return name != "" && !slices.Contains(inline, name)
}

// difference is what a step changed, as the hunks of a unified diff; empty where it changed nothing.
func (s *Step) difference() string {
	if s.Before == s.After {
		return ""
	}
	unified := diff.Diff("before", []byte(lines(s.Before)), "after", []byte(lines(s.After)))
	for range 3 { // the names of the files
		_, unified, _ = bytes.Cut(unified, []byte("\n"))
	}
	return string(unified)
}
