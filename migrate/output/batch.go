package output

import (
	"strconv"
	"time"
)

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
	r.own(item.Path)
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
		if _, err := r.aside(path); err != nil {
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
