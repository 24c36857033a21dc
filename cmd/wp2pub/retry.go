package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"wp2pub/migrate"
)

// The pauses before a run begins anew: each is twice as long as the one before.
const (
	firstPause   = time.Second
	longestPause = time.Minute
)

// use opens a source and gives it to work. Where the source fails in a way that may pass, all begins anew from another
// snapshot, as often as the options allow; retried is how often it did.
func (o *sourceOptions) use(ctx context.Context, std *streams, name string, p *printer, work func(migrate.Source) error) (retried int, err error) {
	open, err := o.find(name, std.in, p)
	if err != nil {
		return 0, err
	}
	for wait := firstPause; ; wait = min(2*wait, longestPause) {
		err := open.once(ctx, work)
		switch {
		case !migrate.Transient(err):
			return retried, err
		case retried == o.retries && retried > 0:
			return retried, fmt.Errorf("%w; beginning anew %d times did not help", err, retried)
		case retried == o.retries:
			return retried, err
		}
		p.Warn(fmt.Sprintf("%v. The run begins anew in %v, from a new snapshot: retry %d of %d", err, wait, retried+1, o.retries))
		if err := std.pause(ctx, wait); err != nil {
			return retried, fmt.Errorf("%w while waiting to begin anew", err)
		}
		retried++
	}
}

// once opens the source for one run.
func (open opener) once(ctx context.Context, work func(migrate.Source) error) error {
	source, err := open(ctx)
	if err != nil {
		return err
	}
	if err := work(source); err != nil {
		source.Close() // what went wrong before tells more
		return err
	}
	return source.Close()
}

// pause waits by the clock on the wall.
func pause(ctx context.Context, length time.Duration) error {
	timer := time.NewTimer(length)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-timer.C:
		return nil
	}
}

// onceOnly is a stream that takes nothing back: once something is written, no run may begin anew and write it again.
type onceOnly struct {
	io.Writer
	begun bool
}

func (o *onceOnly) Write(p []byte) (int, error) {
	o.begun = true
	return o.Writer.Write(p)
}

// settle says what an error means after the writing.
func (o *onceOnly) settle(err error) error {
	if o.begun && migrate.Transient(err) {
		return finalError{err}
	}
	return err
}

// finalError is one that might have passed, but that no other run is to follow.
type finalError struct{ error }

func (e finalError) Error() string {
	return e.error.Error() + "; the run does not begin anew, since records went to stdout already"
}

// Transient says that it is final.
func (finalError) Transient() bool { return false }

func (e finalError) Unwrap() error { return e.error }
