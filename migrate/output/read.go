package output

import (
	"fmt"

	"wp2pub/migrate/record"
)

// Read implements migrate.Run.
func (r *fileRun) Read(id string) (*record.Record, error) {
	h := r.held.get(id)
	if h == nil {
		return nil, unreadable(id, "it is not held")
	}
	encoded, err := readFile(r.files, h.Path)
	if err != nil {
		return nil, err
	}
	return asWritten(h, encoded)
}

// Read implements migrate.Run.
func (r *lineRun) Read(id string) (*record.Record, error) {
	h := r.held.get(id)
	if h == nil || !isPart(h.Path) {
		return nil, unreadable(id, "it is not held")
	}
	encoded, err := r.lineOf(h)
	if err != nil {
		return nil, err
	}
	return asWritten(h, encoded)
}

// asWritten makes a record of bytes that must be those that were written.
func asWritten(h *held, encoded []byte) (*record.Record, error) {
	if record.Digest(encoded) != h.Digest {
		return nil, unreadable(h.ID, "its file "+h.Path+" is not what was written")
	}
	return record.Decode(encoded)
}

func unreadable(id, why string) error { return fmt.Errorf("the record %s cannot be read: %s", id, why) }
