package wordpress

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"strings"
)

// newACF makes the site's definitions of fields: those of the database, and those of Builder.ACFJSON that the
// database does not have.
func newACF(s *Site, meta map[int64][]Meta) *acfIndex {
	defined := storedACF(s, meta)
	known := map[string]bool{}
	for _, g := range defined {
		known[g.group.Key] = true
	}
	for _, g := range s.acfJSON {
		if !known[g.group.Key] {
			known[g.group.Key] = true
			defined = append(defined, g)
		}
	}
	e := newACFExpander(defined)
	slices.SortStableFunc(defined, func(a, b acfDefinedGroup) int {
		return cmp.Or(cmp.Compare(a.group.order, b.group.order), strings.Compare(a.group.Title, b.group.Title))
	})
	defs := &acfIndex{fields: map[string]*ACFField{}, static: map[string][]acfMember{}, options: optionPairs(s.options)}
	var stored, exported []*ACFField
	for _, g := range defined {
		group := g.group
		e.group = &group
		group.Fields = e.list(g.fields, fmt.Sprintf("%011d%s", group.order-math.MinInt32, group.Title))
		if g.exported {
			exported = append(exported, group.Fields...)
		} else {
			stored = append(stored, group.Fields...)
		}
		if group.Key != "" {
			defs.groups = append(defs.groups, group)
		}
	}
	roots := slices.Concat(stored, exported, e.seamless)
	for _, root := range roots {
		root.place("", false)
		defs.list(root, root)
	}
	defs.index(roots, false)
	defs.index(roots, true)
	return defs
}

// place tells a field and all below it where they are stored, and makes their digests.
func (f *ACFField) place(prefix string, counted bool) {
	f.counted = counted
	if !counted {
		f.static = prefix + f.stem
	}
	switch f.Type {
	case "group":
		prefix = f.static + "_"
	case "clone":
	default:
		counted = true
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %q %q %t %t %q %t %q %q %t %t %t %t\n", f.Key, f.Name, f.Label, f.Type, f.Group, f.Active, f.Multiple, f.Choices,
		f.counted, f.static, f.order, f.seamless, f.prefixes, f.boxed, f.loop)
	for _, below := range f.Fields {
		below.place(prefix, counted)
		h.Write(below.digest[:])
	}
	for _, layout := range f.Layouts {
		fmt.Fprintf(h, "%q %q %q\n", layout.Key, layout.Name, layout.Label)
		for _, below := range layout.Fields {
			below.place(prefix, true)
			h.Write(below.digest[:])
		}
	}
	f.digest = Digest(h.Sum(nil))
}

// list enters a root and the fields of its groups by the names under which they are stored.
func (d *acfIndex) list(f, root *ACFField) {
	if f.stem != "" {
		d.static[f.static] = append(d.static[f.static], acfMember{f, root})
	}
	if f.Type == "group" || f.Type == "clone" {
		for _, below := range f.Fields {
			d.list(below, root)
		}
	}
}

// index enters fields by their keys: first those that stand where they were defined, then those that clones brought.
func (d *acfIndex) index(fields []*ACFField, cloned bool) {
	for _, f := range fields {
		if _, taken := d.fields[f.Key]; !taken && !f.loop && (cloned || f.Key == f.origin) {
			d.fields[f.Key] = f
		}
		if f.Type != "clone" && f.Key == f.origin || cloned {
			d.index(f.Fields, cloned)
			for _, layout := range f.Layouts {
				d.index(layout.Fields, cloned)
			}
		}
	}
}

// field returns the field with this key; where clones composed the key and are gone, the field that they cloned.
func (d *acfIndex) field(key string) *ACFField {
	for {
		if f := d.fields[key]; f != nil {
			return f
		}
		i := strings.Index(key, "_field_")
		if i < 0 {
			return nil
		}
		key = key[i+1:]
	}
}

// is reports whether a stored key speaks of this field, be it the key of the definition or one composed by clones.
func (f *ACFField) is(key string) bool {
	return key == f.Key || key == f.origin || strings.HasSuffix(key, "_"+f.origin)
}
