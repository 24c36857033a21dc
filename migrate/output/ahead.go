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
	a := &ahead{release: release, done: make(chan struct{})}
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
		a.session = d.lookAhead(ctx, tell)
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
func (d *Directory) lookAhead(ctx context.Context, recalled func([]byte)) *session {
	for _, left := range []string{journalName, nextName} {
		if _, err := d.files.Lstat(left); !errors.Is(err, fs.ErrNotExist) {
			return nil
		}
	}
	manifest, err := ReadManifest(d.files)
	if err != nil || len(manifest.Sites) != 1 {
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
	if !s.inspectAll(ctx, s.held.list) {
		return nil
	}
	return s
}

// twins are files that can be had twice, so that two goroutines can look at them.
type twins interface {
	// Twin returns the same tree for another goroutine, which lets go of it in the end.
	Twin() (twin Files, release func() error)
}

// inspectAll inspects the files of records, the half of them on another processor. It reports whether that went well.
func (s *session) inspectAll(ctx context.Context, list []*held) bool {
	all, ok := s.files.(twins)
	if !ok {
		return s.inspectSome(ctx, s.files, list)
	}
	twin, release := all.Twin()
	second := make(chan bool, 1)
	go func() {
		well := false
		defer func() {
			_ = recover() // as in Ahead
			second <- release() == nil && well
		}()
		well = s.inspectSome(ctx, twin, list[len(list)/2:])
	}()
	first := s.inspectSome(ctx, s.files, list[:len(list)/2])
	return <-second && first
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
	<-a.done
	return a.release, a.session, nil
}
