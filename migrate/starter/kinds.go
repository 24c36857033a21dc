package starter

import (
	"slices"
	"strings"

	"wp2pub/mapping"
)

// records writes the kinds: those of which there is more to say one below the other, the others on a line each.
func (s *site) records(kinds []kind) *node {
	records := &node{}
	s.bibliography(records)
	for i, k := range kinds {
		p := records.add(k.name, s.kindNode(k))
		p.blank = i == 0 && len(records.pairs) > 1 || i > 0 && (!p.value.flow || !records.pairs[len(records.pairs)-2].value.flow)
		if p.value.flow {
			p.note = k.entries[0].note
		}
	}
	return records
}

// kindNode writes a kind.
func (s *site) kindNode(k kind) *node {
	n := &node{}
	from := &node{}
	for _, e := range k.entries {
		from.list = append(from.list, s.entryItem(e))
	}
	n.add("from", from)
	s.inVersions(n)
	if !k.publication {
		n.flow, from.flow = len(k.entries) == 1, len(k.entries) == 1
		if rest := s.rest(k.crowd, nil); rest != nil {
			n.flow, from.flow = false, false
			n.pairs[0].above = append([]string{"its ACF values, in fields by themselves:"}, rest...)
		}
		return n
	}
	fills := s.fields(k)
	fields := &node{}
	if said, types, note := s.itemTypes(k.crowd); said == nil {
		n.add("type", text("report"))
	} else {
		fields.add("type", types).note = note
		own := fill{target: "fields." + fieldName(said), sources: []source{{expression: text(said.Path), note: "the site's own word for it"}}}
		if !slices.ContainsFunc(fills, func(f fill) bool { return f.target == own.target }) {
			fills = append(fills, own)
		}
	}
	for _, f := range fills {
		s.fillPair(fields, f)
	}
	if s.hasACF(k.crowd) {
		p := fields.add("fields.*", text("acf.*"))
		if rest := s.rest(k.crowd, fills); rest != nil {
			p.above = append([]string{"every other ACF value, under its own name:"}, rest...)
		}
	}
	n.add("fields", fields).below = s.spare(k.crowd, fills)
	require := n.add("require", &node{flow: true, list: []item{{value: text("title")}}})
	if s.signals(k.crowd).Citations > 0 && slices.Contains(s.vocabulary.BodyParts, "citation") {
		require.above = []string{"body: {drop: [citation]}   # would take the lines that cite it out of the body"}
	}
	return n
}

// entryItem writes a line under from, what speaks for it above.
func (s *site) entryItem(e entry) item {
	n := &node{flow: len(e.where)+len(e.not) == 0 && e.when == ""}
	n.add("post_type", texts(e.types))
	for _, part := range []struct {
		key        string
		conditions []condition
	}{{"where", e.where}, {"not", e.not}} {
		if part.conditions == nil {
			continue
		}
		conditions := &node{flow: true}
		for _, c := range part.conditions {
			conditions.add(s.conditionName(c.taxonomy), texts(c.slugs))
		}
		n.add(part.key, conditions)
	}
	if e.when != "" {
		n.add("when", text(e.when))
	}
	if strings.Contains(e.note, "\n") || !n.flow {
		return item{value: n, above: strings.Split(e.note, "\n")}
	}
	return item{value: n, note: e.note}
}

// conditionName writes a taxonomy as a condition does: one that is called as something else is spelled out.
func (s *site) conditionName(taxonomy string) string {
	name := mapping.Path{taxonomy}.String()
	if slices.ContainsFunc(s.vocabulary.Names, func(n mapping.Name) bool {
		first, _, _ := strings.Cut(n.Path, ".")
		return first == name
	}) {
		return mapping.Path{"within", taxonomy}.String()
	}
	return name
}

// fillPair writes what fills a target: one source on its line; several as a list, each with what speaks for it.
func (s *site) fillPair(fields *node, f fill) {
	if len(f.sources) == 1 {
		fields.add(f.target, f.sources[0].expression).note = f.sources[0].note
		return
	}
	word := "first"
	if f.all {
		word = "all"
	}
	whole := together(word, f.sources)
	if f.then != "" {
		whole.add("then", text(f.then))
	}
	fields.add(f.target, whole)
}

// together writes several sources as a list, each with what speaks for it.
func together(word string, sources []source) *node {
	several := &node{}
	for _, source := range sources {
		several.list = append(several.list, item{value: source.expression, note: source.note})
	}
	whole := &node{}
	whole.add(word, several)
	return whole
}
