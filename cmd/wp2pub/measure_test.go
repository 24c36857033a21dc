//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// cost is what a process took.
type cost struct {
	Elapsed   float64 // seconds of the clock
	Processor float64 // seconds of the processors
	Megabytes float64 // at the peak
}

// measure runs a process to its end. It is started by another one that does nothing else: a system counts for a process
// what the one that started it had in memory.
func measure(t testing.TB, command *exec.Cmd) cost {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	between := exec.Command(program, command.Args...)
	between.Env = append(os.Environ(), measuring+"=1")
	between.Stderr = os.Stderr
	told, err := between.Output()
	if err != nil {
		t.Fatalf("%v: %v", command, err)
	}
	var c cost
	if err := json.Unmarshal(told, &c); err != nil {
		t.Fatalf("%v: %v", command, err)
	}
	return c
}

// measuring is the variable of the environment that makes this program the one between.
const measuring = "WP2PUB_TEST_MEASURES"

func init() {
	if os.Getenv(measuring) != "" {
		os.Exit(measureArguments())
	}
}

// measureArguments runs the command that the arguments are, and prints what it took.
func measureArguments() int {
	command := exec.Command(os.Args[1], os.Args[2:]...)
	command.Stderr = os.Stderr
	start := time.Now()
	if err := command.Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	usage := command.ProcessState.SysUsage().(*syscall.Rusage)
	err := json.NewEncoder(os.Stdout).Encode(cost{time.Since(start).Seconds(),
		(command.ProcessState.UserTime() + command.ProcessState.SystemTime()).Seconds(), float64(usage.Maxrss) / 1024})
	if err != nil {
		return 1
	}
	return 0
}
