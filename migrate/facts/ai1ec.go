package facts

import (
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// allInOneEvent reads an event of All-in-One Event Calendar: a row of ai1ec_events with Unix times, the name of a time
// zone ("sys.default": the site's) and iCalendar rules, and rows of ai1ec_event_instances. An all-day event ends at the
// midnight after its last day; an instant event has no end, though one half an hour later is stored.
func allInOneEvent(post *wordpress.Post, view *wordpress.View) (record.Event, bool) {
	rows := post.Rows["ai1ec_events"]
	if len(rows) == 0 {
		return record.Event{}, false
	}
	row := rows[0]
	zone := zone(row["timezone_name"], view)
	start, ok := unix(row["start"], zone)
	if !ok {
		invalidTime(view, "event.start", row["start"])
		return record.Event{}, false
	}
	end, hasEnd := unix(row["end"], zone)
	if !hasEnd || row["instant_event"] == "1" {
		end = time.Time{}
	}
	e := record.Event{AllDay: row["allday"] == "1", Timezone: zone.String()}
	e.Start, e.End = span(start, end, e.AllDay)
	e.Recurrence = rules(nil, "RRULE", row["recurrence_rules"])
	e.Recurrence = rules(e.Recurrence, "RDATE", row["recurrence_dates"])
	e.Exceptions = rules(nil, "EXRULE", row["exception_rules"])
	e.Exceptions = rules(e.Exceptions, "EXDATE", row["exception_dates"])
	for _, instance := range post.Rows["ai1ec_event_instances"] {
		if at, ok := unix(instance["start"], zone); ok {
			text, _ := span(at, time.Time{}, e.AllDay)
			e.Instances = append(e.Instances, text)
		}
	}
	e.Venue = firstFilled(row["venue"])
	if e.Address = firstFilled(row["address"]); e.Address == "" {
		e.Address = place(strings.TrimSpace(row["postal_code"]+" "+row["city"]), row["province"], row["country"])
	}
	e.Latitude, e.Longitude = position(row["latitude"], row["longitude"])
	e.Organizer = firstFilled(row["contact_name"])
	e.URL = firstFilled(row["ticket_url"], row["contact_url"], row["ical_source_url"])
	e.Cost = allInOneCost(row["cost"], view.Log)
	return e, true
}

// allInOneCost reads the column cost: text, or a serialized array of cost and is_free.
func allInOneCost(stored string, log *finding.Log) string {
	value := wordpress.Decode(stored, "event.cost", log)
	fields, ok := value.(wordpress.Object)
	if !ok {
		return firstFilled(stored)
	}
	cost, free := "", false
	for _, f := range fields {
		switch f.Name {
		case "cost":
			cost, _ = f.Value.(string)
		case "is_free":
			free, _ = f.Value.(bool)
		}
	}
	if cost = firstFilled(cost); cost == "" && free {
		return "free"
	}
	return cost
}

// rules adds an iCalendar property for each rule of a column; several rules stand on lines of their own.
func rules(to []string, property, column string) []string {
	for line := range strings.Lines(column) {
		if line = strings.TrimSpace(line); line != "" {
			to = append(to, property+":"+strings.TrimPrefix(line, property+":"))
		}
	}
	return to
}

func unix(text string, zone *time.Location) (time.Time, bool) {
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds <= 0 || seconds > 253402300799 { // the end of year 9999
		return time.Time{}, false
	}
	return time.Unix(seconds, 0).In(zone), true
}
