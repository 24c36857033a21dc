package mapping

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// maxPathParts is how many names a path may have: deeper trees are a mistake sooner than a wish.
const maxPathParts = 10

const examplePath = "a path such as {kind}/{issued|year}/{slug}"

// path reads where the files of records stand.
func (p *parser) path(n *yaml.Node) PathPattern {
	text, ok := p.text(n, examplePath)
	if !ok {
		return nil
	}
	before := len(p.errs)
	var pattern PathPattern
	at := 0
	for _, written := range strings.Split(text, "/") {
		pattern = append(pattern, p.pathPart(n, at, written))
		at += len([]rune(written)) + 1
	}
	last := pattern[len(pattern)-1]
	switch {
	case len(p.errs) > before:
	case len(pattern) > maxPathParts:
		p.fail(n, fmt.Sprintf("the path has %d parts", len(pattern)), fmt.Sprintf("at most %d", maxPathParts), "")
	case !slices.ContainsFunc(last, func(piece pathPiece) bool { return len(piece.names) > 0 && piece.names[0] != "kind" }):
		p.fail(n, "the last part of the path, which names the file, is the same for every record", "a placeholder in it, such as {slug}", "")
	}
	return pattern
}

// pathPart reads one name of a path that stands some letters into the text.
func (p *parser) pathPart(n *yaml.Node, at int, written string) pathPart {
	if strings.TrimSpace(written) == "" {
		p.failIn(n, at, "a part of the path is empty", examplePath, "")
		return nil
	}
	if strings.HasPrefix(written, ".") || strings.Contains(written, `\`) {
		p.failIn(n, at, fmt.Sprintf("%q can be no part of a path", shortened(written)), "names without \\ and without a dot at their beginning", "")
		return nil
	}
	var part pathPart
	for rest := written; rest != ""; {
		text, inside, opened := strings.Cut(rest, "{")
		if strings.Contains(text, "}") {
			p.failIn(n, at, fmt.Sprintf("a } without a { stands in %q", shortened(written)), examplePath, "")
			return nil
		}
		if text != "" {
			part = append(part, pathPiece{text: text})
		}
		at += len([]rune(text)) + 1
		placeholder, after, closed := strings.Cut(inside, "}")
		if opened && !closed {
			p.failIn(n, at-1, fmt.Sprintf("a { is not closed in %q", shortened(written)), examplePath, "")
			return nil
		}
		if opened {
			part = append(part, p.placeholder(n, at, placeholder))
		}
		at += len([]rune(placeholder)) + 1
		rest = after
	}
	return part
}

// placeholder reads what stands between braces: names, the first with a value of which counts, and the part of a date, with
// bars between them.
func (p *parser) placeholder(n *yaml.Node, at int, written string) pathPiece {
	var piece pathPiece
	words := strings.Split(written, "|")
	for i, word := range words {
		word = strings.TrimSpace(word)
		place, ok := p.vocabulary.place(word)
		_, isUnit := dateUnits[word]
		switch {
		case ok:
			piece.names = append(piece.names, word)
			piece.date = piece.date || place.Type == TypeDate
		case i > 0 && i == len(words)-1 && (isUnit || p.meantUnit(word)):
			p.unit(n, at, word, &piece)
		default:
			p.unknownPlace(n, at, word)
		}
	}
	return piece
}

// meantUnit reports whether what stands behind a placeholder was rather meant to be a part of a date than a placeholder.
func (p *parser) meantUnit(word string) bool {
	_, found := Nearest(word, p.vocabulary.placeNames())
	return !found
}

// unit reads the part of a date that a placeholder takes.
func (p *parser) unit(n *yaml.Node, at int, word string, piece *pathPiece) {
	piece.unit = word
	if _, ok := dateUnits[word]; !ok {
		units := []string{"year", "month", "day"}
		near, found := Nearest(word, units)
		if found {
			near = fmt.Sprintf("%q", near)
		}
		p.failIn(n, at, fmt.Sprintf("unknown part of a date %q", shortened(word)), oneOf(units), near)
		return
	}
	for _, name := range piece.names {
		if place, _ := p.vocabulary.place(name); place.Type != TypeDate && place.Type != TypeAny {
			p.failIn(n, at, fmt.Sprintf("%s is no date", name), "a date before |, such as issued or posted", "")
		}
	}
}

func (p *parser) unknownPlace(n *yaml.Node, at int, word string) {
	known := p.vocabulary.placeNames()
	near, found := Nearest(word, known)
	if found {
		near = fmt.Sprintf("%q", near)
	}
	p.failIn(n, at, fmt.Sprintf("unknown placeholder %q", shortened(word)), oneOf(known), near)
}

// place finds what the vocabulary says of a placeholder.
func (v *Vocabulary) place(name string) (Name, bool) {
	for _, known := range v.Places {
		prefix, wild := strings.CutSuffix(known.Path, "*")
		if known.Path == name || wild && strings.HasPrefix(name, prefix) && name != prefix {
			return known, true
		}
	}
	return Name{}, false
}

func (v *Vocabulary) placeNames() []string {
	var names []string
	for _, known := range v.Places {
		names = append(names, known.Path)
	}
	return names
}
