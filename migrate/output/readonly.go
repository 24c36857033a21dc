package output

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"time"
)

// ReadOnly shows another tree as it is, and takes every change without making it: a run over it decides what a run over
// the other would, and leaves that as it is. Of what is written it keeps names and sizes, not the content.
type ReadOnly struct {
	base  Files
	layer map[string]*shadow // what was changed, by name
}

// shadow stands for a name that was changed.
type shadow struct {
	gone    bool
	dir     bool
	base    string // the file of the base that was renamed to this name
	size    int64
	changed time.Time
}

// NewReadOnly returns base, guarded against changes.
func NewReadOnly(base Files) *ReadOnly { return &ReadOnly{base, map[string]*shadow{}} }

// Lstat implements Files.
func (r *ReadOnly) Lstat(name string) (Info, error) {
	s := r.layer[name]
	switch {
	case s == nil:
		return r.base.Lstat(name)
	case s.gone:
		return Info{}, &fs.PathError{Op: "lstat", Path: name, Err: fs.ErrNotExist}
	case s.base != "":
		return r.base.Lstat(s.base)
	case s.dir:
		return Info{Mode: fs.ModeDir | 0o755, Changed: s.changed}, nil
	}
	return Info{Mode: 0o644, Size: s.size, Changed: s.changed}, nil
}

// Open implements Files. What was written in this run reads as zero bytes.
func (r *ReadOnly) Open(name string) (File, error) {
	s := r.layer[name]
	switch {
	case s == nil:
		return r.base.Open(name)
	case s.base != "":
		return r.base.Open(s.base)
	case s.gone:
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return zeros{io.NewSectionReader(zeros{}, 0, s.size)}, nil
}

// zeros is a file of zero bytes.
type zeros struct{ *io.SectionReader }

// ReadAt gives zero bytes without end, or to the end of the file.
func (z zeros) ReadAt(b []byte, at int64) (int, error) {
	if z.SectionReader != nil {
		return z.SectionReader.ReadAt(b, at)
	}
	clear(b)
	return len(b), nil
}

func (zeros) Close() error { return nil }

type shadowWriter struct{ s *shadow }

func (w shadowWriter) Write(b []byte) (int, error) {
	w.s.size += int64(len(b))
	return len(b), nil
}

func (shadowWriter) Close() error { return nil }

// Create implements Files.
func (r *ReadOnly) Create(name string) (io.WriteCloser, error) {
	if there, err := exists(r, name); err != nil || there {
		return nil, &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	s := &shadow{}
	r.layer[name] = s
	return shadowWriter{s}, nil
}

// Append implements Files.
func (r *ReadOnly) Append(name string) (io.WriteCloser, error) {
	info, err := r.Lstat(name)
	if err != nil {
		return nil, err
	}
	s := &shadow{size: info.Size}
	r.layer[name] = s
	return shadowWriter{s}, nil
}

// Rename implements Files.
func (r *ReadOnly) Rename(from, to string) error {
	if _, err := r.Lstat(from); err != nil {
		return err
	}
	s := r.layer[from]
	if s == nil {
		s = &shadow{base: from}
	}
	r.layer[from] = &shadow{gone: true}
	r.layer[to] = s
	return nil
}

// Remove implements Files.
func (r *ReadOnly) Remove(name string) error {
	info, err := r.Lstat(name)
	if err != nil {
		return err
	}
	if info.Mode.IsDir() {
		if names, err := r.ReadDir(name); err != nil || len(names) > 0 {
			return &fs.PathError{Op: "remove", Path: name, Err: fs.ErrExist}
		}
	}
	r.layer[name] = &shadow{gone: true}
	return nil
}

// MkdirAll implements Files.
func (r *ReadOnly) MkdirAll(name string) error {
	for _, dir := range append(parents(name), name) {
		if dir == "." {
			continue
		}
		info, err := r.Lstat(dir)
		if err != nil {
			r.layer[dir] = &shadow{dir: true}
		} else if !info.Mode.IsDir() {
			return &fs.PathError{Op: "mkdir", Path: dir, Err: notRegular(info.Mode)}
		}
	}
	return nil
}

// ReadDir implements Files.
func (r *ReadOnly) ReadDir(name string) ([]string, error) {
	names, err := r.base.ReadDir(name)
	if s := r.layer[name]; err != nil && s != nil && s.dir {
		names, err = nil, nil
	}
	own := map[string]bool{} // whether it is there
	for changed, s := range r.layer {
		if folder(changed) == name {
			own[path.Base(changed)] = !s.gone
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool {
		_, changed := own[n]
		return changed
	})
	for n, there := range own {
		if there {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return names, err
}

// Sync implements Files.
func (r *ReadOnly) Sync() error { return nil }

// Lock implements Files. Whoever writes nothing waits for nobody.
func (r *ReadOnly) Lock(string) (func() error, error) { return func() error { return nil }, nil }
