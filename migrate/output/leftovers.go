package output

import (
	"slices"
	"strings"

	"wp2pub/migrate"
)

// arrangeLeftovers takes away the files of earlier formats.
func (r *fileRun) arrangeLeftovers(s *steps) error {
	for _, h := range r.held.sorted() {
		if err := r.arrangeLeftoversOf(s, h); err != nil {
			return err
		}
	}
	return r.arrangeParts(s)
}

// arrangeParts takes away the files of many records. With one that is kept aside go the records that stand nowhere else.
func (r *fileRun) arrangeParts(s *steps) error {
	if len(r.manifest.Parts) == 0 {
		return nil
	}
	standing := map[string][]*held{}
	for _, h := range r.held.sorted() {
		standing[h.Path] = append(standing[h.Path], h)
	}
	var stay []Part
	for _, part := range r.manifest.Parts {
		state, err := r.occupied(part.Path, part.Digest)
		switch {
		case err != nil:
			return err
		case state == missing:
		case state == edited && !r.ours(part.Path):
			stay = append(stay, part)
		case state == edited && r.plan.Overwrite:
			s.aside = append(s.aside, part.Path)
			for _, h := range standing[part.Path] {
				r.drop(h)
			}
		case state == edited:
			stay = append(stay, r.leavePart(part))
		case standing[part.Path] != nil:
			stay = append(stay, part)
		default:
			s.remove = append(s.remove, part.Path)
		}
	}
	r.dirty = r.dirty || !slices.Equal(r.manifest.Parts, stay)
	r.manifest.Parts = stay
	return nil
}

// ours reports whether a file is of the site of this run: what became of the others is for their runs to tell.
func (s *session) ours(path string) bool {
	of := ""
	for i, site := range s.manifest.Sites {
		if i == 0 || strings.HasPrefix(path, safeName(site.ID)+"/") {
			of = site.ID
		}
	}
	return of == s.plan.Site
}

// leavePart leaves a file of many records in which none is to stand any more as someone made it.
func (s *session) leavePart(part Part) Part {
	s.finished(migrate.Change{Action: migrate.Edited, Path: part.Path})
	part.Edited = true
	return part
}

// arrangeLeftoversOf takes away the files of a record in earlier formats.
func (r *fileRun) arrangeLeftoversOf(s *steps, h *held) error {
	for _, file := range without(h.Path, h.Was) {
		if err := r.arrangeLeftover(s, file); err != nil {
			return err
		}
	}
	return nil
}

// arrangeLeftover takes a file away that is not ours to keep. One that someone edited stays, or is kept aside.
func (r *fileRun) arrangeLeftover(s *steps, file Part) error {
	state, err := r.occupied(file.Path, file.Digest)
	switch {
	case err != nil:
		return err
	case state == clean:
		s.remove = append(s.remove, file.Path)
	case state == edited && r.plan.Overwrite && r.free(file.Path):
		s.aside = append(s.aside, file.Path)
	}
	return nil
}

// forgetLeftovers is for when they are to go.
func (r *fileRun) forgetLeftovers() {
	for _, h := range r.held.sorted() {
		if h.Was != nil {
			h.Was, r.dirty = nil, true
		}
	}
}
