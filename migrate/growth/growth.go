// Package growth is for tests: it holds that work grows with its input and not with the square of it. It compares a
// piece of work with a smaller one of the same kind in the same run, by the time of the processors and not by the
// clock, so that neither a slow machine nor a busy one makes a difference.
package growth

import (
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

func work(f func()) time.Duration {
	before := processorTime()
	f()
	return processorTime() - before
}
