package locale

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// monthFirst are the languages whose writers put the month, or the year, before the day, and those of which it cannot be told.
var monthFirst = strings.Fields("en zh ja ko hu lt mn eu fil tl und")

// englishDayFirst are the regions that write English dates with the day first.
var englishDayFirst = strings.Fields("GB IE AU NZ IN ZA NG KE GH UG TZ ZM ZW MT SG MY JM")

// DayFirst reports whether 05/02/2013 is the fifth of February to readers of a language, beyond doubt: in English it depends
// on the region.
func DayFirst(tag string) bool {
	parsed, err := language.Parse(tag)
	if err != nil {
		return false
	}
	base, _ := parsed.Base()
	region, certain := parsed.Region()
	if base.String() == "en" {
		return certain == language.Exact && slices.Contains(englishDayFirst, region.String())
	}
	return !slices.Contains(monthFirst, base.String())
}
