package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/gofrs/flock"
)

// OSFiles is the tree below a directory of the operating system. The directory is made when something is first written.
type OSFiles struct {
	dir   string
	root  *os.Root        // nil until the directory exists
	real  map[string]bool // directories that were seen to be no links
	dirty map[string]bool // what Sync must reach where it has to go file by file
}

// NewOSFiles returns the tree below dir.
func NewOSFiles(dir string) *OSFiles {
	return &OSFiles{dir: dir, real: map[string]bool{".": true}, dirty: map[string]bool{}}
}

// open opens the root directory, making it if make is set.
func (o *OSFiles) open(make bool) (*os.Root, error) {
	if o.root != nil {
		return o.root, nil
	}
	if make {
		if err := os.MkdirAll(o.dir, 0o777); err != nil {
			return nil, err
		}
	}
	root, err := os.OpenRoot(o.dir)
	if err != nil {
		return nil, err
	}
	o.root = root
	return root, nil
}

// at opens the root for a name, none of whose parents may be a link.
func (o *OSFiles) at(name string) (*os.Root, error) {
	root, err := o.open(false)
	if err != nil {
		return nil, err
	}
	for _, dir := range parents(name) {
		if o.real[dir] {
			continue
		}
		info, err := root.Lstat(dir)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			return nil, &fs.PathError{Op: "open", Path: dir, Err: notRegular(info.Mode())}
		}
		o.real[dir] = true
	}
	return root, nil
}

// whole gives an error the whole path.
func (o *OSFiles) whole(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path) && !filepath.IsAbs(path.Path) && path.Path != o.dir:
		return &fs.PathError{Op: path.Op, Path: filepath.Join(o.dir, path.Path), Err: path.Err}
	case errors.As(err, &link):
		return &os.LinkError{Op: link.Op, Old: filepath.Join(o.dir, link.Old), New: filepath.Join(o.dir, link.New), Err: link.Err}
	}
	return err
}

// Lstat implements Files.
func (o *OSFiles) Lstat(name string) (Info, error) {
	root, err := o.at(name)
	if err != nil {
		return Info{}, o.whole(err)
	}
	info, err := root.Lstat(name)
	if err != nil {
		return Info{}, o.whole(err)
	}
	return Info{Mode: info.Mode(), Size: info.Size(), Changed: lastChange(info)}, nil
}

// Open implements Files.
func (o *OSFiles) Open(name string) (File, error) { return o.openRegular(name, os.O_RDONLY) }

// Append implements Files.
func (o *OSFiles) Append(name string) (io.WriteCloser, error) {
	f, err := o.openRegular(name, os.O_WRONLY|os.O_APPEND)
	if err != nil {
		return nil, err
	}
	return o.writer(name, f), nil
}

func (o *OSFiles) openRegular(name string, flag int) (*os.File, error) {
	root, err := o.at(name)
	if err != nil {
		return nil, o.whole(err)
	}
	before, err := root.Lstat(name)
	if err != nil {
		return nil, o.whole(err)
	}
	if !before.Mode().IsRegular() {
		return nil, o.whole(&fs.PathError{Op: "open", Path: name, Err: notRegular(before.Mode())})
	}
	f, err := root.OpenFile(name, flag, 0)
	if err != nil {
		return nil, o.whole(err)
	}
	if now, err := f.Stat(); err != nil || !os.SameFile(before, now) {
		f.Close()
		return nil, o.whole(&fs.PathError{Op: "open", Path: name, Err: errors.New("it was replaced while it was opened")})
	}
	return f, nil
}

// Create implements Files.
func (o *OSFiles) Create(name string) (io.WriteCloser, error) {
	root, err := o.at(name)
	if err != nil {
		return nil, o.whole(err)
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, o.whole(err)
	}
	o.touch(folder(name))
	return o.writer(name, f), nil
}

// writer gives the errors of an open file the whole path, and notes that it is to be synced.
func (o *OSFiles) writer(name string, f *os.File) io.WriteCloser { return &osWriter{o, name, f} }

type osWriter struct {
	files *OSFiles
	name  string
	*os.File
}

func (w *osWriter) Write(b []byte) (int, error) {
	w.files.touch(w.name)
	n, err := w.File.Write(b)
	return n, w.files.whole(err)
}

// Rename implements Files.
func (o *OSFiles) Rename(from, to string) error {
	root, err := o.at(to)
	if err == nil {
		_, err = o.at(from)
	}
	if err == nil {
		err = root.Rename(from, to)
	}
	if err != nil {
		return o.whole(err)
	}
	if o.dirty[from] {
		delete(o.dirty, from)
		o.touch(to)
	}
	o.touch(folder(from))
	o.touch(folder(to))
	return nil
}

// Remove implements Files.
func (o *OSFiles) Remove(name string) error {
	root, err := o.at(name)
	if err == nil {
		err = root.Remove(name)
	}
	if err != nil {
		return o.whole(err)
	}
	delete(o.dirty, name)
	delete(o.real, name)
	o.touch(folder(name))
	return nil
}

// MkdirAll implements Files.
func (o *OSFiles) MkdirAll(name string) error {
	root, err := o.open(true)
	if err != nil {
		return err
	}
	for _, dir := range append(parents(name), name) {
		if o.real[dir] {
			continue
		}
		if err := root.Mkdir(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return o.whole(err)
		}
		if _, err := o.at(dir + "/"); err != nil {
			return o.whole(err)
		}
		o.touch(folder(dir))
	}
	return nil
}

// ReadDir implements Files.
func (o *OSFiles) ReadDir(name string) ([]string, error) {
	root, err := o.at(name + "/")
	if err != nil {
		return nil, o.whole(err)
	}
	dir, err := root.Open(name)
	if err != nil {
		return nil, o.whole(err)
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	slices.Sort(names)
	return names, o.whole(err)
}

// Lock implements Files.
func (o *OSFiles) Lock(name string) (func() error, error) {
	if err := o.MkdirAll(folder(name)); err != nil {
		return nil, err
	}
	path := filepath.Join(o.dir, filepath.FromSlash(name))
	if info, err := o.root.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "lock", Path: path, Err: notRegular(info.Mode())}
	}
	lock := flock.New(path)
	held, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", path, err)
	}
	if !held {
		return nil, ErrLocked
	}
	return lock.Unlock, nil
}

// Close lets go of the directory.
func (o *OSFiles) Close() error {
	if o.root == nil {
		return nil
	}
	root := o.root
	o.root = nil
	return root.Close()
}
