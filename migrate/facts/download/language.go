package download

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"wp2pub/migrate/locale"
	"wp2pub/migrate/pattern"
)

// name is the name of a file, less the language that it states.
type name struct {
	stem, language string
	code           string // of two letters, which may stand for a country as well; empty for the name of a language
}

// trailer is what follows a language in the name of a file: a number that WordPress adds, a year, a word on its making.
var trailer = pattern.New(`(?i)^(?:[0-9]{1,8}|v[0-9]+|web|final|print|low|lowres|hires|hr|lr|online|scaled|compressed)$`)

// codes are what stands for languages in the names of files.
var codes = map[string]string{"en": "en", "eng": "en", "fr": "fr", "fra": "fr", "fre": "fr", "es": "es", "esp": "es", "spa": "es", "ar": "ar", "ara": "ar", "arabic": "ar", "ru": "ru", "rus": "ru",
	"zh": "zh", "chi": "zh", "cn": "zh", "pt": "pt", "por": "pt", "de": "de", "deu": "de", "ger": "de", "it": "it", "ita": "it", "nl": "nl", "pl": "pl", "tr": "tr", "uk": "uk", "ukr": "uk", "ro": "ro",
	"sv": "sv", "da": "da", "fi": "fi", "el": "el", "cs": "cs", "hu": "hu", "bg": "bg", "sr": "sr", "hr": "hr", "sl": "sl", "sk": "sk", "sq": "sq", "ja": "ja", "ko": "ko", "fa": "fa", "vi": "vi", "th": "th", "id": "id"}

// nameOf reads a language at the end of a file's name: report-fr.pdf, Report_EN_web.pdf, informe-español-1.pdf.
func nameOf(address string) name {
	file := fileName(address)
	file = strings.TrimSuffix(file, path.Ext(file))
	words := strings.FieldsFunc(file, isGap)
	end := len(words)
	for end > 1 && trailer.MatchString(words[end-1]) {
		end--
	}
	if end < 2 {
		return name{stem: strings.ToLower(strings.Join(words, " "))}
	}
	last := words[end-1]
	behind := slices.DeleteFunc(slices.Clone(words[end:]), func(word string) bool { return len(word) < 3 && strings.Trim(word, "0123456789") == "" })
	n := name{stem: strings.ToLower(strings.Join(append(words[:end-1:end-1], behind...), " "))}
	if tag, ok := codes[strings.ToLower(last)]; ok {
		n.language = tag
		if len(last) == 2 {
			n.code = strings.ToLower(last)
		}
		return n
	}
	if tag, ok := locale.LanguageName(last); ok {
		n.language = tag
		return n
	}
	return name{stem: strings.ToLower(strings.Join(words, " "))}
}

func isGap(r rune) bool { return strings.ContainsRune("-_. ()[]+~,", r) }

// byName gives the files that say nothing of their language the one that their names state, where that is certain: a name
// spelled out or EN; a code beside a file of the same name without one, with EN, or known to be in the other language; or
// the code of the publication's own language. Two letters alone may as well be a country.
func byName(files []File, own string) {
	names := make([]name, len(files))
	plain, english, stated := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i, f := range files {
		names[i] = nameOf(f.URL)
		switch n := names[i]; {
		case n.language == "":
			plain[n.stem] = true
		case n.code == "en" || n.code == "":
			english[n.stem] = true
		case f.Language != "" && base(f.Language) == n.language:
			stated[n.stem] = true
		}
	}
	for i := range files {
		n := names[i]
		if files[i].Language != "" || n.language == "" {
			continue
		}
		if n.code == "" || n.code == "en" || plain[n.stem] || english[n.stem] || stated[n.stem] || n.language == base(own) {
			files[i].Language = n.language
		}
	}
}

func base(tag string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	b, _ := parsed.Base()
	return b.String()
}
