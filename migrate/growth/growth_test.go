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
func spin(d time.Duration) func() {
	return func() {
		for start := processorTime(); processorTime()-start < d; {
		}
	}
}

func TestLinear(t *testing.T) {
	for _, c := range []struct {
		small, large time.Duration
		fails        bool
	}{
		{10 * time.Millisecond, 40 * time.Millisecond, false},
		{10 * time.Millisecond, 900 * time.Millisecond, false}, // too little to look at
		{300 * time.Millisecond, 1200 * time.Millisecond, false},
		{70 * time.Millisecond, 1120 * time.Millisecond, true},
	} {
		r := &recorded{}
		Linear(r, spin(c.small), spin(c.large))
		if r.failed != c.fails {
			t.Errorf("%v and %v: failed is %t", c.small, c.large, r.failed)
		}
	}
}
