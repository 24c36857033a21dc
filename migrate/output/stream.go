package output

import (
	"bufio"
	"context"
	"errors"
	"io"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

// Stream writes every record as a line of JSON Lines, in the order in which they come. It remembers nothing: each run is
// the first. It implements migrate.Output.
type Stream struct{ w io.Writer }

// NewStream returns a stream that writes to w.
func NewStream(w io.Writer) *Stream { return &Stream{w} }

// Begin implements migrate.Output.
func (s *Stream) Begin(ctx context.Context, plan migrate.Plan) (migrate.Run, error) {
	if plan.Posts == 0 {
		return nil, errEmptySite
	}
	if err := unknowable(plan, nil); err != nil {
		return nil, err
	}
	return &streamRun{w: bufio.NewWriterSize(s.w, 64<<10), settled: plan.Settled, ended: plan.Ended}, ctx.Err()
}

type streamRun struct {
	w      *bufio.Writer
	line   []byte
	count  int
	failed error

	settled func(func(string) string) error
	ended   func(migrate.Summary, error) error
}

// Known implements migrate.Run: nothing is.
func (r *streamRun) Known(string) (migrate.Entry, bool) { return migrate.Entry{}, false }

// Before implements migrate.Run.
func (r *streamRun) Before() int { return 0 }

// Put implements migrate.Run.
func (r *streamRun) Put(rec *record.Record, _ migrate.Place, _ migrate.Inputs) (migrate.Change, error) {
	if r.failed != nil {
		return migrate.Change{}, r.failed
	}
	r.line = rec.AppendJSONLine(r.line[:0])
	if _, r.failed = r.w.Write(r.line); r.failed != nil {
		return migrate.Change{}, r.failed
	}
	r.count++
	return migrate.Change{Action: migrate.Create, ID: rec.ID}, nil
}

// Keep implements migrate.Run. As nothing is known, nothing can be kept.
func (r *streamRun) Keep(string) (migrate.Change, error) {
	return migrate.Change{}, errors.New("a stream keeps no records")
}

// Recall implements migrate.Run: nothing is remembered.
func (r *streamRun) Recall() ([]byte, error) { return nil, nil }

// Remember implements migrate.Run.
func (r *streamRun) Remember(func() ([][]byte, error)) {}

// Read implements migrate.Run. As nothing is known, nothing can be read.
func (r *streamRun) Read(string) (*record.Record, error) {
	return nil, errors.New("a stream holds no records")
}

// Finish implements migrate.Run.
func (r *streamRun) Finish() (migrate.Summary, error) {
	summary, err := r.finish()
	if r.ended != nil {
		err = errors.Join(err, r.ended(summary, err))
	}
	return summary, err
}

func (r *streamRun) finish() (migrate.Summary, error) {
	if err := errors.Join(r.failed, r.w.Flush()); err != nil {
		return migrate.Summary{}, err
	}
	if r.settled != nil {
		if err := r.settled(func(string) string { return "" }); err != nil {
			return migrate.Summary{}, err
		}
	}
	return migrate.Summary{Counts: map[migrate.Action]int{migrate.Create: r.count}}, nil
}

// Abort implements migrate.Run.
func (r *streamRun) Abort() error { return r.w.Flush() }
