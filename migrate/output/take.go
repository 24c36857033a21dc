package output

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
)

// take does what was decided, once the journal says so on the disk.
func (r *fileRun) take(s *steps) error {
	if len(s.remove)+len(s.aside)+len(s.adopt)+len(s.move) == 0 {
		return nil
	}
	if err := r.journal.flush(r.head()); err != nil {
		return err
	}
	if err := r.files.Sync(); err != nil {
		return err
	}
	for _, name := range s.remove {
		if err := r.files.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		r.left[folder(name)] = true
	}
	for _, name := range s.aside {
		if _, err := r.aside(name); err != nil {
			return err
		}
	}
	for _, m := range s.adopt {
		if err := r.files.Remove(m.held.Path); err != nil {
			return err
		}
		r.left[folder(m.held.Path)] = true
		m.held.Path, m.held.known = m.path, false
	}
	for _, m := range slices.Concat(s.hop, s.move) {
		r.left[folder(m.held.Path)] = true
		if err := r.relocate(m); err != nil {
			return err
		}
	}
	return nil
}

func (r *fileRun) relocate(m move) error {
	if err := r.makeFolder(folder(m.path)); err != nil {
		return err
	}
	if err := r.files.Rename(m.held.Path, m.path); err != nil {
		return err
	}
	m.held.Path = m.path
	return r.settled(m.held)
}

// removeEmpty removes the folders that files left, if nothing else is in them.
func removeEmpty(files Files, left map[string]bool) error {
	for _, dir := range slices.Sorted(maps.Keys(left)) {
		for ; dir != "." && dir != private; dir = folder(dir) {
			names, err := files.ReadDir(dir)
			if err == nil && len(names) == 0 {
				err = files.Remove(dir)
			}
			if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrExist) {
				return err
			}
			if len(names) > 0 {
				break
			}
		}
	}
	return nil
}

// inStore reports whether a path is below .wp2pub.
func inStore(name string) bool { return folder(name) == stagedDir }

// sameFormat reports whether two files are of one format.
func sameFormat(a, b string) bool { return path.Ext(a) == path.Ext(b) }
