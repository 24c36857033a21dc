package wordpress

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ACFBlock rebuilds the values of an acf/* block from the "data" of its attributes. They are stored there like meta,
// as pairs of NAME and _NAME; or, by a block that was not saved since it was made, as a tree under the fields' keys.
// See View.ACF.
func (v *View) ACFBlock(data Object, rich func(field, stored string) string) []ACFValue {
	r := newACFReader(v, rich, len(data))
	for _, p := range data {
		if f := v.blockField(p.Name); f != nil {
			r.spread(f, f.stem, p.Value)
		} else {
			r.add(p.Name, p.Value)
		}
	}
	return r.all()
}

// blockField returns the field whose key is the name of a datum.
func (v *View) blockField(name string) *ACFField {
	if !isFieldKey(name) {
		return nil
	}
	return v.definition(name)
}

// spread stores a tree of values the way that ACF stores it: under flat names, with the keys beside them.
func (r *acfReader) spread(f *ACFField, name string, value any) {
	if f.loop || f.stem == "" {
		return
	}
	switch f.Type {
	case "group", "clone":
		prefix := name + "_"
		if f.Type == "clone" {
			prefix = strings.TrimSuffix(name, f.stem)
		}
		r.spreadObject(f.Fields, prefix, value)
		value = ""
	case "repeater":
		rows := elements(value)
		for i, row := range rows {
			r.spreadObject(f.Fields, name+"_"+strconv.Itoa(i)+"_", row)
		}
		value = int64(len(rows))
	case "flexible_content":
		value = r.spreadLayouts(f, name, elements(value))
	}
	r.add(name, value)
	r.add("_"+name, f.Key)
}

func (r *acfReader) spreadLayouts(f *ACFField, name string, rows []any) any {
	chosen := []any{}
	for i, row := range rows {
		o, _ := row.(Object)
		layout := textOf(lookup(o, "acf_fc_layout"))
		chosen = append(chosen, layout)
		if at := slices.IndexFunc(f.Layouts, func(l ACFLayout) bool { return l.Name == layout }); at >= 0 {
			r.spreadObject(f.Layouts[at].Fields, name+"_"+strconv.Itoa(i)+"_", row)
		}
	}
	return chosen
}

// spreadObject stores the fields of a row or group; its data may go by key or by name.
func (r *acfReader) spreadObject(fields []*ACFField, prefix string, value any) {
	o, ok := value.(Object)
	if !ok {
		return
	}
	for _, f := range fields {
		for _, name := range []string{f.Key, f.origin, f.Name} {
			if v := lookup(o, name); v != nil {
				r.spread(f, prefix+f.stem, v)
				break
			}
		}
	}
}

// ACFOptions rebuilds the values of an options page, of which ACF stores NAME as the option PAGE_NAME. The page is
// "options" unless the site has named others. See View.ACF.
func (v *View) ACFOptions(page string, rich func(field, stored string) string) []ACFValue {
	return v.ACF(v.acfOptions(page), rich)
}

// acfOptions returns the options of an options page in the form of meta.
func (v *View) acfOptions(page string) []Meta {
	var meta []Meta
	names := v.site.setup.acf.options
	for i, _ := slices.BinarySearch(names, page+"_"); i < len(names) && strings.HasPrefix(names[i], page+"_"); i++ {
		if short := names[i][len(page)+1:]; short != "" {
			meta = append(meta, Meta{short, v.site.options[names[i]]}, Meta{"_" + short, v.site.options["_"+names[i]]})
		}
	}
	if !v.known("ACFOptions", 0, page) {
		v.note("ACFOptions", 0, page, fmt.Sprintf("%q", meta))
	}
	return meta
}

// optionPairs returns the names of the options that look like values of options pages, sorted.
func optionPairs(options map[string]string) []string {
	var names []string
	for name := range options {
		if isFieldKey(options["_"+name]) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
