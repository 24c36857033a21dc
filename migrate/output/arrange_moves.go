package output

import (
	"slices"
	"strings"

	"wp2pub/migrate"
)

// arrangeMoves gives every record its path, now that all are known.
func (r *fileRun) arrangeMoves(s *steps) error {
	claims := r.contenders()
	for settled := false; !settled; {
		settle(claims, r.format.extension())
		obstacles, err := r.obstacles(s, claims)
		if err != nil {
			return err
		}
		blocked := slices.DeleteFunc(slices.Clone(obstacles), func(o obstacle) bool { return o.same || r.plan.Overwrite })
		for _, o := range blocked {
			if err := r.block(s, o.claim); err != nil {
				return err
			}
		}
		pinned, err := r.pin(claims)
		if err != nil {
			return err
		}
		if settled = len(blocked) == 0 && !pinned; settled {
			r.passObstacles(s, obstacles)
		}
		claims = slices.DeleteFunc(claims, func(c *claim) bool { return c.held.gone })
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

// pin fixes the claims of records that would move and whose files are not what they should be.
func (r *fileRun) pin(claims []*claim) (pinned bool, err error) {
	for _, c := range claims {
		if c.fixed || c.held.seen || c.path == c.held.Path {
			continue
		}
		state, err := r.read(c.held)
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
	free, folded := map[string]bool{}, map[string]bool{} // paths that records leave, or that their files go from
	leave := func(path string) { free[path], folded[fold(path)] = true, true }
	for _, c := range claims {
		leave(c.held.Path)
	}
	for _, path := range slices.Concat(s.remove, s.aside) {
		leave(path)
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
		alias := false
		if state != missing && folded[fold(c.path)] {
			if alias, err = r.alias(c.path); err != nil {
				return nil, err
			}
		}
		if state != missing && !alias {
			found = append(found, obstacle{c, state == clean})
		}
	}
	return found, nil
}

// alias reports whether a path leads to a file only because case does not count in the file system: its folder has no such name.
func (r *fileRun) alias(path string) (bool, error) {
	names, err := r.files.ReadDir(folder(path))
	return !slices.Contains(names, path[strings.LastIndexByte(path, '/')+1:]), err
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

// block gives up a claim to a path on which someone's file stands: a record stays where it is, or was before it was written
// in this format, and goes on wanting what it wants; a new one is not held.
func (r *fileRun) block(s *steps, c *claim) error {
	h, staged := c.held, c.held.Path
	change := migrate.Change{Action: migrate.Edited, ID: h.ID, Path: c.path}
	back, err := false, error(nil)
	if inStore(staged) {
		if back, err = r.goBack(h); err != nil {
			return err
		}
	}
	switch {
	case back:
		s.remove = append(slices.DeleteFunc(s.remove, func(path string) bool { return path == h.Path }), staged)
		if err := r.journal.add(intent{Put: &h.Item}); err != nil {
			return err
		}
	case h.fresh:
		s.remove = append(s.remove, staged)
		r.finished(change)
		r.drop(h)
		return nil
	}
	r.changes = append(r.changes, change)
	c.fixed, h.action = true, migrate.Edited
	r.want(h, h.place.base)
	return nil
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
	r.want(h, wanted)
	if h.action == migrate.Edited { // nobody stands in its way after all
		h.action = migrate.Create
	}
	switch {
	case h.from != "" && !inStore(h.from) && h.from != c.path && sameFormat(h.from, c.path):
		h.action = migrate.Move // counted only where it was seen
		r.changes = append(r.changes, migrate.Change{Action: migrate.Move, ID: h.ID, Path: c.path, OldPath: h.from})
	case c.level > 0 && h.seen && h.action != migrate.Unchanged && (h.fresh || !sameFormat(h.from, c.path)): // Put knew of no rival
		r.changes = append(r.changes, migrate.Change{Action: h.action, ID: h.ID, Path: c.path})
	}
	if c.path == h.Path {
		return nil
	}
	r.dirty = true
	for _, path := range []string{stagedName(h.ID, r.format.extension()), c.path} {
		state := h.Item
		if state.Path = path; inStore(path) {
			state.Wanted = h.place.base // what its path does not tell
		}
		if err := r.journal.add(intent{Put: &state}); err != nil {
			return err
		}
	}
	if !slices.ContainsFunc(s.adopt, func(m move) bool { return m.held == h }) {
		s.move = append(s.move, move{h, c.path})
	}
	return nil
}

// want notes what a record wants, where its path does not tell.
func (r *fileRun) want(h *held, base string) {
	if h.Wanted != base {
		h.Wanted, r.dirty = base, true
	}
}
