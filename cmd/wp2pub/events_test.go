package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// icatRecords runs the program on the icat site and returns its records by post ID, as decoded JSON lines of type T.
func icatRecords[T any](t *testing.T, arguments ...string) map[int64]T {
	t.Helper()
	var out, stderr bytes.Buffer
	if code := run(context.Background(), append([]string{"migrate", icat, "-q", "--out", "-"}, arguments...), nil, &out, &stderr); code != exitDone {
		t.Fatal(stderr.String())
	}
	records := map[int64]T{}
	lines := bufio.NewScanner(&out)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var head struct {
			Source struct {
				PostID int64 `json:"post_id"`
			}
		}
		var record T
		for _, to := range []any{&head, &record} {
			if err := json.Unmarshal(lines.Bytes(), to); err != nil {
				t.Fatal(err)
			}
		}
		records[head.Source.PostID] = record
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return records
}

// TestEventsAreThoseOfTheCalendar holds the events of icat against its calendar as it was decoded independently.
func TestEventsAreThoseOfTheCalendar(t *testing.T) {
	type record struct {
		Event struct {
			Start, End, Timezone, Venue, Address, Cost string
			AllDay                                     bool `json:"all_day"`
			Recurrence, Exceptions, Instances          []string
		}
	}
	var calendar []struct {
		PostID          int64 `json:"post_id"`
		Status          string
		Timezone        string
		Start, End      string
		AllDay          bool   `json:"all_day"`
		LastDay         string `json:"last_day"`
		NoEnd           bool   `json:"no_end_time"`
		Rules           string `json:"recurrence_rules"`
		ExceptionDates  string `json:"exception_dates"`
		ExceptionRules  string `json:"exception_rules"`
		RecurrenceDates string `json:"recurrence_dates"`
		Instances       []string
		Venue, Address  string
		Free            bool
		Cost            string
	}
	data, err := os.ReadFile("../../testdata/icat/events.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &calendar); err != nil {
		t.Fatal(err)
	}
	drafts := filepath.Join(t.TempDir(), "drafts.yaml")
	if err := os.WriteFile(drafts, []byte("version: 1\nrecords: {event: {from: {post_type: ai1ec_event}, statuses: [draft]}}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	records := map[string]map[int64]record{"publish": icatRecords[record](t), "draft": icatRecords[record](t, "--mapping", drafts)}
	seen := map[string]int{}
	for _, want := range calendar {
		r, ok := records[want.Status][want.PostID]
		for status, of := range records {
			if _, there := of[want.PostID]; there != (status == want.Status) {
				t.Errorf("event %d, status %s: a record of those that are %s: %v", want.PostID, want.Status, status, there)
			}
		}
		if !ok {
			continue
		}
		seen[want.Status]++
		got := r.Event
		day := func(text string) string {
			if want.AllDay {
				text, _, _ = strings.Cut(text, "T")
			}
			return text
		}
		end := want.End
		switch {
		case want.AllDay:
			end = want.LastDay
		case want.NoEnd:
			end = ""
		}
		var instances []string
		for _, i := range want.Instances {
			instances = append(instances, day(i))
		}
		cost := want.Cost
		if cost == "" && want.Free {
			cost = "free"
		}
		for what, pair := range map[string][2]string{
			"start": {got.Start, day(want.Start)}, "end": {got.End, end}, "venue": {got.Venue, want.Venue}, "cost": {got.Cost, cost},
			"recurrence": {strings.Join(got.Recurrence, " "), joined("RRULE", want.Rules, "RDATE", want.RecurrenceDates)},
			"exceptions": {strings.Join(got.Exceptions, " "), joined("EXRULE", want.ExceptionRules, "EXDATE", want.ExceptionDates)},
			"timezone":   {got.Timezone, want.Timezone},
		} {
			if utc(pair[0]) != utc(pair[1]) {
				t.Errorf("event %d: %s is %q, want %q", want.PostID, what, pair[0], pair[1])
			}
		}
		if want.Address != "" && got.Address != want.Address {
			t.Errorf("event %d: the address is %q, want %q", want.PostID, got.Address, want.Address)
		}
		if got.AllDay != want.AllDay || !slices.EqualFunc(got.Instances, instances, func(a, b string) bool { return utc(a) == utc(b) }) {
			t.Errorf("event %d: all day %v, instances %q, want %v, %q", want.PostID, got.AllDay, got.Instances, want.AllDay, instances)
		}
	}
	if seen["publish"] != 11 || seen["draft"] != 1 {
		t.Errorf("%v events, want 11 published ones and a draft", seen)
	}
}

// utc writes both forms of the offset of UTC alike.
func utc(text string) string {
	if at, ok := strings.CutSuffix(text, "+00:00"); ok {
		return at + "Z"
	}
	return text
}

// joined is what the record writes for pairs of property and rules.
func joined(pairs ...string) string {
	var all []string
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			all = append(all, pairs[i]+":"+pairs[i+1])
		}
	}
	return strings.Join(all, " ")
}
