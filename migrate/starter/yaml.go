package starter

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// node is a piece of YAML: a text, a list or a map, with comments.
type node struct {
	text  string
	raw   bool // the text is no text to YAML: true, 1
	list  []item
	pairs []*pair
	flow  bool // between brackets, on one line
}

// item is an element of a list.
type item struct {
	value *node
	note  string // behind it, or above where it is long
	above []string
}

// pair is a key with its value.
type pair struct {
	key   string
	value *node
	note  string
	above []string
	below []string // comments at the end of the value
	blank bool     // an empty line before it
}

func text(t string) *node { return &node{text: t} }

func (n *node) add(key string, value *node) *pair {
	p := &pair{key: key, value: value}
	n.pairs = append(n.pairs, p)
	return p
}

// texts is a list of texts on one line; of one, that one.
func texts(all []string) *node {
	if len(all) == 1 {
		return text(all[0])
	}
	n := &node{flow: true}
	for _, t := range all {
		n.list = append(n.list, item{value: text(t)})
	}
	return n
}

// reads reports whether an expression reads a path.
func (n *node) reads(path string) bool {
	return n.some(func(text string) bool { return text == path || strings.HasPrefix(text, path+" |") })
}

// some reports whether one of the texts of a node passes a test.
func (n *node) some(test func(text string) bool) bool {
	return test(n.text) || slices.ContainsFunc(n.pairs, func(p *pair) bool { return p.value.some(test) }) ||
		slices.ContainsFunc(n.list, func(i item) bool { return i.value.some(test) })
}

// inline writes a node on one line.
func (n *node) inline(flow bool) string {
	var parts []string
	switch {
	case n.list != nil:
		for _, i := range n.list {
			parts = append(parts, i.value.inline(true))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case n.pairs != nil:
		for _, p := range n.pairs {
			parts = append(parts, scalar(p.key, true)+": "+p.value.inline(true))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	if n.raw {
		return n.text
	}
	return scalar(n.text, flow)
}

func (n *node) oneLine() bool { return n.flow || n.list == nil && n.pairs == nil }

// writer writes lines, and aligns the comments behind neighbours.
type writer struct{ lines []line }

type line struct{ text, note string }

// depth is how far a line is indented.
func (l line) depth() int { return len(l.text) - len(strings.TrimLeft(l.text, " ")) }

// widest is the longest line that has a comment behind it, and longest how long both get.
const (
	widest  = 70
	longest = 125
)

// line writes a line with its note: behind it, or above where that would be too long.
func (w *writer) line(depth int, text, note string) {
	text, note = strings.Repeat(" ", depth)+text, onOneLine(note)
	if width := utf8.RuneCountInString(text); note != "" && (width > widest || width+utf8.RuneCountInString(note) > longest) {
		w.comment(depth, []string{note})
		note = ""
	}
	w.lines = append(w.lines, line{text, note})
}

// comment writes lines of comment, long ones in several. Lines that are indented stay as they are.
func (w *writer) comment(depth int, lines []string) {
	for _, l := range lines {
		l = shown(l)
		for _, part := range wrapped(l, longest-depth) {
			w.lines = append(w.lines, line{strings.TrimRight(strings.Repeat(" ", depth)+"# "+part, " "), ""})
		}
	}
}

// empty writes an empty line, unless there is one.
func (w *writer) empty() {
	if n := len(w.lines); n > 0 && w.lines[n-1].text != "" {
		w.lines = append(w.lines, line{})
	}
}

// node writes the pairs of a map, or the items of a list.
func (w *writer) node(depth int, n *node) {
	for i, p := range n.pairs {
		if p.blank {
			w.empty()
		}
		w.comment(depth, p.above)
		key := scalar(p.key, true) + ":"
		if p.value.oneLine() {
			w.line(depth, key+strings.Repeat(" ", n.widthAt(i)+2-utf8.RuneCountInString(key))+p.value.inline(false), p.note)
			continue
		}
		w.line(depth, key, p.note)
		w.node(depth+2, p.value)
		w.comment(depth+2, p.below)
	}
	for _, i := range n.list {
		w.comment(depth, i.above)
		if i.value.oneLine() {
			w.line(depth, "- "+i.value.inline(false), i.note)
			continue
		}
		at := len(w.lines)
		w.node(depth+2, i.value)
		w.lines[at].text = strings.Repeat(" ", depth) + "- " + strings.TrimLeft(w.lines[at].text, " ")
		w.lines[at].note = i.note
	}
}

// widthAt is the width of the keys around a pair whose values stand on their lines: they are aligned.
func (n *node) widthAt(i int) int {
	start, end := i, i
	for start > 0 && n.pairs[start-1].value.oneLine() && !n.pairs[start].blank {
		start--
	}
	for end+1 < len(n.pairs) && n.pairs[end+1].value.oneLine() && !n.pairs[end+1].blank {
		end++
	}
	width := 0
	for _, p := range n.pairs[start : end+1] {
		width = max(width, utf8.RuneCountInString(scalar(p.key, true)))
	}
	return width
}

// bytes aligns the comments of lines that follow each other and are indented alike.
func (w *writer) bytes() []byte {
	var b strings.Builder
	for start := 0; start < len(w.lines); {
		end, width := start, 0
		for ; end < len(w.lines) && w.lines[end].note != "" && w.lines[end].depth() == w.lines[start].depth(); end++ {
			width = max(width, utf8.RuneCountInString(w.lines[end].text))
		}
		if end == start {
			end++
		}
		for _, l := range w.lines[start:end] {
			b.WriteString(l.text)
			if l.note != "" {
				b.WriteString(strings.Repeat(" ", width-utf8.RuneCountInString(l.text)+3) + "# " + l.note)
			}
			b.WriteByte('\n')
		}
		start = end
	}
	return []byte(b.String())
}
