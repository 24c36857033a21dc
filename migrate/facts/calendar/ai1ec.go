package calendar

import (
	"strings"
	"time"

	"wp2pub/migrate/clock"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/recurrence"
	"wp2pub/migrate/wordpress"
)

// allInOne reads an event of All-in-One Event Calendar: a row of ai1ec_events with Unix times, the name of a time zone
// ("sys.default": the site's) and iCalendar rules, and rows of ai1ec_event_instances. An all-day event ends at the
// midnight after its last day; an instant event has no end, though one half an hour later is stored.
func (r *reader) allInOne() bool {
	rows := r.post.Rows["ai1ec_events"]
	if len(rows) == 0 {
		return false
	}
	row := rows[0]
	e := &r.event
	e.AllDay = row["allday"] == "1"
	r.inZone(row["timezone_name"])
	var ok bool
	if r.start, ok = r.unix(row["start"]); !ok {
		r.impossible("event.start", row["start"])
		return false
	}
	if row["instant_event"] != "1" {
		r.end, _ = r.unix(row["end"])
	}
	shift := time.Duration(0)
	if e.AllDay {
		shift = r.dayShift()
		r.start = r.start.Add(shift)
		if !r.end.IsZero() {
			r.end = r.end.Add(shift)
		}
	}
	r.allInOneRules(row)
	for _, instance := range r.post.Rows["ai1ec_event_instances"] {
		if at, ok := r.unix(instance["start"]); ok {
			r.known = append(r.known, at.Add(shift))
		}
	}
	e.Venue = firstFilled(row["venue"])
	e.Address = firstFilled(row["address"])
	latitude, longitude := row["latitude"], row["longitude"]
	if row["show_coordinates"] == "0" { // the form was left by whoever gave an address instead
		latitude, longitude = "", ""
	}
	r.at(latitude, longitude, strings.TrimSpace(row["postal_code"]+" "+row["city"]), row["province"], row["country"])
	e.Organizer = firstFilled(row["contact_name"], withoutMail(row["ical_organizer"]), withoutMail(row["ical_contact"]))
	e.URL = firstFilled(row["ticket_url"], row["contact_url"], row["ical_source_url"])
	e.Cost = allInOneCost(row["cost"], r.view.Log)
	return true
}

// dayShift is what lies between the stored start of whole days and their midnight in the event's zone: early versions
// store the midnight of UTC.
func (r *reader) dayShift() time.Duration {
	if clock.Wall(r.start).Equal(midnight(r.start)) || !r.start.Equal(r.start.Truncate(24*time.Hour)) {
		return 0
	}
	meant, _ := clock.InZone(r.start.UTC(), r.zone)
	return meant.Sub(r.start)
}

// allInOneRules reads the four columns of repetition. Dates may stand among the rules, too: "EXDATE=20110719T000000Z".
func (r *reader) allInOneRules(row wordpress.Row) {
	var dates, without []string
	rules := func(column, property, datesIn string, to *[]string) (rules []string) {
		for line := range strings.Lines(row[column]) {
			line = strings.TrimPrefix(strings.TrimSpace(line), property+":")
			if list, ok := strings.CutPrefix(line, datesIn+"="); ok {
				*to = append(*to, strings.Trim(list, "; "))
			} else if line != "" {
				rules = append(rules, property+":"+line)
			}
		}
		return rules
	}
	r.event.Recurrence = rules("recurrence_rules", "RRULE", "RDATE", &dates)
	r.event.Exceptions = rules("exception_rules", "EXRULE", "EXDATE", &without)
	var named []time.Time
	if row["exception_dates"] != "" || len(without) > 0 {
		if set, problems := recurrence.Read(r.start, r.event.AllDay, r.event.Recurrence); len(problems) == 0 {
			named, _ = set.Starts()
		}
	}
	r.event.Recurrence = r.allInOneDates(r.event.Recurrence, "RDATE", append(dates, row["recurrence_dates"]), nil)
	r.event.Exceptions = r.allInOneDates(r.event.Exceptions, "EXDATE", append(without, row["exception_dates"]), named)
}

// allInOneDates adds lists of dates. What counts in one is its day, on the clock of the event's zone, though it is written
// as a time of UTC, most often midnight. Where it is the start of an occurrence as it stands, it stays as it is written.
func (r *reader) allInOneDates(lines []string, property string, lists []string, named []time.Time) []string {
	for _, list := range lists {
		list = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(list), property+":"))
		if list == "" {
			continue
		}
		var values []string
		for value := range strings.SplitSeq(list, ",") {
			value = strings.TrimSpace(value)
			if value == "" {
				continue
			}
			written, ok := r.allInOneDate(value, named)
			if !ok {
				r.impossible("event.recurrence", value)
				continue
			}
			values = append(values, written)
		}
		if len(values) > 0 {
			lines = append(lines, property+":"+strings.Join(values, ","))
		}
	}
	return lines
}

// allInOneDate is a date of a list as RFC 5545 writes it.
func (r *reader) allInOneDate(value string, named []time.Time) (string, bool) {
	day, err := time.Parse("20060102", value[:min(len(value), len("20060102"))])
	if err != nil {
		return "", false
	}
	if r.event.AllDay {
		return value, true
	}
	meant := r.onDay(r.start, day)
	written := meant.UTC().Format("20060102T150405Z")
	instant, err := time.Parse("20060102T150405Z", value)
	if err != nil {
		return written, true
	}
	sameClock := clock.Wall(instant.In(r.zone)).Format(time.TimeOnly) == clock.Wall(r.start).Format(time.TimeOnly)
	atMidnight := instant.Equal(midnight(instant))
	if sameClock && (!atMidnight || has(named, instant) && !has(named, meant)) {
		return value, true
	}
	return written, true
}

func has(starts []time.Time, t time.Time) bool {
	for _, start := range starts {
		if start.Equal(t) {
			return true
		}
	}
	return false
}

// withoutMail is what an iCalendar property says of a person beside an address: the name, or nothing.
func withoutMail(property string) string {
	if !strings.Contains(property, "@") {
		return property
	}
	if _, name, ok := strings.Cut(property, "CN="); ok {
		name, _, _ = strings.Cut(strings.TrimPrefix(name, `"`), `"`)
		name, _, _ = strings.Cut(name, ":")
		if name, _, _ = strings.Cut(name, ";"); !strings.Contains(name, "@") {
			return name
		}
	}
	return ""
}

// allInOneCost reads the column cost: text, or a serialized array of cost and is_free.
func allInOneCost(stored string, log *finding.Log) string {
	value := wordpress.Decode(stored, "event.cost", log)
	fields, ok := value.(wordpress.Object)
	if !ok {
		return firstFilled(stored)
	}
	cost := firstFilled(textIn(fields, "cost"))
	if free := textIn(fields, "is_free"); cost == "" && isYes(free) {
		return "free"
	}
	return cost
}
