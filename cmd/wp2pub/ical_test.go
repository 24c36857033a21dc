package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/teambition/rrule-go"
)

// TestICalHasTheDatesOfTheRecords writes calendars with --ical, reads them with another library, and holds the dates that
// it finds against those of the records.
func TestICalHasTheDatesOfTheRecords(t *testing.T) {
	dumps, err := filepath.Glob("testdata/calendars/*.sql")
	if err != nil || len(dumps) < 5 {
		t.Fatal(dumps, err)
	}
	sites := map[string][]string{"icat": {icat, "--mapping", "../../testdata/icat/mapping.yaml"}}
	for _, dump := range dumps {
		sites[strings.TrimSuffix(filepath.Base(dump), ".sql")] = []string{dump, "--mapping", "testdata/calendars/mapping.yaml"}
	}
	for name, arguments := range sites {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "events.ics")
			var out, stderr bytes.Buffer
			if code := run(context.Background(), append(append([]string{"migrate"}, arguments...), "-q", "--out", "-", "--ical", file), nil, &out, &stderr); code != exitDone {
				t.Fatal(stderr.String())
			}
			found := datesOf(t, file)
			seen := 0
			for line := range strings.Lines(out.String()) {
				var record struct {
					ID, Title string
					Event     struct {
						Start     string
						Instances []string
					}
				}
				if err := json.Unmarshal([]byte(line), &record); err != nil {
					t.Fatal(err)
				}
				if record.Event.Start == "" {
					continue
				}
				seen++
				want := record.Event.Instances
				if want == nil {
					want = []string{record.Event.Start}
				}
				got, ok := found[record.ID]
				if !ok && name == "tribe" && record.ID == "example.org:4" { // stands for a date of its parent
					continue
				}
				got = slices.DeleteFunc(got, func(date string) bool { return instantOf(t, date).After(instantOf(t, want[len(want)-1])) })
				if !slices.EqualFunc(got, want, func(a, b string) bool { return instantOf(t, a).Equal(instantOf(t, b)) }) {
					t.Errorf("%s, %s: the calendar has %q, the record %q", record.ID, record.Title, got, want)
				}
			}
			if seen < 4 {
				t.Errorf("only %d events", seen)
			}
		})
	}
}

func instantOf(t *testing.T, text string) time.Time {
	t.Helper()
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if at, err := time.Parse(layout, text); err == nil {
			return at
		}
	}
	t.Fatalf("%q is no time", text)
	return time.Time{}
}

// datesOf are the first dates of each event of a calendar, by its UID. Those that stand for one date of another are left out.
func datesOf(t *testing.T, file string) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	calendar, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for _, event := range calendar.Events() {
		if event.Props.Get(ical.PropRecurrenceID) != nil {
			continue
		}
		start, err := event.DateTimeStart(time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		set := &rrule.Set{}
		set.DTStart(start)
		rule, err := event.Props.RecurrenceRule()
		if err != nil {
			t.Fatal(err)
		}
		if rule != nil {
			rule.Dtstart = start
			r, err := rrule.NewRRule(*rule)
			if err != nil {
				t.Fatal(err)
			}
			set.RRule(r)
		} else {
			set.RDate(start)
		}
		for name, add := range map[string]func(time.Time){ical.PropRecurrenceDates: set.RDate, ical.PropExceptionDates: set.ExDate} {
			for _, p := range event.Props.Values(name) {
				date, err := p.DateTime(time.UTC)
				if err != nil {
					t.Fatal(err)
				}
				add(date)
			}
		}
		uid, err := event.Props.Text(ical.PropUID)
		if err != nil {
			t.Fatal(err)
		}
		next := set.Iterator()
		for range 50 {
			date, ok := next()
			if !ok {
				break
			}
			layout := time.RFC3339
			if event.Props.Get(ical.PropDateTimeStart).ValueType() == ical.ValueDate {
				layout = time.DateOnly
			}
			found[uid] = append(found[uid], date.Format(layout))
		}
		slices.SortFunc(found[uid], func(a, b string) int { return cmp.Or(instantOf(t, a).Compare(instantOf(t, b)), strings.Compare(a, b)) })
		found[uid] = slices.Compact(found[uid])
	}
	return found
}
