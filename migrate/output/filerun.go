package output

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

// fileRun is a run over an output with one file per record.
//
// A record that is held stays where it is until Finish, whatever it is now called. A new one is written where it wants
// to stand if nothing is there and nothing else wants to, and is staged otherwise.
type fileRun struct {
	*session
	owners map[string]string // id of the record that stands on a path, or is about to, by folded path
	folder map[string]bool   // folders that exist
	batch  []pending
	bytes  int       // in the batch
	since  time.Time // when the batch was begun
	serial int       // of temporaries
}

// pending is a record that is written but not in its place.
type pending struct {
	held      *held
	temporary string
	aside     bool // what stands in its place is someone's, and kept
}

// The most that a batch holds, so that an interruption costs little.
const (
	batchRecords = 1000
	batchBytes   = 8 << 20
	batchTime    = time.Second
)

func newFileRun(s *session) *fileRun {
	r := &fileRun{session: s, owners: make(map[string]string, len(s.held)), folder: map[string]bool{}}
	for _, h := range s.held {
		r.owners[fold(h.Path)] = h.ID
	}
	return r
}

// Known implements migrate.Run. A record whose file is gone, or is to be written over, is not known.
func (r *fileRun) Known(id string) (migrate.Entry, bool) {
	h := r.held[id]
	if h == nil || !r.inFormat(h) {
		return migrate.Entry{}, false
	}
	state, err := r.inspect(h)
	if err != nil || state == missing || state == edited && r.plan.Overwrite {
		return migrate.Entry{}, false
	}
	return migrate.Entry{ID: h.ID, Path: h.Path, Digest: h.Digest, Inputs: h.Inputs}, true
}

// inFormat reports whether a record is held in the format of this run.
func (s *session) inFormat(h *held) bool { return strings.HasSuffix(h.Path, s.format.extension()) }

// inspect compares a record's file with what is known of it: by size and time of change, and by its bytes where these
// say that it may have changed.
func (s *session) inspect(h *held) (fileState, error) {
	if h.known {
		return h.state, nil
	}
	state, changed, err := s.look(h)
	if err != nil {
		return edited, err
	}
	h.state, h.changed, h.known = state, changed, true
	return state, nil
}

func (s *session) look(h *held) (fileState, time.Time, error) {
	info, err := s.files.Lstat(h.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return missing, time.Time{}, nil
	case errors.Is(err, errNotRegular), err == nil && !info.Mode.IsRegular():
		return edited, info.Changed, nil
	case err != nil:
		return edited, time.Time{}, err
	}
	if !h.Edited && info.Size == h.Size && info.Changed.Before(s.checked) {
		return clean, info.Changed, nil
	}
	digest, err := digestFile(s.files, h.Path)
	if err != nil {
		return edited, info.Changed, err
	}
	if digest != h.Digest {
		return edited, info.Changed, nil
	}
	return clean, info.Changed, nil
}

// Keep implements migrate.Run.
func (r *fileRun) Keep(id string) error {
	h := r.held[id]
	if h == nil || h.seen {
		return fmt.Errorf("the record %s cannot be kept: it is not held, or was made already", id)
	}
	post, err := r.identify(id)
	if err != nil {
		return err
	}
	state, err := r.inspect(h)
	if err != nil {
		return err
	}
	h.place = place{h.wanted(), post, r.number(post)}
	switch state {
	case missing:
		return fmt.Errorf("the record %s cannot be kept: its file %s is gone", id, h.Path)
	case edited:
		r.leave(h)
	default:
		r.trust(h)
		r.see(h, migrate.Unchanged)
	}
	return nil
}

// leave leaves a record's file as someone made it.
func (r *session) leave(h *held) {
	r.dirty = r.dirty || !h.Edited
	h.Edited = true
	r.see(h, migrate.Edited)
}

// trust takes a file for what it should be, which it may not have been before.
func (r *session) trust(h *held) {
	r.dirty = r.dirty || h.Edited
	h.Edited = false
}

