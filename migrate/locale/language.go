package locale

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Language reads a name or a code of a language: "French", "français", "FR", "fr_FR", "fre", "Portuguese (Brazil)". The
// tag is BCP 47.
func Language(text string) (tag string, ok bool) {
	if tag, ok = LanguageName(text); ok {
		return tag, true
	}
	return languageCode(strings.TrimSpace(text))
}

// LanguageName is Language for names only: "is" and "no" are no languages to it.
func LanguageName(text string) (tag string, ok bool) {
	names := languageNames()
	if tag, ok = names.find(text); ok {
		return tag, true
	}
	before, inside, found := cutBrackets(text)
	if !found {
		return "", false
	}
	if tag, ok = names.find(before); !ok {
		return "", false
	}
	switch country, isCountry := Country(inside); {
	case isCountry:
		base, _ := language.Make(tag).Base()
		return base.String() + "-" + country, true
	case sameLanguage(names, inside, tag):
		return tag, true
	}
	return "", false
}

// sameLanguage reports whether what stands in brackets behind a language is its name or code once more: "French (français)".
func sameLanguage(names *index, inside, tag string) bool {
	again, ok := names.find(inside)
	if !ok {
		again, ok = languageCode(inside)
	}
	return ok && again == tag
}

// languageCode reads a code of ISO 639, a BCP 47 tag, or a locale as programs write it: de_DE_formal, en_US.UTF-8.
func languageCode(text string) (string, bool) {
	text, _, _ = strings.Cut(text, ".")
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '_' || r == '-' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 3 || !sameCase(parts[0]) {
		return "", false
	}
	tag := language.Und
	for n := len(parts); n > 0 && tag == language.Und; n-- {
		if read, err := language.Parse(strings.Join(parts[:n], "-")); err == nil {
			tag = read
		} else if n == 1 {
			return "", false
		}
	}
	base, _ := tag.Base()
	if !codes()[base.String()] || tag == language.Und {
		return "", false
	}
	return tag.String(), true
}

// sameCase reports whether a code of three letters is written in small or in capital letters: "may" is Malay, "May" a month.
func sameCase(code string) bool {
	return len(code) == 2 || code == strings.ToLower(code) || code == strings.ToUpper(code)
}

// codes are the languages that count by their code. The thousands of others have codes that are words: "the", "not".
var codes = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, tag := range languagesWithNames() {
		base, _ := tag.Base()
		known[base.String()] = true
	}
	return known
})

var languageNames = sync.OnceValue(func() *index {
	names := newIndex()
	names.addAliases(languageAliases)
	tags := languagesWithNames()
	for _, tag := range tags {
		names.add(display.Self.Name(tag), tag.String())
	}
	eachSpeaker(func(speaker language.Tag) {
		namer := display.Languages(speaker)
		if namer == nil {
			return
		}
		for _, tag := range tags {
			names.add(namer.Name(tag), tag.String())
		}
	})
	names.addInflected(tags)
	return names
})
