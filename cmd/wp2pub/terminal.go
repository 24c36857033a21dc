package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"wp2pub/mapping"
)

// All that a person sees on the way is written here, to stderr, by these rules:
//
//   - a message is one paragraph: what happened, where, and what to do;
//   - it begins with "wp2pub: ", and with "wp2pub: warning: " where the run goes on;
//   - with --log-format json it is one JSON object a line instead, with level and message;
//   - the progress bar appears on a terminal only, never in a log, and leaves nothing behind;
//   - -q leaves errors and nothing else.
//
// What a command was asked for (a report, a schema, records with -o -) goes to stdout and is not written here.

// printer writes messages. It may be used by several goroutines.
type printer struct {
	mu    sync.Mutex
	out   io.Writer
	json  bool
	quiet bool
	bar   *progressbar.ProgressBar
}

func newPrinter(out io.Writer, format string, quiet bool) *printer {
	return &printer{out: out, json: format == "json", quiet: quiet}
}

// Warn tells of something that did not stop the run.
func (p *printer) Warn(text string) { p.message("warning", text) }

// Say tells how the run went.
func (p *printer) Say(text string) { p.message("info", text) }

func (p *printer) message(level, text string) {
	if p.quiet && level != "error" {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.Clear()
	}
	if p.json {
		line, _ := json.Marshal(map[string]string{"level": level, "message": text})
		fmt.Fprintf(p.out, "%s\n", line)
		return
	}
	switch level {
	case "warning":
		text = "warning: " + text
	}
	fmt.Fprintf(p.out, "wp2pub: %s\n", strings.TrimSpace(text))
}

// printFailure tells why the program ended.
func printFailure(out io.Writer, err error) {
	text := strings.TrimSpace(err.Error())
	var wrong mapping.Errors
	switch {
	case text == "":
	case errors.As(err, &wrong) && len(wrong) > 1:
		fmt.Fprintf(out, "%s\nwp2pub: %s\n", text, mistakes(wrong)) // each with its place
	default:
		fmt.Fprintf(out, "wp2pub: %s\n", text)
	}
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
	if p.quiet || mode == "never" || mode == "auto" && !isTerminal(p.out) {
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
