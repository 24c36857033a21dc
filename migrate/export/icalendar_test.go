package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"pgregory.net/rapid"

	"wp2pub/migrate/record"
)

// calendarOf writes records as iCalendar and reads them with another program's eyes.
func calendarOf(t interface {
	Helper()
	Fatal(...any)
}, records ...*record.Record) (*ical.Calendar, string) {
	t.Helper()
	text, _ := written(t, "icalendar", records...)
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Fatal("a line is too long, or ends wrongly:", line)
		}
	}
	calendar, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatal(err, text)
	}
	return calendar, text
}

// TestICalendarIsReadAsItWasWritten holds for any texts, times and zones.
func TestICalendarIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord().Draw(t, "record")
		at := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "start"), 0)
		zone := rapid.SampledFrom([]string{"Europe/Vienna", "America/St_Johns", "UTC", "Asia/Kathmandu", "+05:30", "Africa/Monrovia", ""}).Draw(t, "zone")
		r.Event.Timezone, r.Event.AllDay = zone, rapid.Bool().Draw(t, "all day")
		length := time.Duration(rapid.IntRange(1, 100).Draw(t, "hours")) * time.Hour
		r.Event.Start, r.Event.End = at.UTC().Format(time.RFC3339), at.Add(length).UTC().Format(time.RFC3339)
		if r.Event.AllDay {
			r.Event.Start, r.Event.End = at.UTC().Format(time.DateOnly), at.Add(length).UTC().Format(time.DateOnly)
		}
		calendar, text := calendarOf(t, r)
		events := calendar.Events()
		if len(events) != 1 {
			t.Fatal(text)
		}
		start, err := events[0].DateTimeStart(time.UTC)
		end, endErr := events[0].DateTimeEnd(time.UTC)
		if err != nil || endErr != nil {
			t.Fatal(err, endErr, text)
		}
		layout := time.RFC3339
		if r.Event.AllDay {
			layout, end = time.DateOnly, end.AddDate(0, 0, -1)
		}
		if start.UTC().Format(layout) != r.Event.Start || end.UTC().Format(layout) != r.Event.End {
			t.Fatalf("from %s to %s, want %s to %s\n%s", start, end, r.Event.Start, r.Event.End, text)
		}
		summary, err := events[0].Props.Text(ical.PropSummary)
		if want := spoken(r.Title); err != nil || summary != want {
			t.Fatalf("%v: %q, want %q\n%s", err, summary, want, text)
		}
	})
}

// Years to come have zones, too: the last day of a leap year among them.
func TestZonesOfYearsToCome(t *testing.T) {
	r := &record.Record{ID: "a.example:1", Kind: "event", Title: "Far ahead", Event: record.Event{Start: "2040-12-30T10:00:00+01:00", End: "2041-01-02T10:00:00+01:00", Timezone: "Europe/Vienna"}}
	_, text := calendarOf(t, r)
	for _, want := range []string{"DTSTART;TZID=Europe/Vienna:20401230T100000\r\n", "DTSTART:20401028T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if n := strings.Count(text, "BEGIN:STANDARD") + strings.Count(text, "BEGIN:DAYLIGHT"); n != 9 {
		t.Errorf("%d observances of four years\n%s", n, text)
	}
}

// spoken is a text as iCalendar can hold it.
func spoken(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimSpace(strings.ToValidUTF8(text, "\ufffd")))
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0x7f {
			return -1
		}
		return r
	}, text)
}

