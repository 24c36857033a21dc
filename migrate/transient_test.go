package migrate

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"
)

// TestTransientErrors says which errors may pass: those that say so themselves, and have no other beside them.
func TestTransientErrors(t *testing.T) {
	passing := changedError{"the site moved"}
	for _, test := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{passing, true},
		{fmt.Errorf("while reading: %w", passing), true},
		{fmt.Errorf("%w; and giving up failed: %w", passing, errors.New("disk full")), false},
		{errors.Join(passing, errors.New("disk full")), false},
		{&fs.PathError{Op: "write", Path: "out", Err: syscall.ETIMEDOUT}, false}, // it is Temporary, and of the disk
		{errors.New("unknown"), false},
	} {
		if got := Transient(test.err); got != test.want {
			t.Errorf("%v: %v", test.err, got)
		}
	}
}
