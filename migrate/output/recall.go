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

// storeMemory stores what is to be remembered, unless the very same stands there. The manifest is on the disk by then: what
// it does not bear out will not be believed.
func (s *session) storeMemory() error {
	if s.memory == nil {
		return nil
	}
	memory, err := s.memory()
	if err != nil {
		return err
	}
	if _, err := s.files.Lstat(s.memoryName()); err == nil {
		if old, err := s.Recall(); err == nil && equal(old, memory) {
			return nil
		}
	}
	return writeAtomicWith(s.files, s.memoryName(), func(w io.Writer) error {
		for _, piece := range memory {
			if _, err := w.Write(piece); err != nil {
				return err
			}
		}
		return nil
	}, s.files.Sync)
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
