package dump

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
)

// spool is a temporary file for what cannot be read twice. It is readable by its owner only and has no name any more
// where the system allows that.
type spool struct {
	file *os.File
	w    *bufio.Writer
	size int64
}

func newSpool(dir string) (*spool, error) {
	file, err := os.CreateTemp(dir, "wp2pub-*")
	if err != nil {
		return nil, fmt.Errorf("what is compressed or comes from a pipe needs a temporary file (--temp names another folder): %w", err)
	}
	if runtime.GOOS != "windows" {
		if err := os.Remove(file.Name()); err != nil {
			file.Close()
			return nil, err
		}
	}
	return &spool{file: file, w: bufio.NewWriterSize(file, 256<<10)}, nil
}

// add appends a row and returns where it lies.
func (s *spool) add(row []byte) (int64, error) {
	at := s.size
	n, err := s.w.Write(row)
	s.size += int64(n)
	return at, s.failed(err)
}

func (s *spool) flush() error { return s.failed(s.w.Flush()) }

func (s *spool) failed(err error) error {
	if err != nil {
		return fmt.Errorf("the temporary file cannot be written (--temp names another folder): %w", err)
	}
	return nil
}

func (s *spool) ReadAt(p []byte, off int64) (int, error) { return s.file.ReadAt(p, off) }

// Close closes the file and removes it.
func (s *spool) Close() error {
	err := s.file.Close()
	if runtime.GOOS == "windows" {
		os.Remove(s.file.Name())
	}
	return err
}
