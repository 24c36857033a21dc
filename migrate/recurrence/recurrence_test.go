package recurrence

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestStarts(t *testing.T) {
	vienna := time.Date(2021, 3, 22, 9, 0, 0, 0, zone(t, "Europe/Vienna"))
	gap := time.Date(2021, 3, 21, 2, 30, 0, 0, zone(t, "Europe/Vienna"))
	for name, c := range map[string]struct {
		start time.Time
		whole bool
		lines []string
		want  string // starts, with blanks between
		cut   bool
	}{
		"nothing":                    {vienna, false, nil, "2021-03-22T09:00+01:00", false},
		"the clock, not the instant": {vienna, false, []string{"RRULE:FREQ=WEEKLY;COUNT=2"}, "2021-03-22T09:00+01:00 2021-03-29T09:00+02:00", false},
		"a time that is skipped":     {gap, false, []string{"RRULE:FREQ=WEEKLY;COUNT=2"}, "2021-03-21T02:30+01:00 2021-03-28T03:30+02:00", false},
		"an end in UTC":              {vienna, false, []string{"RRULE:FREQ=DAILY;UNTIL=20210323T080000Z"}, "2021-03-22T09:00+01:00 2021-03-23T09:00+01:00", false},
		"an end in UTC, just before": {vienna, false, []string{"RRULE:FREQ=DAILY;UNTIL=20210323T075959Z"}, "2021-03-22T09:00+01:00", false},
		"an end on the clock":        {vienna, false, []string{"RRULE:FREQ=DAILY;UNTIL=20210323T090000"}, "2021-03-22T09:00+01:00 2021-03-23T09:00+01:00", false},
		"an end on a day":            {vienna, false, []string{"RRULE:FREQ=DAILY;UNTIL=20210323"}, "2021-03-22T09:00+01:00 2021-03-23T09:00+01:00", false},
		"an end before the start":    {vienna, false, []string{"RRULE:FREQ=DAILY;UNTIL=20200323"}, "2021-03-22T09:00+01:00", false},
		"a start that no rule names": {vienna, false, []string{"RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=1"}, "2021-03-22T09:00+01:00 2021-03-23T09:00+01:00", false},
		"two rules and a date": {vienna, false, []string{"RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=YEARLY;COUNT=2", "RDATE;TZID=America/New_York:20210401T090000"},
			"2021-03-22T09:00+01:00 2021-03-23T09:00+01:00 2021-04-01T15:00+02:00 2022-03-22T09:00+01:00", false},
		"dates alone, and a period":    {vienna, false, []string{"RDATE;VALUE=DATE:20210401,20210401", "RDATE;VALUE=PERIOD:20210402T070000Z/PT1H"}, "2021-03-22T09:00+01:00 2021-04-01T09:00+02:00 2021-04-02T09:00+02:00", false},
		"exceptions: an instant":       {vienna, false, []string{"RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20210329T070000Z"}, "2021-03-22T09:00+01:00 2021-04-05T09:00+02:00", false},
		"exceptions: another instant":  {vienna, false, []string{"RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20210329T080000Z"}, "2021-03-22T09:00+01:00 2021-03-29T09:00+02:00", false},
		"exceptions: a day":            {vienna, false, []string{"RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20210329"}, "2021-03-22T09:00+01:00 2021-04-05T09:00+02:00", false},
		"exceptions: a rule":           {vienna, false, []string{"RRULE:FREQ=WEEKLY;COUNT=4", "EXRULE:FREQ=WEEKLY;INTERVAL=2"}, "2021-03-29T09:00+02:00 2021-04-12T09:00+02:00", false},
		"whole days":                   {vienna, true, []string{"RRULE:FREQ=YEARLY;COUNT=2", "RDATE:20210401T000000Z", "EXDATE:20220322"}, "2021-03-22T00:00+01:00 2021-04-01T00:00+02:00", false},
		"small letters, blanks, words": {vienna, false, []string{" rrule:freq=daily; count=2;X-ODD=1; "}, "2021-03-22T09:00+01:00 2021-03-23T09:00+01:00", false},
		"years without an end":         {vienna, false, []string{"RRULE:FREQ=YEARLY;INTERVAL=4"}, "2021-03-22T09:00+01:00 2025-03-22T09:00+01:00", true},
	} {
		t.Run(name, func(t *testing.T) {
			set, problems := Read(c.start, c.whole, c.lines)
			starts, cut := set.Starts()
			var got []string
			for _, s := range starts {
				got = append(got, s.Format("2006-01-02T15:04-07:00"))
			}
			if text := strings.Join(got, " "); text != c.want || cut != c.cut || problems != nil {
				t.Errorf("got %s, cut %v, problems %v\nwant %s, %v", text, cut, problems, c.want, c.cut)
			}
		})
	}
}

