package output

import (
	"slices"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

// What an output holds in another format than that of the run is written anew, and the old file goes in the end. Until then
// the record names it, with the digest by which it is told whether someone edited it since: a run that is interrupted may
// be followed by one in a third format.

// outdated returns the files of a record that go when it is written in another format.
func (i *Item) outdated() []Part {
	return append(slices.Clone(i.Was), Part{Path: i.Path, Digest: i.Digest, Size: i.Size})
}

// without returns the files that do not stand on a path.
func without(path string, files []Part) []Part {
	kept := slices.DeleteFunc(slices.Clone(files), func(p Part) bool { return p.Path == path })
	if len(kept) == 0 {
		return nil
	}
	return kept
}

// earlier reports whether what stands on a path is a file of the record itself, in an earlier format, as it was written.
func (s *session) earlier(h *held, path string) (bool, error) {
	for _, file := range h.Was {
		if file.Path != path {
			continue
		}
		if state, err := s.occupied(path, file.Digest); err != nil || state == clean {
			return err == nil, err
		}
	}
	return false, nil
}

// goBack makes a record stand in its latest file of an earlier format again, if that is as it was written.
func (s *session) goBack(h *held) (bool, error) {
	last := len(h.Was) - 1
	if last < 0 {
		return false, nil
	}
	file := h.Was[last]
	state, err := s.occupied(file.Path, file.Digest)
	if err != nil || state != clean {
		return false, err
	}
	h.Path, h.Offset, h.Digest, h.Size, h.Inputs, h.Was = file.Path, 0, file.Digest, file.Size, nil, h.Was[:last]
	h.known, s.dirty = false, true
	return true, nil
}

// putReformatted writes a record anew that is held in another format.
func (r *fileRun) putReformatted(h *held, item Item, encoded []byte) (migrate.Change, error) {
	item.Was = h.Was
	if old := h.Path; !isPart(old) {
		state, err := r.read(h)
		if err != nil {
			return migrate.Change{}, err
		}
		if state == edited && !r.plan.Overwrite {
			r.leave(h)
			return migrate.Change{Action: migrate.Edited, Path: old}, nil
		}
		if state == edited {
			if _, err := r.aside(old); err != nil {
				return migrate.Change{}, err
			}
		} else {
			item.Was = h.outdated()
		}
	}
	h.known = false
	change, err := r.putNew(h, item, encoded)
	if change.Action == migrate.Create || change.Action == migrate.Unchanged {
		change.Action = migrate.Update
	}
	return change, err
}

// reformat writes the records anew that stay, are held in another format, and were not made in this run.
func (r *fileRun) reformat(*steps) error {
	for _, h := range r.held.sorted() {
		if h.seen || r.inFormat(h) {
			continue
		}
		item, encoded, err := r.converted(h)
		if err != nil {
			return err
		}
		if encoded == nil {
			continue
		}
		h.place = heldPlace(h, max(1, h.Number))
		if _, err := r.putReformatted(h, item, encoded); err != nil {
			return err
		}
	}
	return nil
}

// converted returns what is held of a record in the format of this run; nothing where its file is not what it was.
func (s *session) converted(h *held) (Item, []byte, error) {
	old, err := s.original(h)
	if err != nil || old == nil {
		return Item{}, nil, err
	}
	encoded, err := record.Reencode(old, string(s.format))
	if err != nil {
		return Item{}, nil, nil // it stays as it is
	}
	item := h.Item
	item.Offset, item.Digest, item.Size = 0, record.Digest(encoded), int64(len(encoded))
	return item, encoded, nil
}

// original reads a record as it was written; nothing where someone edited it since.
func (s *session) original(h *held) ([]byte, error) {
	if !isPart(h.Path) {
		if state, err := s.inspect(h); err != nil || state != clean {
			return nil, err
		}
		return readFile(s.files, h.Path)
	}
	state, err := s.occupied(h.Path, s.manifest.part(h.Path).Digest)
	if err != nil || state != clean {
		return nil, err
	}
	return s.lineOf(h)
}

// lineOf reads a record out of a file of many.
func (s *session) lineOf(h *held) ([]byte, error) {
	f, err := s.files.Open(h.Path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	line := make([]byte, h.Size)
	if _, err := f.ReadAt(line, h.Offset); err != nil {
		return nil, err
	}
	return line, nil
}
