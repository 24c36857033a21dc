// Package recurrence works out when something that happens again and again happens: rules, dates and exceptions as
// RFC 5545 writes them.
//
// What recurs is the time that the clocks show: a weekly call at nine is at nine in summer and in winter. Rules are
// therefore worked out on the wall clock, and each start is turned into an instant of the event's zone afterwards.
package recurrence

import (
	"slices"
	"time"

	"github.com/teambition/rrule-go"

	"wp2pub/migrate/clock"
)

// Most is how many starts are worked out of one event, and Years how many years from the first one are looked at of a
// rule that has no end.
const (
	Most  = 1000
	Years = 5
)

// Set is when something happens: its first start, rules and dates that add to it, rules and dates that take away.
type Set struct {
	start   time.Time // the first
	whole   bool      // it lasts whole days: only the date counts
	rules   []rule
	except  []rule
	dates   []time.Time // on the wall clock
	without []time.Time
	days    []time.Time // midnights of days on which nothing happens
}

// rule is one of RRULE or EXRULE, on the wall clock.
type rule struct {
	*rrule.RRule
	endless bool
}

// Starts returns when it happens, each start once and in order, in the zone of the first start. The first start counts,
// whether a rule names it or not, unless an exception takes it away. Cut reports whether there are more than are
// returned: a rule without an end, or more than Most.
func (s *Set) Starts() (starts []time.Time, cut bool) {
	walls := []time.Time{s.wall(s.start)}
	walls = append(walls, s.dates...)
	for _, r := range s.rules {
		more, stopped := s.worked(r)
		walls, cut = append(walls, more...), cut || stopped
	}
	gone, days := s.gone(slices.MaxFunc(walls, time.Time.Compare))
	slices.SortFunc(walls, time.Time.Compare)
	walls = slices.CompactFunc(walls, time.Time.Equal)
	walls = slices.DeleteFunc(walls, func(wall time.Time) bool { return gone[wall] || days[midnight(wall)] })
	if len(walls) > Most {
		walls, cut = walls[:Most], true
	}
	for _, wall := range walls {
		t, _ := clock.InZone(wall, s.start.Location())
		starts = append(starts, t)
	}
	return starts, cut
}

// Repeats reports whether anything adds to the first start.
func (s *Set) Repeats() bool { return len(s.rules)+len(s.dates) > 0 }

// Endless reports whether a rule has no end.
func (s *Set) Endless() bool {
	return slices.ContainsFunc(s.rules, func(r rule) bool { return r.endless })
}

// worked are the starts that a rule names, and whether it names more.
func (s *Set) worked(r rule) (walls []time.Time, cut bool) {
	last := s.wall(s.start).AddDate(Years, 0, 0)
	next := r.Iterator()
	for {
		wall, ok := next()
		if !ok {
			return walls, false
		}
		if len(walls) == Most || r.endless && wall.After(last) {
			return walls, true
		}
		walls = append(walls, wall)
	}
}

// gone is what exceptions take away up to a time: starts, and whole days by their midnight.
func (s *Set) gone(last time.Time) (starts, days map[time.Time]bool) {
	starts, days = map[time.Time]bool{}, map[time.Time]bool{}
	for _, wall := range s.without {
		starts[wall] = true
	}
	for _, day := range s.days {
		days[day] = true
	}
	for _, r := range s.except {
		next := r.Iterator()
		for range 20 * Most { // more than the days of fifty years
			wall, ok := next()
			if !ok || wall.After(last) {
				break
			}
			starts[wall] = true
		}
	}
	return starts, days
}

// wall is a time on the wall clock of the event; of whole days their midnight.
func (s *Set) wall(t time.Time) time.Time {
	wall := clock.Wall(t.In(s.start.Location()))
	if s.whole {
		return midnight(wall)
	}
	return wall
}

func midnight(wall time.Time) time.Time { return wall.Truncate(24 * time.Hour) }

// Named returns the starts that a rule names by itself, which need not begin with the start that it counts from.
func Named(start time.Time, wholeDays bool, value string) (starts []time.Time, cut bool, err error) {
	s := &Set{start: start, whole: wholeDays}
	r, err := s.rule(value)
	if err != nil {
		return nil, false, err
	}
	walls, cut := s.worked(r)
	for _, wall := range walls {
		t, _ := clock.InZone(wall, start.Location())
		starts = append(starts, t)
	}
	return starts, cut, nil
}
