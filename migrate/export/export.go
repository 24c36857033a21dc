package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"wp2pub/migrate/record"
)

// Format is a form that other programs read.
type Format struct {
	Name string // by which it is asked for
	File string // the usual name of its file
	Of   string // what it holds, in the plural: "publications"
	New  func(io.Writer) Encoder
}

// Encoder writes records in a format.
type Encoder interface {
	// Add writes a record, if the format has a place for it. Records come by ascending post ID.
	Add(*record.Record) error
	// End writes what follows the last one.
	End() error
	// Tally says how many things were written, and what a person should know of the rest.
	Tally() (written int, notes []string)
}

// Completer is an Encoder whose file needs the paths of records, which are known only when all have come: what it
// wrote was a draft.
type Completer interface {
	Complete(draft io.Reader, to io.Writer, path func(id string) string) error
}

// Target is the place of a file. What is written to it is not seen before Install.
type Target interface {
	io.Writer
	Begin() error
	// Again begins the file anew, with what was written so far at hand.
	Again() (draft io.ReadCloser, err error)
	// Install puts the file into its place, unless the very bytes stand there.
	Install() error
	// Drop gives up what is not installed.
	Drop() error
	String() string
}

// Export makes one file of all records of a run.
type Export struct {
	Format  Format
	target  Target
	w       *bufio.Writer
	encoder Encoder
}

// New returns an export to a target.
func New(format Format, target Target) *Export { return &Export{Format: format, target: target} }

// Begin begins the file.
func (x *Export) Begin() error {
	if err := x.target.Begin(); err != nil {
		return x.failed(err)
	}
	x.w = bufio.NewWriterSize(x.target, 64<<10)
	x.encoder = x.Format.New(x.w)
	return nil
}

// Add takes a record.
func (x *Export) Add(r *record.Record) error { return x.failed(x.encoder.Add(r)) }

// Finish completes the file and puts it into its place. Path tells where the file of a record stands.
func (x *Export) Finish(path func(id string) string) error {
	err := errors.Join(x.encoder.End(), x.w.Flush())
	if completer, ok := x.encoder.(Completer); ok && err == nil {
		err = x.complete(completer, path)
	}
	if err == nil {
		err = x.target.Install()
	}
	return x.failed(err)
}

func (x *Export) complete(completer Completer, path func(id string) string) error {
	draft, err := x.target.Again()
	if err != nil {
		return err
	}
	x.w.Reset(x.target)
	err = completer.Complete(draft, x.w, path)
	return errors.Join(err, draft.Close(), x.w.Flush())
}

// Drop gives the file up, unless it is in its place.
func (x *Export) Drop() error { return x.failed(x.target.Drop()) }

func (x *Export) failed(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("the file %s (%s) cannot be written: %w", x.target, x.Format.Name, err)
}

// Target returns where the file stands.
func (x *Export) Target() Target { return x.target }

// Tally says how many things the file holds, and what a person should know of the rest.
func (x *Export) Tally() (written int, notes []string) { return x.encoder.Tally() }
