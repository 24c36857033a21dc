package wordpress

import "fmt"

// acfExpander turns definitions as they are written into definitions as they are used: clones resolved, circles cut.
type acfExpander struct {
	groups   map[string][]*acfDefined // the fields of each group, by its key
	fields   map[string]*acfDefined   // every field at any depth, by key; the first of that key
	group    *ACFGroup                // the group at hand
	open     map[*acfDefined]bool     // the fields that the one at hand lies in
	left     int                      // how many fields may still be made
	seamless []*ACFField              // outermost clones that stand in no list, their fields standing there instead
}

// acfFields bounds how many fields the definitions make beyond those that are defined: clones of clones multiply.
const acfFields = 50_000

func newACFExpander(groups []acfDefinedGroup) *acfExpander {
	e := &acfExpander{groups: map[string][]*acfDefined{}, fields: map[string]*acfDefined{}, open: map[*acfDefined]bool{}, left: acfFields}
	for _, g := range groups {
		if _, taken := e.groups[g.group.Key]; !taken {
			e.groups[g.group.Key] = g.fields
		}
		e.collect(g.fields)
	}
	e.left += len(e.fields)
	return e
}

func (e *acfExpander) collect(fields []*acfDefined) {
	for _, d := range fields {
		if _, taken := e.fields[d.key]; !taken && !d.loop {
			e.fields[d.key] = d
		}
		e.collect(d.fields)
	}
}

// list expands fields that stand beside each other.
func (e *acfExpander) list(defined []*acfDefined, order string) []*ACFField {
	var fields []*ACFField
	for i, d := range defined {
		f := e.field(d, fmt.Sprintf("%s/%04d", order, i))
		if !f.seamless || f.loop {
			fields = append(fields, f)
			continue
		}
		if len(e.open) == 0 {
			e.seamless = append(e.seamless, f)
		}
		for _, standIn := range f.Fields {
			outside := *standIn
			outside.Name = standIn.stem
			fields = append(fields, &outside)
		}
	}
	return fields
}

// field expands a field and what lies below it.
func (e *acfExpander) field(d *acfDefined, order string) *ACFField {
	f := &ACFField{Key: d.key, Name: d.name, Label: d.label, Type: d.text("type"), Group: e.group.Key, Active: e.group.Active,
		origin: d.key, stem: d.name, order: order}
	e.left--
	if d.loop || e.open[d] || e.left < 0 || len(e.open) > acfDepth {
		f.loop = true
		return f
	}
	e.open[d] = true
	defer delete(e.open, d)
	switch f.Type {
	case "clone":
		f.seamless = d.text("display") != "group"
		f.prefixes = d.switchedOn("prefix_name")
		f.Fields = e.clone(d, f)
	case "flexible_content":
		f.Multiple = true
		f.Layouts = e.layouts(d, order)
	default:
		f.Multiple = holdsList(f.Type, d)
		f.setChoices(acfChoices(d.setting("choices")))
		f.Fields = e.list(d.fields, order)
	}
	return f
}

// clone expands the fields that a clone stands for.
func (e *acfExpander) clone(d *acfDefined, clone *ACFField) []*ACFField {
	var fields []*ACFField
	for i, selector := range elements(d.setting("clone")) {
		key := textOf(selector)
		originals, isGroup := e.groups[key]
		if original := e.fields[key]; !isGroup && original != nil {
			originals = []*acfDefined{original}
		}
		fields = append(fields, e.list(originals, fmt.Sprintf("%s/%04d", clone.order, i))...)
	}
	for _, f := range fields {
		f.standIn(clone)
	}
	return fields
}

// standIn makes a field one that a clone has brought in.
func (f *ACFField) standIn(clone *ACFField) {
	f.Key = clone.Key + "_" + f.Key
	f.boxed = f.boxed || !clone.seamless
	if clone.prefixes {
		f.stem = clone.stem + "_" + f.stem
	}
	if f.Type == "clone" {
		for _, inner := range f.Fields {
			inner.standIn(clone)
		}
	}
}

// layouts expands the layouts of a flexible content, whose fields name the layout that they belong to.
func (e *acfExpander) layouts(d *acfDefined, order string) []ACFLayout {
	var layouts []ACFLayout
	own := map[string][]*acfDefined{}
	for _, field := range d.fields {
		key := field.text("parent_layout")
		own[key] = append(own[key], field)
	}
	for i, l := range elements(d.setting("layouts")) {
		o, ok := l.(Object)
		if !ok {
			continue
		}
		layout := ACFLayout{Key: textOf(lookup(o, "key")), Name: textOf(lookup(o, "name")), Label: PlainText(textOf(lookup(o, "label")))}
		layout.Fields = e.list(own[layout.Key], fmt.Sprintf("%s/%04d", order, i))
		layouts = append(layouts, layout)
	}
	return layouts
}

// holdsList reports whether the value of a field is a list.
func holdsList(fieldType string, d *acfDefined) bool {
	switch fieldType {
	case "checkbox", "gallery", "relationship", "repeater":
		return true
	case "select", "post_object", "page_link", "user":
		return d.switchedOn("multiple")
	case "taxonomy":
		return d.text("field_type") == "checkbox" || d.text("field_type") == "multi_select"
	}
	return false
}

func (f *ACFField) setChoices(choices []ACFChoice) {
	f.Choices = choices
	for _, c := range choices {
		f.labelled = f.labelled || c.Label != c.Value
	}
}
