package identifier

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Kind is a kind of identifiers.
type Kind struct {
	Name string // as in the record: isbn
	Doc  string // what it reads, in a sentence
	// read finds all that look like one in a text that is meant to be one; each is right or has an error.
	read func(text string) []span
	// find finds in free text those that check.
	find func(text string) []span
	// linked reads the address of a page.
	linked func(address string) (value string, ok bool)
	// tidy takes out what people write into one of a field; nil: nothing.
	tidy func(text string) string
}

// Kinds are those that are known.
func Kinds() []Kind { return slices.Clone(kinds) }

var kinds = []Kind{
	{"doi", "The DOI in the text, or in the address of its page: `10.1000/xyz` of `https://doi.org/10.1000/XYZ`.", readDOI, findDOI, linkedDOI, nil},
	{"isbn", "The ISBNs in the text as 13 digits; those of ten digits as well.", readISBN, findISBN, nil, nil},
	{"issn", "The ISSNs in the text: `0378-5955`.", readISSN, findISSN, nil, nil},
	{"handle", "The Handle in the text, or in the address of its page: `10665/43542`.", readHandle, findHandle, linkedHandle, nil},
	{"orcid", "The ORCID iD in the text, or in the address of its page: `0000-0002-1825-0097`.", readORCID, findORCID, linkedORCID, nil},
	{"un_symbol", "The symbols of United Nations documents in the text, or in the address of one, and their sales numbers: `A/HRC/37/52`, `E.14.V.10`.",
		readSymbol, findSymbol, linkedSymbol, tidySymbol},
}

func kindNamed(name string) (Kind, bool) {
	if i := slices.IndexFunc(kinds, func(k Kind) bool { return k.Name == name }); i >= 0 {
		return kinds[i], true
	}
	return Kind{}, false
}

// KindOf tells of which kind a member of the record's identifiers is, by its name: eissn and isbn_pdf are of issn and isbn. Empty: of
// none that is known, such as report_number.
func KindOf(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) })
	if slices.Contains(words, "symbol") && slices.Contains(words, "un") {
		return "un_symbol"
	}
	for _, word := range words {
		for _, k := range kinds {
			if word == k.Name || word == "e"+k.Name || word == "p"+k.Name {
				return k.Name
			}
		}
	}
	return ""
}

// span is something in a text that looks like an identifier.
type span struct {
	start, end int
	value      string // in its one form, or as it stands there where it is wrong
	err        error
}

// Value is an identifier, or what stands in the place of one.
type Value struct {
	Text string // in its one form; as it is found where Err says what is wrong
	Err  error
}

// Read reads the value of a field that is meant to be an identifier of a kind, or several. Beside are the words that stand there as
// well, such as "print"; a label is none. A text that is not empty gives at least one value.
func Read(kind, text string) (values []Value, beside string) {
	text = strings.TrimSpace(text)
	k, known := kindNamed(kind)
	switch {
	case text == "":
		return nil, ""
	case !known:
		return []Value{{Text: text}}, ""
	}
	if k.linked != nil && isAddress(text) {
		if value, ok := k.linked(text); ok {
			return []Value{{Text: value}}, ""
		}
	}
	plain := plainSigns(text)
	if k.tidy != nil {
		plain = k.tidy(plain)
	}
	var rest strings.Builder
	at, seen := 0, map[string]bool{}
	for _, s := range k.read(plain) {
		rest.WriteString(plain[at:s.start] + " ")
		at = s.end
		if !seen[s.value] {
			seen[s.value] = true
			values = append(values, Value{s.value, s.err})
		}
	}
	if values == nil {
		return []Value{{text, fmt.Errorf("there is no %s in it", strings.ToUpper(called(kind)))}}, ""
	}
	if len(values) == 1 && values[0].Err != nil {
		return []Value{{text, values[0].Err}}, "" // all of it stays, and what is right of it is not known
	}
	rest.WriteString(plain[at:])
	return values, wordsBeside(rest.String())
}

// Find lists the identifiers of a kind in free text, each once.
func Find(kind, text string) []string {
	k, known := kindNamed(kind)
	if !known {
		return nil
	}
	if k.linked != nil && isAddress(text) {
		if value, ok := k.linked(strings.TrimSpace(text)); ok {
			return []string{value}
		}
	}
	plain := plainSigns(text)
	if k.tidy != nil {
		plain = k.tidy(plain)
	}
	var all []string
	seen := map[string]bool{}
	for _, s := range k.find(plain) {
		if !seen[s.value] {
			seen[s.value] = true
			all = append(all, s.value)
		}
	}
	return all
}

// called is how people call a kind.
func called(kind string) string { return strings.ReplaceAll(kind, "un_symbol", "UN symbol") }

// plainSigns writes dashes as hyphens and white space as spaces. The number of bytes may change.
func plainSigns(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '‐' || r == '‑' || r == '‒' || r == '–' || r == '—' || r == '−' || r == '﹣' || r == '－':
			return '-'
		case r == '／' || r == '⁄' || r == '∕':
			return '/'
		case unicode.IsSpace(r) || r == '\u00a0':
			return ' '
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u200f' || r == '\u2060':
			return -1
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		}
		return r
	}, text)
}

// wordsBeside are the words of what is left of a text, without labels, conjunctions and signs.
func wordsBeside(text string) string {
	text = anyLabel.ReplaceAllString(text, " ")
	var kept []string
	for _, word := range strings.Fields(text) {
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if word != "" && !slices.Contains(joining, strings.ToLower(word)) {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

var joining = []string{"and", "et", "y", "e", "und", "en", "и", "و", "or", "ou", "oder", "o", "или", "&", "no", "nr", "no.", "nos", "n", "nº", "n°", "number"}

func isAddress(text string) bool {
	text = strings.TrimSpace(text)
	return !strings.ContainsAny(text, " \n\t") && (strings.Contains(text, "://") || strings.HasPrefix(text, "www.") || barePage.MatchString(text))
}
