package export

import (
	"errors"
	"slices"
	"strings"
	"time"

	"wp2pub/migrate/clock"
	"wp2pub/migrate/recurrence"
)

// repeat writes how an event repeats, so that every program finds the starts that the record lists, and beyond them those
// that the rule names. A rule is written where the record has one and it names the first start, or has no end; what it
// names beside the starts is taken away again, and what it lacks is added, date by date. It returns the last start.
func (e *calendarEvent) repeat(lines *calendarLines) (last time.Time) {
	set, _ := recurrence.Read(e.start, e.allDay, e.Recurrence, e.Exceptions)
	worked, _ := set.Starts()
	starts := e.instances()
	if len(starts) == 0 {
		starts = worked
	}
	last = slices.MaxFunc(append([]time.Time{e.start}, starts...), time.Time.Compare)
	for _, t := range worked {
		if t.After(last) {
			starts = append(starts, t)
		}
	}
	named := []time.Time{e.start}
	if rule := e.rule(); rule != "" {
		more, _, err := recurrence.Named(e.start, e.allDay, rule)
		if errors.Is(err, recurrence.ErrOften) {
			lines.put("RRULE:" + e.untilAsStart(rule))
			return last
		}
		begins := err == nil && len(more) > 0 && more[0].Equal(e.start)
		if begins || err == nil && set.Endless() {
			lines.put("RRULE:" + e.untilAsStart(rule))
			if !begins {
				starts, named = append(starts, e.start), nil // added as a date: programs differ in whether they count it
			}
			named = append(named, more...)
		}
	}
	if len(starts) == 0 {
		return last
	}
	end := slices.MaxFunc(starts, time.Time.Compare)
	if !set.Endless() {
		end = slices.MaxFunc(append(named, end), time.Time.Compare)
	}
	e.dates(lines, "RDATE", without(starts, named, end))
	e.dates(lines, "EXDATE", without(named, starts, end))
	if end.After(last) {
		last = end
	}
	return last
}

// without are those of some times, up to an end, that are not among others; each once and in order.
func without(times, others []time.Time, end time.Time) []time.Time {
	are := map[int64]bool{}
	for _, t := range others {
		are[t.Unix()] = true
	}
	var left []time.Time
	for _, t := range times {
		if !are[t.Unix()] && !t.After(end) {
			are[t.Unix()] = true
			left = append(left, t)
		}
	}
	slices.SortFunc(left, time.Time.Compare)
	return left
}

// rule is the rule of the event, where it has one and no more.
func (e *calendarEvent) rule() string {
	found := ""
	for _, line := range e.Recurrence {
		if value, ok := strings.CutPrefix(line, "RRULE:"); ok {
			if found != "" || e.unnamed {
				return ""
			}
			found = value
		}
	}
	return found
}

// untilAsStart writes the end of a rule in the form that the start has, as RFC 5545 asks: a day, or an instant of UTC.
func (e *calendarEvent) untilAsStart(rule string) string {
	parts := strings.FieldsFunc(strings.ToUpper(rule), func(r rune) bool { return r == ';' || r <= ' ' })
	for i, part := range parts {
		value, ok := strings.CutPrefix(part, "UNTIL=")
		if !ok {
			continue
		}
		until, err := time.Parse(calendarTime, strings.TrimSuffix(value, "Z"))
		if len(value) == len(calendarDate) {
			until, err = time.Parse(calendarDate, value)
			until = until.Add(24*time.Hour - time.Second)
		}
		if err != nil {
			continue
		}
		if !strings.HasSuffix(value, "Z") {
			until, _ = clock.InZone(until, e.start.Location())
		}
		if e.allDay {
			parts[i] = "UNTIL=" + until.In(e.start.Location()).Format(calendarDate)
		} else {
			parts[i] = "UNTIL=" + until.UTC().Format(calendarTime) + "Z"
		}
	}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" || strings.HasPrefix(part, "X-") }), ";")
}

// dates writes times, each in a line of its own: some programs read no lists.
func (e *calendarEvent) dates(lines *calendarLines, property string, times []time.Time) {
	for _, t := range times {
		parameters, value := e.moment(t)
		lines.put(property + parameters + ":" + value)
	}
}
