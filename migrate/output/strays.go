package output

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"wp2pub/migrate"
)

// Strays are files among the records that hold a record of this site and that no manifest knows: one that was withdrawn and came
// back from a backup, a copy that someone made. They are left alone and reported, or kept aside with Overwrite.
//
// To find them takes the names of all files. A run goes without where no folder has changed, when it begins, since one found none: the
// mark has a digest of the times at which the folders last changed. What comes while a run is at work is found when more comes, or goes.

// reportStrays looks for strays, once all records stand in their places.
func (r *fileRun) reportStrays() error {
	all, err := r.folders()
	if err != nil {
		return err
	}
	look := []string{"."} // it changes with .wp2pub, so that its time says nothing
	if !r.clear {
		look = append(look, all.names...)
	}
	before := len(r.changes)
	for _, dir := range look {
		if err := r.reportStraysIn(dir, &all); err != nil {
			return err
		}
	}
	if len(r.changes) == before {
		r.strays = all.digest
	}
	return nil
}

// reportStraysIn looks into a folder, and those in it that no record needs. What may not be read there is nobody's record.
func (r *fileRun) reportStraysIn(dir string, all *recordFolders) error {
	names, err := r.files.ReadDir(dir)
	if err != nil {
		return unlessOthers(err)
	}
	for _, name := range names {
		path, err := strings.TrimPrefix(dir+"/"+name, "./"), error(nil)
		switch {
		case strings.HasPrefix(name, "."):
		case r.format.of(path):
			err = r.reportStray(path)
		case dir != "." && !strings.Contains(name, ".") && !all.known[path] && strings.Count(path, "/") <= all.deepest: // it may be a folder that came back
			if info, failed := r.files.Lstat(path); failed == nil && info.Mode.IsDir() {
				err = r.reportStraysIn(path, all)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *fileRun) reportStray(path string) error {
	if r.spoken == nil {
		r.spoken = r.spokenOf()
	}
	if r.spoken[path] {
		return nil
	}
	id, err := r.stray(path)
	if err != nil || id == "" {
		return unlessOthers(err)
	}
	r.finished(migrate.Change{Action: migrate.Edited, ID: id, Path: path, Gone: true})
	if r.plan.Overwrite {
		return r.session.aside(path)
	}
	return nil
}

// stray returns the id of the record of this site that a file holds; nothing where it holds none.
func (r *fileRun) stray(path string) (id string, err error) {
	info, err := r.files.Lstat(path)
	if err != nil || !info.Mode.IsRegular() {
		return "", err
	}
	look := &rebuilder{files: r.files, found: map[string][]Item{}, below: map[string]bool{}, formats: map[Format]int{}}
	if err := look.file(path); err != nil {
		return "", err
	}
	for id := range look.found {
		if site, _, _, _ := splitID(id); site == r.plan.Site {
			return id, nil
		}
	}
	return "", nil
}

// spokenOf are the paths of which the run speaks without that.
func (r *fileRun) spokenOf() map[string]bool {
	spoken := make(map[string]bool, len(r.held.list))
	extension := r.format.extension()
	for _, h := range r.held.sorted() {
		spoken[h.Path] = true
		for _, file := range h.Was {
			spoken[file.Path] = true
		}
		if h.action == migrate.Edited {
			for level := range longest + 1 {
				spoken[h.place.path(level, extension)] = true
			}
		}
	}
	for _, c := range r.changes {
		spoken[c.Path] = true
	}
	for _, path := range r.unclaimed {
		spoken[path] = true
	}
	return spoken
}

// recordFolders are those in which records may stand.
type recordFolders struct {
	names   []string // sorted, without "."
	known   map[string]bool
	deepest int    // how many folders stand above a record at most
	digest  string // of the times at which they last changed
}

// unlessOthers is an error, unless it says that a file or folder is gone, or is somebody's who lets nobody read it.
func unlessOthers(err error) error {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return nil
	}
	return err
}

// folders finds those of the records that are held, and those beside them.
func (r *fileRun) folders() (all recordFolders, err error) {
	all.known = map[string]bool{".": true}
	last := ""
	for _, h := range r.held.list {
		if dir := folder(h.Path); dir != last && !h.gone {
			all.deepest = max(all.deepest, strings.Count(h.Path, "/"))
			for last = dir; !all.known[dir] && dir != stagedDir; dir = folder(dir) {
				all.known[dir] = true
			}
		}
	}
	top, err := r.files.ReadDir(".")
	if err := unlessOthers(err); err != nil {
		return all, err
	}
	for _, name := range top {
		if !strings.Contains(name, ".") { // it may be a folder all of whose records were withdrawn
			all.known[name] = true
		}
	}
	delete(all.known, ".")
	sum := sha256.New()
	for _, dir := range slices.Sorted(maps.Keys(all.known)) {
		info, err := r.files.Lstat(dir)
		if err := unlessOthers(err); err != nil {
			return all, err
		}
		if err == nil && info.Mode.IsDir() {
			all.names = append(all.names, dir)
			fmt.Fprintln(sum, dir, info.Changed.UnixNano())
		}
	}
	all.digest = hex.EncodeToString(sum.Sum(nil)[:12])
	return all, nil
}
