package output

import (
	"errors"
	"fmt"
	"io/fs"
	"time"

	"wp2pub/migrate"
)

// fileRun is a run over an output with one file per record.
//
// A record that is held stays where it is until Finish, whatever it is now called. A new one is written where it wants
// to stand if nothing is there and nothing else wants to, and is staged otherwise.
type fileRun struct {
	*session
	owned  map[string]bool // folded paths on which records stand, or are about to; nil until it matters
	folder map[string]bool // folders that exist
	batch  []pending
	bytes  int       // in the batch
	since  time.Time // when the batch was begun
	serial int       // of temporaries
	clear  folders   // as the run begins, where none has changed since one found neither strays nor copies
}

func newFileRun(s *session) *fileRun {
	r := &fileRun{session: s, folder: map[string]bool{}}
	if s.strayless != "" && !s.broken {
		if all, err := r.folders(); err == nil && all.digest == s.strayless {
			r.clear = all
		}
	}
	return r
}

// own notes that a record stands on a path, or is about to.
func (r *fileRun) own(path string) {
	if r.owned != nil {
		r.owned[fold(path)] = true
	}
}

// free reports whether no record stands on a path, and none is about to.
func (r *fileRun) free(path string) bool {
	if r.owned == nil {
		r.owned = make(map[string]bool, len(r.held.list))
		for _, h := range r.held.list {
			r.own(h.Path)
		}
	}
	return !r.owned[fold(path)]
}

// Known implements migrate.Run. A record whose file is gone, or is to be written over, is not known.
func (r *fileRun) Known(id string) (migrate.Entry, bool) {
	h := r.held.get(id)
	if h == nil || !r.inFormat(h) {
		return migrate.Entry{}, false
	}
	state, err := r.inspect(h)
	if err != nil || state == missing || state == edited && r.plan.Overwrite {
		return migrate.Entry{}, false
	}
	return migrate.Entry{ID: h.ID, Path: h.Path, Digest: h.Digest, Inputs: h.Inputs, Edited: state == edited}, true
}

// inFormat reports whether a record is held in the format of this run.
func (s *session) inFormat(h *held) bool { return s.format.of(h.Path) }

// inspect compares a record's file with what is known of it: by size and time of change, and by its bytes where these
// say that it may have changed.
func (s *session) inspect(h *held) (fileState, error) {
	if h.known {
		return h.state, nil
	}
	err := s.inspectIn(s.files, h)
	return h.state, err
}

// inspectIn looks at a record's file in these files.
func (s *session) inspectIn(files Files, h *held) error {
	state, changed, err := s.look(files, h)
	h.state, h.changed, h.known = state, changed, err == nil
	return err
}

// read is inspect for a file that is to go, or to be written over: what was found of it may be minutes old, and its bytes are
// read whatever its times say, since clocks go back.
func (s *session) read(h *held) (fileState, error) {
	h.known = false
	if state, err := s.inspect(h); err != nil || state != clean {
		return state, err
	}
	state, err := s.occupied(h.Path, h.Digest)
	h.state = state
	return state, err
}

func (s *session) look(files Files, h *held) (fileState, time.Time, error) {
	info, err := files.Lstat(h.Path)
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
	digest, err := digestFile(files, h.Path)
	if err != nil {
		return edited, info.Changed, err
	}
	if digest != h.Digest {
		return edited, info.Changed, nil
	}
	return clean, info.Changed, nil
}

// Keep implements migrate.Run.
func (r *fileRun) Keep(id string) (migrate.Change, error) {
	h := r.held.get(id)
	if h == nil || h.seen {
		return migrate.Change{}, fmt.Errorf("the record %s cannot be kept: it is not held, or was made already", id)
	}
	if h.site != r.plan.Site {
		return migrate.Change{}, r.foreign(id)
	}
	state, err := r.inspect(h)
	if err != nil {
		return migrate.Change{}, err
	}
	h.place = heldPlace(h, r.number(h.post))
	switch state {
	case missing:
		return migrate.Change{}, fmt.Errorf("the record %s cannot be kept: its file %s is gone", id, h.Path)
	case edited:
		r.leave(h)
	default:
		r.trust(h)
		r.see(h, migrate.Unchanged)
	}
	return migrate.Change{Action: h.action, ID: id, Path: h.Path}, nil
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

// isPart reports whether a path is that of a file of many records.
func isPart(path string) bool { return JSONL.of(path) }
