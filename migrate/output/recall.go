package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
)

// memoryName is where what a run of a site leaves for the next one is kept.
func (s *session) memoryName() string { return private + "/ledger." + safeName(s.plan.Site) }

// Recall implements migrate.Run. What cannot be read is as good as nothing: then all records are made again.
func (s *session) Recall() ([]byte, error) {
	if s.recalled != nil {
		return s.recalled, nil
	}
	left, err := readFile(s.files, s.memoryName())
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotRegular) {
		return nil, nil
	}
	return left, err
}

// Remember implements migrate.Run.
func (s *session) Remember(left func() ([][]byte, error)) { s.memory = left }

// draftMemory writes what is to be remembered next to its place, unless the very same stands there.
func (s *session) draftMemory() error {
	if s.memory == nil {
		return nil
	}
	memory, err := s.memory()
	if err != nil {
		return err
	}
	if s.memory = nil; s.recalls(memory) {
		return nil
	}
	s.drafted, err = draft(s.files, s.memoryName(), func(w io.Writer) error { return writeAll(w, memory) })
	return err
}

// storeMemory puts what is to be remembered into its place. The manifest is on the disk by then: what it does not bear out will
// not be believed.
func (s *session) storeMemory() error {
	if s.memory != nil {
		if err := s.draftMemory(); err != nil || s.drafted == "" {
			return err
		}
		if err := s.files.Sync(); err != nil {
			return err
		}
	}
	if s.drafted == "" {
		return nil
	}
	return s.files.Rename(s.drafted, s.memoryName())
}

// recalls reports whether the last run left the very same, and it is still there.
func (s *session) recalls(memory [][]byte) bool {
	if _, err := s.files.Lstat(s.memoryName()); err != nil {
		return false
	}
	old, err := s.Recall()
	return err == nil && equal(old, memory)
}

// writeAll writes pieces one after the other.
func writeAll(w io.Writer, pieces [][]byte) error {
	for _, piece := range pieces {
		if _, err := w.Write(piece); err != nil {
			return err
		}
	}
	return nil
}

// equal reports whether pieces make up the whole.
func equal(whole []byte, pieces [][]byte) bool {
	for _, piece := range pieces {
		rest, found := bytes.CutPrefix(whole, piece)
		if !found {
			return false
		}
		whole = rest
	}
	return len(whole) == 0
}
