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

// Strays are files beside the records, in the format of the output, that hold a record of this site which the output does not hold: one
// that was withdrawn and came back from a backup. They are left alone and reported, or kept aside with Overwrite. A copy of a record
// that stands is none, nor is what another output holds.
//
// They are looked for in the folders of the records and in those at the top. That takes the names of all files: a run goes without where
// no folder of records has changed, when it begins, since one found none. The mark has a digest of the times at which they last changed.
// What comes while a run is at work is found when more comes, or goes.

// reportStrays looks for strays, once all records stand in their places.
func (r *fileRun) reportStrays() error {
	all, err := r.folders()
	if err != nil {
		return err
	}
	look, err := r.othersAtTheTop(all.names)
	if err != nil {
		return err
	}
	if !r.clear {
		look = append(look, all.names...)
	}
	before := len(r.changes)
	for _, dir := range look {
		if err := r.reportStraysIn(dir); err != nil {
			return err
		}
	}
	if len(r.changes) == before {
		r.strays = all.digest
	}
	return nil
}

// othersAtTheTop lists the top and the folders there in which no record stands.
func (r *fileRun) othersAtTheTop(known []string) ([]string, error) {
	others := []string{"."}
	names, err := r.files.ReadDir(".")
	if err != nil {
		return nil, unlessOthers(err)
	}
	for _, name := range names {
		if strings.HasPrefix(name, ".") || slices.Contains(known, name) {
			continue
		}
		info, err := r.files.Lstat(name)
		if err := unlessOthers(err); err != nil {
			return nil, err
		}
		if err == nil && info.Mode.IsDir() {
			others = append(others, name)
		}
	}
	return others, nil
}

// reportStraysIn looks into a folder. What may not be read there is nobody's record.
func (r *fileRun) reportStraysIn(dir string) error {
	names, err := r.files.ReadDir(dir)
	if err != nil {
		return unlessOthers(err)
	}
	if dir != "." && slices.Contains(names, private) {
		return nil // another output
	}
	for _, name := range names {
		if path := strings.TrimPrefix(dir+"/"+name, "./"); r.format.of(path) {
			if err := r.reportStray(path); err != nil {
				return err
			}
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
	if err != nil || id == "" || r.held.get(id) != nil {
		return unlessOthers(err)
	}
	change := migrate.Change{Action: migrate.Edited, ID: id, Path: path, Gone: true}
	if r.plan.Overwrite {
		if err := r.session.aside(path); err != nil {
			return err
		}
		change.Action = migrate.Remove
	}
	r.finished(change)
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

// recordFolders are those in which records stand, and those above them.
type recordFolders struct {
	names  []string // sorted, without "."
	digest string   // of the times at which they last changed
}

// unlessOthers is an error, unless it says that a file or folder is gone, or is somebody's who lets nobody read it.
func unlessOthers(err error) error {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return nil
	}
	return err
}

// folders finds those of the records that are held.
func (r *fileRun) folders() (all recordFolders, err error) {
	known, last := map[string]bool{".": true}, ""
	for _, h := range r.held.list {
		if dir := folder(h.Path); dir != last && !h.gone {
			for last = dir; !known[dir] && dir != stagedDir; dir = folder(dir) {
				known[dir] = true
			}
		}
	}
	delete(known, ".")
	sum := sha256.New()
	for _, dir := range slices.Sorted(maps.Keys(known)) {
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
