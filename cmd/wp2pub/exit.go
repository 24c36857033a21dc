package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/output"
)

// The exit codes. The help of each command lists those that it can give.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitFindings    = 3
	exitChanges     = 4
	exitLocked      = 5
	exitGuard       = 6
	exitInterrupted = 130
	exitTerminated  = 143
)

const exitHelp = `
Exit codes:
  0  done
  1  failed: the source cannot be read or is incomplete, there is no WordPress in it, the disk is full, …;
     what was there before is intact
  2  wrong usage, or a mapping that is not valid or cannot be read
  3  finished, but records were rejected, edited files were left alone, or --fail-on was met
  5  another run holds the lock on this output
  6  stopped by a guard: another site, an empty one, less than half of the posts, a table that is gone, a membership
     plugin without its tables, or more than --max-remove
  130, 143  interrupted; what was written is whole, and the next run goes on from there`

// usageError is a wrong call of a command.
type usageError struct {
	command *cobra.Command
	cause   error
}

func (e usageError) Error() string {
	return fmt.Sprintf("%v; see '%s --help'", e.cause, e.command.CommandPath())
}

// outcomeError says that a run finished and that its outcome deserves a code of its own. Its text was already printed
// as part of the run's summary where it is empty.
type outcomeError struct {
	code int
	text string
}

func (e outcomeError) Error() string { return e.text }

// exitCode is the one place that turns what happened into an exit code: the first that applies, in the order of the
// contract.
func exitCode(err error, signal os.Signal) int {
	var (
		usage   usageError
		wrong   mapping.Errors
		missing mappingError
		several *migrate.AmbiguousError
		locked  *output.LockedError
		guard   *output.GuardError
		outcome outcomeError
	)
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage), errors.As(err, &wrong), errors.As(err, &missing), errors.As(err, &several), strings.HasPrefix(err.Error(), "unknown command"):
		return exitUsage
	case errors.As(err, &locked):
		return exitLocked
	case errors.As(err, &guard):
		return exitGuard
	case signal == syscall.SIGTERM:
		return exitTerminated
	case signal != nil || errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &outcome):
		return outcome.code
	}
	return exitFailed
}

// pathOf is the path at which the system failed; empty: none is known.
func pathOf(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Path
	case errors.As(err, &link):
		return link.New
	}
	return ""
}

// withoutPath is what the system says went wrong, without the call and the path, which may be that of a temporary file.
func withoutPath(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
