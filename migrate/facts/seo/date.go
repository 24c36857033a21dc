package seo

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"

	"wp2pub/migrate/locale"
)

// date writes a date of the database in a format of PHP, in the language of the site. Ok is false where the date is none, or
// the language has no names here for its months or days.
func (p *page) date(local, format string) (text string, ok bool) {
	t, err := time.Parse(time.DateTime, local)
	if err != nil {
		return "", false
	}
	if format == "" {
		format, _ = p.view.Option("date_format")
	}
	if format == "" {
		format = "F j, Y" // WordPress's own
	}
	return formatDate(t, format, p.view.Setup().Language)
}

func formatDate(t time.Time, format, tag string) (string, bool) {
	base, _ := language.Make(tag).Base()
	english := base.String() == "en"
	besideDay := strings.ContainsAny(format, "dj")
	var out strings.Builder
	letters := []rune(format)
	for i := 0; i < len(letters); i++ {
		if letters[i] == '\\' && i+1 < len(letters) {
			i++
			out.WriteRune(letters[i])
			continue
		}
		if layout, ok := dateLetters[letters[i]]; ok {
			out.WriteString(t.Format(layout))
			continue
		}
		switch letters[i] {
		case 'F':
			name, ok := locale.MonthName(tag, int(t.Month()), besideDay)
			if !ok {
				return "", false
			}
			out.WriteString(name)
		case 'M', 'l', 'D':
			if !english {
				return "", false
			}
			out.WriteString(t.Format(map[rune]string{'M': "Jan", 'l': "Monday", 'D': "Mon"}[letters[i]]))
		case 'S':
			out.WriteString(ordinal(t.Day()))
		case 'G':
			fmt.Fprint(&out, t.Hour())
		default:
			out.WriteRune(letters[i])
		}
	}
	return out.String(), true
}

// dateLetters are the letters of PHP's formats that mean the same in every language, with Go's layouts for them.
var dateLetters = map[rune]string{'d': "02", 'j': "2", 'm': "01", 'n': "1", 'Y': "2006", 'y': "06", 'H': "15", 'h': "03", 'g': "3", 'i': "04", 's': "05", 'a': "pm", 'A': "PM"}

// ordinal is what follows the number of a day in English.
func ordinal(day int) string {
	if day/10 != 1 {
		switch day % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}
