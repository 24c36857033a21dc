package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"
)

// Files is a tree of files below one directory, which may not exist yet. Names are relative, with slashes, and name
// nothing outside. No method follows a symbolic link, and only regular files are opened. Errors wrap those of io/fs and
// name the whole path.
type Files interface {
	// Lstat describes a file, directory or link itself.
	Lstat(name string) (Info, error)
	// Open opens a regular file for reading.
	Open(name string) (File, error)
	// Create makes a new file; one that exists is an error.
	Create(name string) (io.WriteCloser, error)
	// Append opens an existing regular file for writing at its end.
	Append(name string) (io.WriteCloser, error)
	// Rename moves a file, over one that is there.
	Rename(from, to string) error
	// Remove removes a file or an empty directory.
	Remove(name string) error
	// MkdirAll makes a directory and those above it.
	MkdirAll(name string) error
	// ReadDir returns the names in a directory, sorted.
	ReadDir(name string) ([]string, error)
	// Sync makes everything that was written, renamed and removed before durable.
	Sync() error
	// Lock takes the lock file of this name, which is made if need be, or fails with ErrLocked at once. A lock goes
	// with its process.
	Lock(name string) (release func() error, err error)
}

// File is an open file.
type File interface {
	io.Reader
	io.ReaderAt
	io.Closer
	// Size is how long the file was when it was opened.
	Size() int64
}

// Info is what Lstat tells.
type Info struct {
	Mode    fs.FileMode
	Size    int64
	Changed time.Time // the later of the times when the content and when the file itself last changed
}

// ErrLocked is the error of Files.Lock where another run holds the lock.
var ErrLocked = errors.New("another run holds the lock")

// readFile reads a whole file.
func readFile(files Files, name string) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content := bytes.NewBuffer(make([]byte, 0, f.Size()+bytes.MinRead))
	_, err = content.ReadFrom(f)
	return content.Bytes(), err
}

// digestFile returns the hexadecimal SHA-256 of a file, which must be regular.
func digestFile(files Files, name string) (string, error) {
	f, err := files.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// createFile makes a file with this content, in place of a leftover.
func createFile(files Files, name string, content []byte) error {
	return createWith(files, name, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// createWith makes a file in place of a leftover, and lets write write it.
func createWith(files Files, name string, write func(io.Writer) error) error {
	w, err := files.Create(name)
	if errors.Is(err, fs.ErrExist) {
		if err := files.Remove(name); err != nil {
			return err
		}
		w, err = files.Create(name)
	}
	if err != nil {
		return err
	}
	return errors.Join(write(w), w.Close())
}

// exists reports whether anything has this name.
func exists(files Files, name string) (bool, error) {
	_, err := files.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// notRegular is the error for a link, a pipe or a directory that stands where a file is to be.
func notRegular(mode fs.FileMode) error {
	kind := "no regular file"
	switch mode.Type() {
	case fs.ModeSymlink:
		kind = "a symbolic link"
	case fs.ModeNamedPipe:
		kind = "a named pipe"
	case fs.ModeDir:
		kind = "a directory"
	}
	return fmt.Errorf("it is %s: %w", kind, errNotRegular)
}

var errNotRegular = errors.New("only regular files are read or written here; take it away or choose another output")

// parents returns the directories above a name, the topmost first.
func parents(name string) []string {
	var above []string
	for i := 0; i < len(name); i++ {
		if name[i] == '/' {
			above = append(above, name[:i])
		}
	}
	return above
}

// folder returns the directory that a name stands in.
func folder(name string) string {
	i := strings.LastIndexByte(name, '/')
	if i < 0 {
		return "."
	}
	return name[:i]
}
