package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/export"
	"wp2pub/migrate/output"
	"wp2pub/migrate/report"
	"wp2pub/migrate/source/mysql"
)

// job is one run of migrate or plan: it wires a source, a mapping and an output together, and tells how it went.
type job struct {
	std     *streams
	options *runOptions
	source  string

	dry      bool           // write nothing
	rows     bool           // the report lists every row
	diff     bool           // every change is shown in full
	exitCode bool           // changes to make give an exit code of their own
	result   *report.Report // of migrate; nil where it came to none
	printer  *printer
	rules    *mapping.Mapping
	text     []byte // of the mapping, once it is read
	exported []*export.Export
	retried  int // how often the run began anew
}

// migrate writes the records.
func (j *job) migrate(ctx context.Context) error {
	result, err := j.run(ctx)
	if j.result = result; result == nil {
		return err
	}
	var guard *output.GuardError
	if err != nil && !errors.As(err, &guard) {
		return err
	}
	for _, unmapped := range result.UnmappedTypes() {
		j.printer.Warn(unmapped)
	}
	if failed := result.Expectations.Warning(); failed != "" {
		j.printer.Warn(failed)
	}
	j.printer.Say(accounted(result, j.options.out))
	for _, x := range j.exported {
		j.printer.Say(exportLine(x, j.options.out))
	}
	return errors.Join(err, j.outcome(result))
}

// plan prints what migrate would do.
func (j *job) plan(ctx context.Context, format string) error {
	result, err := j.run(ctx)
	if result == nil {
		return err
	}
	if format == "json" {
		err = errors.Join(err, result.WriteJSON(j.std.out))
	} else {
		err = errors.Join(err, result.WriteText(j.std.out, report.Text{Width: widthOf(j.std.out), Color: inColor(j.std.out), Diff: j.diff}))
	}
	if err != nil {
		return err
	}
	if err := j.outcome(result); err != nil {
		return err
	}
	if j.exitCode && result.Records.Changes() {
		return outcomeError{exitChanges, "there are changes to make: " + result.RecordLine()}
	}
	return nil
}

// run does what migrate and plan share.
func (j *job) run(ctx context.Context) (result *report.Report, err error) {
	o := j.options
	j.printer = newPrinter(j.std.err, o.logFormat, o.quiet)
	if j.rules, err = j.mapping(migrate.Vocabulary()); err != nil {
		return nil, err
	}
	o.source.sums, o.source.patient = true, !j.dry && o.out != "-" && !output.Exists(o.out)
	stdout, past := &onceOnly{Writer: j.std.out}, changes{}
	j.retried, err = o.source.use(ctx, j.std, j.source, j.printer, func(source migrate.Source) (err error) {
		result, err = j.once(ctx, source, stdout, past)
		return stdout.settle(err)
	})
	if errors.Is(err, context.Canceled) { // before the run itself
		err = orInterrupted(ctx, err)
	}
	return result, err
}

// once runs from one source. With -o -, records go to stdout; past is what runs did that broke off.
func (j *job) once(ctx context.Context, source migrate.Source, stdout io.Writer, past changes) (*report.Report, error) {
	o := j.options
	to, err := j.output(stdout)
	if err != nil {
		return nil, err
	}
	limit, err := parseLimit(o.maxRemove)
	if err != nil {
		return nil, err
	}
	step, stop := j.printer.startProgress(o.progress)
	defer stop()
	options := j.reading()
	options.Engine = program()
	options.Jobs, options.Prune, options.MaxRemove, options.Overwrite, options.AddSite, options.AnyTables = o.jobs, o.prune, limit, o.overwrite, o.addSite, o.anyTables
	exports := j.exports(to)
	for _, x := range exports {
		options.Exports = append(options.Exports, x)
	}
	options.KeepRows, options.KeepChanges, options.WarnUnseen, options.Progress = j.rows, j.dry, j.dry, step
	if o.page() {
		options.KeepChanges, options.KeepRecords, options.Previews = true, true, o.previews
	}
	counted := to
	if _, live := source.(*mysql.Source); live && o.source.retries > 0 {
		counted = &tally{to, past}
	}
	options.Report = func(r *report.Report) error { return j.storeReport(r, to) }
	result, err := migrate.Migrate(ctx, source, counted, options)
	if at := pathOf(err); at != "" && (within(at, o.out) || within(o.out, at)) {
		err = fmt.Errorf("the output cannot be written: %w. See to its permissions and to free space, or choose another with --out", err)
	}
	if err == nil {
		j.exported = exports
	}
	return result, orInterrupted(ctx, err)
}

