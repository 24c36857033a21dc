package locale

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Country reads a name or a code of a country or of a region of the world: "Germany", "Алжир", "FR", "FRA", "West Africa",
// "Amérique latine". The code of a country is of ISO 3166 (alpha-2), that of a region of UN M49 (three digits).
func Country(text string) (code string, ok bool) {
	if code, ok = CountryName(text); ok {
		return code, true
	}
	text = strings.TrimSpace(text)
	if len(text) < 2 || len(text) > 3 || !sameCase(text) {
		return "", false
	}
	if strings.EqualFold(text, "UK") {
		return "GB", true
	}
	region, err := language.ParseRegion(text)
	if err != nil || !slices.Contains(places(), region) {
		return "", false
	}
	return region.String(), true
}

// CountryName is Country for names only: "in" and "is" are no countries to it.
func CountryName(text string) (code string, ok bool) {
	names := countryNames()
	text = strings.Trim(text, " .\t\n")
	if code, ok = names.find(text); ok {
		return code, true
	}
	if before, inside, found := cutBrackets(text); found {
		if code, ok = names.find(before); ok && (!confused[bare(fold(before))] || isCountryWord(inside)) {
			return code, true
		}
	}
	if without, found := strings.CutPrefix(fold(text), "the "); found {
		return names.find(without)
	}
	return "", false
}

// NameOfCountry is what a country or region of the world is called in a language, by its code; empty where either is not known.
func NameOfCountry(code, in string) string {
	region, err := language.ParseRegion(code)
	tag, wrong := language.Parse(in)
	if err != nil || wrong != nil || !slices.Contains(places(), region) {
		return ""
	}
	if namer := display.Regions(tag); namer != nil {
		return namer.Name(region)
	}
	return ""
}

// notPlaces are regions of CLDR that ISO 3166 only sets aside, or that are none.
var notPlaces = []string{"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "ZZ"}

// places are the countries and the regions of the world.
var places = sync.OnceValue(func() []language.Region {
	return slices.DeleteFunc(display.Values.Regions(), func(r language.Region) bool { return slices.Contains(notPlaces, r.String()) })
})

var countryNames = sync.OnceValue(func() *index {
	names := newIndex()
	names.addAliases(countryAliases)
	eachSpeaker(func(speaker language.Tag) {
		namer := display.Regions(speaker)
		if namer == nil {
			return
		}
		for _, place := range places() {
			name := namer.Name(place)
			names.add(name, place.String())
			if before, _, found := cutBrackets(name); found {
				names.add(before, place.String())
			}
			if after, saint := strings.CutPrefix(name, "St. "); saint {
				names.add("Saint "+after, place.String())
			}
		}
	})
	return names
})
