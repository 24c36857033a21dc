package calendar

import (
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate/clock"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// span writes the start and end: as RFC 3339 times, or, of an event that lasts whole days, as dates with the last day as
// end.
func (r *reader) span() (start, end string) {
	if !r.event.AllDay {
		if r.end.IsZero() {
			return wordpress.FormatTime(r.start), ""
		}
		return wordpress.FormatTime(r.start), wordpress.FormatTime(r.end)
	}
	last := r.start
	if r.end.After(r.start) {
		last = r.end.Add(-time.Second)
	}
	return r.start.Format(time.DateOnly), last.Format(time.DateOnly)
}

// written is a start as records write it.
func (r *reader) written(start time.Time) string {
	if r.event.AllDay {
		return start.Format(time.DateOnly)
	}
	return wordpress.FormatTime(start)
}

// inZone finds a time zone by its IANA name, or as "UTC+5.5" or "+05:30". What no zone is called becomes the site's, with
// a finding.
func (r *reader) inZone(name string) {
	r.zone = r.view.Zone()
	name = strings.TrimSpace(name)
	if name == "" || name == "sys.default" {
		return
	}
	if zone, ok := zoneNamed(name); ok {
		r.zone = zone
		return
	}
	r.find(finding.ValueInvalid, "event.timezone", name, "no time zone has this name; the site's own is used")
}

func zoneNamed(name string) (*time.Location, bool) {
	hours := name
	for _, prefix := range []string{"UTC", "GMT"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok && rest != "" {
			hours = rest
		}
	}
	if before, minutes, ok := strings.Cut(hours, ":"); ok {
		if m, err := strconv.Atoi(minutes); err == nil && m >= 0 && m < 60 {
			hours = before + strconv.FormatFloat(float64(m)/60, 'f', -1, 64)[1:]
		}
	}
	if zone, ok := wordpress.OffsetZone(hours); ok {
		return zone, true
	}
	zone, err := time.LoadLocation(name)
	return zone, err == nil && name != "Local"
}

// wall reads a date and time that the clocks of the event's zone show. Of an impossible one ok is false.
func (r *reader) wall(field, stored string) (t time.Time, ok bool) {
	stored = strings.TrimSpace(stored)
	if strings.Trim(stored, "0-: ") == "" {
		return time.Time{}, false
	}
	for _, layout := range []string{time.DateTime, "2006-01-02 15:04", time.DateOnly, "2006-01-02T15:04:05"} {
		if wall, err := time.Parse(layout, stored); err == nil {
			t, gap := clock.InZone(wall, r.zone)
			if gap {
				r.find(finding.TimeGap, field, stored, "")
			}
			return t, true
		}
	}
	r.impossible(field, stored)
	return time.Time{}, false
}

// unix reads the seconds since 1970 of an instant.
func (r *reader) unix(stored string) (time.Time, bool) {
	seconds, err := strconv.ParseInt(strings.TrimSpace(stored), 10, 64)
	const last = 253402214400 // the last day of the year 9999, which every zone can write
	if err != nil || seconds <= 0 || seconds >= last {
		return time.Time{}, false
	}
	return time.Unix(seconds, 0).In(r.zone), true
}

// fakeUnix reads seconds that calendars make of the time on the wall clock as if it were UTC.
func (r *reader) fakeUnix(stored string) (time.Time, bool) {
	t, ok := r.unix(stored)
	if !ok {
		return t, false
	}
	t, _ = clock.InZone(t.UTC(), r.zone)
	return t, true
}

// wholeDay moves the end of an event of whole days to a midnight: some sites begin their days at six in the morning.
func (r *reader) wholeDay() {
	since := clock.Wall(r.start).Sub(midnight(r.start))
	r.start = r.start.Add(-since)
	if !r.end.IsZero() {
		r.end = r.end.Add(-since)
	}
}
