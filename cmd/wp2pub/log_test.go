package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// logLine is what every line of a log in JSON has.
type logLine struct {
	Time  string
	Level string
	Msg   string
}

// logLines reads a log that must be nothing but JSON objects, a line each.
func logLines(log string) (lines []logLine, wrong string) {
	for text := range strings.Lines(log) {
		var line logLine
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			return nil, text + err.Error()
		}
		at, err := time.Parse(time.RFC3339, line.Time)
		if err != nil || at.Location() != time.UTC || line.Level == "" || line.Msg == "" {
			return nil, text
		}
		lines = append(lines, line)
	}
	return lines, ""
}

// jsonlog N demands that the last command wrote N lines to stderr, or more with N+, and all of them as JSON.
func jsonlog(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: jsonlog N or jsonlog N+")
	}
	lines, wrong := logLines(ts.ReadFile("stderr"))
	if wrong != "" {
		ts.Fatalf("not a line of a log: %s", wrong)
	}
	least, more := strings.CutSuffix(args[0], "+")
	var n int
	ts.Check(json.Unmarshal([]byte(least), &n))
	if len(lines) < n || len(lines) > n && !more {
		ts.Fatalf("%d lines, want %s", len(lines), args[0])
	}
}

// faulty is an output that makes the program itself fail.
type faulty struct{}

func (faulty) Write([]byte) (int, error) { panic("no such thing") }

func TestAFaultOfTheProgramIsToldAsAnError(t *testing.T) {
	for _, format := range []string{"text", "json"} {
		var log bytes.Buffer
		if code := run(context.Background(), []string{"inspect", icat, "--log-format=" + format}, nil, faulty{}, &log); code != exitFailed {
			t.Errorf("exit code %d", code)
		}
		if !strings.Contains(log.String(), "wp2pub itself failed, please report it: no such thing") {
			t.Errorf("%s", log.String())
		}
		if lines, wrong := logLines(log.String()); format == "json" && (len(lines) != 1 || wrong != "") {
			t.Errorf("%s", log.String())
		}
	}
}

// TestAnInterruptDoesNotWaitForTheInput stops a run that waits for a dump that nobody writes.
func TestAnInterruptDoesNotWaitForTheInput(t *testing.T) {
	silent, stillOpen := io.Pipe()
	defer stillOpen.Close()
	ctx, interrupt := context.WithCancel(context.Background())
	time.AfterFunc(10*time.Millisecond, interrupt)
	var out, log bytes.Buffer
	folder := filepath.Join(t.TempDir(), "out")
	if code := run(ctx, []string{"migrate", "-", "-o", folder}, silent, &out, &log); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	if want := "wp2pub: " + folder + ": interrupted (exit 130)\n"; !strings.HasSuffix(log.String(), want) {
		t.Errorf("%s", log.String())
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("it left something")
	}
}