func TestLinesThatCannotBeRead(t *testing.T) {
	start := time.Date(2021, 3, 22, 9, 0, 0, 0, time.UTC)
	for _, line := range []string{"", "RRULE", "RRULE:", "RRULE:COUNT=2", "RRULE:FREQ=SOMETIMES", "RRULE:FREQ=DAILY;COUNT=x", "RRULE:FREQ=DAILY;UNTIL=soon",
		"RRULE:FREQ=DAILY;INTERVAL=-1", "RDATE:20210230", "RDATE:2021", "EXDATE:20210322T99", "DTSTART:20210322", "RRULE:FREQ=DAILY;BYMONTHDAY=" + strings.Repeat("1,", 1000) + "1"} {
		set, problems := Read(start, false, []string{line, "RDATE:20210401T090000Z"})
		if starts, _ := set.Starts(); len(problems) != 1 || len(starts) != 2 {
			t.Errorf("%q: problems %v, starts %v", line, problems, starts)
		}
	}
	if _, problems := Read(start, false, []string{"RRULE:FREQ=HOURLY;COUNT=2"}); len(problems) != 1 || !errors.Is(problems[0].Err, ErrOften) {
		t.Errorf("hourly: %v", problems)
	}
}

func TestManyStartsAreCut(t *testing.T) {
	start := time.Date(2021, 3, 22, 9, 0, 0, 0, time.UTC)
	for _, rule := range []string{"RRULE:FREQ=DAILY", "RRULE:FREQ=DAILY;COUNT=1001", "RRULE:FREQ=DAILY;UNTIL=99991231"} {
		set, _ := Read(start, false, []string{rule})
		if starts, cut := set.Starts(); len(starts) != Most || !cut {
			t.Errorf("%s: %d starts, cut %v", rule, len(starts), cut)
		}
	}
	set, _ := Read(start, false, []string{"RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "EXRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31"})
	if starts, _ := set.Starts(); len(starts) != 1 {
		t.Errorf("a rule that names nothing: %d starts", len(starts))
	}
}

// TestStartsKeepTheClock holds for any rule of whole days: every start shows the time of the first one, or, where the
// clock skipped it, one that is later by the gap.
func TestStartsKeepTheClock(t *testing.T) {
	zones := []string{"Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"}
	rapid.Check(t, func(t *rapid.T) {
		z, err := time.LoadLocation(rapid.SampledFrom(zones).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		start := time.Date(2021, time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"), rapid.IntRange(3, 23).Draw(t, "hour"), 30, 0, 0, z)
		rule := "RRULE:FREQ=" + rapid.SampledFrom([]string{"DAILY", "WEEKLY", "MONTHLY;BYMONTHDAY=-1", "MONTHLY;BYDAY=2TU"}).Draw(t, "rule") + ";COUNT=40"
		set, problems := Read(start, false, []string{rule})
		starts, _ := set.Starts()
		if len(problems) > 0 || len(starts) < 40 {
			t.Fatalf("%v, %d starts", problems, len(starts))
		}
		for i, s := range starts {
			if s.Format("15:04") != start.Format("15:04") || i > 0 && !s.After(starts[i-1]) {
				t.Fatalf("%v after %v, of %v", s, starts[max(i-1, 0)], start)
			}
		}
	})
}
