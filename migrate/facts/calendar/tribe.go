package calendar

import (
	"strings"
	"time"

	"wp2pub/migrate/wordpress"
)

// eventsCalendar reads an event of The Events Calendar: post meta with local times, the zone's name, and the IDs of a
// venue and organizers, which are posts. Of repeated events, the rows of tec_events and tec_occurrences say more where
// they are there (since version 6); before that each further date is a post of its own, whose parent is the first.
func (r *reader) eventsCalendar() bool {
	if r.meta("_EventStartDate") == "" {
		return false
	}
	e := &r.event
	r.inZone(r.meta("_EventTimezone"))
	var ok bool
	if r.start, ok = r.wall("event.start", r.meta("_EventStartDate")); !ok {
		return false
	}
	r.end, _ = r.wall("event.end", r.meta("_EventEndDate"))
	if e.AllDay = isYes(r.meta("_EventAllDay")); e.AllDay {
		r.wholeDay()
	}
	r.tribeOccurrences()
	e.URL = firstFilled(r.meta("_EventURL"))
	e.Cost = price(r.meta("_EventCost"), firstFilled(r.meta("_EventCurrencySymbol"), r.meta("_EventCurrencyCode")), strings.HasSuffix(r.meta("_EventCurrencyPosition"), "fix") && r.meta("_EventCurrencyPosition") != "prefix")
	e.Status = map[string]string{"canceled": "cancelled", "postponed": "postponed"}[r.meta("_tribe_events_status")]
	if id, ok := wordpress.ParseID(r.meta("_EventVenueID")); ok {
		if e.Venue, ok = r.named("venue", id); ok {
			r.tribeVenue(r.view.Venue(id))
		}
	}
	var organizers []string
	for _, m := range r.post.Meta {
		if id, ok := wordpress.ParseID(m.Value); ok && m.Key == "_EventOrganizerID" {
			name, _ := r.named("organizer", id)
			organizers = append(organizers, name)
		}
	}
	e.Organizer = place(organizers...)
	return true
}

// tribeOccurrences reads how the event repeats. A post with a parent is one date of another event.
func (r *reader) tribeOccurrences() {
	if r.post.Parent > 0 {
		return
	}
	for _, row := range r.post.Rows["tec_occurrences"] {
		if start, ok := r.wall("event.instances", row["start_date"]); ok {
			r.known = append(r.known, r.dayOf(start))
		}
	}
	if len(r.known) == 1 && r.known[0].Equal(r.start) { // every event has a row; of one that does not repeat it says nothing
		r.known = nil
	}
	for _, m := range r.post.Meta { // early versions write each date into the one post
		if m.Key == "_EventStartDate" {
			if start, ok := r.wall("event.instances", m.Value); ok && !r.dayOf(start).Equal(r.start) {
				r.known = append(r.known, r.start, r.dayOf(start))
			}
		}
	}
	set := ""
	if rows := r.post.Rows["tec_events"]; len(rows) > 0 {
		set = rows[0]["rset"]
	}
	switch {
	case strings.TrimSpace(set) != "":
		r.tribeSet(set)
	case r.meta("_EventRecurrence") != "":
		r.tribeRules(wordpress.Decode(r.meta("_EventRecurrence"), "meta._EventRecurrence", r.view.Log))
	}
	if len(r.event.Recurrence) == 0 && len(r.known) > 0 {
		r.repeatOn(r.known)
	}
}

// dayOf is a start as the event has it: of whole days their midnight.
func (r *reader) dayOf(start time.Time) time.Time {
	if r.event.AllDay {
		return r.onDay(r.start, start)
	}
	return start
}

// tribeVenue reads the address and place of a venue out of its meta.
func (r *reader) tribeVenue(meta []wordpress.Meta) {
	value := func(keys ...string) string {
		for _, key := range keys {
			for _, m := range meta {
				if m.Key == key && strings.TrimSpace(m.Value) != "" {
					return strings.TrimSpace(m.Value)
				}
			}
		}
		return ""
	}
	r.at(value("_VenueLat"), value("_VenueLng"),
		value("_VenueAddress"), value("_VenueZip")+" "+value("_VenueCity"), value("_VenueStateProvince", "_VenueProvince", "_VenueState"), value("_VenueCountry"))
}
