package export

import (
	"io"
	"net/mail"
	"slices"
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate/clock"
	"wp2pub/migrate/record"
)

// Forms in which iCalendar writes a time and a day.
const (
	calendarTime = "20060102T150405"
	calendarDate = "20060102"
)

// icalendarEncoder writes a calendar of the records that are events, as iCalendar (RFC 5545). The draft holds the events;
// the zones, which are known when all have come, go before them.
type icalendarEncoder struct {
	lines    calendarLines
	zones    calendarZones
	repeated map[string]map[string]bool // starts of repeated events, by the ID of the record
	written  int
	timeless int // records of kind event of which no start is known
}

func newICalendar(w io.Writer) Encoder {
	return &icalendarEncoder{lines: calendarLines{to: w}, zones: calendarZones{}, repeated: map[string]map[string]bool{}}
}

// calendarEvent is the event of a record with its times read.
type calendarEvent struct {
	record.Event
	start, end time.Time
	allDay     bool
	unnamed    bool // the zone has no name that other programs know: its times are written as UTC
}

// Add implements Encoder.
func (e *icalendarEncoder) Add(r *record.Record) error {
	event, ok := readCalendarEvent(r.Event)
	if !ok {
		if r.Kind == "event" {
			e.timeless++
		}
		return nil
	}
	e.written++
	l := &e.lines
	l.put("BEGIN:VEVENT")
	e.identify(r, event)
	l.put("DTSTAMP:" + stampOf(r))
	parameters, start := event.moment(event.start)
	l.put("DTSTART" + parameters + ":" + start)
	if event.end.After(event.start) {
		parameters, end := event.moment(event.end)
		l.put("DTEND" + parameters + ":" + end)
	}
	last := event.start
	if len(event.Recurrence) > 0 || len(event.Instances) > 1 {
		last = event.repeat(l)
		e.remember(r.ID, event)
	}
	if !event.allDay && !event.unnamed && event.start.Location() != time.UTC {
		e.zones.cover(event.start.Location(), event.start, last.AddDate(0, 0, 7))
	}
	describeEvent(l, r)
	l.put("END:VEVENT")
	return l.err
}

// identify writes which event it is. A post that is one date of a repeated event, as early versions of calendars have them,
// stands for that date of the event, or the date would be there twice.
func (e *icalendarEncoder) identify(r *record.Record, event *calendarEvent) {
	site, _, _ := strings.Cut(r.ID, "#")
	if i := strings.LastIndexByte(site, ':'); i >= 0 && r.Source.ParentID > 0 {
		parent := site[:i+1] + strconv.FormatInt(r.Source.ParentID, 10)
		if e.repeated[parent][r.Event.Start] {
			e.lines.text("UID", parent)
			parameters, start := event.moment(event.start)
			e.lines.put("RECURRENCE-ID" + parameters + ":" + start)
			return
		}
	}
	e.lines.text("UID", r.ID)
}

func (e *icalendarEncoder) remember(id string, event *calendarEvent) {
	starts := make(map[string]bool, len(event.Instances))
	for _, start := range event.Instances {
		starts[start] = true
	}
	e.repeated[id] = starts
}

// readCalendarEvent reads the times of an event. Ok is false where it has no start.
func readCalendarEvent(event record.Event) (e *calendarEvent, ok bool) {
	e = &calendarEvent{Event: event, allDay: event.AllDay}
	zone := time.UTC
	if named, err := time.LoadLocation(event.Timezone); err == nil && event.Timezone != "" && event.Timezone != "Local" {
		zone = named
	} else if event.Timezone != "" && !event.AllDay {
		e.unnamed = true
	}
	if e.allDay {
		zone = time.UTC // a day is a day everywhere
		last, err := time.ParseInLocation(time.DateOnly, event.End, zone)
		if err == nil {
			e.end = last.AddDate(0, 0, 1)
		}
	} else if end, err := time.Parse(time.RFC3339, event.End); err == nil {
		e.end = end.In(zone)
	}
	e.start, ok = e.read(event.Start, zone)
	return e, ok
}

func (e *calendarEvent) read(text string, zone *time.Location) (time.Time, bool) {
	layout := time.RFC3339
	if e.allDay {
		layout = time.DateOnly
	}
	t, err := time.ParseInLocation(layout, text, zone)
	if err == nil && e.unnamed {
		return t, true // the rules recur on the clock of the offset that stands in it
	}
	return t.In(zone), err == nil
}

