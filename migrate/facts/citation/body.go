package citation

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/locale"
)

//go:embed bodies.txt
var bodyList string

// bodies are the names of bodies.txt, folded; openers the words that they begin with.
var (
	bodies  = sync.OnceValue(func() map[string]bool { return readBodies(func(name string) string { return name }) })
	openers = sync.OnceValue(func() map[string]bool {
		return readBodies(func(name string) string {
			first, _, _ := strings.Cut(name, " ")
			return first
		})
	})
)

func readBodies(key func(name string) string) map[string]bool {
	names := map[string]bool{}
	for entry := range strings.Lines(bodyList) {
		if entry = strings.TrimSpace(entry); entry != "" && entry[0] != '#' {
			names[key(Fold(entry))] = true
		}
	}
	return names
}

// The likelihoods that a text is the name of a body.
const (
	surely     = 0.98 // it is known
	acronym    = 0.95 // ILO, OSCE/ODIHR
	withNoun   = 0.90 // a noun says so: institute, ministry
	withKnown  = 0.85 // ILO Geneva, Oxfam Novib
	titleCase  = 0.60 // every word has a capital letter: Walk Free
	unscripted = 0.45 // a short text in a script without capital letters
	ofNames    = 0.40 // two or three with a preposition: Hope for Justice
	manyWords  = 0.35
	placeName  = 0.25
	topical    = 0.06 // nothing but words for topics: Law and Policy
	aWork      = 0.03 // the name of a work: Summary Report
	aSentence  = 0.02
)

// isKnown reports whether a name is known outside of this text.
func (k Known) isKnown(name string) bool {
	is := func(name string) bool { return bodies()[name] || k.publishers[name] }
	before, _, ok := cutBracket(name)
	return is(Fold(name)) || ok && is(Fold(before))
}

// likely says how likely a text is the name of one body.
func (k Known) likely(name string) float64 {
	name = strings.TrimSpace(name)
	plain, inside, bracketed := cutBracket(name)
	switch {
	case name == "":
		return 0
	case k.isKnown(name):
		return surely
	case strings.Contains(name, ": "):
		return topical
	case bracketed && strings.TrimSpace(plain) != "" && isShortForm(inside, plain) && isAcronym(strings.TrimSpace(inside)):
		return max(k.likely(plain), titleCase+0.2)
	case bracketed && strings.TrimSpace(plain) != "" && isAcronym(strings.TrimSpace(inside)):
		if likely := k.likely(plain); likely > aSentence {
			return max(likely, titleCase)
		}
		return aSentence
	case bracketed && isDate(inside):
		return aWork
	case bracketed && strings.TrimSpace(plain) != "":
		return k.likely(plain)
	case isPlace(name):
		return placeName
	case isAcronym(name):
		return acronym
	}
	fields := strings.Fields(name)
	if _, ok := locale.CountryName(name); ok && len(fields) <= 6 || k.Term != nil && k.Term(name) {
		return placeName
	}
	if last := len(fields) - 1; last > 0 && legalForms[strings.ToLower(fields[last])] {
		return max(k.likely(strings.Join(fields[:last], " ")), withNoun)
	} else if isDate(fields[last]) {
		return aWork
	}
	return min(k.likelyWords(fields), k.unglued(name))
}

// unglued is the most that a name may count for in which something ends at a hyphen before another name: "Peace and
// Security-UNODC".
func (k Known) unglued(name string) float64 {
	for _, s := range separators(name) {
		if s.mark != tightHyphen && s.mark != tightDash && s.mark != halfDash || !k.glues(name, s) {
			continue
		}
		switch likely := k.likely(name[s.end:]); {
		case likely >= acronym:
			return topical
		case likely >= withKnown:
			return 0.4
		}
	}
	return 1
}

