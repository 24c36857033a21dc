package starter

import (
	"slices"
	"strings"
	"unicode"

	"wp2pub/mapping"
	"wp2pub/migrate/survey"
)

// dateFormats are forms in which people write dates, those first that mean one thing only.
var dateFormats = []string{"d.m.Y", "j.n.Y", "j F Y", "jS F Y", "F j, Y", "F Y", `j \d\e F \d\e Y`, `F \d\e Y`, "m/Y", "Y/m/d", "d-m-Y", "Y年n月j日", "Y年n月"}

// date reports whether the mapping's own function reads a text as a date.
func (s *site) date(text string, formats ...string) bool {
	f, ok := s.vocabulary.Functions["date"]
	if !ok || f.Prepare == nil {
		return false
	}
	arguments := make([]mapping.Value, len(formats))
	for i, format := range formats {
		arguments[i] = format
	}
	read, err := f.Prepare(arguments)
	if err == nil {
		_, err = read(nil, text)
	}
	return err == nil
}

// datesIn is the share of a name's samples that the mapping can read as dates.
func (s *site) datesIn(n *survey.Name) float64 {
	formats, read := s.formats(n), 0
	for _, sample := range n.Samples {
		if s.date(sample) || len(formats) > 0 && s.date(sample, formats...) {
			read++
		}
	}
	return share(read, len(n.Samples))
}

// formats are what the function date must be told to read the values of a name: every form that one of them has; none
// where it reads them by itself.
func (s *site) formats(n *survey.Name) []string {
	var formats []string
	known := append(s.slashed(n), dateFormats...)
	for _, sample := range slices.Concat(n.Samples, n.Dates) {
		if s.date(sample) || len(formats) > 0 && s.date(sample, formats...) {
			continue
		}
		for _, format := range known {
			if s.date(sample, format) {
				formats = append(formats, format)
				break
			}
		}
	}
	return formats
}

// slashed are the orders in which 03/04/2013 can be meant: as the dates of the name say where one is certain, else as those
// of all the site do, else by its language and zone.
func (s *site) slashed(n *survey.Name) []string {
	month, certain := s.monthFirst(n)
	if month || !certain && s.american {
		return []string{"m/d/Y", "n/j/Y"}
	}
	return []string{"d/m/Y", "j/n/Y"}
}

// monthFirst reports whether the month stands first in most of the dates in which only one order is possible; certain:
// there are such, and more of one order.
func (s *site) monthFirst(names ...*survey.Name) (month, certain bool) {
	lead := 0
	for _, n := range names {
		for _, sample := range slices.Concat(n.Samples, n.Dates) {
			switch dayFirst, monthFirst := s.date(sample, "j/n/Y"), s.date(sample, "n/j/Y"); {
			case monthFirst && !dayFirst:
				lead++
			case dayFirst && !monthFirst:
				lead--
			}
		}
	}
	return lead > 0, lead != 0
}

// isAmerican reports whether the dates of the site have the month first where both orders are possible.
func (s *site) isAmerican() bool {
	var all []*survey.Name
	for i := range s.Names {
		all = append(all, &s.Names[i])
	}
	if month, certain := s.monthFirst(all...); certain {
		return month
	}
	return s.Language == "en-US" && strings.HasPrefix(s.Zone, "America/")
}

// writeDate reads dates. What ACF types as a date is one already; of others, what is no date gives way to the next
// source.
func writeDate(s *site, n *survey.Name) *node {
	formats := s.formats(n)
	if formats == nil {
		if is(n, "date_picker", "date_time_picker") || !s.calls("date") {
			return text(n.Path)
		}
		return text(n.Path + " | date")
	}
	plain := []string{"Y", "Y-m-d", "Ymd"}
	for i, format := range formats {
		formats[i] = argument(format)
	}
	return text(n.Path + " | date " + strings.Join(append(formats, plain...), " "))
}

// yearOf reads the year alone of values that are no dates in any form: "summer 2019".
func (s *site) yearOf(c *candidate) []source {
	others := looks(c.name, survey.ShapeText)
	if c.strength < certain || others == 0 || !is(c.name, writtenTypes...) || !s.calls("year") {
		return nil
	}
	return []source{{expression: text(c.name.Path + " | year"), note: percent(others) + " of its values are no dates: the year that they name"}}
}

// argument writes a text as an argument of a function.
func argument(text string) string {
	if strings.ContainsFunc(text, unicode.IsSpace) || strings.ContainsAny(text, `|"',`) {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

func writeLanguage(s *site, n *survey.Name) *node {
	if s.calls("language") {
		return text(n.Path + " | language")
	}
	return text(n.Path)
}

func writeProse(_ *site, n *survey.Name) *node {
	if is(n, "wysiwyg") || looks(n, survey.ShapeHTML) > 0 {
		return text(n.Path + " | text")
	}
	return text(n.Path)
}

func writeNumber(_ *site, n *survey.Name) *node {
	if looks(n, survey.ShapeNumber, survey.ShapeYear) >= 0.95 {
		return text(n.Path + " | integer")
	}
	return text(n.Path)
}

// writeNames reads names. Where several stand in one text, it is split.
func writeNames(s *site, n *survey.Name) *node {
	if is(n, "repeater") {
		return text(s.columns(n)[0].Path)
	}
	return split(n, func(s survey.Separator) bool { return s.Known >= 2 || s.Lists > s.Alone+s.Pairs }, n.Whole)
}

// writeBodies reads the names of bodies, in which commas stand: "Ministry of Labour, Employment and Social Security". One parts them only
// where what it parts stands alone elsewhere, or may be bodies.
func writeBodies(s *site, n *survey.Name) *node {
	if is(n, "repeater") {
		return writeNames(s, n)
	}
	return split(n, func(s survey.Separator) bool {
		return s.Known >= 2 || s.Lists > s.Alone+s.Pairs && (s.Separator != ", " || s.Bodies > 0)
	}, n.Whole)
}

// split parts texts at what stands between names in some of them, but not inside names that stay whole. A word that also
// stands inside names parts nothing, unless what it parts stands alone elsewhere.
func split(n *survey.Name, parts func(survey.Separator) bool, whole []string) *node {
	var separators []string
	for _, s := range n.Separators {
		if parts(s) {
			separators = append(separators, s.Separator)
		}
	}
	slices.SortStableFunc(separators, func(a, b string) int { return len(a) - len(b) }) // ", " and ";" before words
	if separators == nil || !is(n, writtenTypes...) {
		return text(n.Path)
	}
	var arguments, kept []string
	for _, separator := range separators {
		arguments = append(arguments, `"`+separator+`"`)
	}
	for _, name := range whole {
		if len(mapping.Split(name, separators, nil)) > 1 {
			kept = append(kept, argument(name))
		}
	}
	if kept != nil {
		arguments = append(append(arguments, "keep"), kept...)
	}
	return text(n.Path + " | split " + strings.Join(arguments, " "))
}
