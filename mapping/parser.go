package mapping

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// parser reads one mapping. A mistake is written down and reading goes on, so that all of them come at once.
type parser struct {
	file        string
	files       map[*yaml.Node]string // the nodes of included files
	named       map[string]bool       // the names that are read, and those above them
	doubts      []doubt
	vocabulary  *Vocabulary
	values      map[string]*knownValues // of the site, as far as conditions ask for them
	entriesRead int                     // how many, each of which has a number
	unchecked   bool                    // the mapping is our own: its names need not be among the vocabulary's
	errs        Errors
	lists       map[string][]string // the mapping's own
	tables      map[string]table    // likewise
	rows        []rowsOf            // what "this" stands for, the innermost last
}

func newParser(file string, v *Vocabulary) *parser {
	return &parser{file: file, vocabulary: v, named: map[string]bool{}}
}

// fail writes down a mistake at a node.
func (p *parser) fail(n *yaml.Node, what, expected, near string) {
	p.failAt(n, 0, what, expected, near)
}

// failAt writes down a mistake some letters behind the beginning of a node.
func (p *parser) failAt(n *yaml.Node, letters int, what, expected, near string) {
	p.errs = append(p.errs, Error{File: p.fileOf(n), Line: max(n.Line, 1), Column: max(n.Column+letters, 1), What: what, Expected: expected, Near: near})
}

// fileOf names the file in which a node stands.
func (p *parser) fileOf(n *yaml.Node) string { return cmp.Or(p.files[n], p.file) }

// unknown writes down a name that does not exist where one of some known names must stand.
func (p *parser) unknown(n *yaml.Node, sort, name string, known []string) {
	near, ok := Nearest(name, known)
	if ok {
		near = fmt.Sprintf("%q", near)
	}
	p.fail(n, fmt.Sprintf("unknown %s %q", sort, name), oneOf(known), near)
}

// key is one key that a map may have, and what reads its value.
type key struct {
	name string
	read func(value *yaml.Node)
}

// keys reads a map whose keys are all known. It reports whether the node is a map at all.
func (p *parser) keys(n *yaml.Node, what string, known ...key) bool {
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = k.name
	}
	return p.each(n, what, func(name, value *yaml.Node) {
		i := slices.Index(names, name.Value)
		if i < 0 {
			p.unknown(name, "key", name.Value, names)
			return
		}
		known[i].read(value)
	})
}

// each reads a map whose keys are given by the person who wrote it. A key that comes twice is a mistake.
func (p *parser) each(n *yaml.Node, what string, read func(name, value *yaml.Node)) bool {
	if n.Kind != yaml.MappingNode {
		p.wrong(n, what)
		return false
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if name.Kind != yaml.ScalarNode {
			p.wrong(name, "a name before the colon")
			continue
		}
		if line, twice := seen[name.Value]; twice {
			p.fail(name, fmt.Sprintf("%q stands here twice, first in line %d", name.Value, line), "each key once", "")
			continue
		}
		seen[name.Value] = name.Line
		read(name, value)
	}
	return true
}

// wrong writes down that a node is of another kind than it must be.
func (p *parser) wrong(n *yaml.Node, expected string) {
	found := "nothing"
	switch {
	case n.Kind == yaml.MappingNode:
		found = "a map"
	case n.Kind == yaml.SequenceNode && len(n.Content) == 0:
		found = "an empty list"
	case n.Kind == yaml.SequenceNode:
		found = "a list"
	case n.Kind == yaml.ScalarNode && n.ShortTag() != "!!null":
		found = fmt.Sprintf("%q", shortened(n.Value))
	}
	p.fail(n, found+" stands here", expected, "")
}

func shortened(s string) string {
	if letters := []rune(s); len(letters) > 60 {
		return string(letters[:60]) + "…"
	}
	return s
}

// text reads a text, number or date as the text that it is written as.
func (p *parser) text(n *yaml.Node, what string) (string, bool) {
	if n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" || strings.TrimSpace(n.Value) == "" {
		p.wrong(n, what)
		return "", false
	}
	return n.Value, true
}

// list reads a list; one value stands for a list of one.
func (p *parser) list(n *yaml.Node, what string) []*yaml.Node {
	switch {
	case n.Kind == yaml.SequenceNode:
		return n.Content
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null":
		p.wrong(n, what)
		return nil
	}
	return []*yaml.Node{n}
}

// texts reads a list of texts, each once; read sees each with its node.
func (p *parser) texts(n *yaml.Node, what string, read func(n *yaml.Node, text string)) {
	seen := map[string]bool{}
	for _, element := range p.list(n, what) {
		text, ok := p.text(element, what)
		switch {
		case !ok:
		case seen[text]:
			p.fail(element, fmt.Sprintf("%q stands here twice", text), "each once", "")
		default:
			seen[text] = true
			read(element, text)
		}
	}
}

// oneOf reads one of a few words.
func (p *parser) oneOf(n *yaml.Node, sort string, words ...string) (string, bool) {
	text, ok := p.text(n, oneOf(words))
	if ok && !slices.Contains(words, text) {
		p.unknown(n, sort, text, words)
		return "", false
	}
	return text, ok
}