// orInterrupted returns, of a run that was interrupted, that it was, and else how it failed.
func orInterrupted(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); err != nil && cause != nil {
		return fmt.Errorf("%w; what was written is whole, and the next run goes on from there", cause)
	}
	return err
}

// within reports whether a path is a folder or lies in it.
func within(path, folder string) bool {
	path, folder = filepath.Clean(path), filepath.Clean(folder)
	return path == folder || strings.HasPrefix(path, folder+string(filepath.Separator))
}

// warn tells what the source says of itself.
func (j *job) warn(noted []string) {
	if j.dry {
		return // the report begins with them
	}
	for _, w := range noted {
		j.printer.Warn(w)
	}
}

// output opens where the records go: a directory, or a stream of jsonl.
func (j *job) output(stdout io.Writer) (migrate.Output, error) {
	if j.options.out == "-" {
		if j.dry {
			return output.NewStream(io.Discard), nil
		}
		return output.NewStream(stdout), nil
	}
	var files output.Files = output.NewOSFiles(j.options.out)
	options := output.Options{Format: recordFormat(j.options.format), Warn: j.printer.Warn}
	if j.dry {
		files, options.Format = output.NewReadOnly(files), "" // --format is the report's; records are compared in the one that is there
	}
	return output.New(files, options), nil
}

// accounted says what was read, what became of it, and where that is.
func accounted(r *report.Report, out string) string {
	var kinds []string
	for _, k := range r.Kinds() {
		kinds = append(kinds, fmt.Sprintf("%d %s", k.Of, k.Kind))
	}
	text := fmt.Sprintf("%s: %s, ", r.Site, report.Plural(r.Total(), "row", "rows"))
	switch why := r.WhyNone(); {
	case why != "":
		text += "none of which becomes a record: " + why
	case len(kinds) == 0:
		text += "none of which becomes a record"
	default:
		text += fmt.Sprintf("%d of them become records (%s)", r.Bucket(report.Migrate), strings.Join(kinds, ", "))
	}
	if out != "-" {
		text += "; in " + out
	}
	return text
}

// outcome says whether the run's outcome deserves an exit code of its own.
func (j *job) outcome(r *report.Report) error {
	var reasons []string
	if n := r.Bucket(report.Reject); n > j.options.allowRejected {
		reasons = append(reasons, report.Plural(n, "row was rejected", "rows were rejected"))
		for _, row := range r.Rejected[:min(3, len(r.Rejected))] {
			reasons = append(reasons, fmt.Sprintf("%s %d: %s", row.PostType, row.PostID, row.Reason))
		}
	}
	if files := r.Edited(); r.Records.Edited > 0 {
		reason := report.Plural(len(files), "edited file was left alone", "edited files were left alone") + " (" + report.Listed(files) + ")"
		if hint := r.EditedHint(); hint != "" {
			reason += ": " + hint
		}
		reasons = append(reasons, reason)
	}
	if files := r.Outlived(); len(files) > 0 {
		reasons = append(reasons, report.Plural(len(files), "of them holds a record that is to go", "of them hold records that are to go")+" ("+report.Listed(files)+"): "+report.OutlivedHint)
	}
	if n := r.Bucket(report.Unmapped); n > 0 && j.rules.Unmapped() == mapping.Fail {
		reasons = append(reasons, report.Plural(n, "row is unmapped", "rows are unmapped"))
	}
	for _, text := range j.options.failOn {
		condition, err := parseFailOn(text)
		if err != nil {
			return err
		}
		if met := condition.met(r); met != "" {
			reasons = append(reasons, "--fail-on "+text+": "+met)
		}
	}
	if len(reasons) == 0 {
		return nil
	}
	return outcomeError{exitFindings, "finished, but: " + strings.Join(reasons, "; ")}
}
