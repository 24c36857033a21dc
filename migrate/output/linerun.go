package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

// lineRun is a run over an output with one file of JSON Lines per kind, its records by ascending post ID. What is new
// goes into a spool; Finish writes the files of the kinds in which anything changed, whole, and renames them together.
type lineRun struct {
	*session
	spool    io.WriteCloser
	spooled  int64
	lines    map[string]int64 // offsets in the spool, by id
	looks    map[string]look  // at files of many records, by path
	inTheWay []string         // files of earlier formats that someone edited, and that are to be kept aside
}

// look is what was found of a file.
type look struct {
	state   fileState
	changed time.Time
}

const spoolName = tmpDir + "/spool.jsonl"

func newLineRun(s *session) *lineRun {
	return &lineRun{session: s, lines: map[string]int64{}, looks: map[string]look{}}
}

// Known implements migrate.Run.
func (r *lineRun) Known(id string) (migrate.Entry, bool) {
	h := r.held.get(id)
	if h == nil || !isPart(h.Path) {
		return migrate.Entry{}, false
	}
	state, err := r.partState(h.Path)
	if err != nil || state == missing || state == edited && r.plan.Overwrite {
		return migrate.Entry{}, false
	}
	return migrate.Entry{ID: h.ID, Path: h.Path, Digest: h.Digest, Inputs: h.Inputs, Edited: state == edited}, true
}

// partState compares a file of many records with what is known of it. One that no manifest knows is edited: whether it
// has the very bytes of this run is seen when they are all there.
func (r *lineRun) partState(path string) (fileState, error) {
	if look, known := r.looks[path]; known {
		return look.state, nil
	}
	part := r.manifest.part(path)
	info, err := r.files.Lstat(path)
	state := edited
	switch {
	case errors.Is(err, fs.ErrNotExist):
		state = missing
	case err != nil && !errors.Is(err, errNotRegular):
		return edited, err
	case err != nil || !info.Mode.IsRegular() || part.Digest == "":
	case !part.Edited && info.Size == part.Size && info.Changed.Before(r.checked):
		state = clean
	default:
		digest, err := digestFile(r.files, path)
		if err != nil {
			return edited, err
		}
		if digest == part.Digest {
			state = clean
		}
	}
	r.looks[path] = look{state, info.Changed}
	return state, nil
}

// Keep implements migrate.Run.
func (r *lineRun) Keep(id string) (migrate.Change, error) {
	h := r.held.get(id)
	if h == nil || h.seen || !isPart(h.Path) {
		return migrate.Change{}, fmt.Errorf("the record %s cannot be kept: it is not held, or was made already", id)
	}
	if h.site != r.plan.Site {
		return migrate.Change{}, r.foreign(id)
	}
	state, err := r.partState(h.Path)
	if err != nil {
		return migrate.Change{}, err
	}
	h.place = heldPlace(h, r.number(h.post))
	switch state {
	case missing:
		return migrate.Change{}, fmt.Errorf("the record %s cannot be kept: the file %s is gone", id, h.Path)
	case edited:
		r.see(h, migrate.Edited)
	default:
		r.see(h, migrate.Unchanged)
	}
	return migrate.Change{Action: h.action, ID: id, Path: h.Path}, nil
}

// Put implements migrate.Run.
func (r *lineRun) Put(rec *record.Record, wish migrate.Place, inputs migrate.Inputs) (migrate.Change, error) {
	if r.failed != nil {
		return migrate.Change{}, r.failed
	}
	post, err := r.identify(rec.ID)
	if err != nil {
		return migrate.Change{}, err
	}
	where := newPlace(r.prefix, rec, wish, post, r.number(post))
	encoded, digest := r.encode(rec)
	item := Item{ID: rec.ID, Path: partOf(where.base), Digest: digest, Size: int64(len(encoded)), Wanted: where.base, Inputs: inputs}
	if where.number > 1 {
		item.Number = where.number
	}
	h := r.held.get(rec.ID)
	if h != nil && h.seen {
		return migrate.Change{}, fmt.Errorf("the record %s was made twice: the keys of a post's records must differ", rec.ID)
	}
	if h == nil {
		h = r.fresh(rec.ID, post)
	}
	h.place = where
	change, err := r.put(h, item, encoded)
	if err != nil {
		r.failed = err
		return migrate.Change{}, err
	}
	change.ID = rec.ID
	r.see(h, change.Action)
	return change, nil
}

func (r *lineRun) put(h *held, item Item, encoded []byte) (migrate.Change, error) {
	change := migrate.Change{Path: item.Path}
	if h.fresh {
		change.Action = migrate.Create
		return change, r.write(h, item, encoded)
	}
	state, err := r.stateOf(h)
	if err != nil {
		return change, err
	}
	switch {
	case state == edited && !r.plan.Overwrite:
		change.Action, change.Path = migrate.Edited, h.Path
		return change, nil
	case state == missing:
		change.Action = migrate.Create
	case state == clean && isPart(h.Path) && h.Digest == item.Digest:
		change.Action = migrate.Unchanged
		r.dirty = r.dirty || string(h.Inputs) != string(item.Inputs) || h.Wanted != item.Wanted || h.Number != item.Number
		h.Inputs, h.Wanted, h.Number = item.Inputs, item.Wanted, item.Number
		return change, nil
	default:
		change.Action = migrate.Update
		if r.plan.Compare && state == clean && isPart(h.Path) {
			old, err := r.original(h)
			if err != nil {
				return change, err
			}
			change.Fields = record.Changed(old, encoded)
		}
	}
	if !isPart(h.Path) {
		item.Was = r.outdated(h, state)
	}
	return change, r.write(h, item, encoded)
}

// stateOf tells the state of the file in which a record is held, of either layout.
func (r *lineRun) stateOf(h *held) (fileState, error) {
	if isPart(h.Path) {
		return r.partState(h.Path)
	}
	return r.inspect(h)
}

// write takes a record into the spool.
func (r *lineRun) write(h *held, item Item, encoded []byte) error {
	if r.spool == nil {
		if err := r.files.MkdirAll(tmpDir); err != nil {
			return err
		}
		spool, err := r.files.Create(spoolName)
		if err != nil {
			return err
		}
		r.spool = spool
	}
	if _, err := r.spool.Write(encoded); err != nil {
		return err
	}
	h.Item, r.dirty = item, true
	r.lines[item.ID] = r.spooled
	r.spooled += int64(len(encoded))
	return nil
}

// Abort implements migrate.Run: nothing was written but the spool.
func (r *lineRun) Abort() error {
	return errors.Join(r.dropSpool(), r.end())
}
