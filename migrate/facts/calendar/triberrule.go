package calendar

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"wp2pub/migrate/wordpress"
)

// tribeCustom is what a rule of _EventRecurrence says of the days, in the form that it has since version 4: in a group of
// its own. Before that it stood in the rule, with longer names, and the usual cases had a name: "Every Week".
func tribeCustom(rule any) any {
	custom := in(rule, "custom")
	typ := textIn(custom, "type")
	if typ == "" {
		typ = textIn(rule, "custom-type")
	}
	if name := textIn(rule, "type"); name != "Custom" || typ == "" {
		if kind, ok := map[string]string{"Every Day": "Daily", "Every Week": "Weekly", "Every Month": "Monthly", "Every Year": "Yearly"}[name]; ok {
			return wordpress.Object{{Name: "type", Value: kind}}
		}
		if name != "Custom" {
			typ = name
		}
	}
	object, _ := custom.(wordpress.Object)
	made := wordpress.Object{{Name: "type", Value: typ}}
	for _, member := range object {
		if member.Name != "type" {
			made = append(made, member)
		}
	}
	old := func(name, under, key string) {
		if value := in(rule, name); value != nil && in(custom, under, key) == nil {
			if group, ok := in(made, under).(wordpress.Object); ok {
				for i := range made {
					if made[i].Name == under {
						made[i].Value = append(slices.Clone(group), wordpress.Object{{Name: key, Value: value}}...)
					}
				}
				return
			}
			made = append(made, wordpress.Object{{Name: under, Value: wordpress.Object{{Name: key, Value: value}}}}...)
		}
	}
	if value := in(rule, "custom-interval"); value != nil && in(custom, "interval") == nil {
		made = append(made, wordpress.Object{{Name: "interval", Value: value}}...)
	}
	old("custom-week-day", "week", "day")
	old("custom-month-number", "month", "number")
	old("custom-month-day", "month", "day")
	old("custom-year-month", "year", "month")
	old("custom-year-filter", "year", "filter")
	old("custom-year-month-number", "year", "month-number")
	old("custom-year-month-day", "year", "month-day")
	return made
}

// tribeRRule writes a rule as RFC 5545 does, or says why it cannot be.
func (r *reader) tribeRRule(typ string, custom, rule any) (text, problem string) {
	every := interval(numberIn(custom, "interval"))
	switch typ {
	case "daily":
		text = "FREQ=DAILY" + every
	case "weekly":
		text = "FREQ=WEEKLY" + every + tribeWeekdays(listIn(custom, "week", "day"))
	case "monthly":
		text = "FREQ=MONTHLY" + every + tribeDayOfMonth(custom, "month")
	case "yearly":
		months := joinedNumbers(listIn(custom, "year", "month"), 12)
		day := tribeDayOfMonth(custom, "year")
		if months != "" && day == "" {
			day = fmt.Sprintf(";BYMONTHDAY=%d", r.start.Day())
		}
		if months == "" && day != "" {
			months = strconv.Itoa(int(r.start.Month()))
		}
		if months != "" {
			months = ";BYMONTH=" + months
		}
		text = "FREQ=YEARLY" + every + months + day
	case "", "none":
		return "", ""
	default:
		return "", fmt.Sprintf("a rule of the type %q is not known", typ)
	}
	switch end := textIn(rule, "end"); strings.ToLower(textIn(rule, "end-type")) {
	case "after":
		if n := numberIn(rule, "end-count"); n > 0 {
			return text + fmt.Sprintf(";COUNT=%d", n), ""
		}
		return "", "it ends after a number of times that is not there"
	case "on":
		day, err := time.Parse(time.DateOnly, end[:min(len(end), len(time.DateOnly))])
		if err != nil {
			return "", fmt.Sprintf("it ends on %q, which is no day", end)
		}
		return text + r.until(day), ""
	}
	return text, ""
}

// weekdays are those of RFC 5545, Monday first.
var weekdays = []string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}

// tribeWeekdays writes days of the week, which are stored as numbers from 1, Monday.
func tribeWeekdays(days []any) string {
	var names []string
	for _, day := range days {
		if n := numberIn(wordpress.Object{{Name: "n", Value: day}}, "n"); n >= 1 && n <= 7 {
			names = append(names, weekdays[n-1])
		}
	}
	if names == nil {
		return ""
	}
	return ";WKST=SU;BYDAY=" + strings.Join(names, ",")
}

// tribeDayOfMonth writes which day of a month it is: "23", or "Third" and a day of the week, of which 8 means any day.
func tribeDayOfMonth(custom any, group string) string {
	number, day := textIn(custom, group, "number"), textIn(custom, group, "day")
	if group == "year" && number == "" && isYes(textIn(custom, group, "filter")) {
		number, day = textIn(custom, group, "month-number"), textIn(custom, group, "month-day")
	}
	if same := textIn(custom, group, "same-day"); number == "" || isYes(same) {
		return ""
	}
	if n, err := strconv.Atoi(number); err == nil {
		if n == 0 || n < -31 || n > 31 {
			return ""
		}
		if weekday, err := strconv.Atoi(day); err != nil || weekday < 1 || weekday > 7 || n > 5 || n < -5 || group == "month" {
			return fmt.Sprintf(";BYMONTHDAY=%d", n)
		}
	}
	nth := map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "-1": -1}[strings.ToLower(number)]
	weekday, err := strconv.Atoi(day)
	switch {
	case nth == 0:
		return ""
	case err == nil && weekday >= 1 && weekday <= 7:
		return fmt.Sprintf(";BYDAY=%d%s", nth, weekdays[weekday-1])
	}
	return fmt.Sprintf(";BYMONTHDAY=%d", nth)
}

// joinedNumbers writes those of a list that lie between 1 and a limit.
func joinedNumbers(list []any, limit int64) string {
	var numbers []string
	for _, value := range list {
		if n := numberIn(wordpress.Object{{Name: "n", Value: value}}, "n"); n >= 1 && n <= limit {
			numbers = append(numbers, strconv.FormatInt(n, 10))
		}
	}
	return strings.Join(numbers, ",")
}
