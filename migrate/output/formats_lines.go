package output

// outdated returns the files of a record that go, of those that are no files of this format. One that someone edited is kept
// aside.
func (r *lineRun) outdated(h *held, state fileState) []Part {
	if state == edited {
		r.inTheWay = append(r.inTheWay, h.Path)
		return h.Was
	}
	return h.outdated()
}

// reformat takes the records into the spool that stay, are held in another format, and were not made in this run.
func (r *lineRun) reformat() error {
	for _, h := range r.held.sorted() {
		if h.seen || isPart(h.Path) {
			continue
		}
		item, encoded, err := r.converted(h)
		if err != nil {
			return err
		}
		if encoded == nil {
			continue
		}
		item.Was, item.Wanted = h.outdated(), h.wanted()
		item.Path = partOf(item.Wanted)
		if err := r.write(h, item, encoded); err != nil {
			return err
		}
	}
	return nil
}

// leftovers returns the files of earlier formats whose records stand in files of this one now.
func (r *lineRun) leftovers() (going []Part) {
	for _, h := range r.held.sorted() {
		going = append(going, h.Was...)
		h.Was = nil
	}
	return going
}
