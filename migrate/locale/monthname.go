package locale

import (
	"strings"

	"golang.org/x/text/language"
)

// monthLines are the lines of the table of months by language, of those that have one of their own.
var monthLines = map[string]int{
	"en": 0, "fr": 1, "es": 2, "pt": 3, "de": 4, "it": 5, "nl": 6, "ru": 7, "uk": 8, "ar": 9,
	"pl": 13, "tr": 14, "cs": 15, "sv": 16, "da": 17, "fi": 18, "ro": 19, "el": 20, "id": 21, "ca": 22,
}

// declined are the languages in which the name of a month changes beside a day: май, but 9 мая.
var declined = map[string]bool{"ru": true, "uk": true, "pl": true, "cs": true, "el": true, "fi": true}

// MonthName is the name of a month, 1 to 12, in the language of a BCP 47 tag, as it stands alone or beside a day. Ok is
// false for a language whose names are not known.
func MonthName(tag string, month int, besideDay bool) (name string, ok bool) {
	base, certain := language.Make(tag).Base()
	line, known := monthLines[base.String()]
	if !known || certain < language.High || month < 1 || month > 12 {
		return "", false
	}
	forms := strings.Split(strings.Split(months[line], "|")[month-1], ",")
	if besideDay && declined[base.String()] && len(forms) > 1 {
		return forms[1], true
	}
	return forms[0], true
}
