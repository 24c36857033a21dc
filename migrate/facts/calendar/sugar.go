package calendar

import (
	"fmt"
	"strings"

	"wp2pub/migrate/wordpress"
)

// sugar reads an event of Sugar Calendar: a row of sc_events with local times and the zone's name, and where it is in
// sc_eventmeta or a post; before version 2 meta with the time on the wall clock as seconds since 1970.
func (r *reader) sugar() bool {
	rows := r.post.Rows["sc_events"]
	if len(rows) == 0 {
		return r.sugarBefore()
	}
	row, e := rows[0], &r.event
	r.inZone(row["start_tz"])
	e.AllDay = row["all_day"] == "1"
	var ok bool
	if r.start, ok = r.wall("event.start", row["start"]); !ok {
		return false
	}
	r.end, _ = r.wall("event.end", row["end"])
	if e.AllDay {
		r.wholeDay()
	}
	if freq := strings.ToUpper(row["recurrence"]); freq == "DAILY" || freq == "WEEKLY" || freq == "MONTHLY" || freq == "YEARLY" {
		text := "RRULE:FREQ=" + freq + interval(int64(numberOf(row["recurrence_interval"])))
		if n := numberOf(row["recurrence_count"]); n > 0 {
			text += fmt.Sprintf(";COUNT=%d", n)
		} else if last, ok := r.wall("event.recurrence", row["recurrence_end"]); ok {
			text += r.until(last)
		}
		e.Recurrence = append(e.Recurrence, text)
	}
	for _, m := range r.view.TableRows("sc_eventmeta", "sc_event_id", row["id"]) {
		switch m["meta_key"] {
		case "location":
			e.Venue = firstFilled(m["meta_value"])
		case "url":
			e.URL = firstFilled(m["meta_value"])
		}
	}
	if id, ok := wordpress.ParseID(row["venue_id"]); ok {
		if title, ok := r.named("venue", id); ok {
			e.Venue = title
		}
	}
	return true
}

// sugarBefore reads an event of before version 2.
func (r *reader) sugarBefore() bool {
	stored := r.meta("sc_event_date_time")
	if stored == "" || r.post.Type != "sc_event" {
		return false
	}
	var ok bool
	if r.start, ok = r.fakeUnix(stored); !ok {
		r.impossible("event.start", stored)
		return false
	}
	r.end, _ = r.fakeUnix(r.meta("sc_event_end_date_time"))
	if every := map[string]string{"daily": "DAILY", "weekly": "WEEKLY", "monthly": "MONTHLY", "yearly": "YEARLY"}[r.meta("sc_event_recurring")]; every != "" {
		text := "RRULE:FREQ=" + every
		if last, ok := r.fakeUnix(r.meta("sc_recur_until")); ok {
			text += r.until(last)
		}
		r.event.Recurrence = append(r.event.Recurrence, text)
	}
	return true
}
