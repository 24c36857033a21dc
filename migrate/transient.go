package migrate

import "errors"

// Transient reports whether an error is one that a Source may have got over in a moment, as the error itself says by a
// method of this name: a server was restarted or is busy, a connection broke. What was read until then cannot be gone on
// with, for it belongs to a point in time that is lost: the run begins anew, with another Source. The records that it had
// written stand, as after any interruption.
//
// Where something else went wrong beside it, an error is not transient.
func Transient(err error) bool {
	for ; err != nil; err = errors.Unwrap(err) {
		if e, ok := err.(interface{ Transient() bool }); ok {
			return e.Transient()
		}
	}
	return false
}

// changedError says that a source that gives no point in time changed during a run.
type changedError struct{ text string }

func (e changedError) Error() string { return e.text }

// Transient says that another run may find the source at rest.
func (e changedError) Transient() bool { return true }
