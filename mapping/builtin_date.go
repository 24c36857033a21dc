package mapping

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// plainFormats are those that are read without a format: a year, and what stands in databases.
var plainFormats = []string{"Y-m-d", "Y-m", "Y", "Ymd", "Y-m-d H:i:s", "Y-m-d H:i", `Y-m-d\TH:i:s`, `Y-m-d\TH:i:sP`}

// readDate reads a date as precisely as the first format that fits says it. The time of day is dropped.
func readDate(text string, formats []string) (Value, error) {
	expected := "a format for it, such as date d/m/Y"
	if len(formats) == 0 {
		formats = plainFormats
	} else {
		expected = strings.Join(formats, " or ")
	}
	for _, format := range formats {
		if d, ok := matchDate(text, format); ok {
			if date, ok := d.edtf(); ok {
				return date, nil
			}
			return nil, fmt.Errorf("%q is a date that does not exist", shortened(text))
		}
	}
	return nil, fmt.Errorf("%q is no date; expected %s", shortened(text), expected)
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

// matchDate reads a text by a format of PHP's date(): d j m n F M Y y for days, H G h g i s a A P for times, which
// are passed over, a backslash before a letter that stands for itself.
func matchDate(text, format string) (d day, ok bool) {
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
			ok = takeMonth(&text, letter == 'M', &d.month)
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
			ok = takeWord(&text, string(letter))
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

func takeMonth(text *string, short bool, into *int) bool {
	for month := time.January; month <= time.December; month++ {
		name := month.String()
		if short {
			name = name[:3]
		}
		if takeWord(text, name) {
			*into = int(month)
			return true
		}
	}
	return false
}

func takeWord(text *string, word string) bool {
	if len(*text) < len(word) || !strings.EqualFold((*text)[:len(word)], word) {
		return false
	}
	*text = (*text)[len(word):]
	return true
}

func takeZone(text *string) bool {
	zone := strings.TrimLeftFunc(*text, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("+-:Zz", r) })
	found := zone != *text
	*text = zone
	return found
}
