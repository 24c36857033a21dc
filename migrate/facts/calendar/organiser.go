package calendar

import (
	"fmt"
	"strings"
	"time"

	"wp2pub/migrate/wordpress"
)

// eventOrganiser reads an event of Event Organiser: a row of eo_events for each date, in the site's zone, and in meta when
// the first one is and how it repeats. Its venue is a term, whose address stands in eo_venuemeta.
func (r *reader) eventOrganiser() bool {
	rows := r.post.Rows["eo_events"]
	schedule := wordpress.Decode(r.meta("_eventorganiser_event_schedule"), "meta._eventorganiser_event_schedule", r.view.Log)
	if len(rows) == 0 && in(schedule, "schedule") == nil {
		return false
	}
	e := &r.event
	e.AllDay = isYes(textIn(schedule, "all_day"))
	for _, row := range rows {
		if start, ok := r.wall("event.instances", row["StartDate"]+" "+row["StartTime"]); ok {
			r.known = append(r.known, start)
		}
	}
	var ok bool
	if r.start, ok = r.wall("event.start", r.meta("_eventorganiser_schedule_start_start")); !ok {
		if len(rows) == 0 {
			return false
		}
		if r.start, ok = r.wall("event.start", rows[0]["StartDate"]+" "+rows[0]["StartTime"]); !ok {
			return false
		}
	}
	if r.end, ok = r.wall("event.end", r.meta("_eventorganiser_schedule_start_finish")); !ok && len(rows) > 0 {
		r.end, _ = r.wall("event.end", rows[0]["EndDate"]+" "+rows[0]["FinishTime"])
	}
	if e.AllDay {
		r.wholeDay()
		if !r.end.IsZero() {
			r.end = nextMidnight(r.end)
		}
		for i, t := range r.known {
			r.known[i] = r.dayOf(t)
		}
	}
	if len(r.known) == 1 && r.known[0].Equal(r.start) {
		r.known = nil
	}
	r.organiserRule(schedule)
	for _, term := range r.view.Terms(r.post.ID) {
		if term.Taxonomy != "event-venue" {
			continue
		}
		e.Venue = term.PublicName()
		meta := map[string]string{}
		for _, row := range r.view.TableRows("eo_venuemeta", "eo_venue_id", fmt.Sprint(term.ID)) {
			meta[row["meta_key"]] = row["meta_value"]
		}
		r.at(meta["_lat"], meta["_lng"], meta["_address"], strings.TrimSpace(meta["_postcode"]+" "+meta["_city"]), meta["_state"], meta["_country"])
		break
	}
	return true
}

// organiserRule writes how an event repeats: days of the week as a list, which day of a month as RFC 5545 does, and dates
// that come or go.
func (r *reader) organiserRule(schedule any) {
	every := interval(numberIn(schedule, "frequency"))
	text := ""
	switch textIn(schedule, "schedule") {
	case "daily":
		text = "FREQ=DAILY" + every
	case "weekly":
		text = "FREQ=WEEKLY" + every
		var days []string
		for _, day := range listIn(schedule, "schedule_meta") {
			if day, ok := day.(string); ok && strings.Contains(strings.Join(weekdays, " "), day) && len(day) == 2 {
				days = append(days, day)
			}
		}
		if days != nil {
			text += ";BYDAY=" + strings.Join(days, ",")
		}
	case "monthly":
		text = "FREQ=MONTHLY" + every
		if by := textIn(schedule, "schedule_meta"); strings.HasPrefix(by, "BYDAY=") || strings.HasPrefix(by, "BYMONTHDAY=") {
			text += ";" + by
		}
	case "yearly":
		text = "FREQ=YEARLY" + every
	}
	if text != "" {
		last, ok := r.wall("event.recurrence", firstFilled(r.meta("_eventorganiser_schedule_until"), r.meta("_eventorganiser_schedule_last_start")))
		if ok {
			text += r.until(last)
		}
		r.event.Recurrence = append(r.event.Recurrence, "RRULE:"+text)
	}
	r.repeatOn(r.organiserDates(schedule, "include"))
	r.exceptOn(r.organiserDates(schedule, "exclude"))
	if text == "" && len(r.event.Recurrence) == 0 {
		r.repeatOn(r.known)
	}
}

func (r *reader) organiserDates(schedule any, key string) []time.Time {
	var dates []time.Time
	for _, value := range listIn(schedule, key) {
		if stored, ok := value.(string); ok {
			if t, ok := r.wall("event.recurrence", stored); ok {
				dates = append(dates, r.dayOf(t))
			}
		}
	}
	return dates
}
