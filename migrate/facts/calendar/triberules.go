package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate/clock"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/recurrence"
)

// tribeSet reads the column rset: lines of RFC 5545, where each rule may follow a DTSTART of its own. What a rule with
// another start names comes as dates.
func (r *reader) tribeSet(set string) {
	start, own := r.start, true
	for line := range strings.Lines(strings.ReplaceAll(set, `\n`, "\n")) {
		line = strings.TrimSpace(line)
		name, _, _ := strings.Cut(strings.ToUpper(line), ":")
		name, _, _ = strings.Cut(name, ";")
		switch name {
		case "DTSTART":
			if t, err := r.moment(line); err == nil {
				start, own = t, r.dayOf(t).Equal(r.start)
			}
		case "RRULE":
			if own {
				r.event.Recurrence = append(r.event.Recurrence, line)
			} else {
				r.otherClock(start, line[len("RRULE:"):])
			}
		case "RDATE":
			r.event.Recurrence = append(r.event.Recurrence, r.normalized(line))
		case "EXRULE":
			r.event.Exceptions = append(r.event.Exceptions, line)
		case "EXDATE":
			r.event.Exceptions = append(r.event.Exceptions, r.normalized(line))
		}
	}
}

// moment reads the value of a line such as DTSTART;TZID=Europe/Vienna:20200102T100000.
func (r *reader) moment(line string) (time.Time, error) {
	value := line[strings.LastIndexByte(line, ':')+1:]
	wall, err := time.Parse("20060102T150405", strings.TrimSuffix(value, "Z"))
	if err != nil {
		wall, err = time.Parse("20060102", value)
	}
	if strings.HasSuffix(value, "Z") {
		return wall.In(r.zone), err
	}
	t, _ := clock.InZone(wall, r.zone)
	return t, err
}

// normalized writes dates and periods as instants of UTC, as the other calendars' are; of a period only the start counts.
// A line with a date that cannot be read stays as it is, to be reported.
func (r *reader) normalized(line string) string {
	head, list, _ := strings.Cut(line, ":")
	property, _, _ := strings.Cut(strings.ToUpper(head), ";")
	var starts []time.Time
	for value := range strings.SplitSeq(list, ",") {
		begin, _, _ := strings.Cut(strings.TrimSpace(value), "/")
		t, err := r.moment(":" + begin)
		if err != nil {
			return line
		}
		if len(begin) == len("20060102") {
			t = r.onDay(r.start, t)
		}
		starts = append(starts, r.dayOf(t))
	}
	return r.dates(property, starts)
}

// otherClock adds what a rule names that begins at another time than the event.
func (r *reader) otherClock(start time.Time, rule string) {
	starts, cut, err := recurrence.Named(start, r.event.AllDay, rule)
	switch {
	case err != nil:
		r.find(finding.RecurrenceUnread, "event.recurrence", rule, err.Error())
		return
	case cut:
		r.find(finding.RecurrenceCut, "event.recurrence", rule, fmt.Sprintf("it begins at another time than the event, and stands as dates: the first %d", len(starts)))
	}
	r.repeatOn(starts)
}

// tribeRules reads the meta _EventRecurrence of Events Calendar Pro.
func (r *reader) tribeRules(meta any) {
	for _, rule := range listIn(meta, "rules") {
		r.tribeRule(rule, false)
	}
	for _, rule := range listIn(meta, "exclusions") {
		r.tribeRule(rule, true)
	}
	if in(meta, "rules") == nil && textIn(meta, "type") != "" { // before version 4 there is one rule, and no list
		r.tribeRule(meta, false)
	}
}

// tribeRule reads one rule, or exception.
func (r *reader) tribeRule(rule any, except bool) {
	custom := tribeCustom(rule)
	start := r.start
	if clockTime, err := time.Parse("15:04:05", tribeClock(textIn(custom, "start-time"))); err == nil && textIn(custom, "same-time") != "" && !isYes(textIn(custom, "same-time")) && !r.event.AllDay {
		start = r.onDay(clockTime, r.start)
	}
	typ := strings.ToLower(textIn(custom, "type"))
	if typ == "date" {
		r.tribeDate(textIn(custom, "date", "date"), start, except)
		return
	}
	text, err := r.tribeRRule(typ, custom, rule)
	if text == "" {
		if err != "" {
			r.find(finding.RecurrenceUnread, "event.recurrence", textIn(rule, "type"), err)
		}
		return
	}
	switch {
	case except:
		r.event.Exceptions = append(r.event.Exceptions, "EXRULE:"+text)
	case start.Equal(r.start):
		r.event.Recurrence = append(r.event.Recurrence, "RRULE:"+r.counted(text))
	default:
		r.otherClock(start, text)
	}
}

// tribeDate adds one date, or takes it away.
func (r *reader) tribeDate(stored string, start time.Time, except bool) {
	day, err := time.Parse(time.DateOnly, stored[:min(len(stored), len(time.DateOnly))])
	if err != nil {
		r.impossible("event.recurrence", stored)
		return
	}
	if except {
		r.exceptOn([]time.Time{r.onDay(r.start, day)})
		return
	}
	r.repeatOn([]time.Time{r.onDay(start, day)})
}

// tribeClock is a time of day as it is written into a form: "10:00:00", "10:00", "5:30pm".
func tribeClock(stored string) string {
	for _, layout := range []string{"15:04:05", "15:04", "3:04pm", "3:04 pm", "3:04PM", "3:04 PM"} {
		if t, err := time.Parse(layout, stored); err == nil {
			return t.Format("15:04:05")
		}
	}
	return stored
}

// counted takes one off the count of a rule that does not name the event's start: the calendar counts it.
func (r *reader) counted(rule string) string {
	starts, _, err := recurrence.Named(r.start, r.event.AllDay, rule)
	before, rest, ok := strings.Cut(rule, ";COUNT=")
	if err != nil || !ok || len(starts) > 0 && starts[0].Equal(r.start) {
		return rule
	}
	digits, rest, more := strings.Cut(rest, ";")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 2 {
		return rule
	}
	if more {
		rest = ";" + rest
	}
	return fmt.Sprintf("%s;COUNT=%d%s", before, n-1, rest)
}
