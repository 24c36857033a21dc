//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestTwoAtOnce lets two runs meet on one output. One works; the other ends with the code of a locked output, names the one
// that holds it, and has touched nothing, the files elsewhere included.
func TestTwoAtOnce(t *testing.T) {
	states := versions(t, 3, 30, 3)
	pairs := &pairs{newKept(t), rand.New(rand.NewPCG(3, 0)), states, map[string]int{}}
	pairs.settle(states[0], "yaml")
	for n := often(6) / 2; pairs.met["one was held up"] < n || pairs.met["both began together"] < n; {
		pairs.holdUp()
		pairs.race()
	}
	t.Log(pairs.met)
}

// pairs are runs that meet.
type pairs struct {
	*kept
	random *rand.Rand
	states []*version
	met    map[string]int // how, and how often
}

// any draws a state and a format.
func (p *pairs) any() (*version, string) {
	return p.states[p.random.IntN(len(p.states))], []string{"yaml", "json", "jsonl"}[p.random.IntN(3)]
}

// holdUp stops a run at a moment of chance while it holds the output, lets another come, and then lets the first go on.
func (p *pairs) holdUp() {
	state, format := p.any()
	one := p.migrate(state.dump, format)
	held := p.newFile(".wp2pub/holder.json")
	ended := p.started(one)
	held()
	time.Sleep(time.Duration(p.random.Int64N(int64(p.held))))
	halt(p.t, one.Process)
	before, elsewhere := readFolder(p.t, p.out), readFolder(p.t, p.elsewhere)
	if _, still := before[".wp2pub/holder.json"]; still {
		p.met["one was held up"]++
		other, otherFormat := p.any()
		told := p.run(exitLocked, p.migrate(other.dump, otherFormat))
		if holder := fmt.Sprintf("process %d on ", one.Process.Pid); !strings.Contains(told, holder) {
			p.t.Errorf("the holder, %s, is not named:\n%s", holder, told)
		}
		if difference := before.differs(readFolder(p.t, p.out)); difference != "" {
			p.t.Errorf("the run that found the output locked touched it: %s", difference)
		}
		if difference := elsewhere.differs(readFolder(p.t, p.elsewhere)); difference != "" {
			p.t.Errorf("the run that found the output locked touched files elsewhere: %s", difference)
		}
	}
	one.Process.Signal(syscall.SIGCONT)
	if code := ended().ExitCode(); code != exitDone {
		p.t.Fatalf("the run that was held up ended with %d\n%s", code, said(one))
	}
	p.same(state, format)
}

// halt stops a process, and waits until all its threads stand still, or it has ended.
func halt(t testing.TB, process *os.Process) {
	process.Signal(syscall.SIGSTOP)
	for begun := time.Now(); time.Since(begun) < patience; time.Sleep(time.Millisecond) {
		threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", process.Pid))
		if err != nil {
			t.Fatal(err)
		}
		if len(threads) == 0 { // the system does not tell, or there is none any more
			time.Sleep(100 * time.Millisecond)
			return
		}
		if !slices.ContainsFunc(threads, moves) {
			return
		}
	}
	t.Fatalf("it goes on %v after it was stopped", patience)
}

// moves reports whether a thread is neither stopped nor gone, by what Linux tells of it.
func moves(stat string) bool {
	text, err := os.ReadFile(stat)
	if err != nil {
		return false
	}
	_, state, _ := strings.Cut(string(text[strings.LastIndexByte(string(text), ')')+1:]), " ")
	return !strings.ContainsAny(state[:min(1, len(state))], "TtZX")
}

// race starts two runs at once.
func (p *pairs) race() {
	state, format := p.any()
	other, otherFormat := p.any()
	one, two := p.migrate(state.dump, format), p.migrate(other.dump, otherFormat)
	first, second := p.started(one), p.started(two)
	codes := [2]int{first().ExitCode(), second().ExitCode()}
	switch codes {
	case [2]int{exitDone, exitLocked}:
		p.met["both began together"]++
		p.same(state, format)
	case [2]int{exitLocked, exitDone}:
		p.met["both began together"]++
		p.same(other, otherFormat)
	case [2]int{exitDone, exitDone}: // one after the other: the second brought it up to its state
		p.met["one came late"]++
		if p.oneOf(state.fresh(p.t, format), other.fresh(p.t, otherFormat)) {
			return
		}
		p.t.Fatal("after two runs the output is as neither leaves it")
	default:
		p.t.Fatalf("two runs ended with %v\n%s\n%s", codes, said(one), said(two))
	}
}

// oneOf reports whether the output is as one of these runs leaves it.
func (p *pairs) oneOf(runs ...*written) bool {
	output := readFolder(p.t, p.out).lasting()
	for _, w := range runs {
		if w.output.differs(output) == "" {
			return true
		}
	}
	return false
}

// TestALockOutlivesNobody holds that what a dead process left locks nothing, whoever has its number now.
func TestALockOutlivesNobody(t *testing.T) {
	k := newKept(t)
	v := versions(t, 4, 5, 1)[0]
	k.settle(v, "yaml")
	dead := fmt.Sprintf(`{"pid":%d,"host":"elsewhere","started":"2999-01-01T00:00:00Z"}`, os.Getpid())
	if err := os.WriteFile(k.holder(), []byte(dead), 0o644); err != nil {
		t.Fatal(err)
	}
	k.settle(v, "yaml")
	if _, err := os.Stat(k.holder()); err == nil {
		t.Error("who held it last is still told")
	}
}
