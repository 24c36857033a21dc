package migrate

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/ledger"
	"wp2pub/migrate/record"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// Options are what a run needs beside its source and output.
type Options struct {
	Mapping   *mapping.Mapping
	Engine    string // names the program: a record that another one made is made again
	SiteID    string // SITE of the records' ids; empty: host and path of the option home
	Jobs      int    // goroutines that make records; 0: one per processor
	Prune     bool
	MaxRemove Limit
	Overwrite bool
	AddSite   bool
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
	wanted   int                   // posts to be looked at
	done     int                   // of them
	old      int                   // records that were not new
	kinds    map[string]string     // of the records, by id; only where the report lists changes
	updated  map[string]bool       // records whose content changed
	taken    map[string]bool       // the publications of other tables that records were made of
	decided  map[int]bool          // the entries of the mapping that decided on a post
	moved    bool                  // the posts table changed while it was read
	learned  bool                  // the site was told the names of publishers and authors
	before   *ledger.Conclusion    // of the run before, where the source holds what it held then: nothing is read, and site is nil
	memory   memory
}

// made is what became of one post.
type made struct {
	row      report.Row
	kind     string
	label    string
	withheld bool
	entry    int // of the mapping, that decided
	records  []finished
	misses   [][]report.Miss  // of each expectation of the post
	inputs   wordpress.Digest // of all its records
	trace    wordpress.Trace  // what its making asked; nil where it failed
	taken    []string         // the publications of other tables that its records may be made of
}

