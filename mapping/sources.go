package mapping

import "slices"

// Sources lists the paths that the kinds take the values of a target from, sorted, each once; those of rows with the path of
// the rows before them.
func (m *Mapping) Sources(target string) []Path {
	var paths []Path
	for _, f := range m.filling(target) {
		f.of.paths(func(path Path) { paths = append(paths, path) })
	}
	slices.SortFunc(paths, func(a, b Path) int { return slices.Compare(a, b) })
	return slices.CompactFunc(paths, func(a, b Path) bool { return slices.Equal(a, b) })
}

// Values lists what the kinds would put into a target for an item, whichever of them takes it. What cannot be worked out gives
// nothing.
func (m *Mapping) Values(target string, item Item) []Value {
	var values []Value
	for i := range m.kinds {
		k := &m.kinds[i]
		scopes, _, err := k.each.scopes(item)
		if err != nil {
			continue
		}
		for _, f := range k.fields {
			if f.target != target || f.of == nil {
				continue
			}
			for _, s := range scopes {
				if r, err := f.of.eval(s); err == nil && !Empty(r.value) {
					values = append(values, elements(r.value)...)
				}
			}
		}
	}
	return values
}

// Names reports whether the records of any kind take a value from a name or from a part of it.
func (m *Mapping) Names(name string) bool {
	for i := range m.kinds {
		found := false
		look := func(path Path) { found = found || path[0] == name }
		m.kinds[i].each.paths(look)
		for _, f := range m.kinds[i].fields {
			if f.of != nil {
				f.of.paths(look)
			}
		}
		if found {
			return true
		}
	}
	return false
}

// List returns one of the lists to which the mapping gives names, in small letters.
func (m *Mapping) List(name string) []string { return m.lists[name] }

// filling are the fields of all kinds that fill a target.
func (m *Mapping) filling(target string) []field {
	var all []field
	for i := range m.kinds {
		for _, f := range m.kinds[i].fields {
			if f.target == target && f.of != nil {
				all = append(all, f)
			}
		}
	}
	return all
}
