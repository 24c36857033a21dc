//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestInterruptedWhileItWaits asks the program to end while it waits for the rest of a dump.
func TestInterruptedWhileItWaits(t *testing.T) {
	k := newKept(t)
	for _, source := range []string{"-", "/dev/fd/0"} {
		command := k.migrate(source, "yaml")
		dump, err := command.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		ended := k.started(command)
		beginning := bytes.Repeat([]byte("-- a line of a comment\n"), 50_000) // more than a pipe holds: somebody reads
		if _, err := dump.Write(beginning); err != nil {
			t.Fatal(err)
		}
		if err := command.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if state := ended(); state.ExitCode() != exitTerminated {
			t.Errorf("%s: %v\n%s", source, state, said(command))
		}
	}
	if left := readFolder(t, k.out); len(left) > 0 {
		t.Errorf("there is an output: %v", left.names())
	}
}

// TestInterruptedTwice asks the program to end while it cannot: who asks again need not wait.
func TestInterruptedTwice(t *testing.T) {
	k := newKept(t)
	dir := t.TempDir()
	mapping := filepath.Join(dir, "mapping.yaml")
	if err := syscall.Mkfifo(mapping, 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(built(t), "plan", icat, "-m", mapping)
	command.Stderr = &bytes.Buffer{}
	ended := k.started(command)
	writer, err := os.OpenFile(mapping, os.O_WRONLY, 0) // once it is open at the other end, too
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	done := make(chan *os.ProcessState, 1)
	go func() { done <- ended() }()
	for {
		command.Process.Signal(syscall.SIGINT)
		select {
		case <-done:
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
}
