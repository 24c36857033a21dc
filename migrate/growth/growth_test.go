package growth

import (
	"testing"
	"time"
)

// recorded is a test that only remembers whether it failed.
type recorded struct {
	testing.TB
	failed bool
}

func (r *recorded) Helper()               {}
func (r *recorded) Errorf(string, ...any) { r.failed = true }

// spin works as long as it is told to.
func spin(d time.Duration) {
	for start := processorTime(); processorTime()-start < d; {
	}
}

// unit is the least work that is looked at here.
const unit = 100 * time.Millisecond

func TestLinear(t *testing.T) {
	for name, c := range map[string]struct {
		work  func(n int) time.Duration
		fails bool
	}{
		"linear":                   {func(n int) time.Duration { return time.Duration(n) * unit / 800 }, false},
		"too little to look at":    {func(n int) time.Duration { return time.Duration(n*n) * unit / 2 / 800 / 800 }, false},
		"with the square":          {func(n int) time.Duration { return time.Duration(n*n) * unit / 700 / 700 }, true},
		"with the square, in part": {func(n int) time.Duration { return time.Duration(n*n+50*n) * unit / 700 / 700 }, true},
	} {
		r := &recorded{}
		linear(r, 800, func(n int) func() {
			d := c.work(n)
			return func() { spin(d) }
		}, unit)
		if r.failed != c.fails {
			t.Errorf("%s: failed is %t", name, r.failed)
		}
	}
}

// Work that is slow by chance, once, does not fail the test.
func TestLinearTriesAgain(t *testing.T) {
	r, slow := &recorded{}, 2
	linear(r, 1600, func(n int) func() {
		return func() {
			if d := time.Duration(n) * 10 * time.Microsecond; n == 1600 && slow > 0 {
				slow--
				spin(10 * d)
			} else {
				spin(d)
			}
		}
	}, unit)
	if slow != 0 || r.failed {
		t.Errorf("failed is %t, with %d slow attempts left", r.failed, slow)
	}
}
