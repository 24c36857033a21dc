package wordpress

import (
	"cmp"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
)

// unused returns the names, of these, that belong to no value yet.
func (r *acfReader) unused(names []string) []string {
	var left []string
	for _, name := range names {
		if !r.used[name] {
			left = append(left, name)
		}
	}
	return left
}

// loose rebuilds values that hang on no definition from the top: their field was renamed or is gone, or they are rows
// whose repeater is gone. Names begin with prefix, which the values' names then lack.
func (r *acfReader) loose(names []string, prefix string) []placed {
	// The name of a repeater is shorter than those of its rows, though it is stored behind them.
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	var found []placed
	for _, name := range names {
		if r.used[name] {
			continue
		}
		key, _ := r.key(name)
		f := r.view.definition(key)
		short := name[len(prefix):]
		switch {
		case f == nil:
			found = r.orphan(found, name, short, key)
		case f.counted && prefix == "" && hasRowNumber(name):
			r.used[name] = true
			leave := r.enter(short)
			r.find(finding.RowsLeftOver, "a row of a field that has no rows")
			leave()
		default:
			found = r.take(found, f, name, short)
		}
	}
	return found
}

// orphan appends a value without a definition: what is stored, or the rows where rows are stored, too. Short is what
// the value is called where it stands.
func (r *acfReader) orphan(found []placed, name, short, key string) []placed {
	leave := r.enter(short)
	defer leave()
	r.used[name] = true
	value := r.plain(r.values[name])
	if tree := r.orphanTree(name, value); tree != nil {
		value = tree
	}
	if isEmpty(value) {
		return found
	}
	r.find(finding.DefinitionMissing, "no field "+key+" is defined in the database")
	return append(found, placed{ACFValue{Name: short, Key: key, Value: value}, "", r.order[name]})
}

// orphanTree rebuilds rows, or the fields of a group, by their names alone. It gives nil where that is not certain.
func (r *acfReader) orphanTree(name string, value any) any {
	if value == "" {
		if r.heads(name) {
			return r.withStrays(Object{}, name+"_")
		}
		return nil
	}
	count, counts := wholeNumber(value)
	layouts := layoutNames(value)
	rows := r.storedRows(name + "_")
	switch {
	case len(rows) == 0:
		return nil
	case layouts != nil:
		count, rows = int64(len(layouts)), claimedRows(len(layouts), rows)
	case !counts || count < 1 || rows[0] != 0:
		return nil
	}
	return r.rows(name+"_", count, rows, func(i int64, prefix string) Object {
		row := Object{}
		if layouts != nil {
			row = Object{{"layout", layouts[i]}}
		}
		return r.withStrays(row, prefix)
	})
}

// heads reports whether an empty value is that of a group: it stands directly behind all the values whose names it
// begins, as ACF stores a group.
func (r *acfReader) heads(name string) bool {
	own, below, first := r.pairs[name], 0, -1
	for at := r.firstName(name + "_"); at < len(r.names) && strings.HasPrefix(r.names[at], name+"_"); at++ {
		if pair, ok := r.pairs[r.names[at]]; ok {
			below++
			if first < 0 || pair < first {
				first = pair
			}
		}
	}
	return below > 0 && first < own && own-first == below
}

// withStrays adds to a row the values that are stored in it and that its definition does not name: their field was
// deleted or moved, or the definition of the row is gone. What a definition puts elsewhere is no stray, whatever its name.
func (r *acfReader) withStrays(row Object, prefix string) Object {
	var names []string
	for at := r.firstName(prefix); at < len(r.names) && strings.HasPrefix(r.names[at], prefix); at++ {
		name := r.names[at]
		if _, paired := r.pairs[name]; !paired || len(name) == len(prefix) || r.used[name] || r.roots[name] {
			continue
		}
		key, _ := r.key(name)
		if _, elsewhere := r.view.member(name, key); !elsewhere {
			names = append(names, name)
		}
	}
	strays := r.loose(names, prefix)
	slices.SortStableFunc(strays, func(a, b placed) int { return cmp.Compare(a.row, b.row) })
	for _, p := range strays {
		if lookup(row, p.Name) == nil {
			row = append(row, property{p.Name, p.Value})
		}
	}
	return row
}

// layoutNames returns the value of a flexible content: a list of the names of layouts.
func layoutNames(value any) []string {
	list, ok := value.([]any)
	if !ok || len(list) == 0 {
		return nil
	}
	names := make([]string, len(list))
	for i, v := range list {
		if names[i], ok = v.(string); !ok {
			return nil
		}
	}
	return names
}
