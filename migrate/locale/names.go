package locale

import (
	"maps"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// speakers are the languages in which names are known. The first that has a name decides what it means.
var speakers = []string{
	"en", "fr", "es", "pt", "de", "it", "ru", "ar", "zh", "nl", "uk", "ja", "pl", "tr", "zh-Hant", "ko", "id", "ms", "vi", "th",
	"hi", "bn", "ur", "fa", "sv", "da", "no", "fi", "cs", "sk", "hu", "ro", "bg", "sr", "hr", "sl", "el", "he", "ca", "gl", "eu",
	"et", "lv", "lt", "sq", "mk", "ka", "hy", "az", "kk", "sw", "pt-PT",
}

// eachSpeaker calls do with every language in which names are known.
func eachSpeaker(do func(language.Tag)) {
	for _, code := range speakers {
		do(language.MustParse(code))
	}
}

// languagesWithNames are those that are known by their names: all that have a code of two letters, others that many speak,
// and the usual varieties.
func languagesWithNames() []language.Tag {
	var tags []language.Tag
	for _, base := range display.Values.BaseLanguages() {
		if tag, err := language.Parse(base.String()); err == nil && len(base.String()) == 2 {
			tags = append(tags, tag)
		}
	}
	for _, code := range []string{
		"ast", "ban", "bho", "ceb", "chr", "ckb", "fil", "haw", "hmn", "ilo", "kab", "kok", "lus", "mai", "nso", "pap", "sah", "tet", "tpi", "tzm", "yue",
		"pt-BR", "pt-PT", "zh-Hans", "zh-Hant", "en-AU", "en-CA", "en-GB", "en-US", "es-419", "es-ES", "es-MX", "fr-CA", "fr-CH", "nl-BE",
	} {
		tags = append(tags, language.MustParse(code))
	}
	return tags
}

// addAliases makes further names known. They go before all others.
func (x *index) addAliases(aliases map[string][]string) {
	for _, code := range slices.Sorted(maps.Keys(aliases)) {
		for _, name := range aliases[code] {
			x.put(fold(name), code)
		}
	}
}
