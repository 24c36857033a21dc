package locale

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// IsRegion reports whether a text is the name of a country or of a region of the world, in any language that the package knows:
// those that Country has a code for, the regions in use beside them ("Middle East", "European Union", "Western Balkans"), and
// several with a word between them ("Europe and Central Asia"). Codes are none, and neither are names that are more often another
// word: "Réunion" is a meeting, "La Réunion" an island.
func IsRegion(text string) bool {
	text = strings.Trim(strings.Join(strings.Fields(text), " "), " .,;:")
	if len(text) > longestRegion {
		return false
	}
	if isRegion(text) {
		return true
	}
	for _, between := range betweenRegions {
		if parts := strings.Split(text, between); len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !isRegion(strings.TrimSpace(part)) }) {
			return true
		}
	}
	return false
}

// longestRegion bounds in bytes what can be a name: that of the United Kingdom in full takes 70 in Latin letters, more in others.
const longestRegion = 200

var betweenRegions = []string{" and ", " & ", ", ", "/", " et ", " y ", " e ", " und ", " en ", " и ", " та ", " ve ", " dan ", " و", "和", "、"}

func isRegion(text string) bool {
	if shortName(text) || wordsToo()[bare(fold(text))] {
		return false
	}
	if before, _, found := cutBrackets(text); found {
		if _, ok := regionsInUse().find(before); ok {
			return true
		}
	}
	if _, ok := regionsInUse().find(text); ok {
		return true
	}
	_, ok := CountryName(text)
	return ok
}

// shortName reports whether a text is too short to be a name, or an abbreviation in small letters: "eau" is water, "EAU" the Emirates,
// and Mena a name.
func shortName(text string) bool {
	if isASCII(text) {
		letters := strings.ReplaceAll(text, ".", "")
		return len(letters) < 2 || letters != strings.ToUpper(letters) && letters != "oPt" && (len(letters) <= 3 || strings.EqualFold(letters, "MENA"))
	}
	count := utf8.RuneCountInString(text)
	return count < 2 || count < 4 && len(text) < 2*count // two or three letters of the Latin alphabet, with accents
}

// isCountryWord reports whether what stands in brackets says that a country is meant: "Georgia (country)".
func isCountryWord(text string) bool {
	return slices.Contains([]string{"country", "republic", "republic of", "state", "pays", "pais", "land", "staat", "strana", "страна", "hashemite kingdom of"}, bare(fold(text)))
}

// confused are names of countries that others have as well: what stands in brackets behind one tells it apart, as in
// "Georgia (US)", "Jordan (River)".
var confused = map[string]bool{"georgia": true, "jordan": true, "niger": true, "turkey": true, "guinea": true, "chad": true, "jersey": true, "mali": true, "panama": true}

// wordsToo are names of places that are more often another word, a person or a city, by their bare form.
var wordsToo = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, list := range []string{
		"reunion|riunione|reuniao|reunions",                                       // a meeting
		"island|lume|bota|svet|мир|togas",                                         // islands, light, a boot, light, peace, clothes
		"grenade|butan|butana|malte|norra|palau",                                  // an arm, a gas, malt, northern, a palace
		"granada|tunis|brasilia|norfolk",                                          // cities
		"maurice|mauricio|maurizio|maurici|dominique|dominika",                    // persons
		"rusi|siri|kili",                                                          // an institute, a machine, a mountain
		"swiss|somali|israeli|iraki|senegali|jordani|maghribi|japani|yemeni|мали", // adjectives, and "small" in Slavic languages
		"مالي|عمان",                                                               // financial; Amman, too
	} {
		for word := range strings.SplitSeq(list, "|") {
			words[bare(fold(word))] = true
		}
	}
	return words
})

// regionsInUse are the names of regions.go.
var regionsInUse = sync.OnceValue(func() *index {
	names := newIndex()
	for _, line := range regions {
		code, _, _ := strings.Cut(line, "|")
		for name := range strings.SplitSeq(line, "|") {
			names.put(fold(name), code)
		}
	}
	return names
})
