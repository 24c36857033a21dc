package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/recurrence"
	"wp2pub/migrate/wordpress"
)

// eventsManagerRule is one way in which an event repeats, or does not.
type eventsManagerRule struct {
	except                bool
	freq, byday, byweekno string
	every                 int64
	days                  int // each occurrence ends so many days after it begins
	dates                 []string
	from, to              string // the first and the last day; empty: the event's
	start, end            string // times of day; empty: the event's
}

// eventsManagerRules reads the rules of an event: rows of em_event_recurrences since version 7, before that columns of
// its own. A post that is one date of a repeated event has none.
func eventsManagerRules(row wordpress.Row, view *wordpress.View) []eventsManagerRule {
	var rules []eventsManagerRule
	sets := slices.Clone(view.TableRows("em_event_recurrences", "event_id", row["event_id"]))
	slices.SortStableFunc(sets, func(a, b wordpress.Row) int {
		return cmp.Or(strings.Compare(b["recurrence_type"], a["recurrence_type"]), numberOf(a["recurrence_order"])-numberOf(b["recurrence_order"])) // include before exclude
	})
	for _, set := range sets {
		rules = append(rules, eventsManagerRule{
			except: set["recurrence_type"] == "exclude", freq: set["recurrence_freq"], byday: set["recurrence_byday"], byweekno: set["recurrence_byweekno"],
			every: int64(numberOf(set["recurrence_interval"])), days: numberOf(set["recurrence_duration"]), dates: strings.FieldsFunc(set["recurrence_dates"], func(c rune) bool { return c == ',' || c == ' ' }),
			from: set["recurrence_start_date"], to: set["recurrence_end_date"], start: set["recurrence_start_time"], end: set["recurrence_end_time"],
		})
	}
	if len(rules) == 0 && row["recurrence"] == "1" && row["event_type"] != "recurrence" && row["recurrence_freq"] != "" {
		rules = append(rules, eventsManagerRule{freq: row["recurrence_freq"], byday: row["recurrence_byday"], byweekno: row["recurrence_byweekno"],
			every: int64(numberOf(row["recurrence_interval"])), days: numberOf(row["recurrence_days"])})
	}
	return rules
}

func numberOf(text string) int {
	n, _ := strconv.Atoi(strings.TrimSpace(text))
	return n
}

// eventsManagerRepeats puts the event on its first day, and writes its rules. The first rule is the event's own; what
// others name beside it comes as dates. Ok is false where no day fits.
func (r *reader) eventsManagerRepeats(rules []eventsManagerRule, row wordpress.Row) bool {
	first := rules[0]
	own, ok := r.eventsManagerStarts(first, row)
	if !ok || len(own) == 0 {
		r.find(finding.RecurrenceUnread, "event.recurrence", first.freq, "no day fits the rule by which the event repeats")
		return !r.start.IsZero()
	}
	clock := cmp.Or(first.end, row["event_end_time"])
	r.start = own[0]
	last := own[0].AddDate(0, 0, max(first.days, 0))
	r.end, _ = r.eventsManagerTime("event.end", last.Format(time.DateOnly), clock)
	if r.event.AllDay {
		r.end = nextMidnight(last)
	}
	if text := r.eventsManagerRRule(first, row); text != "" {
		r.event.Recurrence = append(r.event.Recurrence, "RRULE:"+text)
	} else {
		r.repeatOn(own)
	}
	for _, rule := range rules[1:] {
		starts, _ := r.eventsManagerStarts(rule, row)
		if rule.except {
			for i, t := range starts {
				starts[i] = r.onDay(r.start, t)
			}
			r.exceptOn(starts)
		} else {
			r.repeatOn(starts)
		}
	}
	return true
}

// eventsManagerStarts works out when a rule has the event begin. Ok is false where the rule cannot be read.
func (r *reader) eventsManagerStarts(rule eventsManagerRule, row wordpress.Row) (starts []time.Time, ok bool) {
	clock := cmp.Or(rule.start, row["event_start_time"])
	if rule.freq == "on" {
		for _, date := range rule.dates {
			if start, ok := r.eventsManagerTime("event.recurrence", date, clock); ok {
				starts = append(starts, start)
			}
		}
		slices.SortFunc(starts, time.Time.Compare)
		return starts, true
	}
	from, ok := r.eventsManagerTime("event.recurrence", cmp.Or(rule.from, row["event_start_date"]), clock)
	text := r.eventsManagerRRule(rule, row)
	if !ok || text == "" {
		return nil, false
	}
	starts, cut, err := recurrence.Named(from, r.event.AllDay, text)
	if err != nil || cut {
		r.find(finding.RecurrenceUnread, "event.recurrence", text, fmt.Sprintf("%v; %d dates are taken", cmp.Or(err, fmt.Errorf("it names very many dates")), len(starts)))
	}
	return starts, err == nil
}

// eventsManagerRRule writes a rule as RFC 5545 does. Days of the week are numbers from 0, Sunday.
func (r *reader) eventsManagerRRule(rule eventsManagerRule, row wordpress.Row) string {
	text := ""
	switch every := interval(rule.every); rule.freq {
	case "daily":
		text = "FREQ=DAILY" + every
	case "weekly":
		text = "FREQ=WEEKLY" + every
		if every != "" {
			week, _ := r.view.Option("start_of_week")
			text += ";WKST=" + sundayFirst(numberOf(week))
		}
		if days := sundayFirstDays(rule.byday); days != "" {
			text += ";BYDAY=" + days
		}
	case "monthly":
		text = "FREQ=MONTHLY" + every
		if nth := numberOf(rule.byweekno); nth != 0 && rule.byday != "" {
			text += fmt.Sprintf(";BYDAY=%d%s", nth, sundayFirst(numberOf(rule.byday)))
		}
	case "yearly":
		text = "FREQ=YEARLY" + every
	default:
		return ""
	}
	last, err := time.Parse(time.DateOnly, cmp.Or(rule.to, row["event_end_date"]))
	if err != nil {
		return text
	}
	return text + r.until(last)
}

// sundayFirst is the day of the week with this number, where Sunday is 0.
func sundayFirst(n int) string { return weekdays[((n+6)%7+7)%7] }

func sundayFirstDays(list string) string {
	var days []string
	for part := range strings.SplitSeq(list, ",") {
		if n, err := strconv.Atoi(strings.TrimSpace(part)); err == nil && n >= 0 && n <= 6 {
			days = append(days, sundayFirst(n))
		}
	}
	return strings.Join(days, ",")
}
