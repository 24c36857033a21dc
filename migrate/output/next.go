package output

import (
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"wp2pub/migrate/record"
)

// Files of many records are replaced together: their temporaries, the manifest to come and the list of files that go are
// made durable first; from then on the replacement is gone through with, by this run or the next.

const goingName = tmpDir + "/going.json"

// temporaryOf is where a file of many records waits for its replacement.
func temporaryOf(part string) string {
	name := strings.ReplaceAll(part, "/", "+")
	if strings.Contains(part, "+") || len(name) > maxName {
		name = record.Digest([]byte(part)) + JSONL.extension()
	}
	return tmpDir + "/" + name
}

// replace puts the temporaries in place of the files, and the manifest in place of the old. Files of others that stand
// in the way are kept aside.
func (r *lineRun) replace(going []Part, aside []string) error {
	list, err := json.Marshal(going)
	if err == nil {
		err = r.files.MkdirAll(tmpDir)
	}
	if err == nil {
		err = createFile(r.files, goingName, list)
	}
	if err == nil {
		err = writeAtomicWith(r.files, nextName, r.encodeManifest, func() error { return r.makeWay(aside) })
	}
	if err != nil {
		return err
	}
	installed, err := finishNext(r.files)
	if err != nil {
		return err
	}
	mark, err := r.confirmParts(installed)
	if err == nil {
		err = r.dropJournal()
	}
	if err == nil {
		err = r.setMark(mark)
	}
	return err
}

// confirmParts returns a mark that all files of many records bear out: where one changed since this run looked at it, or put it
// into its place, that is the mark of the run before.
func (r *lineRun) confirmParts(installed map[string]time.Time) (time.Time, error) {
	mark, err := r.now()
	for _, part := range r.manifest.Parts {
		changed, ours := installed[part.Path]
		if !ours {
			changed = r.looks[part.Path].changed
		}
		if info, err := r.files.Lstat(part.Path); err != nil || !info.Changed.Equal(changed) {
			return r.checked, nil
		}
	}
	return mark, err
}

// makeWay makes everything durable that the manifest to come speaks of, and keeps aside what stands in its way.
func (r *lineRun) makeWay(aside []string) error {
	if err := r.files.Sync(); err != nil {
		return err
	}
	for _, path := range aside {
		if _, err := r.aside(path); err != nil {
			return err
		}
	}
	return nil
}

// finishNext goes through with a replacement that was begun, and returns when the files that it put into their places were
// last changed then. Without one it does nothing.
func finishNext(files Files) (installed map[string]time.Time, err error) {
	next, err := readManifest(files, nextName)
	var damaged *DamagedError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case errors.As(err, &damaged): // it was never complete, and nothing was done yet
		return nil, files.Remove(nextName)
	case err != nil:
		return nil, err
	}
	old, err := ReadManifest(files)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.As(err, &damaged):
		old = &Manifest{}
	case err != nil:
		return nil, err
	}
	installed = map[string]time.Time{}
	for _, part := range next.Parts {
		if err := installPart(files, part, old.part(part.Path).Digest, installed); err != nil {
			return nil, err
		}
	}
	if err := removeGoing(files, old, next); err != nil {
		return nil, err
	}
	if err := files.Sync(); err != nil {
		return nil, err
	}
	return installed, files.Rename(nextName, manifestName)
}

// installPart puts a temporary into its place, unless someone edited since what stood there before, which had the digest old.
func installPart(files Files, part Part, old string, installed map[string]time.Time) error {
	digest, err := digestFile(files, temporaryOf(part.Path))
	if errors.Is(err, fs.ErrNotExist) || err == nil && digest != part.Digest {
		return nil // it is in its place, or did not change
	}
	if err != nil {
		return err
	}
	standing, err := digestFile(files, part.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case errors.Is(err, errNotRegular), err == nil && standing != old && standing != part.Digest:
		return nil // the manifest to come is right, and tells that it was edited
	case err != nil:
		return err
	}
	if err := files.MkdirAll(folder(part.Path)); err != nil {
		return err
	}
	if err := files.Rename(temporaryOf(part.Path), part.Path); err != nil {
		return err
	}
	info, err := files.Lstat(part.Path)
	installed[part.Path] = info.Changed
	return err
}

// removeGoing removes the files that the new manifest no longer names, unless someone edited them since.
func removeGoing(files Files, old, next *Manifest) error {
	var going []Part
	content, err := readFile(files, goingName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if json.Unmarshal(content, &going) != nil {
		going = nil // there is none
	}
	for _, part := range old.Parts {
		if !next.hasPart(part.Path) {
			going = append(going, part)
		}
	}
	left := map[string]bool{}
	for _, part := range going {
		left[folder(part.Path)] = true
		digest, err := digestFile(files, part.Path)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotRegular) || err == nil && digest != part.Digest {
			continue
		}
		if err != nil {
			return err
		}
		if err := files.Remove(part.Path); err != nil {
			return err
		}
	}
	if err := removeEmpty(files, left); err != nil {
		return err
	}
	if err := files.Remove(goingName); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (m *Manifest) hasPart(path string) bool {
	return slices.ContainsFunc(m.Parts, func(part Part) bool { return part.Path == path })
}

// part returns what is known of a file of many records.
func (m *Manifest) part(path string) Part {
	for _, p := range m.Parts {
		if p.Path == path {
			return p
		}
	}
	return Part{Path: path}
}
