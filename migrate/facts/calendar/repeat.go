package calendar

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"wp2pub/migrate/clock"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/recurrence"
)

// repeat fills in the starts of a repeated event: those that the calendar has worked out, which is what the site shows,
// or, where it has not or they are of another time, those that its rules name.
func (r *reader) repeat() {
	e := &r.event
	set, problems := recurrence.Read(r.start, e.AllDay, e.Recurrence, e.Exceptions)
	for _, p := range problems {
		r.find(finding.RecurrenceUnread, "event.recurrence", p.Line, p.Err.Error())
		if !errors.Is(p.Err, recurrence.ErrOften) {
			wrong := func(line string) bool { return line == p.Line }
			e.Recurrence, e.Exceptions = slices.DeleteFunc(e.Recurrence, wrong), slices.DeleteFunc(e.Exceptions, wrong)
		}
	}
	slices.SortFunc(r.known, time.Time.Compare)
	r.known = slices.CompactFunc(r.known, time.Time.Equal)
	starts, cut := []time.Time{r.start}, false
	if set.Repeats() {
		starts, cut = set.Starts()
	}
	if r.stale(starts) {
		r.known = nil
		if !set.Repeats() {
			return
		}
	} else {
		last := r.known[len(r.known)-1]
		cut = set.Endless() || starts[len(starts)-1].After(last)
		starts = r.known
	}
	for _, start := range starts {
		e.Instances = append(e.Instances, r.written(start))
	}
	if cut && len(starts) > 0 {
		reason := "there are more than are listed"
		if set.Endless() {
			reason = "the rule has no end"
		} else if len(r.known) > 0 {
			reason = "the rule goes on beyond what the calendar has worked out"
		}
		r.find(finding.RecurrenceCut, "event.instances", "", fmt.Sprintf("%s: %d are listed, the last one %s", reason, len(starts), e.Instances[len(starts)-1]))
	}
}

// stale reports whether what the calendar has worked out is of no use: nothing, none of the starts that there are now, or
// the first start only where there are more.
func (r *reader) stale(starts []time.Time) bool {
	are := func(t time.Time) bool { return slices.ContainsFunc(starts, t.Equal) }
	return !slices.ContainsFunc(r.known, are) || len(r.known) == 1 && len(starts) > 1 && r.known[0].Equal(r.start)
}

// dates writes RDATE or EXDATE for instants, as UTC; of whole days as days.
func (r *reader) dates(property string, starts []time.Time) string {
	values := make([]string, len(starts))
	for i, t := range starts {
		if r.event.AllDay {
			values[i] = t.Format("20060102")
		} else {
			values[i] = t.UTC().Format("20060102T150405Z")
		}
	}
	if r.event.AllDay {
		property += ";VALUE=DATE"
	}
	return property + ":" + strings.Join(values, ",")
}

// repeatOn adds dates at which the event happens too.
func (r *reader) repeatOn(starts []time.Time) {
	starts = slices.DeleteFunc(slices.Clone(starts), r.start.Equal)
	if len(starts) > 0 {
		r.event.Recurrence = append(r.event.Recurrence, r.dates("RDATE", starts))
	}
}

// exceptOn adds dates at which the event does not happen.
func (r *reader) exceptOn(starts []time.Time) {
	if len(starts) > 0 {
		r.event.Exceptions = append(r.event.Exceptions, r.dates("EXDATE", starts))
	}
}

// onDay is the time of day at which something begins, on another day.
func (r *reader) onDay(start, day time.Time) time.Time {
	wall := clock.Wall(start)
	t, _ := clock.InZone(midnight(day).Add(wall.Sub(midnight(start))), r.zone)
	return t
}

// midnight is the beginning of a day, on the wall clock.
func midnight(day time.Time) time.Time { return clock.Wall(day).Truncate(24 * time.Hour) }

// until writes the end of a rule: the whole of a day counts.
func (r *reader) until(day time.Time) string {
	if r.event.AllDay {
		return ";UNTIL=" + day.Format("20060102")
	}
	end, _ := clock.InZone(midnight(day).Add(24*time.Hour-time.Second), r.zone)
	return ";UNTIL=" + end.UTC().Format("20060102T150405Z")
}

// interval writes how many days, weeks, months or years lie between; one is not written.
func interval(n int64) string {
	if n <= 1 {
		return ""
	}
	return fmt.Sprintf(";INTERVAL=%d", n)
}
