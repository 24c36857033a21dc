package calendar

import (
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// eventsManager reads an event of Events Manager: a row of em_events with dates, times and a zone's name; a row of
// em_locations; prices in em_tickets. Of an event that repeats the row holds the first and the last day of its rule, and
// how many days each occurrence lasts.
func (r *reader) eventsManager() bool {
	row, occurrences := eventsManagerRow(r.post.Rows["em_events"])
	if row == nil {
		return false
	}
	e := &r.event
	e.AllDay = row["event_all_day"] == "1"
	r.inZone(row["event_timezone"])
	var ok bool
	if r.start, ok = r.eventsManagerTime("event.start", row["event_start_date"], row["event_start_time"]); !ok {
		return false
	}
	r.end, _ = r.eventsManagerTime("event.end", row["event_end_date"], row["event_end_time"])
	rules := eventsManagerRules(row, r.view)
	if len(rules) > 0 {
		if !r.eventsManagerRepeats(rules, row) {
			return false
		}
		var off []time.Time
		for _, o := range occurrences {
			switch start, ok := r.eventsManagerTime("event.instances", o["event_start_date"], o["event_start_time"]); {
			case ok && o["event_active_status"] == "0":
				off = append(off, start)
			case ok:
				r.known = append(r.known, start)
			}
		}
		r.exceptOn(off)
	} else if e.AllDay && !r.end.IsZero() { // the end date is the last day, with any time
		r.end = nextMidnight(r.end)
	}
	if row["event_active_status"] == "0" {
		e.Status = "cancelled"
	}
	r.eventsManagerPlace(row["location_id"])
	e.URL = firstFilled(r.meta("_event_location_url"))
	if row["event_rsvp"] == "1" {
		e.Cost = r.eventsManagerCost(row["event_id"])
	}
	return true
}

// eventsManagerRow is the row of the event itself. Since version 7 its occurrences may be rows about the same post.
func eventsManagerRow(rows []wordpress.Row) (event wordpress.Row, occurrences []wordpress.Row) {
	for _, row := range rows {
		if row["event_type"] == "recurrence" && len(rows) > 1 {
			occurrences = append(occurrences, row)
		} else if event == nil {
			event = row
		}
	}
	return event, occurrences
}

func (r *reader) eventsManagerTime(field, date, clock string) (time.Time, bool) {
	if r.event.AllDay {
		clock = ""
	}
	return r.wall(field, strings.TrimSpace(date+" "+clock))
}

func nextMidnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, t.Location())
}

// eventsManagerPlace reads where it is. A location is a post, too, and may be one that may not leave.
func (r *reader) eventsManagerPlace(id string) {
	if id == "" || id == "0" {
		return
	}
	rows := r.view.TableRows("em_locations", "location_id", id)
	if len(rows) == 0 {
		r.view.Log.Lose(finding.ReferenceMissing, "location "+id, 1)
		return
	}
	location := rows[0]
	if post, ok := wordpress.ParseID(location["post_id"]); ok && r.view.Reference(post).Private || location["location_private"] == "1" {
		r.view.Log.Lose(finding.ReferencePrivate, "location "+id, 1)
		return
	}
	r.event.Venue = firstFilled(location["location_name"])
	r.at(location["location_latitude"], location["location_longitude"], location["location_address"],
		strings.TrimSpace(location["location_postcode"]+" "+location["location_town"]), location["location_state"], location["location_country"])
}

// eventsManagerCost is the price of the tickets, or the range of their prices.
func (r *reader) eventsManagerCost(event string) string {
	tickets := r.view.TableRows("em_tickets", "event_id", event)
	least, most, found := 0.0, 0.0, false
	for _, ticket := range tickets {
		price, err := strconv.ParseFloat(ticket["ticket_price"], 64)
		if ticket["ticket_price"] != "" && err != nil || price < 0 || price != price || ticket["ticket_status"] == "0" {
			continue
		}
		if !found || price < least {
			least = price
		}
		most, found = max(most, price), true
	}
	written := func(price float64) string {
		if price == float64(int64(price)) {
			return strconv.FormatInt(int64(price), 10)
		}
		return strconv.FormatFloat(price, 'f', 2, 64)
	}
	currency, ok := r.view.Option("dbem_bookings_currency")
	if !ok {
		currency = "USD" // what the plugin takes where nothing is chosen
	}
	switch {
	case !found:
		return ""
	case most == 0:
		return "free"
	case least == most:
		return written(most) + " " + currency
	}
	return written(least) + "–" + written(most) + " " + currency
}
