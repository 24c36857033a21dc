package output

import (
	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

// steps is what Finish does to files, in this order.
type steps struct {
	remove []string // records, and files of an earlier format
	aside  []string // files of others that stand in the way, or are to go
	adopt  []move   // the very bytes are there already: the source goes
	hop    []move   // into the store, out of another's way
	move   []move
}

type move struct {
	held *held
	path string
}

// arrange decides which files go and which move where, and tells the journal.
func (r *fileRun) arrange(remove []*held) (*steps, error) {
	s := &steps{}
	for _, decide := range []func(*steps) error{
		func(s *steps) error { return r.arrangeRemovals(s, remove) },
		r.reformat,
		func(*steps) error { return r.commit() },
		r.arrangeMoves,
		r.arrangeLeftovers,
	} {
		if err := decide(s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// arrangeRemovals takes away the records that are to go. An edited file stays, or is kept aside.
func (r *fileRun) arrangeRemovals(s *steps, remove []*held) error {
	for _, h := range remove {
		state := missing // a line of a file of many records goes with the file
		if !isPart(h.Path) {
			var err error
			if state, err = r.inspect(h); err != nil {
				return err
			}
		}
		switch {
		case state == clean:
			s.remove = append(s.remove, h.Path)
		case state == edited && r.plan.Overwrite:
			s.aside = append(s.aside, h.Path)
		case state == edited:
			r.leave(h)
			r.changes = append(r.changes, migrate.Change{Action: migrate.Edited, ID: h.ID, Path: h.Path})
			continue
		}
		r.finished(migrate.Change{Action: migrate.Remove, ID: h.ID, Path: h.Path})
		r.drop(h)
		if err := r.journal.add(intent{Drop: h.ID}); err != nil {
			return err
		}
	}
	return nil
}

// drop takes a record out of what is held.
func (s *session) drop(h *held) {
	s.held.drop(h)
	s.dirty = true
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
	state, err := s.occupied(h.Path, s.part(h.Path).Digest)
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

// part returns what is known of a file of many records.
func (s *session) part(path string) Part {
	for _, p := range s.manifest.Parts {
		if p.Path == path {
			return p
		}
	}
	return Part{Path: path}
}

// arrangeLeftovers takes away the files of an earlier format.
func (r *fileRun) arrangeLeftovers(s *steps) error {
	for _, h := range r.held.sorted() {
		if h.Was != "" {
			s.remove = append(s.remove, h.Was)
			h.Was, r.dirty = "", true
		}
	}
	for _, part := range r.manifest.Parts {
		state, err := r.occupied(part.Path, part.Digest)
		switch {
		case err != nil:
			return err
		case state == clean:
			s.remove = append(s.remove, part.Path)
		case state == edited && r.plan.Overwrite:
			s.aside = append(s.aside, part.Path)
		}
	}
	r.manifest.Parts = nil
	return nil
}
