package wordpress

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // zones are the same on a machine that has none

	"wp2pub/migrate/clock"
	"wp2pub/migrate/finding"
)

// Time returns the instant that a pair of columns (post_date and post_date_gmt) names, with the site's offset at that
// instant. The GMT column decides; where it is zero or impossible, the local time is read in the site's zone. Doubt is
// DateImpossible where a column holds a date that does not exist, TimeGap where the clock skipped the local time: it
// is then moved forward by the gap, as WordPress does. Ok is false where neither column holds a time.
func (s *Site) Time(local, gmt string) (t time.Time, doubt finding.Code, ok bool) {
	if at, state := readTime(gmt); state == timeSet && written(at.In(s.zone)) {
		return at.In(s.zone), "", true
	} else if state != timeZero {
		doubt = finding.DateImpossible
	}
	wall, state := readTime(local)
	switch state {
	case timeImpossible:
		return time.Time{}, finding.DateImpossible, false
	case timeZero:
		return time.Time{}, doubt, false
	}
	t, gap := clock.InZone(wall, s.zone)
	if !written(t) {
		return time.Time{}, finding.DateImpossible, false
	}
	if gap {
		doubt = finding.TimeGap
	}
	return t, doubt, true
}

// written reports whether a time has a year of four digits, which is all that RFC 3339 can write. A time of the first
// or the last year may have none in the site's zone.
func written(t time.Time) bool { return t.Year() >= 0 && t.Year() <= 9999 }

// Zone is the site's time zone: its name, or its offset where it has none.
func (s *Site) Zone() *time.Location { return s.zone }

// Time returns the RFC 3339 form of what Site.Time says of a pair of columns, empty where they name no time. What is
// doubtful is written into the Log as of this field of the record.
func (v *View) Time(field, local, gmt string) string {
	v.Setup()
	t, doubt, ok := v.site.Time(local, gmt)
	if doubt != "" {
		v.Log.Find(finding.Finding{Code: doubt, Field: field, Value: local})
	}
	if !ok {
		return ""
	}
	return FormatTime(t)
}

// FormatTime is the RFC 3339 form of a time, with its offset: "2017-10-24T09:14:00+02:00".
func FormatTime(t time.Time) string { return t.Format("2006-01-02T15:04:05-07:00") }

type timeState int

const (
	timeZero       timeState = iota // not set
	timeSet                         // a time
	timeImpossible                  // a date that does not exist
)

// readTime reads a DATETIME as if it were UTC. A date alone is its midnight.
func readTime(stored string) (time.Time, timeState) {
	stored = strings.TrimSpace(stored)
	if strings.Trim(stored, "0-: .T") == "" {
		return time.Time{}, timeZero
	}
	for _, layout := range []string{"2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.Parse(layout, stored); err == nil {
			return t.Truncate(time.Second), timeSet
		}
	}
	return time.Time{}, timeImpossible
}

// zoneOf is the zone of the options timezone_string and, where that names none, gmt_offset, in hours.
func zoneOf(name, offset string) *time.Location {
	name = strings.TrimSpace(name)
	if name != "" && name != "Local" { // "Local" would be the zone of the machine
		if zone, err := time.LoadLocation(name); err == nil {
			return zone
		}
	}
	if zone, ok := OffsetZone(offset); ok {
		return zone
	}
	return time.UTC
}

// OffsetZone is the zone that is so many hours ahead of UTC: "5.75", "-3". Ok is false for what no clock shows.
func OffsetZone(hours string) (zone *time.Location, ok bool) {
	ahead, err := strconv.ParseFloat(strings.TrimSpace(hours), 64)
	if err != nil || math.IsNaN(ahead) || math.Abs(ahead) > 15 {
		return nil, false
	}
	seconds := int(math.Round(ahead * 3600))
	if seconds == 0 {
		return time.UTC, true
	}
	sign, rest := '+', seconds
	if seconds < 0 {
		sign, rest = '-', -seconds
	}
	return time.FixedZone(fmt.Sprintf("%c%02d:%02d", sign, rest/3600, rest/60%60), seconds), true
}
