package output

import (
	"fmt"
	"time"
)

// LockedError says that another run works on this output.
type LockedError struct {
	Holder Holder // zero where it is not known
}

// Holder is who holds a lock.
type Holder struct {
	PID     int       `json:"pid"`
	Host    string    `json:"host"`
	Started time.Time `json:"started"`
}

func (e *LockedError) Error() string {
	who := "another run"
	if e.Holder.PID != 0 {
		who = fmt.Sprintf("another run (process %d on %s, since %s)", e.Holder.PID, e.Holder.Host, e.Holder.Started.Format(time.RFC3339))
	}
	return who + " is writing to this output; nothing was done. Wait until it has ended, or write elsewhere with --out"
}

// Guard names what a GuardError guards against.
type Guard string

// The guards.
const (
	OtherSite  Guard = "another site"
	EmptySite  Guard = "an empty site"
	HalfGone   Guard = "less than half of the posts"
	TablesGone Guard = "tables that are gone"
	TooMany    Guard = "more removals than allowed"
	NewerStore Guard = "an output of a newer version"
)

// GuardError says that a run was stopped because it looked like an accident.
type GuardError struct {
	Guard  Guard
	Detail string // what was found, and how to proceed if it is meant
}

func (e *GuardError) Error() string { return e.Detail }
