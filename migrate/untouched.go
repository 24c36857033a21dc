package migrate

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"wp2pub/migrate/facts/teachpress"
	"wp2pub/migrate/ledger"
	"wp2pub/migrate/wordpress"
)

// recalled is what the run before left, as an output hands it out ahead. The ledger is taken apart meanwhile.
type recalled struct {
	told       chan struct{} // closed when what was left is known
	done       chan struct{} // closed when the ledger is taken apart
	left       []byte
	ledger     *ledger.Ledger
	err        error
	conclusion *ledger.Conclusion
	asked      int // position of the post that meta was last asked for
}

func newRecalled() *recalled {
	return &recalled{told: make(chan struct{}), done: make(chan struct{})}
}

// take is given what was left, once.
func (r *recalled) take(left []byte) {
	text, conclusion := ledger.Split(left)
	r.left, r.conclusion = left, conclusion
	close(r.told)
	go func() {
		defer close(r.done)
		r.ledger, r.err = ledger.Read(text)
	}()
}

// read reads what the run before left, unless that is done.
func (r *recalled) read(left []byte) (*ledger.Ledger, error) {
	<-r.done
	if len(left) == 0 || len(r.left) == 0 || &left[0] != &r.left[0] {
		text, _ := ledger.Split(left)
		return ledger.Read(text)
	}
	return r.ledger, r.err
}

// meta is the digest of what the run before found the meta of a post to be, where it looked at the post and could tell.
func (r *recalled) meta(post int64) (wordpress.Digest, bool) {
	<-r.done
	if r.err != nil {
		return wordpress.Digest{}, false
	}
	n, found := r.ledger.Find(post, r.asked)
	if !found {
		return wordpress.Digest{}, false
	}
	r.asked = n
	of := r.ledger.Digests(n)
	return of.Meta, of.Own != wordpress.Digest{}
}

// takesOver reports whether the options leave it open to say of a run what the one before said, without reading the site.
func (e *engine) takesOver() bool {
	o := &e.options
	return !o.KeepRows && !o.KeepRecords && !o.WarnUnseen && len(o.Exports) == 0 && len(e.expected) == 0
}

// takeOver takes over what the run before came to, where the source is a witness that nothing was touched since; and what the meta
// of posts came to, where that was not.
func (e *engine) takeOver(ctx context.Context, source Source, recalled *recalled) error {
	witness, ok := source.(Witness)
	if !ok {
		return nil
	}
	<-recalled.told
	e.heard = len(recalled.left) > 0
	c := recalled.conclusion
	if c == nil {
		return nil
	}
	last := c.Run
	wanted := last != nil && e.takesOver() && last.Terms == e.told(cmp.Or(e.options.SiteID, e.options.Mapping.Site(), last.Site))
	all, meta, err := witness.Untouched(ctx, c.Testimony, wanted)
	if err != nil {
		return err
	}
	if e.vouched = meta; meta {
		witness.TakeMeta(recalled.meta)
	}
	if !all {
		return nil
	}
	e.before, e.posts, e.content, e.files = last, last.Posts, last.Content, last.Files
	e.name(last.Site, last.Noted)
	return nil
}

// standsWhole reports whether the output holds the records of a ledger, and no other of the site.
func (e *engine) standsWhole(last *ledger.Ledger, run Run) bool {
	records := 0
	for n := range last.Posts() {
		p := e.memory.take(last, n)
		if p.Own == (wordpress.Digest{}) || !e.holds(p, run) {
			return false
		}
		records += len(p.Records)
	}
	return records == run.Before()
}

// keepWhole keeps all posts of a ledger, and accounts for the rows of the run before.
func (e *engine) keepWhole(last *ledger.Ledger) {
	m := &e.memory
	m.last, m.kept = last, make([]int32, last.Posts())
	for n := range m.kept {
		m.kept[n] = int32(n)
	}
	e.wanted = len(m.kept)
	e.report.AddPostTypes(e.before.Types, e.before.Rejected)
	for _, entry := range e.before.Decided {
		e.decided[entry] = true
	}
}

// leave leaves for the next run what this one came to. That is asked for when all of it is settled.
func (e *engine) leave(ctx context.Context, source Source, run Run) {
	m := &e.memory
	var text func() ([][]byte, error)
	conclusion := e.conclusion(ctx, source, run)
	switch {
	case m.changed:
		text = inBackground(m.next.Pieces)
	case conclusion != nil:
		text = func() ([][]byte, error) {
			left, err := run.Recall()
			ledger, _ := ledger.Split(left)
			return [][]byte{ledger}, err
		}
	default:
		return
	}
	run.Remember(func() ([][]byte, error) {
		pieces, err := text()
		if err != nil {
			return nil, err
		}
		return ledger.Join(pieces, conclusion)
	})
}

// conclusion is what the run came to, where the source can say later that it holds what it held; nil where it would take the place of
// one that says as much, or that is not heard in time, as in an output of several sites.
func (e *engine) conclusion(ctx context.Context, source Source, run Run) *ledger.Conclusion {
	witness, ok := source.(Witness)
	if !ok || e.before != nil || !e.heard && !e.memory.changed {
		return nil
	}
	testimony, all := witness.Testimony(ctx)
	if testimony == nil {
		return nil
	}
	var told *ledger.Run
	if all {
		told = e.toldWhole(source, run)
	}
	if told == nil && e.vouched && !e.memory.changed {
		return nil
	}
	return &ledger.Conclusion{Testimony: testimony, Run: told}
}

// toldWhole is what the run told, where the next one may tell it again; nil where that needs more than the ledger.
func (e *engine) toldWhole(source Source, run Run) *ledger.Run {
	if !e.takesOver() || e.memory.forgot || e.leavesOthers(source, run) || len(teachpress.All(e.site.View())) > 0 {
		return nil
	}
	return &ledger.Run{
		Terms: e.told(e.options.SiteID), Site: e.site.View().Setup().ID, Posts: e.posts, Content: e.content, Files: e.files, Noted: e.site.Warnings,
		Types: e.report.PostTypes(), Rejected: e.report.Rejected, Decided: slices.Sorted(maps.Keys(e.decided)),
	}
}

// leavesOthers reports whether the output may go on to hold records of the site that this run did not make: what becomes of
// them is found out each time.
func (e *engine) leavesOthers(source Source, run Run) bool {
	return e.old < run.Before() && (!e.options.Prune || !source.Complete() || len(e.rejected) > 0)
}
