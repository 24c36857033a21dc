package mapping

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// plainFormats are those that are read without a format: a year, and what stands in databases.
var plainFormats = []string{"Y-m-d", "Y-m", "Y", "Ymd", "Y-m-d H:i:s", "Y-m-d H:i", `Y-m-d\TH:i:s`, `Y-m-d\TH:i:sP`}

// date reads a date as precisely as the first format that fits says it. The time of day is dropped.
func (l Locale) date(arguments []Value) (Call, error) {
	formats, expected := plainFormats, "a format for it, such as date d/m/Y"
	if len(arguments) > 0 {
		formats = make([]string, len(arguments))
		for i, a := range arguments {
			formats[i] = a.(string)
			if wrong := checkFormat(formats[i]); wrong != "" {
				return nil, &ArgumentError{i, fmt.Sprintf("%q is no format of dates: %s", shortened(formats[i]), wrong),
					`letters such as d/m/Y or "j F Y", with a \ before those that stand for themselves`}
			}
		}
		expected = strings.Join(formats, " or ")
	}
	return func(_ Item, v Value) (Value, error) {
		text := strings.TrimSpace(v.(string))
		for _, format := range formats {
			if d, ok := l.matchDate(text, format); ok {
				if date, ok := d.edtf(); ok {
					return date, nil
				}
				return nil, fmt.Errorf("%q is a date that does not exist", shortened(text))
			}
		}
		return nil, fmt.Errorf("%q is no date; expected %s", shortened(text), expected)
	}, nil
}

// The letters of formats: what they say of the date, and which of them are read and passed over.
const (
	yearLetters  = "Yy"
	monthLetters = "mnFM"
	dayLetters   = "dj"
	otherLetters = "DlSHGhgisaAP"
)

// checkFormat says what is wrong with a format; empty: nothing.
func checkFormat(format string) string {
	seen := map[string]rune{}
	letters := []rune(format)
	for i := 0; i < len(letters); i++ {
		letter := letters[i]
		switch {
		case letter == '\\':
			i++
			continue
		case !unicode.IsLetter(letter) || strings.ContainsRune(otherLetters, letter):
			continue
		}
		for _, same := range []string{yearLetters, monthLetters, dayLetters} {
			if strings.ContainsRune(same, letter) {
				if before, twice := seen[same]; twice {
					return fmt.Sprintf("%c and %c say the same; each letter stands once, as in d.m.Y", before, letter)
				}
				seen[same] = letter
			}
		}
		if !strings.ContainsRune(yearLetters+monthLetters+dayLetters, letter) && letter < utf8.RuneSelf {
			return fmt.Sprintf("%c has no meaning", letter)
		}
	}
	if _, hasMonth := seen[monthLetters]; !hasMonth && seen[dayLetters] != 0 {
		return "it has a day and no month"
	}
	if seen[yearLetters] == 0 {
		return "it has no year"
	}
	return ""
}

// day is what a format found; 0: not said.
type day struct{ year, month, day int }

// edtf writes the day in EDTF level 0. It reports false for days that no calendar has.
func (d day) edtf() (string, bool) {
	switch {
	case d.year < 1 || d.month > 12:
		return "", false
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year), d.day == 0
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month), true
	}
	t := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return t.Format("2006-01-02"), t.Day() == d.day
}

// matchDate reads a text by a format of PHP's date(). White space in the format stands for any.
func (l Locale) matchDate(text, format string) (d day, ok bool) {
	ok = true
	letters := []rune(format)
	for i := 0; i < len(letters) && ok; i++ {
		switch letter := letters[i]; letter {
		case 'Y':
			ok = takeNumber(&text, 4, 4, &d.year)
		case 'y':
			if ok = takeNumber(&text, 2, 2, &d.year); ok {
				d.year += 2000
				if d.year >= 2070 {
					d.year -= 100
				}
			}
		case 'm':
			ok = takeNumber(&text, 2, 2, &d.month) && d.month > 0
		case 'n':
			ok = takeNumber(&text, 1, 2, &d.month) && d.month > 0
		case 'd':
			ok = takeNumber(&text, 2, 2, &d.day) && d.day > 0
		case 'j':
			ok = takeNumber(&text, 1, 2, &d.day) && d.day > 0
		case 'F', 'M':
			month, length, found := l.Month(text)
			d.month, text, ok = month, text[length:], found
		case 'S':
			ok = takeOrdinal(&text)
		case 'D', 'l':
			ok = takeLetters(&text)
		case 'H', 'G', 'h', 'g', 'i', 's':
			ok = takeNumber(&text, 1, 2, new(int))
		case 'a', 'A':
			ok = takeWord(&text, "am") || takeWord(&text, "pm")
		case 'P':
			ok = takeZone(&text)
		case '\\':
			if i++; i < len(letters) {
				ok = takeWord(&text, string(letters[i]))
			}
		default:
			if ok = takeWord(&text, string(letter)); unicode.IsSpace(letter) {
				before := text
				text = strings.TrimLeftFunc(text, unicode.IsSpace)
				ok = ok || before != text
			}
		}
	}
	return d, ok && text == ""
}

func takeNumber(text *string, least, most int, into *int) bool {
	n, digits := 0, 0
	for digits < most && digits < len(*text) && (*text)[digits] >= '0' && (*text)[digits] <= '9' {
		n = n*10 + int((*text)[digits]-'0')
		digits++
	}
	*text, *into = (*text)[digits:], n
	return digits >= least
}

func takeWord(text *string, word string) bool {
	if len(*text) < len(word) || !strings.EqualFold((*text)[:len(word)], word) {
		return false
	}
	*text = (*text)[len(word):]
	return true
}

// takeOrdinal takes what stands behind the number of a day: 1st, 2nd, 1er, 1º, 1., or nothing.
func takeOrdinal(text *string) bool {
	for _, ending := range []string{"st", "nd", "rd", "th", "er", "ère", "º", "°", "ª", "."} {
		if takeWord(text, ending) {
			break
		}
	}
	return true
}

// takeLetters takes a word: the name of a day of the week.
func takeLetters(text *string) bool {
	rest := strings.TrimLeftFunc(*text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) })
	found := rest != *text
	*text = rest
	return found
}

func takeZone(text *string) bool {
	zone := strings.TrimLeftFunc(*text, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("+-:Zz", r) })
	found := zone != *text
	*text = zone
	return found
}
