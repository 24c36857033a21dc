package migrate

import (
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// typed are the names whose values hold texts that people typed. They are looked at for what a wrong character set has
// done to them. The title and the excerpt are, too, before their white space is folded: it may be half of a letter.
var typed = map[string]bool{"meta": true, "acf": true, "terms": true, "options": true}

// reread looks at texts that belong together, which it changes where the run repairs encodings.
func (e *engine) reread(log *finding.Log, field string, texts ...*string) {
	values := make([]string, len(texts))
	for i, text := range texts {
		values[i] = *text
	}
	for _, f := range clean.CheckEncoding(values, e.options.RepairEncoding) {
		f.Field = field
		log.Find(f)
	}
	for i, text := range texts {
		*text = values[i]
	}
}

// text is a text as it is stored under a name, looked at.
func (it *item) text(field, stored string) string {
	it.run.reread(it.log, field, &stored)
	return stored
}

// typedValue is a value that people typed, looked at: a new one where that changes it.
func (it *item) typedValue(field string, value mapping.Value) mapping.Value {
	if all, ok := value.(mapping.Object); ok && field == "acf" {
		fields := make(mapping.Object, len(all))
		for i, f := range all {
			fields[i] = f
			fields[i].Value = it.typedValue("acf."+f.Name, f.Value)
		}
		return fields
	}
	var texts []*string
	copied := it.gather(value, &texts)
	it.run.reread(it.log, field, texts...)
	return scatter(copied)
}

// gather copies a value, with a pointer to each text in it that is no address.
func (it *item) gather(value mapping.Value, texts *[]*string) mapping.Value {
	switch v := value.(type) {
	case string:
		if it.cleaned[v] || strings.Contains(v, "://") && !strings.ContainsAny(v, " <\n") {
			return v
		}
		*texts = append(*texts, &v)
		return &v
	case []mapping.Value:
		list := make([]mapping.Value, len(v))
		for i, element := range v {
			list[i] = it.gather(element, texts)
		}
		return list
	case mapping.Object:
		object := make(mapping.Object, len(v))
		for i, member := range v {
			object[i] = member
			if member.Name != "slug" && member.Name != "url" {
				object[i].Value = it.gather(member.Value, texts)
			}
		}
		return object
	}
	return value
}

// scatter puts the texts of a gathered value into the places of their pointers.
func scatter(value mapping.Value) mapping.Value {
	switch v := value.(type) {
	case *string:
		return *v
	case []mapping.Value:
		for i := range v {
			v[i] = scatter(v[i])
		}
	case mapping.Object:
		for i := range v {
			v[i].Value = scatter(v[i].Value)
		}
	}
	return value
}

// rereadParts looks at the texts of a record that come from elsewhere on the site.
func (e *engine) rereadParts(r *record.Record, log *finding.Log) {
	var downloads, terms []*string
	for i := range r.Downloads {
		downloads = append(downloads, &r.Downloads[i].Title)
	}
	for i := range r.Terms {
		for j := range r.Terms[i].Terms {
			t := &r.Terms[i].Terms[j]
			terms = append(terms, &t.Name)
			for k := range t.Path {
				terms = append(terms, &t.Path[k])
			}
		}
	}
	e.reread(log, "downloads", downloads...)
	e.reread(log, "terms", terms...)
	e.reread(log, "source.author", &r.Source.Author)
	e.reread(log, "cover", &r.Cover.Alt)
	e.reread(log, "event", &r.Event.Venue, &r.Event.Address, &r.Event.Organizer, &r.Event.Cost)
}
