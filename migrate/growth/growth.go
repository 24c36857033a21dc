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
	times     = 16 // how much larger the large input is
	tolerated = 80 // how much more work it may be; with the square, it is 256 times as much
	attempts  = 3  // processors are faster and slower by the moment: so often it may seem too much

	little = time.Second // work that nobody waits for
)

// Linear fails the test if the work on an input of size n is far more than its size tells, beside the work on a small one. The function prepare
// makes an input of a size and gives the work on it, which may be done several times. Work of less than a second is not looked at.
func Linear(t testing.TB, n int, prepare func(n int) (run func())) {
	t.Helper()
	linear(t, n, prepare, little)
}

// linear does not look at work of less than so much time.
func linear(t testing.TB, n int, prepare func(n int) (run func()), least time.Duration) {
	t.Helper()
	large := prepare(n)
	much := work(large)
	if much < least {
		return
	}
	small := prepare(n / times)
	for attempt := 1; ; attempt++ {
		base := min(work(small), work(small), work(small))
		if much <= tolerated*base {
			return
		}
		if attempt == attempts {
			t.Errorf("%v of work where the input is %d times as large as that which takes %v", much, times, base)
			return
		}
		much = work(large)
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