func TestICalendarLines(t *testing.T) {
	half := 16.5
	r := &record.Record{ID: "a.example:7", Kind: "event", Title: "Talk; with, commas", Status: "published", Modified: "2021-02-03T04:05:06+01:00",
		Terms: []record.Taxonomy{{Name: "event-categories", Terms: []record.Term{{Name: "Law, rights"}}}, {Name: "language", Terms: []record.Term{{Name: "English"}}}},
		Body:  record.Body{HTML: "<p>First &amp; <b>second</b>.</p>\n<ul><li>a</li><li>b</li></ul>"},
		Event: record.Event{Start: "2021-03-22T09:00:00+01:00", End: "2021-03-22T09:00:00+01:00", Timezone: "Europe/Vienna", Venue: "Hall", Address: "1 Street", Latitude: &half, Longitude: &half,
			Organizer: "Ann Lee <ann@a.example>", URL: "not an address", Status: "postponed", Recurrence: []string{"RRULE:FREQ=DAILY;COUNT=3;"}, Exceptions: []string{"EXRULE:FREQ=DAILY;INTERVAL=2"}},
		Source: record.Origin{Permalink: "https://a.example/talk/"}}
	_, text := calendarOf(t, r, &record.Record{ID: "a.example:8", Kind: "event"}, &record.Record{ID: "a.example:9", Kind: "page"},
		&record.Record{ID: "a.example:10", Kind: "event", Event: record.Event{Start: "2021-03-23T09:00:00+01:00", Timezone: "Europe/Vienna"}, Source: record.Origin{ParentID: 7}})
	text = strings.ReplaceAll(text, "\r\n ", "")
	for _, line := range []string{"UID:a.example:7", "DTSTAMP:20210203T030506Z", "DTSTART;TZID=Europe/Vienna:20210322T090000", "RRULE:FREQ=DAILY;COUNT=3",
		"EXDATE;TZID=Europe/Vienna:20210322T090000", "EXDATE;TZID=Europe/Vienna:20210324T090000", `SUMMARY:Talk\; with\, commas`, `DESCRIPTION:First & second.\n\na\nb`, `LOCATION:Hall\, 1 Street`,
		"GEO:16.5;16.5", `ORGANIZER;CN="Ann Lee":mailto:ann@a.example`, "URL:https://a.example/talk/", `CATEGORIES:Law\, rights`, "STATUS:TENTATIVE", "TZID:Europe/Vienna", "UID:a.example:10"} {
		if !slices.Contains(strings.Split(text, "\r\n"), line) {
			t.Errorf("the line %q is missing in\n%s", line, text)
		}
	}
	if strings.Contains(text, "DTEND") || strings.Contains(text, "English") {
		t.Error(text)
	}
	encoder := newICalendar(&bytes.Buffer{})
	for range 2 {
		if err := encoder.Add(&record.Record{ID: "a.example:8", Kind: "event"}); err != nil {
			t.Fatal(err)
		}
	}
	if n, notes := encoder.Tally(); n != 0 || !slices.Equal(notes, []string{"2 events without a start left out"}) {
		t.Error(n, notes)
	}
}

// TestADateThatIsAPostOfItsOwnStandsForThatDate: early versions of calendars keep each date of a repeated event as a post.
func TestADateThatIsAPostOfItsOwnStandsForThatDate(t *testing.T) {
	event := record.Event{Start: "2015-05-04T10:00:00+02:00", Timezone: "Europe/Vienna", Recurrence: []string{"RRULE:FREQ=WEEKLY;COUNT=2"}, Instances: []string{"2015-05-04T10:00:00+02:00", "2015-05-11T10:00:00+02:00"}}
	child := record.Event{Start: "2015-05-11T10:00:00+02:00", Timezone: "Europe/Vienna"}
	other := record.Event{Start: "2015-05-12T10:00:00+02:00", Timezone: "Europe/Vienna"}
	_, text := calendarOf(t, &record.Record{ID: "a.example:3", Event: event}, &record.Record{ID: "a.example:4", Event: child, Source: record.Origin{ParentID: 3}}, &record.Record{ID: "a.example:5", Event: other, Source: record.Origin{ParentID: 3}})
	if strings.Count(text, "UID:a.example:3\r\n") != 2 || !strings.Contains(text, "RECURRENCE-ID;TZID=Europe/Vienna:20150511T100000\r\n") || !strings.Contains(text, "UID:a.example:5\r\n") {
		t.Error(text)
	}
}
