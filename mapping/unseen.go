package mapping

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Unseen is a name in a mapping, or a value that a condition asks for, that the site at hand does not have.
type Unseen struct {
	Path  Path   // as the mapping names it
	Value string // what a condition asks for under this name; empty: the name itself is not there
	Place string // where it stands first: "mapping.yaml:12"
}

// String writes it as a mapping does: acf.year, or category: news.
func (u Unseen) String() string {
	if u.Value == "" {
		return u.Path.String()
	}
	return strings.TrimPrefix(u.Path.String(), "within.") + ": " + shortened(u.Value)
}

// Unseen lists what the mapping reads or asks for and the site does not have, in file order. It is empty where the
// vocabulary holds no names of a site.
func (m *Mapping) Unseen() []Unseen { return m.unseen }

// doubt is a name that may be possible and that the site does not have. It is a mistake if the site has one that is
// near, and the mapping names that one nowhere: two names for one thing are what a mapping for several sites needs.
type doubt struct {
	mistake Error
	instead string // the name that is near; empty: none is
	unseen  Unseen
}

// sight notes a name that a mapping reads, and doubts it where the site has others in its place.
func (p *parser) sight(n *yaml.Node, letters int, as spelling, full Path) {
	for i := range full {
		p.named[shared(full[:i+1])] = true
	}
	at, unseen := p.vocabulary.lacks(full)
	if !unseen {
		return
	}
	d := doubt{unseen: Unseen{Path: full, Place: p.place(n)}, mistake: Error{What: as.unknown(), Expected: as.of(oneOf(p.vocabulary.listed(full[:at])))}}
	if near, ok := p.vocabulary.nearby(full, at); ok {
		d.instead = shared(near)
		d.mistake.Near = as.of(p.vocabulary.filled(near.String(), full[at+1:]))
	}
	p.doubt(n, letters, d)
}

// sightType does the same for a post type.
func (p *parser) sightType(n *yaml.Node, name string) {
	path := Path{"post_type"}
	p.named[valueName(path.String(), name)] = true
	if known := p.vocabulary.PostTypes; len(known) > 0 && !slices.Contains(known, name) {
		d := doubt{unseen: Unseen{path, name, p.place(n)}, mistake: Error{What: fmt.Sprintf("unknown post type %q", shortened(name)), Expected: oneOf(known)}}
		if near, ok := nearestWithin(max(1, tolerance(name)), name, append([]string{everyPublic}, known...)); ok {
			d.instead, d.mistake.Near = valueName(path.String(), near), fmt.Sprintf("%q", near)
		}
		p.doubt(n, 0, d)
	}
}

func (p *parser) doubt(n *yaml.Node, letters int, d doubt) {
	p.failAt(n, letters, d.mistake.What, d.mistake.Expected, d.mistake.Near)
	d.mistake = p.errs[len(p.errs)-1]
	p.errs = p.errs[:len(p.errs)-1]
	p.doubts = append(p.doubts, d)
}

// settleDoubts says which doubted names are mistakes, and returns the others, each once.
func (p *parser) settleDoubts() []Unseen {
	var unseen []Unseen
	for _, d := range p.doubts {
		switch {
		case d.instead != "" && !p.named[d.instead]:
			p.errs = append(p.errs, d.mistake)
		case !slices.ContainsFunc(unseen, func(u Unseen) bool { return u.String() == d.unseen.String() }):
			unseen = append(unseen, d.unseen)
		}
	}
	return unseen
}

// shared writes a path so that terms.X and within.X, which need the same taxonomy, are one.
func shared(path Path) string {
	if path[0] == "within" {
		path = append(Path{"terms"}, path[1:]...)
	}
	return path.String()
}

// tolerance is how many letters a name may be off to be taken for another: none where names are so short that one
// letter makes another word (isbn, issn).
func tolerance(name string) int { return len([]rune(name)) / 5 }

// lacks reports whether a path that may be possible is none of the names that are listed in its place, and at which of
// its segments it leaves them. Where nothing is listed, nothing is lacking.
func (v *Vocabulary) lacks(path Path) (at int, lacks bool) {
	written := path.String()
	for _, n := range v.Names {
		prefix, wild := strings.CutSuffix(n.Path, "*")
		switch {
		case wild && !strings.HasSuffix(prefix, ".") && strings.HasPrefix(written, prefix), !wild && n.Path == written, strings.HasPrefix(n.Path, written+"."):
			return 0, false
		}
	}
	for at = len(path) - 1; at > 0; at-- {
		above := path[:at]
		if len(v.listed(above)) > 0 {
			return at, true
		}
		if slices.ContainsFunc(v.Names, func(n Name) bool { return n.Path == above.String() }) {
			return 0, false // what the site has may have any parts
		}
	}
	return 0, false
}

// listed lists the names directly below a path that are no patterns.
func (v *Vocabulary) listed(path Path) []string {
	return slices.DeleteFunc(v.parts(path.String()), func(name string) bool { return strings.HasSuffix(name, "*") })
}

// nearby is the beginning of a path with the segment that leaves the listed names replaced by the nearest of them.
func (v *Vocabulary) nearby(path Path, at int) (Path, bool) {
	above := path[:at].String() + "."
	var segments []string
	for _, name := range v.listed(path[:at]) {
		segments = append(segments, strings.TrimPrefix(name, above))
	}
	near, ok := nearestWithin(tolerance(path[at]), path[at], segments)
	if !ok {
		return nil, false
	}
	return append(slices.Clone(path[:at]), strings.Trim(near, `"`)), true
}
