package migrate

import (
	"fmt"

	"golang.org/x/net/html"
	"golang.org/x/text/language"

	"wp2pub/mapping"
)

// readLanguage is the language that a text of the post is written in, and how certain that is. In the language of the site it is
// the site's own tag: en-GB, not en.
func (it *item) readLanguage(text string) (tag string, confidence float64) {
	site := it.view.Setup().Language
	expected := baseOf(site)
	if it.run.options.ReadLanguage == nil {
		return "", 0
	}
	if tag, confidence = it.run.options.ReadLanguage(text, expected); tag == expected {
		tag = site
	}
	return tag, confidence
}

// baseOf is a language tag without country and script.
func baseOf(tag string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	base, _ := parsed.Base()
	if base.String() == "no" {
		return "nb"
	}
	return base.String()
}

// read is what was told of the language of a piece of the page.
type read struct {
	tag        string
	confidence float64
}

// language is the language that the piece is written in; of the whole page, its title counts too.
func (p piece) language() read {
	if known, done := p.it.languages[p.node]; done {
		return known
	}
	text := p.Text()
	if p.node == nil {
		text = textOf(p.it.title()) + "\n" + text
	}
	var r read
	r.tag, r.confidence = p.it.readLanguage(text)
	if p.it.languages == nil {
		p.it.languages = map[*html.Node]read{}
	}
	p.it.languages[p.node] = r
	return r
}

// Doubts implements doubtful: the language of a text is the one part of a piece that is read out of another.
func (p piece) Doubts(path mapping.Path) []doubt {
	if len(path) != 1 || path[0] != "language" {
		return nil
	}
	if r := p.language(); r.tag != "" && r.confidence < 1 {
		return []doubt{{r.confidence, fmt.Sprintf("told by the text alone, which may be in another language than %s, or in several", r.tag)}}
	}
	return nil
}
