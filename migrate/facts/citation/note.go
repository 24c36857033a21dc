package citation

import (
	"strings"
	"unicode"

	"wp2pub/migrate/locale"
)

// remark is what words around a link or in brackets say of a file: how it is fetched, its form, its size, its language.
type remark struct {
	language  string // BCP 47; empty where none or more than one is named
	languages int
	fetch     bool // a word such as "download"
	form      bool // a format, a size, a number of pages
}

// readRemark reads a text that is a remark as a whole.
func readRemark(text string) (remark, bool) {
	text = strings.TrimFunc(text, isEdge)
	if text == "" {
		return remark{}, false
	}
	if tag, ok := languageOf(text); ok {
		return remark{language: tag, languages: 1}, true
	}
	var r remark
	fields := strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:/|()[]{}–—-→»›>•·+&!…،", r)
	})
	if len(fields) > 12 {
		return remark{}, false
	}
	number, pages, weak := false, false, true
	for _, field := range fields {
		word := strings.ToLower(strings.Trim(field, ".\"'“”‘’«»"))
		digits := strings.TrimLeft(word, "0123456789.,")
		switch {
		case actions[word]:
			r.fetch, weak = true, false
		case digits == "" && len(word) == 4 && (word[:2] == "19" || word[:2] == "20"):
			return remark{}, false // a year
		case digits == "" || plainOr(ordinals, digits) && len(word) < 5:
			number = true
		case formats[digits]:
			r.form, weak = true, false
		case pageWords[digits]:
			pages = true
		case strings.HasPrefix(word, "isbn") || strings.HasPrefix(word, "issn"):
			r.form, weak = true, false
		case fileNouns[word] || fillers[word]:
		default:
			tag, ok := languageOf(field)
			if !ok {
				return remark{}, false
			}
			if r.languages++; r.languages == 1 {
				r.language = tag
			} else if r.language != tag {
				r.language = ""
			}
			weak = false
		}
	}
	if pages && number {
		r.form, weak = true, false
	}
	return r, !weak
}

// isEdge reports whether a letter may stand around a remark without being one.
func isEdge(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

// shortCodes are the codes that stand for languages where they are written in capital letters. Others mean something
// else as often: UK, EU, US.
var shortCodes = words(`en fr es ar ru zh pt de it nl pl tr ja ko fa ro hu cs sk sr hr bs bg sq mk vi th ka az hy`)

// languageOf reads the name of a language, or its code in capital letters: "French", "FR", "ENG".
func languageOf(text string) (string, bool) {
	if strings.ContainsAny(text, " ") {
		// "in French", "en français"
		if first, rest, _ := strings.Cut(text, " "); fillers[strings.ToLower(first)] {
			return languageOf(strings.TrimSpace(rest))
		}
	}
	if tag, ok := locale.LanguageName(text); ok {
		return tag, true
	}
	if name, in := strings.CutPrefix(text, "بال"); in { // "in" is part of the word
		return locale.LanguageName("ال" + name)
	}
	if lower := strings.ToLower(text); len(text) == 2 && text == strings.ToUpper(text) && shortCodes[lower] || threeLetters[text] {
		return locale.Language(lower)
	}
	return "", false
}

// threeLetters are codes of three letters, and shortened names.
var threeLetters = words(`ENG FRA FRE SPA ESP ARA RUS CHI ZHO POR DEU GER ITA`)

// cutRemarks takes remarks off the end of a text, in brackets, behind a comma or a line, or behind the date.
func cutRemarks(text string) (string, remark) {
	var all remark
	for {
		text = strings.TrimRight(text, trailing)
		if !strings.ContainsAny(text, "«‹") { // they close no quotes
			text = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(text, " »"), " ›"), trailing)
		}
		before, inside, ok := cutBracket(text)
		if ok {
			if _, isDate := parseDate(inside); isDate {
				return text, all
			}
		} else if before, inside, ok = lastPart(text); !ok {
			return text, all
		}
		said, isRemark := readRemark(inside)
		if !isRemark && mayRemark(inside) { // whatever it is, it follows the date
			_, _, isRemark = cutDate(before)
		}
		if !isRemark || strings.TrimSpace(before) == "" {
			return text, all
		}
		if all.language == "" {
			all.language, all.languages = said.language, said.languages
		}
		text = before
	}
}

// cutLanguage takes the language in brackets off the end of a title.
func cutLanguage(title string) (before, language string) {
	before, inside, ok := cutBracket(title)
	if !ok || strings.TrimSpace(before) == "" {
		return title, ""
	}
	if language, ok = languageOf(strings.TrimSpace(inside)); !ok {
		return title, ""
	}
	return tidyTitle(before), language
}

// mayRemark reports whether a text behind a date is more likely a remark in a language unknown here than the name of a body.
func mayRemark(text string) bool {
	fields := strings.Fields(text)
	if len(fields) == 0 || isAcronym(text) {
		return false
	}
	return len(fields) <= 2 && !shapeOf(fields).body || len(fields) <= 8 && actions[strings.ToLower(fields[0])]
}

// trailing are the marks that may be left at the end of a text when something was taken off it.
const trailing = " ,;:|·•→>/\t\n-–—،，、"

// cutBracket takes what stands in brackets off the end of a text.
func cutBracket(text string) (before, inside string, ok bool) {
	text = strings.TrimRight(text, " .")
	pairs := map[string]string{")": "(", "]": "[", "）": "（", "】": "【"}
	for closing, opening := range pairs {
		body, closed := strings.CutSuffix(text, closing)
		if !closed {
			continue
		}
		at := strings.LastIndex(body, opening)
		if at < 0 {
			return text, "", false
		}
		return body[:at], body[at+len(opening):], true
	}
	return text, "", false
}

// lastPart cuts a text at the last comma, dash or mark between cells; or behind a date, where only a remark can follow.
func lastPart(text string) (before, last string, ok bool) {
	if seps := separators(text); len(seps) > 0 {
		s := seps[len(seps)-1]
		if _, isRemark := readRemark(text[s.end:]); isRemark {
			return text[:s.start], text[s.end:], true
		}
	}
	starts := lastWords(text, 4)
	for _, start := range starts {
		if start == 0 {
			continue
		}
		if _, isRemark := readRemark(text[start:]); !isRemark {
			continue
		}
		if _, _, dated := cutDate(text[:start]); dated {
			return text[:start], text[start:], true
		}
	}
	return text, "", false
}
