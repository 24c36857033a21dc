package wordpress

import (
	"maps"
	"slices"
	"strings"
)

// Class says whether the posts of a type are what a site publishes.
type Class int

// The classes of post types.
const (
	Unknown  Class = iota // nothing is known of the type: no definition in the database, no known plugin
	Content               // what visitors come for: pages, posts, publications, events
	Internal              // parts of the site's machinery: templates, menus, settings, fields
	Private               // people's data: orders, form entries, requests; must never leave
)

func (c Class) String() string {
	return [...]string{"unknown", "content", "internal", "private"}[c]
}

// PostType is what is known of a post type, from WordPress itself, from a definition in the database (ACF, CPT UI,
// Pods, Toolset, Meta Box), or from the table of known plugins' types, in this order.
type PostType struct {
	Name         string // as in the column post_type
	Label        string // plural, for people: "Publications"
	Singular     string
	Class        Class
	Kind         string // of the records that its posts become by default
	Origin       string // who registers the type: "WordPress", "ACF", a plugin's name; empty: not known
	Reason       string // why it has its class, for people
	Hierarchical bool   // a post's path begins with its parents'
	Viewable     bool   // visitors can open a post of the type at its own address
	Base         string // what the path of a post begins with, below home: "library/"; see Pretty
	Pretty       bool   // its posts have addresses made of names, where the site has them
	QueryVar     string // of plain links: ?publication=slug; empty: ?post_type=publication&p=1
	Events       bool   // its posts are those of an event calendar
	builtIn      bool   // WordPress's own; addressed as posts are
}

// PostType returns what is known of a post type, seen or not.
func (s *Site) PostType(name string) PostType {
	if t, ok := s.types[name]; ok {
		return t
	}
	return knownType(name, s.structure)
}

// PostTypes returns the post types that the posts table holds or the database defines, by name.
func (s *Site) PostTypes() []PostType {
	all := make([]PostType, 0, len(s.types))
	for _, name := range slices.Sorted(maps.Keys(s.types)) {
		all = append(all, s.types[name])
	}
	return all
}

// postTypes decides what is known of each type that is stored as a definition or seen in the posts table.
func postTypes(s *Site, definitions []definition, rules map[string]rule, w structure) map[string]PostType {
	types := map[string]PostType{}
	for _, d := range definitions {
		if _, taken := types[d.name]; !taken && !isCoreType(d.name) && d.active {
			types[d.name] = d.postType(w)
		}
	}
	for i := range s.entries {
		name := s.entries[i].Type
		if _, known := types[name]; !known {
			types[name] = seenType(name, definitions, rules, w)
		}
	}
	return types
}

// seenType is a type that no active definition describes. Where the rewrite rules that the site stored tell how its
// posts are addressed, they know better than a table of plugins' defaults.
func seenType(name string, definitions []definition, rules map[string]rule, w structure) PostType {
	t := knownType(name, w)
	if t.builtIn {
		return t
	}
	if r, ok := rules[name]; ok {
		t.Base, t.Pretty, t.Hierarchical = r.base, true, r.hierarchical
		t.Viewable = t.Viewable || t.Class == Unknown
		t.QueryVar = name
	}
	if t.Class == Unknown {
		for _, d := range definitions {
			if d.name == name && !d.active {
				t.Label, t.Singular, t.Reason = d.label, d.singular, "its definition in "+d.origin+" is switched off"
				break
			}
		}
	}
	return t
}

// knownType is what WordPress and the table of plugins say of a type.
func knownType(name string, w structure) PostType {
	if t, ok := coreType(name); ok {
		return t
	}
	if p, ok := findPluginType(name); ok {
		return p.postType(name, w)
	}
	return PostType{Name: name, Label: name, Singular: name, Class: Unknown, Kind: recordKind(name),
		Reason: "nothing in the database and no known plugin says what this post type is"}
}

// recordKind is a kind of record for a type, fit for the name of a folder.
func recordKind(name string) string {
	kind := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a'
		}
		return '-'
	}, name)
	if kind = strings.Trim(kind, "-"); kind == "" {
		return "post"
	}
	return kind
}
