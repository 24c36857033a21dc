package output

import (
	"errors"

	"wp2pub/migrate"
)

// Finish implements migrate.Run.
func (r *lineRun) Finish() (migrate.Summary, error) {
	summary, err := r.finish()
	if err == nil {
		err = r.tell()
	}
	return summary, r.conclude(summary, errors.Join(err, r.dropSpool()))
}

// dropSpool takes the spool away.
func (r *lineRun) dropSpool() error {
	if r.spool == nil {
		return nil
	}
	r.spool.Close() // it is closed already where the run came to an end
	return r.files.Remove(spoolName)
}

func (r *lineRun) finish() (migrate.Summary, error) {
	if r.failed != nil {
		return migrate.Summary{}, r.failed
	}
	remove, guarded := r.judge()
	going, err := r.leave(remove)
	if err != nil {
		return migrate.Summary{}, err
	}
	if err := r.reformat(); err != nil {
		return migrate.Summary{}, err
	}
	if r.spool != nil {
		if err := r.spool.Close(); err != nil {
			return migrate.Summary{}, err
		}
	}
	aside, err := r.rewrite()
	if err == nil {
		err = removeEmpty(r.files, r.left) // those that a run left which was interrupted
	}
	if err == nil && r.dirty {
		err = r.replace(append(going, r.leftovers()...), append(aside, r.inTheWay...))
	}
	if err == nil {
		err = r.storeMemory()
	}
	if err != nil {
		return migrate.Summary{}, err
	}
	return r.summary(), guarded
}

// leave takes away the records that are to go, and returns the files of an earlier format that go with them. A record
// in a file that someone edited stays.
func (r *lineRun) leave(remove []*held) (going []Part, err error) {
	for _, h := range remove {
		state, err := r.stateOf(h)
		if err != nil {
			return nil, err
		}
		if state == edited && !r.plan.Overwrite {
			r.see(h, migrate.Edited)
			r.changes = append(r.changes, migrate.Change{Action: migrate.Edited, ID: h.ID, Path: h.Path, Gone: true})
			continue
		}
		if !isPart(h.Path) {
			going = append(going, r.outdated(h, state)...)
		}
		r.finished(migrate.Change{Action: migrate.Remove, ID: h.ID, Path: h.Path})
		r.drop(h)
	}
	return going, nil
}
