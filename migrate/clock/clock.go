// Package clock turns what the clocks of a zone show into instants.
package clock

import "time"

// InZone returns the instant at which the clocks of a zone show a wall time, given as if it were UTC. Of a time that
// they show twice it is the first; one that they skip is moved forward by the gap, as WordPress does and RFC 5545 asks.
func InZone(wall time.Time, zone *time.Location) (t time.Time, gap bool) {
	before, early := at(wall, zone, -24*time.Hour)
	after, late := at(wall, zone, 24*time.Hour)
	switch {
	case early:
		return before, false
	case late:
		return after, false
	}
	return before, true
}

// at reads a wall time with the offset that a zone has some time earlier or later, and reports whether the zone's
// clocks do show it then.
func at(wall time.Time, zone *time.Location, away time.Duration) (t time.Time, shown bool) {
	_, offset := wall.Add(away).In(zone).Zone()
	t = wall.Add(-time.Duration(offset) * time.Second).In(zone)
	_, there := t.Zone()
	return t, there == offset
}

// Wall is what the clocks show at an instant, as if it were UTC.
func Wall(t time.Time) time.Time {
	_, offset := t.Zone()
	return t.Add(time.Duration(offset) * time.Second).UTC()
}