// Put implements migrate.Run.
func (r *fileRun) Put(rec *record.Record, inputs migrate.Inputs) (migrate.Change, error) {
	if r.failed != nil {
		return migrate.Change{}, r.failed
	}
	post, err := r.identify(rec.ID)
	if err != nil {
		return migrate.Change{}, err
	}
	where := newPlace(r.prefix, rec.Kind, rec.Slug, post, r.number(post))
	encoded, digest := r.encode(rec)
	item := Item{ID: rec.ID, Digest: digest, Size: int64(len(encoded)), Inputs: inputs}
	if where.number > 1 {
		item.Number = where.number
	}
	h := r.held[rec.ID]
	var change migrate.Change
	switch {
	case h == nil:
		h = &held{fresh: true, place: where}
		r.held[rec.ID] = h
		change, err = r.putNew(h, item, encoded)
	case h.seen:
		return change, fmt.Errorf("the record %s was made twice: the keys of a post's records must differ", rec.ID)
	default:
		h.place = where
		change, err = r.putHeld(h, item, encoded)
	}
	if err != nil {
		r.failed = err
		return migrate.Change{}, err
	}
	change.ID = rec.ID
	r.see(h, change.Action)
	return change, nil
}

// putNew writes a record that is not held, or held in another format only.
func (r *fileRun) putNew(h *held, item Item, encoded []byte) (migrate.Change, error) {
	path := h.place.path(0, r.format.extension())
	action := migrate.Create
	free := r.owners[fold(path)] == ""
	if free {
		state, err := r.occupied(path, item.Digest)
		switch {
		case err != nil:
			return migrate.Change{}, err
		case state == clean: // the very bytes are there
			item.Path = path
			r.dirty, r.owners[fold(path)] = true, item.ID
			h.Item = item
			_, err := r.inspect(h)
			return migrate.Change{Action: migrate.Unchanged, Path: path}, err
		case state == edited:
			free = false
			if !r.plan.Overwrite {
				action = migrate.Edited
			}
		}
	}
	item.Path = path
	if !free {
		item.Path, item.Wanted = stagedName(item.ID, r.format.extension()), h.place.base
	}
	return migrate.Change{Action: action, Path: path}, r.write(h, item, encoded, false)
}

// occupied tells what stands on a path that is no record's: nothing, the very bytes of the digest, something else.
func (s *session) occupied(path, digest string) (fileState, error) {
	there, err := exists(s.files, path)
	if errors.Is(err, errNotRegular) {
		return edited, err // a folder is none
	}
	if err != nil || !there {
		return missing, err
	}
	found, err := digestFile(s.files, path)
	if err != nil && !errors.Is(err, errNotRegular) {
		return edited, err
	}
	if found == digest {
		return clean, nil
	}
	return edited, nil
}

// putHeld brings a record that is held up to date, where it stands.
func (r *fileRun) putHeld(h *held, item Item, encoded []byte) (migrate.Change, error) {
	if !r.inFormat(h) {
		return r.putReformatted(h, item, encoded)
	}
	item.Path, item.Wanted, item.Was = h.Path, h.Wanted, h.Was
	change := migrate.Change{Path: h.Path}
	state, err := r.inspect(h)
	if err != nil {
		return change, err
	}
	if state == edited {
		if state, err = r.occupied(h.Path, item.Digest); err != nil {
			return change, err
		}
		if state == clean { // someone wrote what this run would
			r.trust(h)
			r.dirty = r.dirty || h.Digest != item.Digest
			h.Item, h.state = item, clean
			change.Action = migrate.Unchanged
			return change, nil
		}
	}
	switch {
	case state == missing:
		change.Action = migrate.Create
		return change, r.write(h, item, encoded, false)
	case state == edited && !r.plan.Overwrite:
		r.leave(h)
		change.Action = migrate.Edited
		return change, nil
	case state == edited:
		change.Action = migrate.Update
		return change, r.write(h, item, encoded, true)
	case h.Digest == item.Digest:
		r.trust(h)
		r.dirty = r.dirty || string(h.Inputs) != string(item.Inputs) || h.Number != item.Number
		h.Inputs, h.Number = item.Inputs, item.Number
		change.Action = migrate.Unchanged
		return change, nil
	}
	old, err := readFile(r.files, h.Path)
	if err != nil {
		return change, err
	}
	change.Action, change.Fields = migrate.Update, record.Changed(old, encoded)
	return change, r.write(h, item, encoded, false)
}

