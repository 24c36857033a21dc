package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/facts/series"
	"wp2pub/migrate/record"
)

// frame is the text of a citation without what stands around title and publishers.
type frame struct {
	text     string
	edges    []int
	date     date
	dateBy   mark   // what stands before the date, if the text ends with one
	trailing bool   // the date stands at the end, behind the publishers
	sentence bool   // the text ends in a full stop that follows no date
	whole    string // with the date that was taken off its end
	language string
	series   series.Series
	authors  []record.Person // they stand before the title
	known    int             // where the title of the post ends in the text; 0: it does not begin with it
}

// frame takes labels, remarks and the date off a text.
func (k Known) frame(text string, edges []int) frame {
	label, language := cutLabel(text, k.Title)
	f := frame{text: text[label:], language: language}
	for _, e := range edges {
		if e > label {
			f.edges = append(f.edges, e-label)
		}
	}
	if f.known = matchPrefix(f.text, k.Title); f.known == len(f.text) { // the title of the post is the whole line, whatever that is
		f.known = 0
	}
	if endsEarly(k.Title) && f.known < len(f.text) {
		f.known = 0
	}
	f.persons(k)
	f.clauses()
	f.remarks()
	if !f.cutTrailingDate() && f.date.year == 0 {
		f.cutInnerDate()
	}
	f.date = f.date.inOrder(k.DayFirst)
	f.remarks()
	f.text = strings.TrimRight(f.text, " ,;:|-–—·/\t\n،，、")
	f.sentence = !f.trailing && (strings.HasSuffix(f.text, ".") || strings.HasSuffix(f.text, "。"))
	return f
}

func (f *frame) remarks() {
	rest, said := cutRemarks(f.text)
	if len(rest) < f.known {
		return
	}
	f.text = rest
	if f.language == "" && said.languages == 1 {
		f.language = said.language
	}
}

// cutTrailingDate takes the date off the end: "…, 2019", "… (May 2019)", "… (ILO, 2019)".
func (f *frame) cutTrailingDate() bool {
	if before, inside, ok := cutBracket(f.text); ok && len(before) >= f.known {
		if d, ok := parseDate(inside); ok {
			f.date, f.dateBy, f.trailing, f.text = d, cell, true, strings.TrimRight(before, " ")
			if last, _ := utf8.DecodeLastRuneInString(f.text); unicode.IsDigit(last) && d.month == 0 { // "Resolution 2388 (2017)"
				f.date.doubt = "the year may be a part of the title"
			}
			return true
		}
		if rest, d, ok := cutDate(inside); ok && strings.TrimSpace(rest) != "" {
			f.date, f.dateBy, f.trailing = d, comma, true
			f.text = strings.TrimRight(before, " ") + cellMark + strings.TrimRight(rest, " ,")
			return true
		}
	}
	if before, ok := cutUndated(f.text); ok && len(before) >= f.known {
		f.text, f.dateBy, f.trailing = before, comma, true
		return true
	}
	before, d, ok := cutDate(f.text)
	if word := strings.ToLower(strings.TrimSpace(f.text[len(before):])); ok && wordBefore(before) && d.month != 0 && d.day == 0 { // "Kick It Out, 2022"
		if month, _, comma := strings.Cut(word, ","); comma && notOnlyMonths[month] {
			end := len(before) + len(month)
			before, d = f.text[:end+1], date{year: d.year}
		}
	}
	if !ok || len(before) < f.known || strings.TrimSpace(before) == "" {
		return false
	}
	f.whole, f.date, f.trailing = strings.TrimRight(f.text, " .;:,"), d, true
	trimmed := strings.TrimRight(before, " ")
	if d.month == 0 && strings.HasSuffix(strings.TrimRight(trimmed, "-–"), " ") && trimmed != strings.TrimRight(trimmed, "-–") { // "2003 - 2004"
		if rest, first, ok := cutDate(strings.TrimRight(trimmed, " -–")); ok && first.month == 0 && first.year == d.year-1 {
			f.date.doubt = "two years are named"
			trimmed = strings.TrimRight(rest, " ")
		}
	}
	last, _ := utf8.DecodeLastRuneInString(trimmed)
	switch {
	case strings.ContainsRune(",،，、;", last):
		f.dateBy = comma
	case unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.IsMark(last):
		f.dateBy = noMark
	default:
		f.dateBy = cell
	}
	f.text = strings.TrimRight(trimmed, ",،，、;:|-–—\t\n (")
	return true
}

// cutInnerDate takes a date out of the text that stands between brackets or separators: "ILO (2019). Title".
func (f *frame) cutInnerDate() {
	for at := f.known; at < len(f.text); at++ {
		end := skipEnclosed(f.text, at)
		if end <= at {
			continue
		}
		_, size := utf8.DecodeRuneInString(f.text[at:])
		if d, ok := parseDate(f.text[at+size : end-1]); ok {
			rest := strings.TrimLeft(f.text[end:], " ")
			by := cellMark
			if next, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune(",.;:-–—|\t\n", next) {
				by = ""
			}
			f.date, f.text = d, strings.TrimRight(f.text[:at], " ")+by+rest
			return
		}
		at = end - 1
	}
	seps := separators(f.text)
	for i := len(seps) - 1; i > 0; i-- {
		first, last := seps[i-1], seps[i]
		if first.start < f.known {
			return
		}
		if first.mark == tightHyphen || last.mark == tightHyphen || first.mark == tightDash || last.mark == tightDash { // "2010-2019"
			continue
		}
		if d, ok := parseDate(f.text[first.end:last.start]); ok {
			f.date, f.text = d, f.text[:first.end]+f.text[last.end:]
			return
		}
	}
}

// undated are the words that stand where a date would, and say that there is none.
var undated = words(`n.d. n.d nd. undated s.d. s.f. o.j. б.г. б.д.`)

// cutUndated takes such a word off the end of a text.
func cutUndated(text string) (before string, ok bool) {
	if before, inside, ok := cutBracket(text); ok && undated[strings.ToLower(strings.TrimSpace(inside))] {
		return strings.TrimRight(before, " ,"), true
	}
	at := strings.LastIndexByte(text, ' ')
	if at < 0 || !undated[strings.ToLower(text[at+1:])] {
		return text, false
	}
	before = strings.TrimRight(text[:at], " ")
	trimmed := strings.TrimRight(before, ",;-–—")
	return strings.TrimRight(trimmed, " "), trimmed != before
}

// notOnlyMonths are short names of months that are words of another language, too.
var notOnlyMonths = words(`out set ago mar mai abr gen mag lug ott mei`)

// wordBefore reports whether a text ends in a word, and no mark sets off what follows.
func wordBefore(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " "))
	return unicode.IsLetter(last)
}
