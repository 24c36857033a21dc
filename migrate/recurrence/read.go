package recurrence

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/teambition/rrule-go"

	"wp2pub/migrate/clock"
)

// Problem is a line that cannot be read, or not wholly; the rest of the Set stands without it.
type Problem struct {
	Line string
	Err  error
}

// ErrOften is the problem of a rule that is right, and not worked out.
var ErrOften = errors.New("it happens more often than once a day, which is not worked out")

// Read reads lines of RFC 5545: RRULE, RDATE, EXRULE and EXDATE, with their parameters. Start is the first start, in the
// zone in which it recurs; of whole days only its date counts.
func Read(start time.Time, wholeDays bool, lines ...[]string) (*Set, []Problem) {
	s := &Set{start: start, whole: wholeDays}
	var problems []Problem
	for _, line := range slices.Concat(lines...) {
		if err := s.read(line); err != nil {
			problems = append(problems, Problem{line, err})
		}
	}
	return s, problems
}

// longest is the longest rule that is worked out: those of programs have a few dozen characters.
const longest = 1000

func (s *Set) read(line string) error {
	head, value, ok := strings.Cut(strings.TrimSpace(line), ":")
	if !ok {
		return errors.New("it is no property with a value")
	}
	name, parameters, _ := strings.Cut(head, ";")
	switch strings.ToUpper(name) {
	case "RRULE":
		r, err := s.rule(value)
		if err == nil {
			s.rules = append(s.rules, r)
		}
		return err
	case "EXRULE":
		r, err := s.rule(value)
		if err == nil {
			s.except = append(s.except, r)
		}
		return err
	case "RDATE", "EXDATE":
		return s.addDates(strings.ToUpper(name) == "RDATE", parameters, value)
	}
	return fmt.Errorf("%s says nothing about when it happens", name)
}

// rule reads a rule. UNTIL is handled here: calendars store it in every form, whatever that of the start is.
func (s *Set) rule(value string) (rule, error) {
	if len(value) > longest {
		return rule{}, fmt.Errorf("it is longer than %d characters", longest)
	}
	parts := strings.FieldsFunc(strings.ToUpper(value), func(r rune) bool { return r == ';' || r == ' ' })
	var until string
	parts = slices.DeleteFunc(parts, func(part string) bool {
		name, value, _ := strings.Cut(part, "=")
		if name == "UNTIL" {
			until = value
		}
		return name == "UNTIL" || strings.HasPrefix(name, "X-")
	})
	options, err := rrule.StrToROption(strings.Join(parts, ";"))
	if err != nil {
		return rule{}, err
	}
	if options.Freq > rrule.DAILY || len(options.Byhour)+len(options.Byminute)+len(options.Bysecond) > 0 {
		return rule{}, ErrOften
	}
	options.Dtstart = s.wall(s.start)
	if until != "" {
		if options.Until, err = s.until(until); err != nil {
			return rule{}, err
		}
	}
	r, err := rrule.NewRRule(*options)
	return rule{r, options.Count == 0 && options.Until.IsZero()}, err
}

// until reads the end of a rule: an instant, a wall time, or a day, of which the whole counts.
func (s *Set) until(value string) (time.Time, error) {
	if len(value) == len("20060102") {
		day, err := time.Parse("20060102", value)
		return day.Add(24*time.Hour - time.Second), err
	}
	t, err := s.time(value, s.start.Location())
	return s.wall(t), err
}

// time reads a date and time: an instant of UTC, or a wall time of a zone.
func (s *Set) time(value string, zone *time.Location) (time.Time, error) {
	wall, err := time.Parse("20060102T150405", strings.TrimSuffix(value, "Z"))
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is no date and time", value)
	}
	if strings.HasSuffix(value, "Z") {
		return wall, nil
	}
	t, _ := clock.InZone(wall, zone)
	return t, nil
}

// addDates reads dates that come or go. A day alone means of an RDATE the time at which the event begins, of an EXDATE
// the whole day. Of a period its start counts.
func (s *Set) addDates(come bool, parameters, list string) error {
	zone := s.start.Location()
	for parameter := range strings.SplitSeq(parameters, ";") {
		if name, ok := strings.CutPrefix(strings.ToUpper(parameter), "TZID="); ok {
			named, err := time.LoadLocation(strings.Trim(parameter[len(parameter)-len(name):], `"`))
			if err == nil {
				zone = named
			}
		}
	}
	var errs []error
	for value := range strings.SplitSeq(list, ",") {
		value, _, _ = strings.Cut(strings.ToUpper(strings.TrimSpace(value)), "/")
		if value == "" {
			continue
		}
		day, err := time.Parse("20060102", value[:min(len(value), len("20060102"))])
		if err != nil {
			errs = append(errs, fmt.Errorf("%q is no date", value))
			continue
		}
		wall := day
		if s.whole || len(value) == len("20060102") {
			if !come {
				s.days = append(s.days, day)
				continue
			}
			start := s.wall(s.start)
			wall = day.Add(start.Sub(midnight(start)))
		} else if t, err := s.time(value, zone); err == nil {
			wall = s.wall(t)
		} else {
			errs = append(errs, err)
			continue
		}
		if come {
			s.dates = append(s.dates, wall)
		} else {
			s.without = append(s.without, wall)
		}
	}
	return errors.Join(errs...)
}