// putReformatted writes a record anew that is held in another format; the old file goes at the end.
func (r *fileRun) putReformatted(h *held, item Item, encoded []byte) (migrate.Change, error) {
	old := h.Path
	if !isPart(old) {
		state, err := r.inspect(h)
		if err != nil {
			return migrate.Change{}, err
		}
		if state == edited && !r.plan.Overwrite {
			r.leave(h)
			return migrate.Change{Action: migrate.Edited, Path: old}, nil
		}
		if state == edited {
			if err := r.aside(old); err != nil {
				return migrate.Change{}, err
			}
		} else {
			item.Was = old
		}
	}
	h.known = false
	change, err := r.putNew(h, item, encoded)
	if change.Action == migrate.Create || change.Action == migrate.Unchanged {
		change.Action = migrate.Update
	}
	return change, err
}

// isPart reports whether a path is that of a file of many records.
func isPart(path string) bool { return strings.HasSuffix(path, JSONL.extension()) }

// write takes a record into the batch.
func (r *fileRun) write(h *held, item Item, encoded []byte, aside bool) error {
	if err := r.makeFolder(tmpDir); err != nil {
		return err
	}
	r.serial++
	temporary := tmpDir + "/" + strconv.Itoa(r.serial) + r.format.extension()
	if err := createFile(r.files, temporary, encoded); err != nil {
		return err
	}
	if len(r.batch) == 0 {
		r.since = time.Now()
	}
	h.Item = item
	r.owners[fold(item.Path)] = item.ID
	r.batch = append(r.batch, pending{h, temporary, aside})
	r.bytes += len(encoded)
	if len(r.batch) >= batchRecords || r.bytes >= batchBytes || time.Since(r.since) >= batchTime {
		return r.commit()
	}
	return nil
}

func (r *fileRun) makeFolder(name string) error {
	if r.folder[name] {
		return nil
	}
	if err := r.files.MkdirAll(name); err != nil {
		return err
	}
	r.folder[name] = true
	return nil
}

// commit moves the batch into place: what is to come is in the journal, and with the temporaries on the disk, before the
// first of them is renamed.
func (r *fileRun) commit() error {
	if len(r.batch) == 0 {
		return nil
	}
	for _, p := range r.batch {
		if err := r.journal.add(intent{Put: &p.held.Item}); err != nil {
			return err
		}
	}
	if err := r.journal.flush(r.head()); err != nil {
		return err
	}
	if err := r.files.Sync(); err != nil {
		return err
	}
	for _, p := range r.batch {
		if err := r.install(p); err != nil {
			return err
		}
	}
	r.batch, r.bytes, r.dirty = r.batch[:0], 0, true
	return nil
}

func (r *fileRun) install(p pending) error {
	path := p.held.Path
	if err := r.makeFolder(folder(path)); err != nil {
		return err
	}
	if p.aside {
		if err := r.aside(path); err != nil {
			return err
		}
	}
	if err := r.files.Rename(p.temporary, path); err != nil {
		return err
	}
	return r.settled(p.held)
}

// settled notes that a record's file was just put into its place.
func (s *session) settled(h *held) error {
	info, err := s.files.Lstat(h.Path)
	h.state, h.changed, h.known = clean, info.Changed, true
	return err
}
