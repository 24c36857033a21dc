package output

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"wp2pub/migrate"
)

// rewrite writes the files in which anything changed as temporaries, and returns the files of others that stand in
// their way, or in which no record is to stand any more.
func (r *lineRun) rewrite() (aside []string, err error) {
	byPart := map[string][]*held{}
	for _, h := range r.held.sorted() {
		if isPart(h.Path) || h.fresh {
			path := r.target(h)
			byPart[path] = append(byPart[path], h)
		}
	}
	parts, aside, err := r.emptied(byPart)
	if err != nil {
		return nil, err
	}
	for _, path := range slices.Sorted(maps.Keys(byPart)) {
		part, inTheWay, err := r.rewritePart(r.manifest.part(path), byPart[path])
		if err != nil {
			return nil, err
		}
		if part.Path != "" && (part.Digest != "" || r.manifest.hasPart(path)) {
			parts = append(parts, part)
		}
		if inTheWay {
			aside = append(aside, path)
		}
	}
	slices.SortFunc(parts, func(a, b Part) int { return strings.Compare(a.Path, b.Path) })
	r.dirty = r.dirty || !slices.Equal(r.manifest.Parts, parts)
	r.manifest.Parts = parts
	return aside, nil
}

// emptied finds, of the files in which no record is to stand any more, those that someone edited: they stay, or are kept aside.
func (r *lineRun) emptied(byPart map[string][]*held) (stay []Part, aside []string, err error) {
	for _, part := range r.manifest.Parts {
		if byPart[part.Path] != nil {
			continue
		}
		state, err := r.partState(part.Path)
		switch {
		case err != nil:
			return nil, nil, err
		case state == edited && !r.ours(part.Path):
			stay = append(stay, part)
		case state == edited && r.plan.Overwrite:
			aside = append(aside, part.Path)
		case state == edited:
			stay = append(stay, r.leavePart(part))
		}
	}
	return stay, aside, nil
}

// target is the file that a record is to stand in: that of its kind, if neither this file nor the one in which it stands
// was edited by someone.
func (r *lineRun) target(h *held) string {
	if h.place.base == "" || h.action == migrate.Edited {
		return h.Path
	}
	return partOf(h.place.base)
}

// rewritePart writes one file, unless it would be the same, or is someone's.
func (r *lineRun) rewritePart(old Part, lines []*held) (part Part, inTheWay bool, err error) {
	state, err := r.partState(old.Path)
	if err != nil {
		return Part{}, false, err
	}
	if r.others(lines) || state == clean && r.asBefore(old, lines) {
		old.Edited = state == edited
		return old, false, nil
	}
	if state == edited && old.Digest != "" && !r.plan.Overwrite {
		old.Edited = true
		return old, false, r.giveUp(old, lines)
	}
	if state != clean {
		if lines, err = r.salvage(old.Path, lines); err != nil {
			return Part{}, false, err
		}
	}
	if len(lines) == 0 {
		return Part{}, state == edited, nil
	}
	part, err = r.writePart(old.Path, lines)
	if err != nil || state != edited {
		return part, false, err
	}
	digest, err := digestFile(r.files, old.Path)
	if err != nil && !errors.Is(err, errNotRegular) {
		return part, false, err
	}
	switch {
	case digest == part.Digest:
		return part, false, nil
	case r.plan.Overwrite:
		return part, true, nil
	}
	if err := r.giveUp(Part{Path: old.Path}, lines); err != nil {
		return Part{}, false, err
	}
	return old, false, r.files.Remove(temporaryOf(old.Path))
}

// asBefore reports whether a file holds just these lines already.
func (r *lineRun) asBefore(old Part, lines []*held) bool {
	var at int64
	for _, h := range lines {
		if _, spooled := r.lines[h.ID]; spooled || h.Path != old.Path || h.Offset != at {
			return false
		}
		at += h.Size
	}
	return at == old.Size
}

// others reports whether a file has records of other sites only: it is left to their runs.
func (r *lineRun) others(lines []*held) bool {
	return !slices.ContainsFunc(lines, func(h *held) bool {
		_, spooled := r.lines[h.ID]
		return spooled || h.site == r.plan.Site
	})
}

// giveUp leaves a file as someone made it: what stood in it stays known, what stood in a file of an earlier format stays
// there, and what is new is not held.
func (r *lineRun) giveUp(old Part, lines []*held) error {
	for _, h := range lines {
		if h.from == old.Path && h.from != "" && old.Digest != "" {
			if h.seen {
				h.action = migrate.Edited
			}
			continue
		}
		change := migrate.Change{Action: migrate.Edited, ID: h.ID, Path: old.Path}
		back, err := r.goBack(h)
		switch {
		case err != nil:
			return err
		case back:
			h.action = migrate.Edited
			r.changes = append(r.changes, change)
		default:
			r.finished(change)
			r.drop(h)
		}
	}
	return nil
}

// writePart writes the lines of one file as a temporary, from the spool and from the files in which they stand.
func (r *lineRun) writePart(path string, lines []*held) (Part, error) {
	if err := r.files.MkdirAll(tmpDir); err != nil {
		return Part{}, err
	}
	w, err := r.files.Create(temporaryOf(path))
	if err != nil {
		return Part{}, err
	}
	sources := map[string]File{}
	defer func() {
		for _, f := range sources {
			f.Close()
		}
	}()
	digest := sha256.New()
	buffered := bufio.NewWriterSize(w, 1<<20)
	var at int64
	for _, h := range lines {
		name, offset := h.Path, h.Offset
		if spooled, ok := r.lines[h.ID]; ok {
			name, offset = spoolName, spooled
		}
		if sources[name] == nil {
			source, err := r.files.Open(name)
			if err != nil {
				return Part{}, errors.Join(err, w.Close())
			}
			sources[name] = source
		}
		if _, err := io.Copy(io.MultiWriter(buffered, digest), io.NewSectionReader(sources[name], offset, h.Size)); err != nil {
			return Part{}, errors.Join(err, w.Close())
		}
		if h.from != "" && h.from != path && h.seen && isPart(h.from) {
			h.action = migrate.Move
			r.changes = append(r.changes, migrate.Change{Action: migrate.Move, ID: h.ID, Path: path, OldPath: h.from})
		}
		h.Path, h.Offset = path, at
		at += h.Size
	}
	err = errors.Join(buffered.Flush(), w.Close())
	return Part{Path: path, Digest: hex.EncodeToString(digest.Sum(nil)), Size: at}, err
}
