package survey

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/locale"
	"wp2pub/migrate/pattern"
)

// long is how many characters a line has at most.
const long = 200

// shapeOf says what a single value looks like.
func shapeOf(value any) string {
	switch v := value.(type) {
	case bool:
		return ShapeBool
	case int64:
		if 1900 <= v && v <= 2099 {
			return ShapeYear
		}
		return ShapeNumber
	case float64:
		return ShapeNumber
	case string:
		return shapeOfText(strings.TrimSpace(v))
	}
	return ShapeOther
}

// forms are the shapes of short texts, in their order.
var forms = []struct {
	shape string
	fits  func(string) bool
}{
	{ShapeYear, year.MatchString},
	{ShapeDate, isDay},
	{ShapeISBN, isISBN},
	{ShapeISSN, isISSN},
	{ShapeNumber, number.MatchString},
	{ShapeDOI, doi.MatchString},
	{ShapeUNSymbol, func(text string) bool { return symbol.MatchString(text) && strings.ContainsAny(text, "0123456789") }},
	{ShapeLanguage, isLanguage},
	{ShapeCountry, isCountry},
	{ShapeEmail, wholeAddress.MatchString},
	{ShapeDocument, func(text string) bool { return isURL(text) && documentURL.MatchString(text) }},
	{ShapeImage, func(text string) bool { return isURL(text) && imageURL.MatchString(text) }},
	{ShapeURL, isURL},
	{ShapePerson, isPerson},
}

func shapeOfText(text string) string {
	letters := utf8.RuneCountInString(text)
	if letters <= long {
		for _, form := range forms {
			if form.fits(text) {
				return form.shape
			}
		}
	}
	switch {
	case isData(text):
		return ShapeOther
	case tag.MatchString(text):
		return ShapeHTML
	case letters > long:
		return ShapeLong
	case strings.ContainsFunc(text, unicode.IsLetter):
		return ShapeText
	}
	return ShapeOther
}

// isData reports whether a text is data for machines: JSON, or a PHP value that could not be read.
func isData(text string) bool {
	return strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") || serialized.MatchString(text)
}

var (
	serialized   = pattern.New(`^[asOC]:\d+:|^[bid]:[\d.]+;`)
	year         = pattern.New(`^(?:19|20)\d{2}$`)
	number       = pattern.New(`^[-+]?\d{1,3}(?:[ .,’'\x{a0}\x{202f}]?\d{3})*(?:[.,]\d+)?$|^[-+]?\d+(?:[.,]\d+)?$`)
	doi          = pattern.New(`(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.\d{4,9}/\S+$`)
	symbol       = pattern.New(`^[A-Z]{1,8}(?:/[A-Z0-9][A-Za-z0-9.()\[\]-]*)+/?(?:[A-Z0-9][A-Za-z0-9.()-]*)?(?:\s?\(.*\))?$`)
	wholeAddress = pattern.New(`^[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$`)
	documentURL  = pattern.New(`(?i)\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|epub|mobi|csv|zip)(?:[?#].*)?$`)
	imageURL     = pattern.New(`(?i)\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp)(?:[?#].*)?$`)
	tag          = pattern.New(`(?i)</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>`)
)

func isURL(text string) bool {
	_, rest, found := strings.Cut(text, "://")
	return found && (strings.HasPrefix(text, "http") || strings.HasPrefix(text, "ftp")) && len(rest) > 3 && !strings.ContainsAny(text, " <\n")
}

// days are the forms in which databases and editors write a day, the time of day behind it included.
var days = []*pattern.Pattern{
	pattern.New(`^(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$`),
	pattern.New(`^(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})$`),
	pattern.New(`^(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})\.?(?: \d{1,2}:\d{2}(?::\d{2})?)?$`),
	pattern.New(`^(?P<day>\d{1,2})[/. -]+(?P<month>\d{1,2})[/. -]+(?P<year>\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$`),
	pattern.New(`^(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$`),
	pattern.New(`^(?P<month>\d{1,2})/(?P<year>(?:19|20)\d{2})$`),
	pattern.New(`^(?P<year>\d{4})年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?$`),
	pattern.New(`^(?P<year>\d{4})년\s?(?P<month>\d{1,2})월(?:\s?(?P<day>\d{1,2})일)?$`),
	pattern.New(`(?i)^(?:(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?)?(?P<word>\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?(?P<year>(?:19|20)\d{2})$`),
	pattern.New(`(?i)^(?P<word>\p{L}{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{2})$`),
}

// isDay reports whether a text is a day or a month of the calendar.
func isDay(text string) bool {
	if !strings.ContainsAny(text, "0123456789") || len(text) > 40 {
		return false
	}
	for _, form := range days {
		if m := form.FindStringSubmatch(text); m != nil && possible(form, m) {
			return true
		}
	}
	return false
}

// possible reports whether the parts of a day can be.
func possible(form *pattern.Pattern, parts []string) bool {
	for i, name := range form.SubexpNames() {
		switch text := strings.TrimLeft(parts[i], "0"); name {
		case "year":
			if parts[i] < "1000" {
				return false
			}
		case "month":
			if text == "" || len(text) > 1 && text > "12" {
				return false
			}
		case "day":
			if parts[i] != "" && (text == "" || len(text) > 1 && text > "31") {
				return false
			}
		case "word":
			if _, ok := locale.Month(parts[i]); !ok {
				return false
			}
		}
	}
	return true
}

// particles stand within names in small letters.
var particles = strings.Fields("de da do dos das del della di du des la le van von der den ter ten zu zur af av el al bin ibn bint y e i und and of")

// isPerson reports whether a text may be the name of a person: two to four words that begin with a capital each, or
// Family, Given. Scripts without capitals have no such mark.
func isPerson(text string) bool {
	if strings.ContainsAny(text, "0123456789/:;|()[]{}<>!?&@#\"“”«»–—") {
		return false
	}
	family, given, comma := strings.Cut(text, ",")
	if comma && (strings.Contains(given, ",") || strings.TrimSpace(family) == "" || strings.TrimSpace(given) == "") {
		return false
	}
	names := 0
	for _, word := range strings.Fields(family + " " + given) {
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.IsUpper(first) && !allCapitals(word):
			names++
		case !slices.Contains(particles, word):
			return false
		}
	}
	return 2 <= names && names <= 4
}

// allCapitals reports whether a word is an abbreviation, and no initial.
func allCapitals(word string) bool {
	letters := 0
	for _, c := range word {
		if unicode.IsLower(c) {
			return false
		}
		letters += one(unicode.IsLetter(c))
	}
	return letters > 1 && !strings.Contains(word, ".")
}

// isLanguage reports whether a text is the name of a language, or its code as programs write it. "No" is more often an
// answer than Norwegian, and FR a country.
func isLanguage(text string) bool {
	if !mayBeName(text) || text == "no" {
		return false
	}
	if _, name := locale.LanguageName(text); name {
		return true
	}
	_, code := locale.Language(text)
	return code && (text[:2] == strings.ToLower(text[:2]) || len(text) == 2 && !isCountry(text))
}

// isCountry reports whether a text is the name of a country or a region of the world, or the code of a country in capital letters.
func isCountry(text string) bool {
	if !mayBeName(text) {
		return false
	}
	if _, name := locale.CountryName(text); name {
		return true
	}
	_, code := locale.Country(text)
	return code && text == strings.ToUpper(text)
}

// mayBeName spares most texts a closer look: the name of a language or a country is short and made of letters.
func mayBeName(text string) bool {
	return len(text) <= 80 && !strings.ContainsAny(text, "0123456789/:;<>@#=|")
}
