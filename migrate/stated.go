package migrate

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"wp2pub/mapping"
	"wp2pub/migrate/facts/licence"
	"wp2pub/migrate/facts/stated"
)

// statedNames are what the page of a post says of its publication in so many words.
var statedNames = map[string]name{
	"identifiers": plain(mapping.TypeObject, "the identifiers that the page states of its publication", (*item).statedIdentifiers),
	"licence":     plain(mapping.TypeObject, "the licence that the page states", (*item).statedLicence),
}

// lines is the page as lines, worked out once.
func (it *item) lines() []stated.Line {
	const key = "lines of the page"
	if done, ok := it.cache[key].value.([]stated.Line); ok {
		return done
	}
	lines := stated.Lines(it.shown().root)
	it.cache[key] = cached{value: lines}
	return lines
}

func (it *item) statedIdentifiers() mapping.Value {
	if found := stated.Identifiers(it.lines()); found != nil {
		return pageIdentifiers(found)
	}
	return nil
}

func (it *item) statedLicence() mapping.Value {
	if l, ok := stated.LicenceOf(it.lines()); ok {
		return pageLicence{l}
	}
	return nil
}

// pageIdentifiers are the identifiers of a page, by their kinds.
type pageIdentifiers []stated.Identifier

// Opaque implements mapping.Node.
func (pageIdentifiers) Opaque() {}

// Text implements mapping.Piece: the first of them.
func (p pageIdentifiers) Text() string { return p[0].Values[0] }

// Part implements mapping.Piece.
func (p pageIdentifiers) Part(path mapping.Path) mapping.Value { return inside(p.object(), path) }

func (p pageIdentifiers) object() mapping.Object {
	var all mapping.Object
	for _, one := range p {
		value := listOf(one.Values)
		if len(one.Values) == 1 {
			value = one.Values[0]
		}
		all = append(all, mapping.Object{{Name: one.Kind, Value: value}}...)
	}
	return all
}

// Doubts implements doubtful.
func (p pageIdentifiers) Doubts(path mapping.Path) []doubt {
	var all []doubt
	for _, one := range p {
		if one.Doubt != "" && (len(path) == 0 || path[0] == one.Kind) {
			all = append(all, doubt{one.Confidence, one.Doubt})
		}
	}
	return all
}

// pageLicence is the licence that a page states.
type pageLicence struct{ stated.Licence }

// licenceParts are what a mapping can name of a licence.
var licenceParts = map[string]struct {
	doc  string
	read func(stated.Licence) string
}{
	"id":     {"the identifier of the SPDX list, such as CC-BY-4.0", func(l stated.Licence) string { return l.ID }},
	"name":   {"its name", func(l stated.Licence) string { return l.Name }},
	"url":    {"the address of its text", func(l stated.Licence) string { return l.URL }},
	"rights": {"the line of rights, such as © 2013 ILO", func(l stated.Licence) string { return l.Rights }},
}

// Opaque implements mapping.Node.
func (pageLicence) Opaque() {}

// Text implements mapping.Piece.
func (p pageLicence) Text() string { return cmp.Or(p.ID, p.Name, p.Rights) }

// Part implements mapping.Piece.
func (p pageLicence) Part(path mapping.Path) mapping.Value { return inside(p.object(), path) }

func (p pageLicence) object() mapping.Object {
	var all mapping.Object
	for _, part := range []string{"id", "name", "url", "rights"} {
		if text := licenceParts[part].read(p.Licence); text != "" {
			all = append(all, mapping.Object{{Name: part, Value: text}}...)
		}
	}
	return all
}

// Doubts implements doubtful.
func (p pageLicence) Doubts(path mapping.Path) []doubt {
	if p.Doubt == "" || len(path) > 0 && path[0] == "rights" {
		return nil
	}
	return []doubt{{p.Confidence, p.Doubt}}
}

// statedParts are the parts of the names above, for the checks of a mapping.
func statedParts() []mapping.Name {
	var all []mapping.Name
	for _, kind := range stated.Kinds() {
		all = append(all, mapping.Name{Path: "identifiers." + kind, Type: mapping.TypeAny, Doc: "an identifier that the page states; a list where there are several"})
	}
	for _, part := range slices.Sorted(maps.Keys(licenceParts)) {
		all = append(all, mapping.Name{Path: "licence." + part, Type: mapping.TypeText, Doc: "of the licence that the page states: " + licenceParts[part].doc})
	}
	return all
}

// licenceFunction reads a licence out of a text or an address.
func licenceFunction() mapping.Function {
	return mapping.Function{In: mapping.TypeText, Out: mapping.TypeObject,
		Doc: "The licence that the text names or links to, as id, name and url: `CC-BY-4.0` and so on of CC BY 4.0. One that is not known has its name only.",
		Call: func(_ mapping.Item, v mapping.Value, _ []mapping.Value) (mapping.Value, error) {
			if read, ok := licence.Read(v.(string)); ok {
				return pageLicence{stated.Licence{Licence: read}}.object(), nil
			}
			if text := line(v); len(text) <= 200 {
				return mapping.Object{{Name: "name", Value: text}}, nil
			}
			return nil, fmt.Errorf("no licence is named in it")
		}}
}
