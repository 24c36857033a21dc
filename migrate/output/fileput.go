package output

import (
	"errors"
	"fmt"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

// Put implements migrate.Run.
func (r *fileRun) Put(rec *record.Record, wish migrate.Place, inputs migrate.Inputs) (migrate.Change, error) {
	if r.failed != nil {
		return migrate.Change{}, r.failed
	}
	post, err := r.identify(rec.ID)
	if err != nil {
		return migrate.Change{}, err
	}
	where := newPlace(r.prefix, rec, wish, post, r.number(post))
	encoded, digest := r.encode(rec)
	item := Item{ID: rec.ID, Digest: digest, Size: int64(len(encoded)), Inputs: inputs}
	if where.number > 1 {
		item.Number = where.number
	}
	h := r.held.get(rec.ID)
	var change migrate.Change
	switch {
	case h == nil:
		h = r.fresh(rec.ID, post)
		h.place = where
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
	free := r.free(path)
	if free {
		state, err := r.occupied(path, item.Digest)
		switch {
		case err != nil:
			return migrate.Change{}, err
		case state == clean: // the very bytes are there
			item.Path, item.Was = path, without(path, item.Was)
			r.own(path)
			h.Item, r.dirty = item, true
			_, err := r.inspect(h)
			return migrate.Change{Action: migrate.Unchanged, Path: path}, err
		case state == edited:
			if free, err = r.earlier(h, path); err != nil {
				return migrate.Change{}, err
			}
			if !free && !r.plan.Overwrite {
				action = migrate.Edited
			}
		}
	}
	item.Path = path
	if !free {
		item.Path, item.Wanted = stagedName(item.ID, r.format.extension()), h.place.base
	}
	item.Was = without(item.Path, item.Was)
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
	item.Path, item.Was = h.Path, h.Was
	if h.place.base+r.format.extension() != h.Path { // the next run must know, should this one not come to its end
		item.Wanted = h.place.base
	}
	change := migrate.Change{Path: h.Path}
	look := r.inspect
	if h.Digest != item.Digest { // it is to be written over
		look = r.read
	}
	state, err := look(h)
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
	change.Action = migrate.Update
	if r.plan.Compare {
		old, err := readFile(r.files, h.Path)
		if err != nil {
			return change, err
		}
		change.Fields = record.Changed(old, encoded)
	}
	return change, r.write(h, item, encoded, false)
}
