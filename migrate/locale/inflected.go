package locale

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// inflections are the endings that names of languages take beside a noun, as in "version française", "versión inglesa",
// "englische Fassung", by the language of the speaker: what the name ends in, and what stands there instead.
var inflections = map[string][][2]string{
	"fr": {{"ais", "aise"}, {"ois", "oise"}, {"and", "ande"}, {"ol", "ole"}, {"ien", "ienne"}, {"éen", "éenne"}, {"ain", "aine"}, {"an", "ane"}, {"grec", "grecque"}, {"turc", "turque"}},
	"es": {{"és", "esa"}, {"ol", "ola"}, {"án", "ana"}, {"ano", "ana"}, {"so", "sa"}, {"aco", "aca"}, {"no", "na"}, {"co", "ca"}},
	"pt": {{"ês", "esa"}, {"ol", "ola"}, {"ão", "ã"}, {"ano", "ana"}, {"so", "sa"}, {"aco", "aca"}},
	"it": {{"olo", "ola"}, {"esco", "esca"}, {"ano", "ana"}, {"so", "sa"}, {"abo", "aba"}, {"acco", "acca"}},
	"de": {{"isch", "ische"}, {"isch", "ischer"}, {"isch", "ischen"}, {"tsch", "tsche"}, {"tsch", "tscher"}, {"tsch", "tschen"}},
	"nl": {{"s", "se"}},
	"ru": {{"ский", "ская"}, {"ский", "ском"}, {"ский", "скую"}, {"ский", "ской"}, {"цкий", "цкая"}, {"цкий", "цком"}},
}

// addInflected makes names known in these forms, where they mean nothing else.
func (x *index) addInflected(tags []language.Tag) {
	eachSpeaker(func(speaker language.Tag) {
		namer := display.Languages(speaker)
		for _, endings := range inflections[speaker.String()] {
			for _, tag := range tags {
				stem, ends := strings.CutSuffix(namer.Name(tag), endings[0])
				if !ends {
					continue
				}
				name := stem + endings[1]
				_, known := x.find(name)
				if _, country := Country(name); !known && !country { // la China
					x.add(name, tag.String())
				}
			}
		}
	})
}
