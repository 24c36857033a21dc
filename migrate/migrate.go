package migrate

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"

	"wp2pub/mapping"
	"wp2pub/migrate/ledger"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// Options are what a run needs beside its source and output.
type Options struct {
	Mapping   *mapping.Mapping
	Engine    string // names the program: a record that another one made is made again
	SiteID    string // SITE of the records' ids; empty: host and path of the option home
	Moved     bool   // the site may have another address than at the last run
	Jobs      int    // goroutines that make records; 0: one per processor
	Prune     bool
	MaxRemove Limit
	Overwrite bool
	AddSite   bool
	AnyTables bool // as Plan.AnyTables
	// RepairEncoding says that misread text is to be repaired where that is certain.
	RepairEncoding bool
	KeepRows       bool                  // the report lists every row
	KeepChanges    bool                  // the report lists every record that did not stay as it was, and what differs
	KeepRecords    bool                  // the report lists every record, and every unmapped row
	Previews       int                   // how many posts the report shows before and after; needs KeepRecords
	Progress       func(done, total int) // called after each row that was looked at; may be nil
	Noted          func([]string)        // called with what the source says of itself, once it is known; may be nil
	// Report takes the report of a run that came to its end, before another run may begin on the output; may be nil.
	Report func(*report.Report) error
	// Reread reads the mapping again, with the names of the site at hand; nil: it is not held against them.
	Reread  func(mapping.Vocabulary) (*mapping.Mapping, error)
	Exports []Export // made of the records on the way; a dry run has none
	// ReadLanguage tells the language of a text, where it can: a BCP 47 tag, and how certain it is, 1 being certain. Of languages
	// that it hardly tells apart, it prefers the expected one. Nil: no language is told from texts.
	ReadLanguage func(text string, expected ...string) (tag string, confidence float64)
	WarnUnseen   bool // the report warns of names in the mapping that the site does not have
}

// engine is one run.
type engine struct {
	options  Options
	site     *wordpress.Site
	report   *report.Report
	rejected map[int64]bool        // posts that should have become a record and could not
	compiled sync.Map              // CSS selector → clean.Selector
	withheld map[int64]string      // why posts may not leave that only the whole post showed to be such
	expected map[int64][]*expected // by post
	posts    int                   // rows of the posts table that are no revisions
	content  int                   // those of them that are content
	files    int                   // and those that are attachments
	home     string                // host and path of the site's address
	tables   []string              // that hold rows; nil: not known
	lacking  []string              // as Plan.MissingRules
	wanted   int                   // posts to be looked at
	done     int                   // of them
	old      int                   // records that were not new
	kinds    map[string]string     // of the records, by id; only where the report lists changes
	updated  map[string]bool       // records whose content changed
	taken    map[string]bool       // the publications of other tables that records were made of
	decided  map[int]bool          // the entries of the mapping that decided on a post
	moved    bool                  // the posts table changed while it was read
	learned  bool                  // the site was told the names of publishers and authors
	before   *ledger.Run           // the run before, where the source holds what it held then: nothing is read, and site is nil
	heard    bool                  // what the run before left was told before the site was read
	vouched  bool                  // the source holds the meta that it held then
	memory   memory
}

// Migrate reads a site from source, makes its records and gives them to output. The report is whole also where the run
// ends with a guard's error of Finish; on any other error it is nil, and nothing was removed.
func Migrate(ctx context.Context, source Source, output Output, options Options) (*report.Report, error) {
	recalled := newRecalled()
	leave, err := Ahead(ctx, output, recalled.take)
	if err != nil {
		return nil, err
	}
	e := newEngine(options)
	run, err := e.begin(ctx, source, output, recalled)
	if err != nil {
		if left := leave(); left != nil {
			err = errors.Join(err, left)
		}
		return nil, err
	}
	err = e.recall(ctx, source, run, recalled)
	if err == nil {
		err = e.beginExports()
	}
	if err == nil {
		err = e.pass(ctx, source, run)
	}
	if err == nil {
		err = e.holdStill(ctx, source)
	}
	if err != nil {
		if aborted := errors.Join(e.dropExports(), run.Abort()); aborted != nil {
			return nil, fmt.Errorf("%w; and giving up failed: %w", err, aborted)
		}
		return nil, err
	}
	e.leave(ctx, source, run)
	summary, err := run.Finish()
	if err != nil && summary.Counts == nil {
		return nil, err
	}
	return e.report, err
}

// Ahead lets an output read what it holds, if it can do so before Begin.
func Ahead(ctx context.Context, output Output, recalled func([]byte)) (leave func() error, err error) {
	if reader, ok := output.(AheadReader); ok {
		return reader.Ahead(ctx, recalled)
	}
	recalled(nil)
	return func() error { return nil }, nil
}

// ended completes the report of a run that has ended so, if it came to one.
func (e *engine) ended(ctx context.Context, source Source, summary Summary, err error) error {
	dropped := e.dropExports()
	if summary.Counts == nil {
		return dropped
	}
	e.finish(summary)
	if err = errors.Join(err, dropped); err != nil {
		e.report.Stopped = err.Error()
	}
	e.preview(ctx, source)
	if e.options.Report == nil {
		return dropped
	}
	return errors.Join(dropped, e.options.Report(e.report))
}

// pass looks at every post that its head did not decide and that must be made, and writes the records.
func (e *engine) pass(ctx context.Context, source Source, run Run) error {
	if e.before != nil {
		return e.keepBefore(math.MaxInt64, run)
	}
	count := 0
	decide := e.decider()
	posts := source.Posts(ctx, func(h wordpress.Head) bool { return decide(h).Read && !e.memory.keeps(h.ID) })
	err := inOrder(ctx, posts, e.options.Jobs, e.make, func(m made) error {
		if err := e.keepBefore(m.row.PostID, run); err != nil {
			return err
		}
		count++
		e.progress()
		return e.commit(m, run)
	})
	if err == nil {
		err = e.keepBefore(math.MaxInt64, run)
	}
	if want := e.wanted - len(e.memory.kept); err == nil && count != want {
		return changedError{fmt.Sprintf("the source gave %d of %d posts: it changed while it was read; run again", count, want)}
	}
	return err
}

// progress tells that one more post is done with.
func (e *engine) progress() {
	e.done++
	if e.options.Progress != nil {
		e.options.Progress(e.done, e.wanted)
	}
}
