package wordpress

import "strings"

// The tables of plugins' post types: what each type is, whether its posts are content, and where WordPress addresses
// them. A definition in the database goes before them; a type that stands in none of them is Unknown. They list what
// is well known and nothing that would have to be guessed: a wrong row would publish people's data or lose a library.
//
//   - plugins_content.go: what visitors come for;
//   - plugins_private.go: people's data, which never leaves;
//   - plugins_internal.go: the machinery of plugins and themes.

// pluginType is a row of the tables.
type pluginType struct {
	name   string // post type; "jet-*" stands for every type that begins with "jet-"
	plugin string
	what   string // plural, in lower case: "events"
	slug   string // of its posts' addresses where it is not the name; "-": they have none
	kind   string // of the records where it is not the name
	flags  typeFlags
}

type typeFlags int

const (
	noFront    typeFlags = 1 << iota // addresses leave out what stands before the first tag of the permalink structure
	tree                             // hierarchical
	notVisible                       // no address that visitors can open
)

// findPluginType finds a type in the tables: an exact name first, then the longest beginning.
func findPluginType(name string) (found knownPluginType, ok bool) {
	longest := -1
	for _, table := range []struct {
		class Class
		rows  []pluginType
	}{{Content, contentTypes}, {Private, privateTypes}, {Internal, internalTypes}} {
		for _, row := range table.rows {
			if row.name == name {
				return knownPluginType{row, table.class}, true
			}
			if start, family := strings.CutSuffix(row.name, "*"); family && strings.HasPrefix(name, start) && len(start) > longest {
				found, ok, longest = knownPluginType{row, table.class}, true, len(start)
			}
		}
	}
	return found, ok
}

type knownPluginType struct {
	pluginType
	class Class
}

func (p knownPluginType) postType(name string, w structure) PostType {
	label, _, _ := strings.Cut(strings.ToUpper(p.what[:1])+p.what[1:], ", ")
	t := PostType{Name: name, Label: label, Singular: label, Class: p.class, Kind: p.kind, Origin: p.plugin,
		Reason: p.class.String() + ": " + p.what + " of " + p.plugin, Hierarchical: p.flags&tree != 0,
		Viewable: p.class == Content && p.flags&notVisible == 0, Events: p.kind == "event"}
	if t.Kind == "" {
		t.Kind = recordKind(name)
	}
	if p.slug == "-" {
		return t
	}
	slug := p.slug
	if chosen := w.slugs[name]; chosen != "" {
		slug = chosen
	} else if slug == "" {
		slug = name
	}
	t.Pretty, t.QueryVar, t.Base = true, name, w.base(slug, p.flags&noFront == 0)
	return t
}
