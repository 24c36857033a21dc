package calendar

import (
	"fmt"
	"strings"
	"time"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// modernEvents reads an event of Modern Events Calendar: a row of mec_events with days and seconds, a row of mec_dates for
// each date that it has worked out, and meta. Its place and organizer are terms.
func (r *reader) modernEvents() bool {
	rows := r.post.Rows["mec_events"]
	first := r.meta("mec_start_date")
	if len(rows) > 0 && first == "" {
		first = rows[0]["start"]
	}
	if first == "" || r.post.Type != "mec-events" && len(rows) == 0 {
		return false
	}
	e := &r.event
	e.AllDay = isYes(r.meta("mec_allday"))
	if zone := r.meta("mec_timezone"); zone != "global" {
		r.inZone(zone)
	}
	seconds := func(key, column string) time.Duration {
		stored := r.meta(key)
		if len(rows) > 0 && stored == "" {
			stored = rows[0][column]
		}
		return time.Duration(numberOf(stored)) * time.Second
	}
	from, to := seconds("mec_start_day_seconds", "time_start"), seconds("mec_end_day_seconds", "time_end")
	last := firstFilled(r.meta("mec_end_date"), first)
	var ok bool
	if r.start, ok = r.modernTime("event.start", first, from); !ok {
		return false
	}
	if !isYes(r.meta("mec_hide_end_time")) || e.AllDay {
		r.end, _ = r.modernTime("event.end", last, to)
	}
	if e.AllDay && !r.end.IsZero() {
		r.end = nextMidnight(r.end)
	}
	for _, row := range r.post.Rows["mec_dates"] {
		if start, ok := r.modernTime("event.instances", row["dstart"], from); ok && row["status"] != "trash" {
			r.known = append(r.known, start)
		}
	}
	if len(r.known) == 1 && r.known[0].Equal(r.start) {
		r.known = nil
	}
	r.repeatOn(r.known)
	if len(r.known) == 0 && isYes(r.meta("mec_repeat_status")) {
		r.find(finding.RecurrenceUnread, "event.recurrence", r.meta("mec_repeat_type"), "the event repeats, and the calendar has worked out no dates")
	}
	e.Venue = r.modernTerm("mec_location", r.meta("mec_location_id"))
	e.Organizer = r.modernTerm("mec_organizer", r.meta("mec_organizer_id"))
	e.URL = firstFilled(r.meta("mec_read_more"), r.meta("mec_more_info"))
	e.Cost = firstFilled(r.meta("mec_cost"))
	e.Status = map[string]string{"EventCancelled": "cancelled", "EventPostponed": "postponed"}[r.meta("mec_event_status")]
	return true
}

// modernTime is a day, and so many seconds on its clock.
func (r *reader) modernTime(field, day string, seconds time.Duration) (time.Time, bool) {
	if r.event.AllDay || seconds < 0 || seconds >= 24*time.Hour {
		seconds = 0
	}
	return r.wall(field, day+" "+time.Time{}.Add(seconds).Format(time.TimeOnly))
}

// modernTerm is the name of a term that the event refers to, with its address if it is a place. The ID 1 stands for none.
func (r *reader) modernTerm(taxonomy, stored string) string {
	id, ok := wordpress.ParseID(stored)
	if !ok || id == 1 {
		return ""
	}
	term, ok := r.view.Term(id)
	if !ok || term.Taxonomy != taxonomy {
		r.view.Log.Lose(finding.ReferenceMissing, fmt.Sprintf("%s %d", strings.TrimPrefix(taxonomy, "mec_"), id), 1)
		return ""
	}
	if taxonomy == "mec_location" {
		meta := func(key string) string {
			for _, m := range term.Meta {
				if m.Key == key {
					return m.Value
				}
			}
			return ""
		}
		r.at(meta("latitude"), meta("longitude"), meta("address"))
	}
	return term.PublicName()
}
