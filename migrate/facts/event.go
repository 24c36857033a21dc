package facts

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// Event reads when and where the event of a post happens, out of the tables and meta of the calendar that made it. Ok
// is false where no known calendar speaks of the post.
func Event(post *wordpress.Post, view *wordpress.View) (event record.Event, ok bool) {
	for _, calendar := range []func(*wordpress.Post, *wordpress.View) (record.Event, bool){allInOneEvent, eventsCalendarEvent, eventsManagerEvent} {
		if event, ok := calendar(post, view); ok {
			return event, true
		}
	}
	return record.Event{}, false
}

// span writes the start and end of an event in its zone: as RFC 3339 times, or, of an event that lasts whole days and
// whose end is the midnight after its last day, as dates with the last day as end.
func span(start, end time.Time, wholeDays bool) (string, string) {
	if !wholeDays {
		if end.IsZero() {
			return wordpress.FormatTime(start), ""
		}
		return wordpress.FormatTime(start), wordpress.FormatTime(end)
	}
	last := start
	if end.After(start) {
		last = end.Add(-time.Second)
	}
	return start.Format(time.DateOnly), last.Format(time.DateOnly)
}

// zone finds a time zone by its IANA name or as "UTC+5.5", which is what WordPress calls an offset; what no zone is
// called becomes the site's, with a finding.
func zone(name string, view *wordpress.View) *time.Location {
	site := view.Zone()
	if name == "" || name == "sys.default" {
		return site
	}
	if at, err := time.LoadLocation(name); err == nil && name != "Local" {
		return at
	}
	if hours, ok := strings.CutPrefix(name, "UTC"); ok {
		if at, ok := wordpress.OffsetZone(hours); ok {
			return at
		}
	}
	view.Log.Find(finding.Finding{Code: finding.ValueInvalid, Field: "event.timezone", Value: name, Detail: "no time zone has this name; the site's own is used"})
	return site
}

// coordinate reads a latitude or longitude.
func coordinate(text string, limit float64) *float64 {
	f, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || f != f || f < -limit || f > limit {
		return nil
	}
	return &f
}

// position reads coordinates; 0,0 is what calendars store for "not set".
func position(latitude, longitude string) (*float64, *float64) {
	lat, long := coordinate(latitude, 90), coordinate(longitude, 180)
	if lat == nil || long == nil || *lat == 0 && *long == 0 {
		return nil, nil
	}
	return lat, long
}

// place joins the parts of an address that have a value.
func place(parts ...string) string {
	var filled []string
	for _, p := range parts {
		if p = strings.TrimSpace(wordpress.PlainText(p)); p != "" {
			filled = append(filled, p)
		}
	}
	return strings.Join(filled, ", ")
}

// firstFilled returns the first value that is not empty, as plain text.
func firstFilled(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(wordpress.PlainText(v)); v != "" {
			return v
		}
	}
	return ""
}

// invalidTime reports a time that cannot be read.
func invalidTime(view *wordpress.View, field, value string) {
	view.Log.Find(finding.Finding{Code: finding.DateImpossible, Field: field, Value: value, Detail: fmt.Sprintf("%q is no time", value)})
}
