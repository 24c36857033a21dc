package dump

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"wp2pub/migrate/wordpress"
)

// Options says how a dump is to be read.
type Options struct {
	Prefix     string    // of the tables; empty: it is found
	Blog       int       // number of a site of a multisite; 0: the main site
	Database   string    // of several that the dump holds; empty: it is found
	ACFJSON    [][]byte  // field groups exported as JSON
	Temp       string    // folder for the temporary file that a compressed dump or a stream needs; empty: the system's
	MaxInflate int64     // bytes to which a compressed dump may unfold; 0: 200 times its size, and 64 MB in any case
	Stdin      io.Reader // what the path "-" reads; nil: the standard input
}

// Source is one WordPress site in a dump. Its methods are called by one goroutine at a time.
type Source struct {
	name    string
	data    io.ReaderAt
	closers []io.Closer

	prefix   string
	tables   map[string]*table // by name without prefix
	layouts  []*layout
	acfJSON  [][]byte
	warnings []string
	complete bool
	network  bool // the site is one of several

	site *wordpress.Site // once it has been asked for
}

// Open scans a dump and finds the site in it. Errors are of type *IncompleteError for a dump that was cut off,
// *SyntaxError for one that is damaged or none, *wordpress.PrefixError and *DatabaseError where it is not certain which
// site is meant.
func Open(ctx context.Context, path string, options Options) (*Source, error) {
	s := &Source{name: path}
	if err := s.open(ctx, options); err != nil {
		s.Close()
		return nil, s.failed(err)
	}
	return s, nil
}

func (s *Source) open(ctx context.Context, options Options) error {
	stream, err := s.stream(options)
	if err != nil {
		return err
	}
	if _, again := stream.(*scannedFile); !again {
		waiting := untilDone(ctx, stream)
		s.closers = append(s.closers, waiting)
		stream = waiting
	}
	opened, packed, err := unpack(stream, options.MaxInflate)
	if err != nil {
		return err
	}
	if closer, ok := opened.(io.Closer); ok {
		defer closer.Close()
	}
	var sp *spool
	if file, again := stream.(*scannedFile); again && !packed {
		s.data = file
	} else {
		if sp, err = newSpool(options.Temp); err != nil {
			return err
		}
		s.closers = append(s.closers, sp)
		s.data = sp
	}
	scan := newScan(newInput(ctx, opened), sp)
	if s.complete, err = scan.run(); err != nil {
		return err
	}
	if sp != nil {
		if err := sp.flush(); err != nil {
			return err
		}
	}
	return s.take(scan, options)
}

// stream opens what the path names: a *scannedFile where that can be read again.
func (s *Source) stream(options Options) (io.Reader, error) {
	if s.name == "-" {
		s.name = "standard input"
		if options.Stdin != nil {
			return options.Stdin, nil
		}
		return os.Stdin, nil
	}
	file, err := os.Open(s.name)
	if err != nil {
		return nil, err
	}
	s.closers = append(s.closers, file)
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New("is a folder, not a dump")
	case info.Mode().IsRegular():
		return &scannedFile{file, info.Size(), info.ModTime()}, nil
	}
	return file, nil
}

// take decides which site is read and takes its tables over.
func (s *Source) take(scan *scan, options Options) error {
	site, err := scan.choose(options)
	if err != nil {
		return err
	}
	s.prefix, s.layouts, s.acfJSON = site.prefix, scan.layouts.list, options.ACFJSON
	s.warnings = append(s.warnings, scan.warnings...)
	if !s.complete {
		s.warnings = append(s.warnings, "completeness unknown: the tool that made this dump writes no end marker, so that nobody can tell whether it is whole; nothing will be withdrawn")
	}
	if len(site.others) > 0 {
		s.network = true
		s.warnings = append(s.warnings, fmt.Sprintf("this is the main site of a multisite; its further sites, with the prefixes %s, are not read: choose one with --blog or --prefix", strings.Join(site.others, ", ")))
	}
	s.tables = map[string]*table{}
	for _, r := range roles {
		prefix := site.prefix
		if r.suffix == "users" || r.suffix == "usermeta" {
			prefix = site.users
		}
		if t := scan.tables[tableName{site.database, prefix + r.suffix}]; t != nil && t.role != nil && t.role.suffix == r.suffix {
			s.tables[r.suffix] = t
			s.warnings = append(s.warnings, t.notes...)
			sortByPost(t.extents)
		}
	}
	return nil
}

// table returns a table of the site; nil: it is not there.
func (s *Source) table(suffix string) *table { return s.tables[suffix] }

func (s *Source) reader() *reader { return &reader{data: s.data, layouts: s.layouts} }

// Site reads everything but the text of posts.
func (s *Source) Site(ctx context.Context) (*wordpress.Site, error) {
	if s.site != nil {
		return s.site, nil
	}
	site, err := s.load(ctx)
	if err != nil {
		return nil, s.failed(err)
	}
	s.site = site
	return site, nil
}

// Complete reports whether the dump is known to be whole: its tool wrote an end marker, or closed what it opened.
func (s *Source) Complete() bool { return s.complete }

// Close closes the dump and removes the temporary file.
func (s *Source) Close() error {
	var failures []error
	for _, c := range s.closers {
		failures = append(failures, c.Close())
	}
	s.closers = nil
	return errors.Join(failures...)
}

// failed says which dump an error is about.
func (s *Source) failed(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var path *os.PathError
	if errors.As(err, &path) {
		return err
	}
	return fmt.Errorf("%s: %w", s.name, err)
}

// Posts yields, by ascending ID, the posts whose heads are wanted, whole.
func (s *Source) Posts(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[*wordpress.Post, error] {
	return func(yield func(*wordpress.Post, error) bool) {
		site, err := s.Site(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		f := s.fetcher()
		for _, e := range site.Entries() {
			if !want(head(e)) {
				continue
			}
			if err := ctx.Err(); err != nil {
				yield(nil, err)
				return
			}
			p, err := f.post(e.ID)
			if err != nil {
				yield(nil, s.failed(err))
				return
			}
			if !yield(p, nil) {
				return
			}
		}
	}
}

// Heads yields every row of the posts table by ascending ID.
func (s *Source) Heads(ctx context.Context) iter.Seq2[wordpress.Head, error] {
	return func(yield func(wordpress.Head, error) bool) {
		site, err := s.Site(ctx)
		if err != nil {
			yield(wordpress.Head{}, err)
			return
		}
		for _, e := range site.Entries() {
			if err := ctx.Err(); err != nil {
				yield(wordpress.Head{}, err)
				return
			}
			if !yield(head(e), nil) {
				return
			}
		}
	}
}

// head is what the index knows of a post. A dump has no digest of a row but by reading it whole, so Digest stays zero.
func head(e wordpress.Entry) wordpress.Head {
	return wordpress.Head{ID: e.ID, Type: e.Type, Status: e.Status, Protected: e.Protected}
}
