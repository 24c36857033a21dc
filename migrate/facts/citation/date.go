package citation

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/locale"
)

// date is when a publication appeared, as precisely as it is said.
type date struct {
	year, month, day int
	doubt            string // why it may be another
	either           [2]int // two numbers of which one is the day and the other the month, as they stand
}

// inOrder is a date of which the day is known to stand before the month.
func (d date) inOrder(dayFirst bool) date {
	if !dayFirst || d.either == [2]int{} {
		return d
	}
	return date{year: d.year, month: d.either[1], day: d.either[0]}
}

// edtf writes the date: 2013, 2013-05, 2013-05-14.
func (d date) edtf() string {
	switch {
	case d.year == 0:
		return ""
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// real reports whether the calendar has the date.
func (d date) real() bool {
	if d.day == 0 {
		return true
	}
	t := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return d.month != 0 && t.Day() == d.day
}

// longestDate is the number of words that a date may have: "le 1er jour de janvier 2019".
const longestDate = 6

// cutDate takes a date off the end of a text. What stood between the text and the date, such as a comma, stays with the
// text.
func cutDate(text string) (before string, d date, ok bool) {
	text = strings.TrimRight(text, " .;:,，、،")
	starts := lastWords(text, longestDate)
	for _, start := range starts { // the longest first
		if d, ok := parseDate(text[start:]); ok {
			return text[:start], d, true
		}
	}
	return text, date{}, false
}

// lastWords returns where the last n words of a text begin, the first of them first. Dashes with spaces around them, and
// the marks between cells and lines, end the search.
func lastWords(text string, n int) []int {
	var starts []int
	end := len(text)
	for len(starts) < n && end > 0 {
		at := wordStart(text[:end])
		if word := text[at:end]; word != "" {
			if strings.Trim(word, "-–—|") == "" {
				break
			}
			starts = append([]int{at}, starts...)
		}
		if at > 0 && strings.ContainsRune("(\t\n", rune(text[at-1])) {
			break
		}
		_, size := utf8.DecodeLastRuneInString(text[:at])
		end = at - size
	}
	return starts
}

// wordStart returns where the last word of a text begins.
func wordStart(text string) int {
	at := strings.LastIndexAny(text, " ,،，、(（\t\n")
	if at < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return at + size
}

func isDate(text string) bool {
	_, ok := parseDate(text)
	return ok
}

// parseDate reads a text that is a date and nothing else.
func parseDate(text string) (date, bool) {
	text = strings.Trim(western(text), " .,;:，、،")
	if d, ok := numericDate(text); ok {
		return d, d.real()
	}
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '،' })
	if len(fields) == 0 || len(fields) > longestDate || dateFillers[strings.ToLower(fields[0])] && len(fields) == 1 {
		return date{}, false
	}
	var d date
	for i := 0; i < len(fields); i++ {
		if i+1 < len(fields) {
			if m, ok := locale.Month(fields[i] + " " + fields[i+1]); ok && d.month == 0 {
				d.month, i = m, i+1
				continue
			}
		}
		if !d.take(fields[i]) {
			return date{}, false
		}
	}
	if d.month < 0 {
		d.month, d.day = 0, 0
	}
	if d.year == 0 || d.day > 0 && d.month == 0 {
		return date{}, false
	}
	return d, d.real()
}

// take reads a word of a date.
func (d *date) take(word string) bool {
	lower := strings.ToLower(word)
	number, _ := strconv.Atoi(strings.TrimRightFunc(lower, func(r rune) bool { return !unicode.IsDigit(r) }))
	switch {
	case dateFillers[lower]:
		return true
	case d.year == 0 && isYear(number) && plainOr(dateFillers, strings.TrimLeft(lower, "0123456789")):
		d.year = number
		return true
	case d.day == 0 && number >= 1 && number <= 31 && len(lower) <= 4 && plainOr(ordinals, strings.TrimLeft(lower, "0123456789")):
		d.day = number
		return true
	case d.month == 0 && seasons[lower]:
		d.month = -1
		return true
	}
	if month, ok := locale.Month(word); ok && d.month == 0 {
		d.month = month
		return true
	}
	first, second, isRange := strings.Cut(strings.NewReplacer("–", "-", "/", "-").Replace(word), "-")
	_, begins := locale.Month(first)
	_, ends := locale.Month(second)
	if isRange && begins && ends && d.month == 0 {
		d.month = -1 // of two months neither is the one
		return true
	}
	return false
}

var (
	dateFillers = words(`of de del du den d' le the am im in en the an el il г. г год года р. року year año عام سنة في © (c) copyright year. 年 년 dated`)
	ordinals    = words(`st nd rd th er º ª ° . e ème -го 日 일`)
	seasons     = words(`spring summer autumn fall winter printemps été automne hiver primavera verano otoño invierno outono verão frühjahr frühling sommer herbst весна лето осень зима`)
)

// plainOr reports whether nothing follows a number, or a word of a list.
func plainOr(list map[string]bool, behind string) bool { return behind == "" || list[behind] }

func isYear(n int) bool { return n >= 1900 && n <= 2099 }

// numericDate reads 2019-05-14, 14.05.2019, 05/2019, 2019年5月14日, 2018-2019.
func numericDate(text string) (date, bool) {
	var numbers []int
	var marks strings.Builder
	rest := text
	for rest != "" {
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		if digits == 0 || digits > 4 || len(numbers) == 3 {
			return date{}, false
		}
		n, _ := strconv.Atoi(rest[:digits])
		numbers = append(numbers, n)
		rest = rest[digits:]
		mark := strings.IndexAny(rest, "0123456789")
		if mark < 0 {
			mark = len(rest)
		}
		marks.WriteString(rest[:mark])
		rest = rest[mark:]
	}
	switch form := strings.ReplaceAll(marks.String(), " ", ""); {
	case len(numbers) == 3 && (form == "--" || form == "//" || form == "年月日" || form == ".." || form == "년월일"):
		return threeNumbers(numbers[0], numbers[1], numbers[2], form)
	case len(numbers) == 2 && (form == "年月" || form == "-" || form == "/" || form == "." || form == "–" || form == "년월"):
		return twoNumbers(numbers[0], numbers[1])
	}
	return date{}, false
}

func threeNumbers(a, b, c int, form string) (date, bool) {
	switch {
	case isYear(a) && validMonth(b) && validDay(c):
		return date{year: a, month: b, day: c}, true
	case !isYear(c):
		return date{}, false
	case validMonth(b) && validDay(a) && (a > 12 || form == ".." || a == b):
		return date{year: c, month: b, day: a}, true
	case validMonth(a) && validDay(b) && b > 12:
		return date{year: c, month: a, day: b}, true
	case validMonth(a) && validMonth(b):
		return date{year: c, doubt: "day and month can be told apart by their order only", either: [2]int{a, b}}, true
	}
	return date{}, false
}

func twoNumbers(a, b int) (date, bool) {
	switch {
	case isYear(a) && validMonth(b):
		return date{year: a, month: b}, true
	case isYear(b) && validMonth(a):
		return date{year: b, month: a}, true
	case isYear(a) && (b == a+1 || b == (a+1)%100):
		return date{year: a + 1, doubt: "two years are named"}, true
	}
	return date{}, false
}

func validMonth(n int) bool { return n >= 1 && n <= 12 }
func validDay(n int) bool   { return n >= 1 && n <= 31 }

// western writes the digits of other scripts as 0 to 9.
func western(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		case r >= '०' && r <= '९':
			return r - '०' + '0'
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		}
		return r
	}, text)
}
