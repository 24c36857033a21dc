package mapping

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// Known is a value that a name has in a site.
type Known struct {
	Text  string // as conditions ask for it: the slug of a term
	Label string // what people call it: the name of the term; may be empty
	Posts int    // how many published posts have it
}

// asked is a value that a condition asks for.
type asked struct {
	node *yaml.Node
	path Path
	text string
}

// knownValues are the values of a name, in the order of the site and by their folded text.
type knownValues struct {
	list []Known
	has  map[string]bool
}

// sightValues holds the values that the conditions of an entry ask for against those that the site has. Types are the post
// types that the entry speaks of; none: all.
func (p *parser) sightValues(values []asked, types []string) {
	for _, a := range values {
		name := strings.TrimPrefix(a.path.String(), "within.")
		p.named[valueName(name, a.text)] = true
		known := p.knownValues(a.path, types)
		if known == nil || known.has[fold(a.text)] {
			continue
		}
		d := doubt{unseen: Unseen{Path: a.path, Value: a.text, Place: p.place(a.node)}, mistake: known.unknown(name, a, types)}
		if near, ok := known.near(a.text); ok {
			d.instead, d.mistake.Near = valueName(name, near.Text), fmt.Sprintf("%q", near.Text)
			if len(a.path) > 1 {
				d.mistake.Near += ", of " + counted(near.Posts, "post")
			}
		}
		p.doubt(a.node, 0, d)
	}
}

func valueName(name, text string) string { return name + ": " + fold(text) }

// unknown is the mistake of asking for a value that is not there.
func (k *knownValues) unknown(name string, a asked, types []string) Error {
	if len(a.path) > 1 {
		return Error{What: fmt.Sprintf("no term of %s has the slug %q", name, shortened(a.text)), Expected: oneOf(k.texts())}
	}
	of := "a post"
	if len(types) > 0 {
		of = "a post of the type " + strings.Join(types, " or ")
	}
	return Error{What: fmt.Sprintf("no post has the %s %q", name, shortened(a.text)), Expected: "that of " + of}
}

// knownValues are the values that the posts of some types have under a name; nil: they are not known.
func (p *parser) knownValues(path Path, types []string) *knownValues {
	if p.vocabulary.Values == nil || p.unchecked {
		return nil
	}
	key := path.String() + " of " + strings.Join(types, " ")
	if known, done := p.values[key]; done {
		return known
	}
	var known *knownValues
	if list, ok := p.vocabulary.Values(path, types); ok {
		known = &knownValues{list, make(map[string]bool, len(list))}
		for _, one := range list {
			known.has[fold(one.Text)] = true
		}
	}
	if p.values == nil {
		p.values = map[string]*knownValues{}
	}
	p.values[key] = known
	return known
}

// texts lists the values that posts have.
func (k *knownValues) texts() []string {
	var texts []string
	for _, one := range k.list {
		if one.Posts > 0 {
			texts = append(texts, one.Text)
		}
	}
	return texts
}

// near is the value that someone most likely meant: one that posts have, and that is called so or one slip in five letters
// away. Values that differ in their figures, such as years, are no slips of each other.
func (k *knownValues) near(text string) (Known, bool) {
	var possible []string
	for _, one := range k.list {
		switch {
		case one.Posts == 0:
		case fold(one.Label) == fold(text):
			return one, true
		case figures(one.Text) == figures(text):
			possible = append(possible, one.Text)
		}
	}
	near, ok := nearestWithin(tolerance(text), text, possible)
	if !ok {
		return Known{}, false
	}
	return k.list[slices.IndexFunc(k.list, func(one Known) bool { return one.Text == near })], true
}

// figures are the figures in a text.
func figures(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}
