package wordpress

// Advanced Custom Fields (and its fork Secure Custom Fields) keeps its definitions and values in WordPress's own tables.
//
// A field group is a post of type acf-field-group, a field one of type acf-field: key in post_name, name in
// post_excerpt, label in post_title, settings serialized in post_content, the tree by post_parent. A value is a pair
// of meta rows: NAME holds it, _NAME the key of the field that defines it. Rows of a repeater are flat: authors = 2,
// authors_0_name, authors_1_name; a flexible content holds the list of its layouts instead of a count; a group holds
// nothing and prefixes its fields' names; a clone stands for fields that are defined elsewhere.
//
// Values are rebuilt from the definition down, never by taking names apart: a_0_b may be the field b in row 0 of a, or
// a field of that very name. Only where no definition is left, names say what belongs together, and only if certain.

// ACFGroup is a field group.
type ACFGroup struct {
	Key      string
	Title    string
	Active   bool        // false: switched off in the editor; its values are still stored
	Location [][]ACFRule // where it is shown: any of these, of which all rules must hold
	Fields   []*ACFField // in order; seamless clones are replaced by the fields they stand for
	order    int64
}

// ACFRule is a rule of a group's location: post_type == publication.
type ACFRule struct{ Param, Operator, Value string }

// Places returns the values that the rules with this param and the operator "==" name: the post types (post_type),
// taxonomies (taxonomy) or options pages (options_page) on which the group is shown.
func (g *ACFGroup) Places(param string) []string {
	var places []string
	for _, all := range g.Location {
		for _, rule := range all {
			if rule.Param == param && rule.Operator == "==" {
				places = append(places, rule.Value)
			}
		}
	}
	return places
}

// ACFField is the definition of a field.
type ACFField struct {
	Key      string // field_…; of a field that a clone brings in: the keys of clone and field, joined by "_"
	Name     string // of the value, within the value that holds it
	Label    string
	Type     string // as ACF names it: text, repeater, …
	Group    string // key of the group; empty where the group is gone
	Active   bool   // whether the group is
	Multiple bool   // the value is a list: gallery, checkbox, a select with several choices, …
	Choices  []ACFChoice
	Fields   []*ACFField // of a group, a repeater or a clone
	Layouts  []ACFLayout // of a flexible content

	origin   string // key of the definition, without those of the clones that bring it in
	stem     string // the part of the stored name that this field adds; differs from Name where a clone prefixes it
	static   string // the whole stored name, where no row number is in it
	order    string // sorts fields as the editor shows them
	seamless bool   // of a clone: it has no value of its own in the value that holds it
	prefixes bool   // of a clone: it prefixes the names of its fields
	labelled bool   // a label differs from its value
	counted  bool   // it lies within rows
	boxed    bool   // it lies within a clone that shows its fields as a group
	loop     bool   // cut here: it contains itself
	digest   Digest // of all the above and of what lies below
}

// ACFChoice is what may be chosen.
type ACFChoice struct{ Value, Label string }

// ACFLayout is a kind of row of a flexible content.
type ACFLayout struct {
	Key, Name, Label string
	Fields           []*ACFField
}

// ACFValue is the value of a field of one owner: a post, a term, a user, an options page or a block. Value is plain
// data: nil never, bool, int64, float64, string, []any or Object.
//
//	number, range                    int64 or float64
//	true_false                       bool
//	select, radio, button_group      string, or {value, label} if any label of the field differs from its value
//	checkbox, multiple select        list of those
//	date_picker                      2013-05-14; date_time_picker and time_picker as stored
//	image, file; gallery             {attachment_id, title, url}; list of those
//	post_object, page_link           {post_id, title, url}; a page_link may be a URL
//	relationship                     list of those
//	taxonomy                         {term_id, name, url}, or a list
//	user                             {user_id, name}, or a list
//	link                             {title, url, target}
//	google_map                       {address, lat, lng, zoom, …}
//	icon_picker                      {type, value}; of the media library {type, attachment_id, title, url}
//	group, clone                     Object of its fields
//	repeater                         list of Objects
//	flexible_content                 list of Objects, "layout" first
//	other types, no definition       what is stored, unserialized
//
// What does not fit its definition is what is stored, unserialized, with a finding. A password is never there.
type ACFValue struct {
	Name, Key, Label, Type string // Label and Type are empty where the definition is gone
	Value                  any
}

// acfIndex holds the definitions of a site, ready to be looked up.
type acfIndex struct {
	groups  []ACFGroup
	fields  map[string]*ACFField   // by Key
	static  map[string][]acfMember // by stored name, of fields of active and inactive groups that lie in no rows
	options []string               // names of the options that look like ACF values, sorted
}

// acfMember is a field with the outermost field that it belongs to.
type acfMember struct{ field, root *ACFField }

// ACFGroups returns the field groups in the order in which the editor shows them. They must not be changed.
func (s *Site) ACFGroups() []ACFGroup { return s.setup.acf.groups }

// ACFField returns the definition with this key: nil where there is none. It must not be changed.
func (s *Site) ACFField(key string) *ACFField { return s.setup.acf.field(key) }

// definition returns the definition of a field, nil where there is none. Of a key that clones have composed, the
// field itself is returned where the clones are gone.
func (v *View) definition(key string) *ACFField {
	f := v.site.setup.acf.field(key)
	if !v.known("Definition", 0, key) {
		if f == nil {
			v.note("Definition", 0, key, false)
		} else {
			v.note("Definition", 0, key, string(f.digest[:]))
		}
	}
	return f
}

// HoldsPassword reports whether the field with this key, which the row or option _NAME gives for NAME, is a password.
func (v *View) HoldsPassword(key string) bool {
	if !isFieldKey(key) {
		return false
	}
	f := v.definition(key)
	return f != nil && f.Type == "password"
}

// member returns the field that is stored under this very name and defined by this key, and the outermost field that
// it belongs to.
func (v *View) member(name, key string) (acfMember, bool) {
	members := v.site.setup.acf.static[name]
	if !v.known("Member", 0, name) {
		var digests []byte
		for _, m := range members {
			digests = append(digests, m.root.digest[:]...)
		}
		v.note("Member", 0, name, string(digests))
	}
	for _, m := range members {
		if m.field.is(key) {
			return m, true
		}
	}
	return acfMember{}, false
}
