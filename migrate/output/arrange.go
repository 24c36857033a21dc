package output

import "wp2pub/migrate"

// steps is what Finish does to files, in this order.
type steps struct {
	remove []string // records, and files of an earlier format
	aside  []string // files of others that stand in the way, or are to go
	adopt  []move   // the very bytes are there already: the source goes
	hop    []move   // into the store, out of another's way
	move   []move
}

type move struct {
	held *held
	path string
}

// arrange decides which files go and which move where, and tells the journal.
func (r *fileRun) arrange(remove []*held) (*steps, error) {
	s := &steps{}
	for _, decide := range []func(*steps) error{
		func(s *steps) error { return r.arrangeRemovals(s, remove) },
		r.reformat,
		func(*steps) error { return r.commit() },
		r.arrangeLeftovers,
		r.arrangeMoves,
	} {
		if err := decide(s); err != nil {
			return nil, err
		}
	}
	r.forgetLeftovers()
	return s, nil
}

// arrangeRemovals takes away the records that are to go. An edited file stays, or is kept aside.
func (r *fileRun) arrangeRemovals(s *steps, remove []*held) error {
	for _, h := range remove {
		state := missing // a line of a file of many records goes with the file
		if !isPart(h.Path) {
			var err error
			if state, err = r.read(h); err != nil {
				return err
			}
		}
		if state != edited || r.plan.Overwrite { // first, so that a run that ends here knows of them by the record
			if err := r.arrangeLeftoversOf(s, h); err != nil {
				return err
			}
		}
		switch {
		case state == clean:
			s.remove = append(s.remove, h.Path)
		case state == edited && r.plan.Overwrite:
			s.aside = append(s.aside, h.Path)
		case state == edited:
			r.leave(h)
			r.changes = append(r.changes, migrate.Change{Action: migrate.Edited, ID: h.ID, Path: h.Path, Gone: true})
			continue
		}
		r.finished(migrate.Change{Action: migrate.Remove, ID: h.ID, Path: h.Path})
		r.drop(h)
		if err := r.journal.add(intent{Drop: h.ID}); err != nil {
			return err
		}
	}
	return nil
}

// drop takes a record out of what is held.
func (s *session) drop(h *held) {
	s.held.drop(h)
	s.dirty, s.lost = true, s.lost || !h.fresh
}
