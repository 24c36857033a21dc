package facts

import (
	"strings"
	"time"

	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// eventsCalendarEvent reads an event of The Events Calendar: post meta with local times, the zone's name, and the IDs
// of a venue and organizers, which are posts.
func eventsCalendarEvent(post *wordpress.Post, view *wordpress.View) (record.Event, bool) {
	meta := func(key string) string { v, _ := post.MetaValue(key); return v }
	if meta("_EventStartDate") == "" {
		return record.Event{}, false
	}
	zone := zone(meta("_EventTimezone"), view)
	start, err := time.ParseInLocation(time.DateTime, meta("_EventStartDate"), zone)
	if err != nil {
		invalidTime(view, "event.start", meta("_EventStartDate"))
		return record.Event{}, false
	}
	end, err := time.ParseInLocation(time.DateTime, meta("_EventEndDate"), zone)
	if err != nil {
		end = time.Time{}
	}
	wholeDays := meta("_EventAllDay") == "yes" || meta("_EventAllDay") == "1"
	e := record.Event{AllDay: wholeDays, Timezone: zone.String(), URL: firstFilled(meta("_EventURL"))}
	e.Start, e.End = span(start, end, wholeDays)
	e.Cost = eventsCalendarCost(meta("_EventCost"), meta("_EventCurrencySymbol"), meta("_EventCurrencyPosition"))
	if id, ok := wordpress.ParseID(meta("_EventVenueID")); ok {
		e.Venue = view.Reference(id).Title
		setVenue(&e, view.Venue(id))
	}
	var organizers []string
	for _, m := range post.Meta {
		if id, ok := wordpress.ParseID(m.Value); ok && m.Key == "_EventOrganizerID" {
			organizers = append(organizers, view.Reference(id).Title)
		}
	}
	e.Organizer = place(organizers...)
	return e, true
}

// eventsCalendarCost is a price with its currency, which stands before or behind it. A cost in words has none.
func eventsCalendarCost(cost, currency, position string) string {
	cost, currency = firstFilled(cost), firstFilled(currency)
	switch {
	case strings.Trim(cost, "0123456789.,–- ") != "" || cost == "":
		return cost
	case position == "suffix" || position == "postfix":
		return strings.TrimSpace(cost + " " + currency)
	}
	return currency + cost
}

// setVenue reads the address and place of a venue out of its meta.
func setVenue(e *record.Event, meta []wordpress.Meta) {
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
	e.Address = place(value("_VenueAddress"), value("_VenueZip")+" "+value("_VenueCity"), value("_VenueStateProvince", "_VenueProvince", "_VenueState"), value("_VenueCountry"))
	e.Latitude, e.Longitude = position(value("_VenueLat"), value("_VenueLng"))
}

// eventsManagerEvent reads an event of Events Manager: a row of em_events with dates, times and a zone's name.
func eventsManagerEvent(post *wordpress.Post, view *wordpress.View) (record.Event, bool) {
	rows := post.Rows["em_events"]
	if len(rows) == 0 {
		return record.Event{}, false
	}
	row := rows[0]
	zone := zone(row["event_timezone"], view)
	at := func(date, clock string) (time.Time, error) {
		if clock == "" {
			clock = "00:00:00"
		}
		return time.ParseInLocation(time.DateTime, date+" "+clock, zone)
	}
	start, err := at(row["event_start_date"], row["event_start_time"])
	if err != nil {
		invalidTime(view, "event.start", row["event_start_date"])
		return record.Event{}, false
	}
	end, err := at(row["event_end_date"], row["event_end_time"])
	if err != nil {
		end = time.Time{}
	}
	e := record.Event{AllDay: row["event_all_day"] == "1", Timezone: zone.String()}
	if e.AllDay { // the end date is the last day, with any time
		if end, err = at(row["event_end_date"], ""); err == nil {
			end = end.AddDate(0, 0, 1)
		}
	}
	e.Start, e.End = span(start, end, e.AllDay)
	for _, location := range view.Table("em_locations") {
		if location["location_id"] == row["location_id"] && row["location_id"] != "" {
			e.Venue = firstFilled(location["location_name"])
			e.Address = place(location["location_address"], strings.TrimSpace(location["location_postcode"]+" "+location["location_town"]), location["location_country"])
			e.Latitude, e.Longitude = position(location["location_latitude"], location["location_longitude"])
		}
	}
	return e, true
}