// instances are the starts that the record lists.
func (e *calendarEvent) instances() []time.Time {
	var starts []time.Time
	for _, text := range e.Instances {
		if t, ok := e.read(text, e.start.Location()); ok {
			starts = append(starts, t)
		}
	}
	return starts
}

// moment writes a time as the value of a property, with the property's parameters.
func (e *calendarEvent) moment(t time.Time) (parameters, value string) {
	zone := e.start.Location()
	switch {
	case e.allDay:
		return ";VALUE=DATE", t.Format(calendarDate)
	case e.unnamed || zone == time.UTC || zone.String() == "UTC":
		return "", t.UTC().Format(calendarTime) + "Z"
	}
	return ";TZID=" + zone.String(), clock.Wall(t.In(zone)).Format(calendarTime)
}

// stampOf is when the record last changed: a calendar made again of the same records is the same.
func stampOf(r *record.Record) string {
	for _, text := range []string{r.Modified, r.Posted} {
		if t, err := time.Parse(time.RFC3339, text); err == nil {
			return t.UTC().Format(calendarTime) + "Z"
		}
	}
	return "19700101T000000Z"
}

// describeEvent writes what the record says of an event beside when it is.
func describeEvent(l *calendarLines, r *record.Record) {
	event := &r.Event
	l.text("SUMMARY", r.Title)
	l.text("DESCRIPTION", descriptionOf(r))
	l.text("LOCATION", strings.Join(slices.DeleteFunc([]string{event.Venue, event.Address}, func(s string) bool { return s == "" }), ", "))
	if event.Latitude != nil && event.Longitude != nil {
		l.put("GEO:" + strconv.FormatFloat(*event.Latitude, 'f', -1, 64) + ";" + strconv.FormatFloat(*event.Longitude, 'f', -1, 64))
	}
	if address, err := mail.ParseAddress(event.Organizer); err == nil && !strings.ContainsAny(address.Name, "\"\r\n") {
		name := ""
		if address.Name != "" {
			name = `;CN="` + address.Name + `"`
		}
		l.put("ORGANIZER" + name + ":mailto:" + address.Address)
	} else {
		l.text("CONTACT", event.Organizer)
	}
	if uri := calendarURI(event.URL, r.Source.Permalink); uri != "" {
		l.put("URL:" + uri)
	}
	l.texts("CATEGORIES", categoriesOf(r))
	status := "CONFIRMED"
	switch {
	case event.Status == "cancelled":
		status = "CANCELLED"
	case event.Status == "postponed" || r.Status != "" && r.Status != "published":
		status = "TENTATIVE"
	}
	l.put("STATUS:" + status)
}

// descriptionOf is the summary, else the body as text.
func descriptionOf(r *record.Record) string {
	for _, text := range []string{r.Summary, r.Body.Text, textOfHTML(r.Body.HTML), r.Body.Markdown} {
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

// categoriesOf are the record's subjects, and its terms in taxonomies of categories and tags.
func categoriesOf(r *record.Record) []string {
	names := slices.Clone(r.Subjects)
	for _, taxonomy := range r.Terms {
		if strings.Contains(taxonomy.Name, "cat") || strings.Contains(taxonomy.Name, "tag") {
			for _, term := range taxonomy.Terms {
				if !slices.Contains(names, term.Name) {
					names = append(names, term.Name)
				}
			}
		}
	}
	return names
}

// End implements Encoder.
func (e *icalendarEncoder) End() error { return e.lines.err }

// Complete implements Completer.
func (e *icalendarEncoder) Complete(draft io.Reader, to io.Writer, _ func(id string) string) error {
	l := &calendarLines{to: to}
	l.put("BEGIN:VCALENDAR")
	l.put("VERSION:2.0")
	l.put("PRODID:-//wp2pub//wp2pub//EN")
	l.put("CALSCALE:GREGORIAN")
	e.zones.write(l)
	if l.err == nil {
		_, l.err = io.Copy(to, draft)
	}
	l.put("END:VCALENDAR")
	return l.err
}

// Tally implements Encoder.
func (e *icalendarEncoder) Tally() (int, []string) {
	if e.timeless == 0 {
		return e.written, nil
	}
	return e.written, []string{plural(e.timeless, "event without a start", "events without a start") + " left out"}
}
