package output

import (
	"slices"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

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
		r.arrangeMoves,
		r.arrangeLeftovers,
	} {
		if err := decide(s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// arrangeRemovals takes away the records that are to go. An edited file stays, or is kept aside.
func (r *fileRun) arrangeRemovals(s *steps, remove []*held) error {
	for _, h := range remove {
		state := missing // a line of a file of many records goes with the file
		if !isPart(h.Path) {
			var err error
			if state, err = r.inspect(h); err != nil {
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
			r.changes = append(r.changes, migrate.Change{Action: migrate.Edited, ID: h.ID, Path: h.Path})
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
	delete(s.held, h.ID)
	s.dirty = true
}

// reformat writes the records anew that stay, are held in another format, and were not made in this run.
func (r *fileRun) reformat(*steps) error {
	for _, h := range r.sorted() {
		if h.seen || r.inFormat(h) {
			continue
		}
		item, encoded, err := r.converted(h)
		if err != nil {
			return err
		}
		if encoded == nil {
			continue
		}
		_, post, _, _ := splitID(h.ID)
		h.place = place{h.wanted(), post, max(1, h.Number)}
		if _, err := r.putReformatted(h, item, encoded); err != nil {
			return err
		}
	}
	return nil
}

// converted returns what is held of a record in the format of this run; nothing where its file is not what it was.
func (s *session) converted(h *held) (Item, []byte, error) {
	old, err := s.original(h)
	if err != nil || old == nil {
		return Item{}, nil, err
	}
	encoded, err := record.Reencode(old, string(s.format))
	if err != nil {
		return Item{}, nil, nil // it stays as it is
	}
	item := h.Item
	item.Offset, item.Digest, item.Size = 0, record.Digest(encoded), int64(len(encoded))
	return item, encoded, nil
}

// original reads a record as it was written; nothing where someone edited it since.
func (s *session) original(h *held) ([]byte, error) {
	if !isPart(h.Path) {
		if state, err := s.inspect(h); err != nil || state != clean {
			return nil, err
		}
		return readFile(s.files, h.Path)
	}
	state, err := s.occupied(h.Path, s.part(h.Path).Digest)
	if err != nil || state != clean {
		return nil, err
	}
	f, err := s.files.Open(h.Path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	line := make([]byte, h.Size)
	if _, err := f.ReadAt(line, h.Offset); err != nil {
		return nil, err
	}
	return line, nil
}

// part returns what is known of a file of many records.
func (s *session) part(path string) Part {
	for _, p := range s.manifest.Parts {
		if p.Path == path {
			return p
		}
	}
	return Part{Path: path}
}

// arrangeMoves gives every record its path, now that all are known.
func (r *fileRun) arrangeMoves(s *steps) error {
	claims := r.claims()
	for settled := false; !settled; {
		settle(claims, r.format.extension())
		obstacles, err := r.obstacles(s, claims)
		if err != nil {
			return err
		}
		blocked := slices.DeleteFunc(slices.Clone(obstacles), func(o obstacle) bool { return o.same || r.plan.Overwrite })
		for _, o := range blocked {
			r.block(s, o.claim)
		}
		pinned, err := r.pin(claims)
		if err != nil {
			return err
		}
		if settled = len(blocked) == 0 && !pinned; settled {
			r.passObstacles(s, obstacles)
		}
		claims = slices.DeleteFunc(claims, func(c *claim) bool { return r.held[c.held.ID] == nil })
	}
	for _, c := range claims {
		if err := r.arrangeMove(s, c); err != nil {
			return err
		}
	}
	r.arrangeHops(s)
	return nil
}

// arrangeHops finds the records on whose paths others are to stand: they go into the store first.
func (r *fileRun) arrangeHops(s *steps) {
	targets := map[string]bool{}
	for _, m := range s.move {
		targets[fold(m.path)] = true
	}
	for _, m := range s.move {
		if targets[fold(m.held.Path)] {
			s.hop = append(s.hop, move{m.held, stagedName(m.held.ID, r.format.extension())})
		}
	}
}

// claims lists the claims of all records, in order. One that was not made in this run wants what it wanted when it was,
// so that others need not move to and fro. One whose file someone edited stands where it stands.
func (r *fileRun) claims() []*claim {
	var claims []*claim
	for _, h := range r.sorted() {
		if h.place.base == "" {
			_, post, _, _ := splitID(h.ID)
			h.place = place{h.wanted(), post, max(1, h.Number)}
		}
		fixed := !r.inFormat(h) || !h.fresh && h.action == migrate.Edited
		claims = append(claims, &claim{held: h, fixed: fixed})
	}
	return claims
}

// pin fixes the claims of records that would move and whose files are not what they should be.
func (r *fileRun) pin(claims []*claim) (pinned bool, err error) {
	for _, c := range claims {
		if c.fixed || c.held.seen || c.path == c.held.Path {
			continue
		}
		state, err := r.inspect(c.held)
		if err != nil {
			return false, err
		}
		if state != clean {
			c.fixed, pinned = true, true
		}
	}
	return pinned, nil
}

// obstacle is a file on the path of a claim that is no record's.
type obstacle struct {
	claim *claim
	same  bool // it has the very bytes of the record
}

func (r *fileRun) obstacles(s *steps, claims []*claim) ([]obstacle, error) {
	free := map[string]bool{} // paths that records leave, or that their files go from
	for _, c := range claims {
		free[c.held.Path] = true
	}
	for _, path := range slices.Concat(s.remove, s.aside) {
		free[path] = true
	}
	var found []obstacle
	for _, c := range claims {
		if c.fixed || free[c.path] {
			continue
		}
		state, err := r.occupied(c.path, c.held.Digest)
		if err != nil {
			return nil, err
		}
		itself := state == clean && fold(c.path) == fold(c.held.Path) // where case does not count
		if state != missing && !itself {
			found = append(found, obstacle{c, state == clean})
		}
	}
	return found, nil
}

// passObstacles takes files over that have the bytes of a record, and keeps others aside.
func (r *fileRun) passObstacles(s *steps, obstacles []obstacle) {
	for _, o := range obstacles {
		if o.same {
			s.adopt = append(s.adopt, move{o.claim.held, o.claim.path})
		} else {
			s.aside = append(s.aside, o.claim.path)
		}
	}
}

// block gives up a claim to a path on which someone's file stands: a record stays where it is, a new one is not held.
func (r *fileRun) block(s *steps, c *claim) {
	h := c.held
	if !h.fresh {
		r.changes = append(r.changes, migrate.Change{Action: migrate.Edited, ID: h.ID, Path: c.path})
		c.fixed, h.action = true, migrate.Edited
		return
	}
	r.finished(migrate.Change{Action: migrate.Edited, ID: h.ID, Path: c.path})
	s.remove = append(s.remove, h.Path)
	r.drop(h)
}

// arrangeMove moves a record to the path that its claim was given, if it is another.
func (r *fileRun) arrangeMove(s *steps, c *claim) error {
	h := c.held
	if c.fixed {
		return nil
	}
	wanted := h.place.base
	if c.path == wanted+r.format.extension() {
		wanted = ""
	}
	if h.Wanted != wanted {
		h.Wanted, r.dirty = wanted, true
	}
	if h.action == migrate.Edited { // nobody stands in its way after all
		h.action = migrate.Create
	}
	if h.from != "" && !inStore(h.from) && h.from != c.path && sameFormat(h.from, c.path) {
		h.action = migrate.Move // counted only where it was seen
		r.changes = append(r.changes, migrate.Change{Action: migrate.Move, ID: h.ID, Path: c.path, OldPath: h.from})
	}
	if c.path == h.Path {
		return nil
	}
	r.dirty = true
	for _, path := range []string{stagedName(h.ID, r.format.extension()), c.path} {
		state := h.Item
		state.Path = path
		if err := r.journal.add(intent{Put: &state}); err != nil {
			return err
		}
	}
	if !slices.ContainsFunc(s.adopt, func(m move) bool { return m.held == h }) {
		s.move = append(s.move, move{h, c.path})
	}
	return nil
}

// arrangeLeftovers takes away the files of an earlier format.
func (r *fileRun) arrangeLeftovers(s *steps) error {
	for _, h := range r.sorted() {
		if h.Was != "" {
			s.remove = append(s.remove, h.Was)
			h.Was, r.dirty = "", true
		}
	}
	for _, part := range r.manifest.Parts {
		state, err := r.occupied(part.Path, part.Digest)
		switch {
		case err != nil:
			return err
		case state == clean:
			s.remove = append(s.remove, part.Path)
		case state == edited && r.plan.Overwrite:
			s.aside = append(s.aside, part.Path)
		}
	}
	r.manifest.Parts = nil
	return nil
}
