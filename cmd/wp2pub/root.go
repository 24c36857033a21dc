package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// streams are the standard streams of one invocation, and the clock that it waits by.
type streams struct {
	in       io.Reader
	out, err io.Writer
	pause    func(context.Context, time.Duration) error // ends early, with the cause, where the context does

	last func(code int) // says what a command says after everything else, with the exit code; may be nil
}

// run is the whole program: it never exits the process and uses only the streams that it is given.
func run(ctx context.Context, args []string, in io.Reader, out, err io.Writer) int {
	return (&streams{in: in, out: out, err: err, pause: pause}).run(ctx, args)
}

func (std *streams) run(ctx context.Context, args []string) int {
	ctx, interrupted, stop := untilSignal(ctx)
	defer stop()
	command := newRoot(std)
	command.SetArgs(args)
	command.SetIn(std.in)
	command.SetOut(std.out)
	command.SetErr(std.err)
	failure := execute(ctx, command)
	if errors.Is(failure, context.Canceled) && interrupted() != nil {
		failure = context.Cause(ctx)
	}
	code := exitCode(failure, interrupted())
	newPrinter(std.err, askedFormat(args), false).Fail(failure)
	if std.last != nil {
		std.last(code)
	}
	return code
}

// execute runs a command. Where the program itself fails, that is an error like any other, with the place.
func execute(ctx context.Context, command *cobra.Command) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("wp2pub itself failed, please report it: %v\n%s", fault, debug.Stack())
		}
	}()
	return command.ExecuteContext(ctx)
}

// untilSignal returns a context that ends with the first SIGINT or SIGTERM, and a function that says which it was. A second
// one ends the program at once, as if it were killed.
func untilSignal(parent context.Context) (context.Context, func() os.Signal, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-signals:
			signal.Stop(signals)
			cancel(signalError{s})
		case <-ctx.Done():
		}
	}()
	interrupted := func() os.Signal {
		var caught signalError
		if errors.As(context.Cause(ctx), &caught) {
			return caught.Signal
		}
		return nil
	}
	return ctx, interrupted, func() { signal.Stop(signals); cancel(nil) }
}

type signalError struct{ os.Signal }

func (e signalError) Error() string { return "stopped by " + e.Signal.String() }

func newRoot(std *streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "wp2pub",
		Short: "Take the publications of a WordPress site along, whole",
		Long: `wp2pub reads the tables of a WordPress site (a database dump or a live database; core, ACF, events), decides by a
mapping file what each post is, cleans its HTML, and writes one normalized record per publication, as YAML or JSON.

Every row of the posts table is accounted for: it becomes a record, or the report says why not.

  wp2pub inspect site.sql              what is in this site: post types, fields, files, plugins, faults
  wp2pub plan site.sql                 what is in this dump, and what would become of it; writes nothing
  wp2pub migrate site.sql -o out       write the records; run again, and only what changed is written
  wp2pub migrate site.sql -m map.yaml  the same by your own mapping
  wp2pub init site.sql -o map.yaml     propose a mapping for this site
  wp2pub explain site.sql 116          why this post became what it became, step by step

SOURCE is a dump (site.sql, site.sql.gz, - for stdin), a database (mysql://user@host/db), or a wp-config.php that names
one. It is opened read only. A password comes from WP2PUB_PASSWORD, MYSQL_PWD, --password-file, ~/.my.cnf or
wp-config.php.`,
		SilenceUsage: true, SilenceErrors: true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{c, err} })
	root.AddCommand(newInspect(std), newMigrate(std), newPlan(std), newInit(std), newExplain(std), newTest(std), newSchema(std))
	return root
}

// one demands exactly one argument; what names it in the message, and example is one.
func one(what, example string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return usageError{c, fmt.Errorf("%s is missing, as in %s %s", what, c.CommandPath(), example)}
		case 1:
			return nil
		}
		return usageError{c, fmt.Errorf("one %s is expected, not %d: %s", what, len(args), strings.Join(args, ", "))}
	}
}
