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

// Strays are files beside the records that hold a record of this site which the output does not hold: one that was withdrawn and came
// back from a backup, a copy of one, or what Overwrite kept aside of it. They are left alone and reported. With Overwrite they are kept
// aside, too, and reported by that name: only people delete them. A copy of a record that stands is none, nor is what another output holds.
//
// They are looked for in all folders. That takes the names of all files, and the head of each that is none of the run's: a run looks at
// the top only, where no folder of records and none at the top has changed, when it begins, since one found neither strays nor copies.
// The mark has a digest of the times at which they last changed. A run in which a record goes looks whatever it says, and so does one
// after a run that was interrupted. What comes while a run is at work, or into a folder further below in which no record stands, is
// found by the next that looks.

// strayLook is a look for strays.
type strayLook struct {
	*fileRun
	everywhere bool            // not at the top only
	spoken     map[string]bool // paths of which the run speaks; nil until one is asked for
	found      bool            // a file that holds a record, stray or not
}

// reportStrays looks for strays, once all records stand in their places.
func (r *fileRun) reportStrays() error {
	all, err := r.folders()
	if err != nil {
		return err
	}
	look := &strayLook{fileRun: r, everywhere: r.lost || r.clear.digest == "" || !slices.Equal(r.clear.names, all.names)}
	if err := look.into("."); err != nil {
		return err
	}
	if !look.found && len(r.unclaimed) == 0 {
		r.strays = all.digest
	}
	return nil
}

// into looks into a folder. What may not be read there is nobody's record.
func (l *strayLook) into(dir string) error {
	names, err := l.files.ReadDir(dir)
	if err != nil {
		return unlessOthers(err)
	}
	if dir != "." && slices.Contains(names, private) {
		return nil // another output
	}
	for _, name := range names {
		path := strings.TrimPrefix(dir+"/"+name, "./")
		read, enter := mayHold(name), l.everywhere && !strings.HasPrefix(name, ".") // a tool's folder is its own
		if read && l.speaksOf(path) || !read && !enter {
			continue
		}
		info, err := l.files.Lstat(path)
		switch {
		case err != nil:
			err = unlessOthers(err)
		case enter && info.Mode.IsDir():
			err = l.into(path)
		case read && info.Mode.IsRegular():
			err = l.report(path)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// speaksOf reports whether the run speaks of a path without that.
func (l *strayLook) speaksOf(path string) bool {
	if l.spoken == nil {
		l.spoken = l.spokenOf()
	}
	return l.spoken[path]
}

// report tells of a file if it is a stray.
func (l *strayLook) report(path string) error {
	id, err := recordIn(l.files, path)
	if err != nil || id == "" {
		return unlessOthers(err)
	}
	l.found = true
	if site, _, _, _ := splitID(id); site != l.plan.Site || l.held.get(id) != nil {
		return nil
	}
	if _, aside := cutAside(path); l.plan.Overwrite && !aside {
		l.finished(migrate.Change{Action: migrate.Remove, ID: id, Path: path})
		if path, err = l.aside(path); err != nil {
			return err
		}
	}
	l.finished(migrate.Change{Action: migrate.Edited, ID: id, Path: path, Gone: true})
	return nil
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

// folders are those in which records stand, those above them, and those at the top.
type folders struct {
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

// folders finds them, by the records that are held.
func (r *fileRun) folders() (all folders, err error) {
	top, err := r.files.ReadDir(".")
	if err := unlessOthers(err); err != nil {
		return all, err
	}
	known, last := map[string]bool{".": true}, ""
	for _, name := range top {
		if !strings.HasPrefix(name, ".") && !mayHold(name) { // records, where they stand there, are many
			known[name] = true
		}
	}
	for _, h := range r.held.list {
		if dir := folder(h.Path); dir != last && !h.gone {
			for last = dir; !known[dir] && dir != stagedDir; dir = folder(dir) {
				known[dir] = true
			}
		}
	}
	delete(known, ".")
	sum := sha256.New()
	fmt.Fprintln(sum, "neither strays nor copies") // what the digest vouches for
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
