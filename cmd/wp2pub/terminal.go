package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"wp2pub/mapping"
)

// All that a person sees on the way is written here, to stderr, by these rules:
//
//   - a message is one paragraph: what happened, where, and what to do;
//   - it begins with "wp2pub: ", and with "wp2pub: warning: " where the run goes on;
//   - the last line of migrate says how it went, and fits the subject of a mail (conclusion.go);
//   - with --log-format json a message is one JSON object on a line instead, as package log/slog writes it: time, level, msg,
//     and what else a program may want to know;
//   - the progress bar appears on a terminal only, never in a log, and leaves nothing behind;
//   - -q leaves errors, and the last line of a run that did not end with exit code 0.
//
// What a command was asked for (a report, a schema, records with -o -) goes to stdout and is not written here.

// printer writes messages. It may be used by several goroutines.
type printer struct {
	mu    sync.Mutex
	out   io.Writer
	log   *slog.Logger // nil: messages are text
	quiet bool
	bar   *progressbar.ProgressBar
}

func newPrinter(out io.Writer, format string, quiet bool) *printer {
	p := &printer{out: out, quiet: quiet}
	if format == "json" {
		p.log = slog.New(slog.NewJSONHandler(out, &slog.HandlerOptions{ReplaceAttr: inUTC}))
	}
	return p
}

// inUTC writes the time of a message in UTC, to the millisecond.
func inUTC(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		return slog.Time(a.Key, a.Value.Time().UTC().Truncate(time.Millisecond))
	}
	return a
}

// askedFormat is the format of messages that the arguments ask for, for what goes wrong before they are understood.
func askedFormat(args []string) string {
	const flag = "--log-format"
	format := ""
	for i, a := range args {
		switch {
		case a == "--":
			return format
		case a == flag && i+1 < len(args):
			format = args[i+1]
		case strings.HasPrefix(a, flag+"="):
			format = a[len(flag)+1:]
		}
	}
	return format
}

// Warn tells of something that did not stop the run.
func (p *printer) Warn(text string) {
	if p.log == nil {
		text = "warning: " + text
	}
	p.message(slog.LevelWarn, text)
}

// Say tells how the run went.
func (p *printer) Say(text string) { p.message(slog.LevelInfo, text) }

// Fail tells why the program ended: of several reasons, each by itself, and of the mistakes of a mapping, where each is.
func (p *printer) Fail(err error) {
	if err == nil {
		return
	}
	var wrong mapping.Errors
	if errors.As(err, &wrong) && len(wrong) > 1 {
		for _, one := range wrong {
			p.mistake(one)
		}
		p.message(slog.LevelError, mistakes(wrong))
		return
	}
	for _, one := range reasons(err) {
		p.message(slog.LevelError, one.Error())
	}
}

// mistake tells of one of several mistakes of a mapping, in text as editors read it.
func (p *printer) mistake(one mapping.Error) {
	if p.log == nil {
		fmt.Fprintln(p.out, one.Error())
		return
	}
	p.message(slog.LevelError, one.Error(), slog.String("file", one.File), slog.Int("line", one.Line), slog.Int("column", one.Column))
}

// reasons takes apart what errors.Join put together.
func reasons(err error) []error {
	several, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	parts := several.Unwrap()
	if errors.Join(parts...).Error() != err.Error() {
		return []error{err} // one message that names several causes
	}
	var all []error
	for _, part := range parts {
		all = append(all, reasons(part)...)
	}
	return all
}

func (p *printer) message(level slog.Level, text string, details ...slog.Attr) {
	text = strings.TrimSpace(text)
	if text == "" || p.quiet && level < slog.LevelError {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.Clear()
	}
	if p.log != nil {
		p.log.LogAttrs(context.Background(), level, text, details...)
		return
	}
	fmt.Fprintf(p.out, "wp2pub: %s\n", text)
}

// mistakes counts those of a mapping.
func mistakes(wrong mapping.Errors) string {
	var files []string
	for _, one := range wrong {
		if !slices.Contains(files, one.File) {
			files = append(files, one.File)
		}
	}
	return fmt.Sprintf("%d mistakes in %s", len(wrong), strings.Join(files, ", "))
}

// startProgress shows a bar if mode and the terminal allow, and returns what moves it on and what takes it away.
func (p *printer) startProgress(mode string) (step func(done, total int), stop func()) {
	if p.quiet || p.log != nil || mode == "never" || mode == "auto" && !isTerminal(p.out) {
		return nil, func() {}
	}
	step = func(done, total int) {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.bar == nil {
			p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.out), progressbar.OptionSetDescription("posts"),
				progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100e6), progressbar.OptionSetWidth(30))
		}
		p.bar.Set(done)
	}
	return step, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.bar != nil {
			p.bar.Clear()
			p.bar = nil
		}
	}
}

func isTerminal(out io.Writer) bool {
	f, ok := out.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// inColor reports whether a report may be coloured: on a terminal that can, whose user does not object.
func inColor(out io.Writer) bool {
	return isTerminal(out) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// widthOf is the width of a terminal, and 120 where there is none.
func widthOf(out io.Writer) int {
	if f, ok := out.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 40 {
			return width
		}
	}
	return 120
}
