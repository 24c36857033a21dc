package calendar

import (
	"time"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// eventON reads an event of EventON: meta with the time on the wall clock as seconds since 1970, and of a repeated event
// the list of all its dates. Its place and organizer are terms.
func (r *reader) eventON() bool {
	stored := r.meta("evcal_srow")
	if stored == "" || r.post.Type != "ajde_events" {
		return false
	}
	e := &r.event
	r.inZone(firstFilled(r.meta("_evo_tz"), r.meta("evo_event_timezone")))
	e.AllDay = isYes(r.meta("evcal_allday"))
	var ok bool
	if r.start, ok = r.fakeUnix(stored); !ok {
		r.impossible("event.start", stored)
		return false
	}
	if !isYes(r.meta("evo_hide_endtime")) || e.AllDay {
		r.end, _ = r.fakeUnix(r.meta("evcal_erow"))
	}
	if e.AllDay {
		r.wholeDay()
		if !r.end.IsZero() {
			r.end = nextMidnight(r.end)
		}
	}
	if isYes(r.meta("evcal_repeat")) {
		r.eventONRepeats()
	}
	for _, term := range r.view.Terms(r.post.ID) {
		switch term.Taxonomy {
		case "event_location":
			e.Venue = term.PublicName()
		case "event_organizer":
			e.Organizer = term.PublicName()
		}
	}
	e.Venue = firstFilled(e.Venue, r.meta("evcal_location_name"))
	r.at(r.meta("evcal_lat"), r.meta("evcal_lon"), r.meta("evcal_location"))
	e.Organizer = firstFilled(e.Organizer, r.meta("evcal_organizer"))
	e.URL = firstFilled(r.meta("evcal_lmlink"), r.meta("evcal_exlink"))
	e.Status = map[string]string{"cancelled": "cancelled", "postponed": "postponed"}[r.meta("_status")]
	return true
}

// eventONRepeats reads the list of dates: pairs of start and end.
func (r *reader) eventONRepeats() {
	dates := wordpress.Decode(r.meta("repeat_intervals"), "meta.repeat_intervals", r.view.Log)
	var starts []time.Time
	for _, pair := range listIn(wordpress.Object{{Name: "dates", Value: dates}}, "dates") {
		both := listIn(wordpress.Object{{Name: "pair", Value: pair}}, "pair")
		if len(both) == 0 {
			continue
		}
		if start, ok := r.fakeUnix(textIn(wordpress.Object{{Name: "start", Value: both[0]}}, "start")); ok {
			starts = append(starts, r.dayOf(start))
		}
	}
	if len(starts) == 0 {
		r.find(finding.RecurrenceUnread, "event.recurrence", r.meta("evcal_rep_freq"), "the event repeats, and the calendar has worked out no dates")
		return
	}
	r.known = starts
	r.repeatOn(starts)
}
