package output

import (
	"context"
	"errors"
	"io/fs"
	"sync"
)

// ahead is what is found out about an output while the caller still reads its source: the manifest, and how the file of each
// record compares with it. The output is locked meanwhile, and nothing else is done with it.
type ahead struct {
	release func() error
	awaited chan struct{} // closed when Begin waits for it
	done    chan struct{} // closed when all below is settled

	session *session // files, manifest, holdings and mark; nil where the usual way must be gone
}

// Ahead implements migrate.AheadReader. Of an output that holds nothing yet, it leaves no trace.
func (d *Directory) Ahead(ctx context.Context, recalled func([]byte)) (leave func() error, err error) {
	if _, err := d.files.Lstat(manifestName); err != nil || d.ahead != nil {
		recalled(nil)
		return func() error { return nil }, nil // Begin meets the error again
	}
	release, err := d.lock()
	if err != nil {
		return nil, err
	}
	a := &ahead{release: release, awaited: make(chan struct{}), done: make(chan struct{})}
	d.ahead = a
	go func() {
		defer close(a.done)
		var told sync.Once
		tell := func(left []byte) { told.Do(func() { recalled(left) }) }
		defer func() {
			if recover() != nil { // Begin fails in the same way, where it is told
				a.session = nil
			}
			tell(nil)
		}()
		a.session = d.lookAhead(ctx, a.awaited, tell)
	}()
	return func() error {
		if d.ahead != a { // Begin has taken it over
			return nil
		}
		d.ahead = nil
		<-a.done
		return a.release()
	}, nil
}

// lookAhead reads what an output of one site holds. Nil: it was interrupted, it is damaged, or it cannot be read.
func (d *Directory) lookAhead(ctx context.Context, awaited <-chan struct{}, recalled func([]byte)) *session {
	for _, left := range []string{journalName, nextName} {
		if _, err := d.files.Lstat(left); !errors.Is(err, fs.ErrNotExist) {
			return nil
		}
	}
	f, err := d.files.Open(manifestName)
	if err != nil {
		return nil
	}
	defer f.Close()
	lines := newManifestReader(f)
	manifest := lines.head()
	if len(manifest.Sites) != 1 {
		return nil
	}
	s, err := d.newSession(manifest)
	if err != nil {
		return nil
	}
	s.plan.Site = manifest.Sites[0].ID // unless Begin says another
	if left, err := s.Recall(); err == nil && len(left) > 0 {
		s.recalled = left
	}
	recalled(s.recalled)
	if !s.readHeld(ctx, awaited, lines) {
		return nil
	}
	return s
}

// twins are files that can be had twice, so that two goroutines can look at them.
type twins interface {
	// Twin returns the same tree for another goroutine, which lets go of it in the end.
	Twin() (twin Files, release func() error)
}

// readHeld reads what the manifest says of records, and inspects their files. It reports whether that went well.
func (s *session) readHeld(ctx context.Context, awaited <-chan struct{}, lines *manifestReader) (well bool) {
	const atOnce = 512
	look, done := s.inspecting(ctx, awaited)
	defer func() { well = done() && well }()
	s.held.list = make([]*held, 0, lines.expected)
	items := make([]Item, 0, atOnce)
	for more := true; more; {
		var item Item
		if item, more = lines.item(); more {
			items = append(items, item)
		}
		if len(items) == atOnce || !more {
			look(s.held.take(items))
			items = items[:0]
		}
	}
	return lines.end() == nil
}

// inspecting inspects files of records. Look is given the records, some after others, and done waits for all to be inspected, and reports
// whether that went well. Where the files can be had twice, that is done by two goroutines as soon as it is awaited. Until then, the caller
// reads its source, which is to have a processor for itself: one goroutine begins when all records are given, or too many for the queue.
func (s *session) inspecting(ctx context.Context, awaited <-chan struct{}) (look func([]*held), done func() bool) {
	all, ok := s.files.(twins)
	if !ok {
		well := true
		return func(some []*held) { well = well && s.inspectSome(ctx, s.files, some) }, func() bool { return well }
	}
	work, ended := make(chan []*held, 128), make(chan bool, 2)
	inspect := func(files Files, release func() error) {
		well := false
		defer func() {
			_ = recover() // as in Ahead
			for range work {
			}
			ended <- release() == nil && well
		}()
		for some := range work {
			if !s.inspectSome(ctx, files, some) {
				return
			}
		}
		well = true
	}
	through := make(chan struct{})
	begin := sync.OnceFunc(func() {
		go func() {
			defer close(through)
			inspect(s.files, func() error { return nil })
		}()
	})
	twin, release := all.Twin()
	go func() {
		select {
		case <-awaited:
			begin()
		case <-through:
		}
		inspect(twin, release)
	}()
	look = func(some []*held) {
		select {
		case work <- some:
		default:
			begin()
			work <- some
		}
	}
	done = func() bool {
		close(work)
		begin()
		first, second := <-ended, <-ended
		return first && second
	}
	return look, done
}

func (s *session) inspectSome(ctx context.Context, files Files, list []*held) bool {
	for _, h := range list {
		if isPart(h.Path) {
			continue
		}
		if ctx.Err() != nil {
			return false
		}
		if err := s.inspectIn(files, h); err != nil {
			return false
		}
	}
	return true
}

// enter locks the output, or takes over the lock of Ahead, and what it found out: nil where it could not.
func (d *Directory) enter() (release func() error, ahead *session, err error) {
	a := d.ahead
	if a == nil {
		release, err := d.lock()
		return release, nil, err
	}
	d.ahead = nil
	close(a.awaited)
	<-a.done
	return a.release, a.session, nil
}
