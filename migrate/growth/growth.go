// Package growth is for tests: it holds that work grows with its input and not with the square of it. It compares a
// piece of work with a smaller one of the same kind in the same run, by the time of the processors and not by the
// clock, so that neither a slow machine nor a busy one makes a difference.
package growth

import (
	"runtime"
	"testing"
	"time"
)

const (
	times     = 4  // how much larger the large input is
	tolerated = 10 // how much more work it may be; with the square, it is 16 times as much
)

// Linear runs large, whose input is four times that of small, and fails the test if it is far more than four times the
// work. Work of less than a second is not looked at: nobody waits for it.
func Linear(t testing.TB, small, large func()) {
	t.Helper()
	much := work(large)
	if much < time.Second {
		return
	}
	little := min(work(small), work(small), work(small))
	if much > tolerated*little {
		much = min(much, work(large)) // the collector may have had other business
	}
	if much > tolerated*little {
		t.Errorf("%v of work where the input is %d times as large as that which takes %v", much, times, little)
	}
}

// work is the time that a piece of work takes one processor. Where there are several, the garbage collector lets those that are idle
// look for garbage, too, and the more so the larger the work is.
func work(f func()) time.Duration {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	before := processorTime()
	f()
	return processorTime() - before
}
