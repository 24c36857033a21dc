package wordpress

import (
	"cmp"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
)

// ACF rebuilds all ACF values among the meta rows of one owner: a post, a term, a user. They come in the order of
// their definitions; values without a definition follow in the order of their rows. Rich, which may be nil, turns
// the stored text of every wysiwyg field, at any depth, into what shall stand for it. What is doubtful goes to v.Log,
// with the field "acf.NAME".
func (v *View) ACF(meta []Meta, rich func(field, stored string) string) []ACFValue {
	r := newACFReader(v, rich, len(meta))
	for _, m := range meta {
		r.add(m.Key, m.Value)
	}
	return r.all()
}

// acfReader rebuilds the values of one owner.
type acfReader struct {
	view   *View
	rich   func(field, stored string) string
	values map[string]any  // stored name → first value; a string, or JSON data in a block
	order  map[string]int  // stored name → position of its first row
	names  []string        // all stored names, sorted
	pairs  map[string]int  // names with a key → position among them
	roots  map[string]bool // names of outermost fields
	used   map[string]bool // names that belong to a value already made
	path   []string        // the names of the fields at hand, for findings
}

func newACFReader(v *View, rich func(field, stored string) string, size int) *acfReader {
	return &acfReader{view: v, rich: rich, values: make(map[string]any, size), order: make(map[string]int, size),
		pairs: map[string]int{}, roots: map[string]bool{}, used: make(map[string]bool, size)}
}

// add takes a stored value; of rows with the same name the first counts, as for WordPress.
func (r *acfReader) add(name string, value any) {
	if _, repeated := r.values[name]; repeated {
		return
	}
	r.values[name] = value
	r.order[name] = len(r.names)
	r.names = append(r.names, name)
}

// key returns the key of the field that the row _NAME says to define a value.
func (r *acfReader) key(name string) (string, bool) {
	key, _ := r.values["_"+name].(string)
	return key, name != "" && isFieldKey(key)
}

// placed is a value and what sorts it.
type placed struct {
	ACFValue
	order string // of the definition; empty without one
	row   int
}

// all rebuilds every value.
func (r *acfReader) all() []ACFValue {
	var pairs []string
	for _, name := range r.names {
		if _, ok := r.key(name); ok {
			pairs = append(pairs, name)
		}
	}
	for i, name := range pairs {
		r.pairs[name] = i
	}
	slices.Sort(r.names)
	found := r.rooted(pairs)
	found = append(found, r.members(pairs)...)
	found = append(found, r.loose(r.unused(pairs), "")...)
	slices.SortStableFunc(found, func(a, b placed) int {
		if (a.order == "") != (b.order == "") {
			return strings.Compare(b.order, a.order)
		}
		return cmp.Or(strings.Compare(a.order, b.order), cmp.Compare(a.row, b.row))
	})
	values := make([]ACFValue, len(found))
	for i, p := range found {
		values[i] = p.ACFValue
	}
	return values
}

// rooted rebuilds the values whose field has the very name under which they are stored.
func (r *acfReader) rooted(pairs []string) []placed {
	fields := make([]*ACFField, len(pairs))
	for i, name := range pairs {
		key, _ := r.key(name)
		if f := r.view.definition(key); f != nil && f.stem == name && !f.boxed {
			fields[i] = f
			r.roots[name] = true
		}
	}
	var found []placed
	for i, f := range fields {
		if f != nil {
			found = r.take(found, f, pairs[i], pairs[i])
		}
	}
	return found
}

// members rebuilds groups that have no row of their own, and values that a seamless clone has prefixed, from the rows
// of their fields.
func (r *acfReader) members(pairs []string) []placed {
	var found []placed
	for _, name := range pairs {
		if r.used[name] {
			continue
		}
		key, _ := r.key(name)
		if m, ok := r.view.member(name, key); ok && !r.roots[m.root.static] {
			r.roots[m.root.static] = true
			found = r.take(found, m.root, m.root.static, m.root.static)
		}
	}
	return found
}

// take appends the value of a field that is stored under a name, if there is one. Short is what the value is called
// where it stands.
func (r *acfReader) take(found []placed, f *ACFField, name, short string) []placed {
	leave := r.enter(short)
	defer leave()
	value := r.value(f, strings.TrimSuffix(name, f.stem), name)
	if isEmpty(value) {
		return found
	}
	if !f.Active {
		r.find(finding.GroupInactive, "its field group is switched off")
	}
	key, ok := r.key(name)
	if !ok {
		key = f.Key
	}
	return append(found, placed{ACFValue{short, key, f.Label, f.Type, value}, f.order, r.order[name]})
}

// enter makes a field the one that findings speak of, until leave is called.
func (r *acfReader) enter(name string) (leave func()) {
	r.path = append(r.path, name)
	return func() { r.path = r.path[:len(r.path)-1] }
}

// field is where the value at hand stands: acf.authors.name.
func (r *acfReader) field() string { return "acf." + strings.Join(r.path, ".") }

func (r *acfReader) find(code finding.Code, detail string) {
	r.view.Log.Find(finding.Finding{Code: code, Field: r.field(), Detail: detail})
}
