package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gofrs/flock"
)

// OSFiles is the tree below a directory of the operating system. The directory is made when something is first written.
type OSFiles struct {
	dir   string
	root  *os.Root              // nil until the directory exists
	dirs  map[string]*directory // directories that were seen to be no links, open
	dirty map[string]bool       // what Sync must reach where it has to go file by file
}

// NewOSFiles returns the tree below dir.
func NewOSFiles(dir string) *OSFiles {
	return &OSFiles{dir: dir, dirs: map[string]*directory{}, dirty: map[string]bool{}}
}

// Twin returns the same tree for another goroutine, which lets go of it in the end.
func (o *OSFiles) Twin() (twin Files, release func() error) {
	same := NewOSFiles(o.dir)
	return same, func() error {
		err := same.closeDirectories()
		if same.root != nil {
			err = errors.Join(err, same.root.Close())
		}
		return err
	}
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

// directory is an open directory of the tree. What happens in it needs no walk along its path, and cannot be led
// elsewhere by someone who puts a link into that path.
type directory struct {
	root   *os.Root
	handle *os.File
}

func (d *directory) close() error { return errors.Join(d.handle.Close(), d.root.Close()) }

// mostOpen is how many directories are kept open at a time.
const mostOpen = 64

// at opens the directory that a name stands in, none of whose parents may be a link, and returns the name in it.
func (o *OSFiles) at(name string) (*directory, string, error) {
	in := folder(name)
	base := name[strings.LastIndexByte(name, '/')+1:]
	if d := o.dirs[in]; d != nil {
		return d, base, nil
	}
	root, err := o.open(false)
	if err != nil {
		return nil, "", err
	}
	for _, above := range parents(name) {
		if o.dirs[above] != nil {
			continue
		}
		info, err := root.Lstat(above)
		if err != nil {
			return nil, "", err
		}
		if !info.IsDir() {
			return nil, "", &fs.PathError{Op: "open", Path: above, Err: notRegular(info.Mode())}
		}
	}
	d, err := openDirectory(root, in)
	if err != nil {
		return nil, "", err
	}
	if len(o.dirs) == mostOpen {
		if err := o.closeDirectories(); err != nil {
			return nil, "", err
		}
	}
	o.dirs[in] = d
	return d, base, nil
}

func openDirectory(parent *os.Root, name string) (*directory, error) {
	root, err := parent.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	handle, err := root.Open(".")
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return &directory{root, handle}, nil
}

func (o *OSFiles) closeDirectories() error {
	var failed error
	for name, d := range o.dirs {
		failed = errors.Join(failed, d.close())
		delete(o.dirs, name)
	}
	return failed
}

// named gives an error of an operation the whole path of what it was about.
func (o *OSFiles) named(name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return &fs.PathError{Op: path.Op, Path: filepath.Join(o.dir, filepath.FromSlash(name)), Err: path.Err}
	}
	return o.whole(err)
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
	in, base, err := o.at(name)
	if err != nil {
		return Info{}, o.whole(err)
	}
	info, err := lstat(in, base)
	if err != nil {
		return Info{}, o.named(name, err)
	}
	return info, nil
}

// Open implements Files.
func (o *OSFiles) Open(name string) (File, error) {
	f, size, err := o.openRegular(name, os.O_RDONLY)
	if err != nil {
		return nil, err
	}
	return osFile{f, size}, nil
}

type osFile struct {
	*os.File
	size int64
}

// Size implements File.
func (f osFile) Size() int64 { return f.size }

// Append implements Files.
func (o *OSFiles) Append(name string) (io.WriteCloser, error) {
	f, _, err := o.openRegular(name, os.O_WRONLY|os.O_APPEND)
	if err != nil {
		return nil, err
	}
	return o.writer(name, f), nil
}

func (o *OSFiles) openRegular(name string, flag int) (f *os.File, size int64, err error) {
	in, base, err := o.at(name)
	if err != nil {
		return nil, 0, o.whole(err)
	}
	before, err := in.root.Lstat(base)
	if err != nil {
		return nil, 0, o.named(name, err)
	}
	if !before.Mode().IsRegular() {
		return nil, 0, o.whole(&fs.PathError{Op: "open", Path: name, Err: notRegular(before.Mode())})
	}
	f, err = in.root.OpenFile(base, flag, 0)
	if err != nil {
		return nil, 0, o.named(name, err)
	}
	now, err := f.Stat()
	if err != nil || !os.SameFile(before, now) {
		f.Close()
		return nil, 0, o.whole(&fs.PathError{Op: "open", Path: name, Err: errors.New("it was replaced while it was opened")})
	}
	return f, now.Size(), nil
}

// Create implements Files.
func (o *OSFiles) Create(name string) (io.WriteCloser, error) {
	in, base, err := o.at(name)
	if err != nil {
		return nil, o.whole(err)
	}
	f, err := in.root.OpenFile(base, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, o.named(name, err)
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
	if _, _, err := o.at(from); err != nil {
		return o.whole(err)
	}
	target, fresh, err := o.at(to)
	if err != nil {
		return o.whole(err)
	}
	source, old, err := o.at(from) // again: opening the one may have closed the other
	if err != nil {
		return o.whole(err)
	}
	if err := rename(o.root, source, old, target, fresh, from, to); err != nil {
		return &os.LinkError{Op: "rename", Old: filepath.Join(o.dir, from), New: filepath.Join(o.dir, to), Err: err}
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
	in, base, err := o.at(name)
	if err != nil {
		return o.whole(err)
	}
	if d := o.dirs[name]; d != nil {
		delete(o.dirs, name)
		if err := d.close(); err != nil {
			return o.named(name, err)
		}
	}
	if err := in.root.Remove(base); err != nil {
		return o.named(name, err)
	}
	delete(o.dirty, name)
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
		if o.dirs[dir] != nil {
			continue
		}
		if err := root.Mkdir(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return o.whole(err)
		}
		if _, _, err := o.at(dir + "/"); err != nil {
			return o.whole(err)
		}
		o.touch(folder(dir))
	}
	return nil
}

// ReadDir implements Files.
func (o *OSFiles) ReadDir(name string) ([]string, error) {
	in, _, err := o.at(name + "/")
	if err != nil {
		return nil, o.whole(err)
	}
	dir, err := in.root.Open(".")
	if err != nil {
		return nil, o.named(name, err)
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
	return errors.Join(o.closeDirectories(), root.Close())
}
