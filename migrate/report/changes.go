package report

import (
	"cmp"
	"iter"
	"slices"
	"unicode/utf8"

	"wp2pub/migrate/record"
)

// Records counts the records by what became of them.
type Records struct {
	Create    int `json:"create"`
	Update    int `json:"update"`
	Move      int `json:"move"`
	Remove    int `json:"remove"`
	Stale     int `json:"stale"`
	Unchanged int `json:"unchanged"`
	Edited    int `json:"edited"`
	// MovedAndChanged is how many of those that moved have another content, too.
	MovedAndChanged int `json:"move_changed,omitempty"`
}

// Changes reports whether the run changed anything, or would.
func (r Records) Changes() bool { return r.Create+r.Update+r.Move+r.Remove > 0 }

// ByAction yields how many records each action befell, in one order.
func (r Records) ByAction() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		_ = yield("create", r.Create) && yield("update", r.Update) && yield("move", r.Move) && yield("remove", r.Remove) &&
			yield("stale", r.Stale) && yield("unchanged", r.Unchanged) && yield("edited", r.Edited)
	}
}

// Change is what became of one record, where it did not stay as it was.
type Change struct {
	Action  string              `json:"action"`
	ID      string              `json:"id"`             // empty: of a file of many records in which none is to stand any more
	Kind    string              `json:"kind,omitempty"` // of a record that was made
	Path    string              `json:"path"`
	OldPath string              `json:"old_path,omitempty"`
	Reason  string              `json:"reason,omitempty"` // of remove and stale, and of an edited one that is to go: why no such record is made now
	Fields  []record.Difference `json:"fields,omitempty"` // of an update: each field with its old and new value
}

// about is what the change is of: a record; a file in which none stands; or a record in a file, where none is made now: the record
// may go while a copy of it stays.
func (c Change) about() string {
	if c.Reason != "" {
		return c.ID + " " + c.Path
	}
	return cmp.Or(c.ID, c.Path)
}

// longestValue bounds what is kept of an old or new value, in bytes.
const longestValue = 2000

// AddChange accounts for a record that did not stay as it was. Of long values it keeps what surrounds the difference.
func (r *Report) AddChange(c Change) {
	r.noteEdited(c)
	if r.KeepChanges {
		r.keep(c)
	}
}

func (r *Report) keep(c Change) {
	for i := range c.Fields {
		f := &c.Fields[i]
		f.Old, f.New = Focus(f.Old, f.New, longestValue)
	}
	r.Changes = append(r.Changes, c)
}

// noteEdited keeps where the files of others are that a record found in its place, where the last that is said of it counts, and
// those that hold one which is to go: each stays, whatever becomes of the record.
func (r *Report) noteEdited(c Change) {
	if c.Action != "edited" {
		delete(r.edited, cmp.Or(c.ID, c.Path))
		return
	}
	if r.edited == nil {
		r.edited = map[string]Change{}
	}
	r.edited[c.about()] = Change{Path: c.Path, Reason: c.Reason}
}

// Edited returns the files that someone edited, or another program wrote, and that were left alone.
func (r *Report) Edited() []string {
	paths := make([]string, 0, len(r.edited))
	for _, c := range r.edited {
		paths = append(paths, c.Path)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// EditedHint says what can be done about Edited but for Outlived; nothing where there are no others.
func (r *Report) EditedHint() string {
	for _, c := range r.edited {
		if c.Reason == "" {
			return "--overwrite keeps each as NAME.local and writes it anew"
		}
	}
	return ""
}

// OutlivedHint says what to do about Outlived.
const OutlivedHint = "delete them by hand: --overwrite only renames them to NAME.local"

// Outlived lists those of Edited that hold a record which is to go, each with the reason.
func (r *Report) Outlived() []string {
	var files []string
	for _, c := range r.edited {
		if c.Reason != "" {
			files = append(files, c.Path+": "+c.Reason)
		}
	}
	slices.Sort(files)
	return files
}

// AddLate accounts for what was done to records in the end. What is known of a record already is completed: there is
// one Change for each, and for one that is not made now one for each of its files.
func (r *Report) AddLate(changes []Change) {
	for _, c := range changes {
		r.noteEdited(c)
	}
	if !r.KeepChanges || len(changes) == 0 {
		return
	}
	known := make(map[string]int, len(r.Changes))
	for i, c := range r.Changes {
		known[c.about()] = i
	}
	paths := map[string]string{}
	for _, c := range changes {
		paths[c.ID] = c.Path
		i, ok := known[c.about()]
		if !ok {
			known[c.about()] = len(r.Changes)
			r.keep(c)
			continue
		}
		c.Fields = r.Changes[i].Fields
		r.Changes[i] = c
	}
	for i := range r.Made {
		if path, moved := paths[r.Made[i].ID]; moved {
			r.Made[i].Path = path
		}
	}
}

// Focus shortens two texts to about most bytes each, so that what differs is seen: what they begin with in common goes
// first.
func Focus(old, fresh string, most int) (string, string) {
	if len(old) <= most && len(fresh) <= most {
		return old, fresh
	}
	same := 0
	for same < min(len(old), len(fresh)) && old[same] == fresh[same] {
		same++
	}
	from := max(0, same-most/4)
	return window(old, from, most), window(fresh, from, most)
}

// window cuts a part of a text, at the borders of letters, and marks where something is left out.
func window(text string, from, most int) string {
	if len(text) <= most && from == 0 {
		return text
	}
	from = min(from, max(0, len(text)-most))
	for from < len(text) && from > 0 && !utf8.RuneStart(text[from]) {
		from++
	}
	to := min(len(text), from+most)
	for to < len(text) && to > from && !utf8.RuneStart(text[to]) {
		to--
	}
	cut := text[from:to]
	if from > 0 {
		cut = "…" + cut
	}
	if to < len(text) {
		cut += "…"
	}
	return cut
}