// glues reports whether a hyphen may stand between a title and a name, and not inside a word: several words end there, the
// last of them neither an acronym nor the beginning of a word, and a capital letter follows.
func (k Known) glues(text string, s separator) bool {
	before := strings.Fields(text[:s.start])
	next, _ := utf8.DecodeRuneInString(text[s.end:])
	last := before[len(before)-1]
	if unicode.IsLetter(next) && !unicode.IsUpper(next) && !unicode.IsLower(next) { // a script without capital letters
		return utf8.RuneCountInString(text[:s.start]) > 3
	}
	return (len(before) > 1 || strings.ContainsAny(last, "0123456789&")) && !unicode.IsLower(next) && !prefixes[strings.ToLower(last)] && !isAcronym(strings.Trim(last, "(,;"))
}

// prefixes are the beginnings of words that a hyphen follows.
var prefixes = words(`anti inter counter multi non co sub cross pan euro post pre self semi intra trans socio afro anglo franco latin asia child ex vice neo micro macro eco bio e lutte contre`)

func (k Known) likelyWords(fields []string) float64 {
	s := shapeOf(fields)
	first := []rune(fields[0])[0]
	opener := strings.ToLower(fields[0])
	switch {
	case unicode.IsLower(first) && opener != "the" && !(s.body && !s.work), isArticle[opener] && (len(opener) == 1 || fields[0] != strings.ToUpper(fields[0])):
		return aSentence
	case s.instrument:
		return aWork
	case s.body && s.work && s.bodyLast && !s.small && !s.preposition && s.content <= 4: // British Standards Institution
		return 0.7
	case s.body && s.work:
		return 0.55
	case s.body && len(fields) > 16:
		return 0.5
	case s.body && s.participle && !s.acronym:
		return 0.3
	case s.body:
		return withNoun
	case s.work:
		return aWork
	case k.beginsKnown(fields) && !s.small:
		return withKnown
	case s.acronym && !s.small && !s.preposition && len(fields) <= 5:
		return withKnown - 0.1
	case s.caseless && len(fields) <= 4 && len([]rune(strings.Join(fields, ""))) <= 24:
		return unscripted
	case s.caseless:
		return 0.1
	case s.late && !s.small:
		return 0.35
	case s.preposition && !s.small && !s.participle && s.topics == 0 && s.content <= 3:
		return ofNames
	case s.content > 0 && s.topics == s.content && (s.listed > 0 || s.content > 1):
		return topical
	case s.small || s.participle || s.preposition:
		return aSentence + 0.05
	case len(fields) <= 4:
		return titleCase
	}
	return manyWords
}

var isArticle = words(`a an une ein eine um uma towards toward how why what when who vers hacia verso über zur zum
	especially including particularly notamment especialmente insbesondere`)

// beginsKnown reports whether a known name or an acronym opens a longer one: "Oxfam Novib", "IOM Regional".
func (k Known) beginsKnown(fields []string) bool {
	for n := min(4, len(fields)-1); n > 0; n-- {
		if name := strings.Join(fields[:n], " "); k.isKnown(name) {
			return true
		}
	}
	return len(fields) > 1 && fields[0] == "UN"
}

// isAcronym reports whether a text is one word of capital letters, such as ILO, UN.GIFT, OSCE/ODIHR, G7+.
func isAcronym(text string) bool {
	if text == "" || len(text) > 24 || noBody[strings.ToUpper(text)] {
		return false
	}
	if first, _, joined := strings.Cut(text, "-"); joined && noBody[first] {
		return false
	}
	capitals, small, digits := 0, 0, 0
	if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) {
		return false
	}
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			small++
		case unicode.IsDigit(r):
			digits++
		case strings.ContainsRune(".-/&+'’", r):
		default:
			return false
		}
	}
	return capitals >= 2 && digits <= capitals && (small == 0 && capitals <= 14 || small <= 2 && capitals >= 2*small+1 || strings.ContainsAny(text, "/") && capitals >= 4)
}

// noBody are the words of capital letters that name no body.
var noBody = words(`COVID-19 COVID19 COVID SARS HIV AIDS HIV/AIDS SDG SDGS LGBT LGBTI LGBTQI LGBTIQ PDF EPUB ISBN ISSN II III IV VI VII VIII IX XI XII UK USA US ID FAQ FAQS NGO NGOS CSO CSOS Q&A CEO MENA TIP THB`)