// finished is a record that is ready to be written.
type finished struct {
	record *record.Record
	place  Place
	states []report.FieldState
	log    *finding.Log
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

// begin reads the site and sorts its rows, unless all is known to be as it was, and begins a run of the output.
func (e *engine) begin(ctx context.Context, source Source, output Output, recalled *recalled) (Run, error) {
	err := e.takeOver(ctx, source, recalled)
	if err == nil && e.before == nil {
		err = e.readAll(ctx, source)
	}
	if err != nil {
		return nil, err
	}
	options := e.options
	return output.Begin(ctx, Plan{
		Site: options.SiteID, Posts: e.posts, Compare: options.KeepChanges, Prune: options.Prune, Withdraw: source.Complete(), MaxRemove: options.MaxRemove,
		Overwrite: options.Overwrite, AddSite: options.AddSite, Fate: e.fate, Settled: e.finishExports,
		Ended: func(summary Summary, err error) error { return e.ended(ctx, source, summary, err) },
	})
}

// readAll reads the site and sorts its rows.
func (e *engine) readAll(ctx context.Context, source Source) error {
	e.before, e.posts = nil, 0
	if err := e.open(ctx, source); err != nil {
		return err
	}
	return e.sort(ctx, source)
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

// newEngine starts a run that has read nothing yet.
func newEngine(options Options) *engine {
	if options.Jobs < 1 {
		options.Jobs = runtime.GOMAXPROCS(0)
	}
	return &engine{options: options, rejected: map[int64]bool{}, withheld: map[int64]string{}, kinds: map[string]string{}, updated: map[string]bool{}, decided: map[int]bool{}, taken: map[string]bool{},
		expected: byPost(options.Mapping.Expectations()),
		report:   &report.Report{KeepRows: options.KeepRows, KeepChanges: options.KeepChanges, KeepRecords: options.KeepRecords}}
}

// open reads the site, and settles what options leave open.
func (e *engine) open(ctx context.Context, source Source) (err error) {
	if e.site, err = source.Site(ctx); err != nil {
		return err
	}
	e.name(e.site.View().Setup().ID, e.site.Warnings)
	err = e.settle(ctx, source)
	e.expected = byPost(e.options.Mapping.Expectations())
	return err
}

// name takes down the site's name, unless the options have another, and what its source says of itself.
func (e *engine) name(site string, noted []string) {
	e.options.SiteID = firstOf(e.options.SiteID, e.options.Mapping.Site(), site)
	told := e.report.Site != ""
	e.report.Site, e.report.Noted = e.options.SiteID, slices.Clone(noted)
	if e.options.Noted != nil && !told {
		e.options.Noted(noted)
	}
}

// openToMake starts a run of those who make records at once.
func openToMake(ctx context.Context, source Source, options Options) (*engine, error) {
	e := newEngine(options)
	if err := e.open(ctx, source); err != nil {
		return e, err
	}
	return e, e.learn(ctx, source)
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// sort puts every row that its head decides into its bucket, and counts those to be looked at.
func (e *engine) sort(ctx context.Context, source Source) error {
	for head, err := range source.Heads(ctx) {
		if err != nil {
			return err
		}
		if head.Type != "revision" {
			e.posts++
		}
		typ := e.site.PostType(head.Type)
		if decision := e.decide(head); !decision.Read {
			e.account(made{label: typ.Label, entry: decision.Entry, row: headRow(head, decision)})
		} else {
			e.wanted++
		}
	}
	return nil
}

// headRow is the row of a post that its head decided.
func headRow(head wordpress.Head, d mapping.Decision) report.Row {
	return report.Row{PostID: head.ID, PostType: head.Type, Status: head.Status, Disposition: report.Disposition(d.Disposition), Internal: d.Internal, Reason: d.Reason}
}

// decide says what the head of a row makes of it. A post that is hidden with another counts as having its status.
func (e *engine) decide(head wordpress.Head) mapping.Decision {
	typ := e.site.PostType(head.Type)
	above := e.site.HiddenBy(head.ID)
	if above != nil && head.Status == "publish" {
		head.Status, head.Protected = above.Status, head.Protected || above.Protected
	}
	decision := e.options.Mapping.Decide(mapping.Head{PostType: head.Type, Status: head.Status, Protected: head.Protected,
		Class: mapping.Class(typ.Class.String()), Kind: typ.Kind, Reason: typ.Reason})
	if above != nil && decision.Withheld {
		decision.Reason = fmt.Sprintf("hidden with the %s %d that it belongs to: %s", above.Type, above.ID, decision.Reason)
	}
	return decision
}

// pass looks at every post that its head did not decide and that must be made, and writes the records.
func (e *engine) pass(ctx context.Context, source Source, run Run) error {
	if e.before != nil {
		return e.keepBefore(math.MaxInt64, run)
	}
	count := 0
	posts := source.Posts(ctx, func(h wordpress.Head) bool { return e.decide(h).Read && !e.memory.keeps(h.ID) })
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

// make looks at one post. A post that makes the program fail is rejected with the reason, and the run goes on.
func (e *engine) make(post *wordpress.Post) (m made) {
	typ := e.site.PostType(post.Type)
	m = made{row: report.Row{PostID: post.ID, PostType: post.Type, Status: post.Status}, label: typ.Label}
	defer func() {
		if fault := recover(); fault != nil {
			m.records, m.trace = nil, nil
			m.reject(fmt.Sprintf("wp2pub failed on this post: %v (%s)", fault, place(debug.Stack())))
		}
	}()
	it := newItem(post, e)
	m = e.makeOf(it, m)
	m.trace = it.view.Trace()
	m.inputs = inputs(e.memory.terms, e.memory.own(post.ID), m.trace)
	return m
}

// makeOf makes the records of a post.
func (e *engine) makeOf(it *item, m made) made {
	outcome, err := e.options.Mapping.Apply(it)
	if err != nil {
		m.reject(err.Error())
		return m
	}
	m.row.Disposition, m.row.Reason, m.withheld, m.entry = report.Disposition(outcome.Disposition), outcome.Reason, outcome.Withheld, outcome.Entry
	if reason := doubled(outcome.Drafts); reason != "" {
		m.reject(reason)
		return m
	}
	for i, draft := range outcome.Drafts {
		r, log := e.assemble(it, outcome.Drafts, i)
		m.kind = draft.Kind
		if problems := e.problems(r, draft); len(problems) > 0 {
			m.records = nil
			m.reject(strings.Join(problems, "; "))
			return m
		}
		m.row.RecordIDs = append(m.row.RecordIDs, r.ID)
		m.records = append(m.records, finished{r, wishOf(r, draft.Path), statesOf(r, draft, log), log})
	}
	if len(m.records) > 0 {
		m.misses = e.compare(m, outcome.Drafts)
		m.taken = it.taken()
	}
	return m
}

func (m *made) reject(reason string) {
	m.row.Disposition, m.row.Reason, m.row.RecordIDs = report.Reject, reason, nil
}

// place is the innermost place of ours on a stack, for a report that helps to mend the program.
func place(stack []byte) string {
	lines := strings.Split(string(stack), "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "panic(") })
	if i < 0 || i+3 >= len(lines) {
		return "unknown place"
	}
	name, _, _ := strings.Cut(lines[i+2], "(")
	return name
}

// problems says why a record cannot be written.
func (e *engine) problems(r *record.Record, draft mapping.Draft) []string {
	var problems []string
	for _, target := range draft.Require {
		if !r.Has(target) {
			problems = append(problems, fmt.Sprintf("%s is required and has no value", target))
		}
	}
	if fields := personalFields(r); draft.PersonalData == mapping.RejectPersonalData && len(fields) > 0 {
		problems = append(problems, "personal data: an e-mail address in "+strings.Join(fields, ", "))
	}
	for _, p := range r.Validate() {
		problems = append(problems, p.String())
	}
	return problems
}

// selectors compiles what a mapping drops from bodies, each once. The mapping has checked them.
func (e *engine) selectors(css []string) []clean.Selector {
	var compiled []clean.Selector
	for _, text := range css {
		if text == citationPart {
			continue
		}
		known, ok := e.compiled.Load(text)
		if !ok {
			selector, err := clean.Compile(text)
			if err != nil {
				continue
			}
			known, _ = e.compiled.LoadOrStore(text, selector)
		}
		compiled = append(compiled, known.(clean.Selector))
	}
	return compiled
}
