package record

import "slices"

// emitter writes one tree of objects, lists and scalars. Calls come in document order: a key or an item before each
// value but the root; the keys and items of a container between its object or list and end.
type emitter interface {
	object()
	list()
	end()
	key(name string)
	item()
	text(s string)
	block(s string) // text that reads best with its own line breaks
	inline(texts []string)
	integer(n int64)
	number(f float64)
	boolean(b bool)
	null()
}

// AppendYAML appends the record's canonical YAML to b.
func (r *Record) AppendYAML(b []byte) []byte {
	y := &yamlEmitter{b: b}
	r.emit(fields{y})
	return y.b
}

// AppendJSON appends the record's canonical JSON to b: indented by two spaces, ending in a line break.
func (r *Record) AppendJSON(b []byte) []byte {
	j := &jsonEmitter{b: b, indent: true}
	r.emit(fields{j})
	return append(j.b, '\n')
}

// AppendJSONLine appends the record as one line of JSON Lines to b, its line break included.
func (r *Record) AppendJSONLine(b []byte) []byte {
	j := &jsonEmitter{b: b}
	r.emit(fields{j})
	return append(j.b, '\n')
}

// fields writes keys with their values, and leaves out those without.
type fields struct{ emitter }

func (f fields) text(key, value string) {
	if carries(value) {
		f.key(key)
		f.emitter.text(value)
	}
}

func (f fields) block(key, value string) {
	if carries(value) {
		f.key(key)
		f.emitter.block(value)
	}
}

func (f fields) integer(key string, n int64) {
	if n != 0 {
		f.key(key)
		f.emitter.integer(n)
	}
}

func (f fields) number(key string, n *float64) {
	if n != nil && finite(*n) {
		f.key(key)
		f.emitter.number(*n)
	}
}

func (f fields) texts(key string, values []string) {
	each(f, key, values, f.emitter.text)
}

// each writes a list, leaving it out where it is empty.
func each[T any](f fields, key string, values []T, write func(T)) {
	if len(values) == 0 {
		return
	}
	f.key(key)
	f.list()
	for _, v := range values {
		f.item()
		write(v)
	}
	f.end()
}

// rows writes a list of objects, leaving it out where it is empty.
func rows[T any](f fields, key string, values []T, write func(fields, *T)) {
	if len(values) == 0 {
		return
	}
	f.key(key)
	f.list()
	for i := range values {
		f.item()
		f.object()
		write(f, &values[i])
		f.end()
	}
	f.end()
}

// part writes an object, unless empty says that it has no value.
func (f fields) part(key string, empty bool, write func()) {
	if empty {
		return
	}
	f.key(key)
	f.object()
	write()
	f.end()
}

// none reports whether no text has anything that would be written.
func none(texts ...string) bool { return !slices.ContainsFunc(texts, carries) }

// emit writes the record in the order of keys that is its format.
func (r *Record) emit(f fields) {
	f.object()
	f.text("schema", Schema)
	f.text("id", r.ID)
	f.text("kind", r.Kind)
	f.text("type", r.Type)
	f.text("title", r.Title)
	f.text("subtitle", r.Subtitle)
	f.text("slug", r.Slug)
	f.text("status", r.Status)
	f.text("language", r.Language)
	f.text("issued", r.Issued)
	f.text("posted", r.Posted)
	f.text("modified", r.Modified)
	rows(f, "authors", r.Authors, emitPerson)
	f.texts("publishers", r.Publishers)
	f.part("series", none(r.Series.Title, r.Series.Number), func() {
		f.text("title", r.Series.Title)
		f.text("number", r.Series.Number)
	})
	f.value("identifiers", r.Identifiers)
	f.text("summary", r.Summary)
	f.texts("subjects", r.Subjects)
	f.texts("regions", r.Regions)
	f.part("terms", len(r.Terms) == 0, func() {
		for i := range r.Terms {
			rows(f, r.Terms[i].Name, r.Terms[i].Terms, emitTerm)
		}
	})
	rows(f, "downloads", r.Downloads, emitDownload)
	rows(f, "editions", r.Editions, emitEdition)
	f.part("cover", r.Cover.empty(), func() {
		f.text("url", r.Cover.URL)
		f.text("alt", r.Cover.Alt)
		f.integer("width", int64(r.Cover.Width))
		f.integer("height", int64(r.Cover.Height))
		f.integer("attachment_id", r.Cover.AttachmentID)
	})
	f.part("event", r.Event.empty(), func() { emitEvent(f, &r.Event) })
	f.part("body", none(r.Body.HTML, r.Body.Markdown, r.Body.Text), func() {
		f.block("html", r.Body.HTML)
		f.block("markdown", r.Body.Markdown)
		f.block("text", r.Body.Text)
	})
	f.value("fields", r.Fields)
	rows(f, "translations", r.Translations, func(f fields, t *Translation) {
		f.text("id", t.ID)
		f.text("language", t.Language)
	})
	rows(f, "relations", r.Relations, func(f fields, l *Relation) {
		f.text("type", l.Type)
		f.text("id", l.ID)
		f.text("url", l.URL)
		f.text("title", l.Title)
	})
	f.part("source", r.Source.empty(), func() { emitOrigin(f, &r.Source) })
	rows(f, "losses", r.Losses, func(f fields, l *Loss) {
		f.text("code", l.Code)
		f.text("detail", l.Detail)
		f.key("count")
		f.emitter.integer(int64(l.Count))
	})
	rows(f, "findings", r.Findings, emitFinding)
	f.end()
}
