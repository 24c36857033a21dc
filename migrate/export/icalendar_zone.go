package export

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"wp2pub/migrate/clock"
)

// calendarZones are the zones in which a calendar's events are, each with the years that they need.
type calendarZones map[string]*zoneYears

type zoneYears struct {
	zone        *time.Location
	first, last time.Time
}

// cover makes a zone known for some time.
func (z calendarZones) cover(zone *time.Location, from, to time.Time) {
	known := z[zone.String()]
	if known == nil {
		known = &zoneYears{zone, from, to}
		z[zone.String()] = known
	}
	if from.Before(known.first) {
		known.first = from
	}
	if to.After(known.last) {
		known.last = to
	}
}

// write writes a VTIMEZONE for each zone: what its clocks show from before the first event until after the last.
func (z calendarZones) write(lines *calendarLines) {
	for _, name := range slices.Sorted(maps.Keys(z)) {
		years := z[name]
		lines.put("BEGIN:VTIMEZONE")
		lines.put("TZID:" + name)
		t := time.Date(years.first.Year()-1, 1, 1, 0, 0, 0, 0, years.zone)
		last := time.Date(years.last.Year()+2, 1, 1, 0, 0, 0, 0, years.zone)
		_, before := t.Zone()
		for begin := t; begin.Before(last); {
			writeObservance(lines, begin, before)
			_, before = begin.Zone()
			begin = nextObservance(begin, last)
		}
		lines.put("END:VTIMEZONE")
	}
}

// nextObservance is when the clocks that show what they do at a moment first show something else, or last if they do not
// before. Of years to come, the bounds that package time gives are also those of years, and on the last day of a leap year
// they do not lie ahead.
func nextObservance(t, last time.Time) time.Time {
	name, offset := t.Zone()
	for t.Before(last) {
		_, end := t.ZoneBounds()
		switch {
		case end.IsZero():
			return last
		case !end.After(t):
			end = t.AddDate(0, 0, 1)
		}
		if n, o := end.Zone(); n != name || o != offset {
			return end
		}
		t = end
	}
	return last
}

// writeObservance writes from when on the clocks show a zone's offset; before is that which they showed until then.
func writeObservance(lines *calendarLines, begin time.Time, before int) {
	kind := "STANDARD"
	if begin.IsDST() {
		kind = "DAYLIGHT"
	}
	name, offset := begin.Zone()
	lines.put("BEGIN:" + kind)
	lines.put("DTSTART:" + clock.Wall(begin.In(time.FixedZone("", before))).Format(calendarTime))
	lines.put("TZOFFSETFROM:" + calendarOffset(before))
	lines.put("TZOFFSETTO:" + calendarOffset(offset))
	lines.put("TZNAME:" + name)
	lines.put("END:" + kind)
}

func calendarOffset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	text := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if rest := seconds % 60; rest != 0 {
		text += fmt.Sprintf("%02d", rest)
	}
	return text
}
