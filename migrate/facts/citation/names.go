package citation

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/locale"
)

// named is a list of bodies as a text names them.
type named struct {
	names  []string
	likely float64 // that they are names of bodies
	least  float64 // that the least likely of them is
	doubts []string
}

// piece is a part of a list of names that is not cut further.
type piece struct {
	text       string
	start, end int    // in the list
	joint      string // what stands before it: ",", ";", "and", "with"
}

// mostNames is the number of pieces up to which a text is taken for a list of names.
const mostNames = 40

// bodiesIn reads a list of names: "ILO, Walk Free and IOM". Names that hold "and" or commas stay whole.
func (k Known) bodiesIn(text string) named {
	text = strings.Trim(text, " ,;:/|-–—\t\n،，、")
	pieces := cutNames(text)
	if len(pieces) == 0 || len(pieces) > mostNames {
		return named{}
	}
	var list named
	for i := 0; i < len(pieces); {
		if pieces[i].joint == "for" { // who gave money
			list.doubts = append(list.doubts, "who supported it is left out: "+pieces[i].text)
			i++
			continue
		}
		var name string
		name, i = k.nameAt(text, pieces, i, &list)
		list.add(tidyName(name))
	}
	list.withoutPersons(k)
	list.weigh(k)
	return list
}

// add takes a name, unless it is the place of those before it, or says that there are more.
func (n *named) add(name string) {
	switch {
	case name == "" || slices.Contains(n.names, name):
	case len(n.names) > 0 && isPlace(name):
		n.doubts = append(n.doubts, "a place is left out: "+name)
	case len(n.names) > 0 && others[strings.ToLower(name)]:
		n.doubts = append(n.doubts, "others are not named")
	default:
		n.names = append(n.names, name)
	}
}

// weigh works out how likely the names are names of bodies.
func (n *named) weigh(k Known) {
	n.likely, n.least = 0, 0
	for i, name := range n.names {
		likely := k.likely(name)
		n.likely += likely / float64(len(n.names))
		if i == 0 || likely < n.least {
			n.least = likely
		}
	}
	n.likely = (n.likely + n.least) / 2
}

// nameAt puts together the name that begins with a piece, and returns where the next begins.
func (k Known) nameAt(text string, pieces []piece, i int, list *named) (string, int) {
	for end := min(len(pieces), i+8); end > i+1 && k.mayBeKnown(pieces[i].text); end-- { // the longest known name
		if whole := text[pieces[i].start:pieces[end-1].end]; k.isKnown(tidyName(whole)) || isPlace(whole) {
			return whole, end
		}
	}
	last := i
	for last+1 < len(pieces) {
		next := pieces[last+1]
		sure, joined := k.joins(text[pieces[i].start:pieces[last].end], next, pieces[last+2:])
		if !joined {
			if !sure {
				list.doubts = append(list.doubts, "these may be one name: "+text[pieces[i].start:next.end])
			}
			break
		}
		if !sure {
			list.doubts = append(list.doubts, "these may be two names: "+text[pieces[i].start:next.end])
		}
		last++
	}
	return text[pieces[i].start:pieces[last].end], last + 1
}

// mayBeKnown reports whether a known name of several pieces may begin with this one.
func (k Known) mayBeKnown(text string) bool {
	all := foldWords(tidyName(text))
	return k.Publisher != nil || len(all) > 0 && openers()[all[0].word] || isPlace(text)
}

// joins decides whether a piece goes on with the name before it.
func (k Known) joins(name string, next piece, rest []piece) (sure, joined bool) {
	if others[strings.ToLower(next.text)] || next.joint == ";" || next.joint == "with" || next.joint == "for" || strings.HasSuffix(name, ")") || k.isKnown(tidyName(name)) || k.isKnown(tidyName(next.text)) || isAcronym(name) || isAcronym(next.text) {
		return true, false
	}
	before, after := shapeOf(strings.Fields(name)), shapeOf(strings.Fields(next.text))
	opens, _ := utf8.DecodeRuneInString(next.text)
	if unicode.IsLower(opens) && !strings.HasPrefix(next.text, "the ") && !after.body {
		return true, true // "…, especially women and children"
	}
	if legalForms[strings.ToLower(next.text)] {
		return true, true
	}
	if _, country := locale.CountryName(next.text); country && next.joint == "," {
		return false, before.body
	}
	topicOnly := after.content > 0 && after.topics == after.content
	switch {
	case before.body && before.preposition && topicOnly && next.joint == "and": // Institute for Defence and Security Studies
		return true, true
	case before.body && before.preposition && topicOnly && !after.preposition: // Ministry of Health, Labour and Welfare
		return len(rest) > 0, true
	case before.topics == before.content && !before.body && !before.caseless && after.body: // Equality and Human Rights Commission
		return before.content == 1, true
	case before.topics == before.content && !before.body && !before.caseless:
		return false, after.topics > 0
	case before.body && before.preposition && after.body && after.topics > 0 && next.joint == "and" && !startsWithBody(next.text):
		return false, false
	case next.joint == "and" && endsOpen(name) && !before.caseless: // Centre for Strategic and International Studies
		return true, true
	case before.body && !before.preposition && topicOnly:
		return false, next.joint == "and"
	case !before.body && !after.body && before.content == 1 && after.content == 1 && next.joint == "and":
		return false, false
	}
	return true, false
}

var others = map[string]bool{"others": true, "other partners": true, "partners": true, "autres": true, "otros": true, "outros": true, "altri": true, "andere": true, "другие": true, "др": true, "آخرون": true}

var legalForms = words(`inc inc. ltd ltd. llc plc gmbh e.v. ag s.a. llp pbc`)

// startsWithBody reports whether the noun for a body comes first: "Ministry of Health".
func startsWithBody(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	return isBodyWord(first)
}

// endsOpen reports whether a name ends in an adjective that waits for its noun.
func endsOpen(name string) bool {
	fields := strings.Fields(strings.ToLower(name))
	last := fields[len(fields)-1]
	if closing[last] || len(last) < 5 || len(fields) == 1 && !topics[last] {
		return false
	}
	for _, ending := range []string{"al", "ic", "ary", "tive", "elle", "ique", "ico", "ica", "liche", "ische", "-"} {
		if strings.HasSuffix(last, ending) {
			return topics[last] || ending == "al" || ending == "ic" || ending == "-"
		}
	}
	return false
}

// closing are the adjectives that end names: Amnesty International.
var closing = words(`international global national regional`)

func isPlace(name string) bool {
	return places[strings.ToLower(strings.Trim(name, " ."))]
}

// articles and the like, in small letters, are no part of a name: "by the ILO".
var articles = []string{"and ", "the ", "le ", "la ", "les ", "l'", "l’", "el ", "los ", "las ", "il ", "lo ", "gli ", "der ", "die ", "das ", "dem ", "den ", "het ", "de "}

// portuguese are articles that are words of other languages, too.
var portuguese = words(`o a os as`)

// tidyName takes from a name what does not belong to it.
func tidyName(name string) string {
	name = strings.Trim(name, " ,;:/|–—\t\n،，、")
	for first, rest, more := strings.Cut(name, " "); more && makerWords[strings.ToLower(strings.TrimSuffix(first, ":"))]; first, rest, more = strings.Cut(name, " ") {
		name = strings.TrimSpace(rest)
	}
	for _, article := range articles {
		name = strings.TrimPrefix(name, article)
	}
	if first, rest, _ := strings.Cut(name, " "); portuguese[first] && startsWithBody(rest) {
		name = rest
	}
	if strings.HasSuffix(name, ".") && !strings.Contains(strings.TrimSuffix(name, "."), ".") && !legalForms[strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])] {
		name = strings.TrimSuffix(name, ".")
	}
	if strings.HasSuffix(name, ")") && !strings.Contains(name, "(") {
		name = strings.TrimSuffix(name, ")")
	}
	return strings.TrimSpace(name)
}

// cutNames cuts a list of names wherever two names may meet.
func cutNames(text string) []piece {
	var pieces []piece
	start, joint := 0, ""
	seps := separators(text)
	for at := 0; at <= len(text); {
		next, by := at, ""
		if at == len(text) {
			next, by = at+1, ";"
		} else if skip := skipEnclosed(text, at); skip > at {
			at = skip
			continue
		}
		for len(seps) > 0 && seps[0].start < at {
			seps = seps[1:]
		}
		switch {
		case by != "":
		case len(seps) > 0 && seps[0].start == at && parts[seps[0].mark] != "":
			next, by = seps[0].end, parts[seps[0].mark]
		case at == start || text[at] == ' ':
			from := at + len(text[at:]) - len(strings.TrimLeft(text[at:], " "))
			if length, word := jointAt(text[from:]); length > 0 {
				next, by = from+length, word
			}
		default:
			if length := tightJoint(text[start:at], text[at:]); length > 0 {
				next, by = at+length, "and"
			}
		}
		if by == "" {
			at++
			continue
		}
		if part := strings.TrimSpace(text[start:min(at, len(text))]); part != "" {
			offset := start + strings.Index(text[start:], part)
			pieces = append(pieces, piece{part, offset, offset + len(part), joint})
			joint = by
		} else if by != "and" {
			joint = by
		}
		start, at = next, next
	}
	return pieces
}

// parts are the marks between names.
var parts = map[mark]string{comma: ",", semicolon: ";", dash: ";", cell: ";"}

// jointAt reads the words between two names that a text begins with, and returns how long they are.
func jointAt(text string) (length int, by string) {
	first, _, _ := strings.Cut(text, " ")
	for _, phrase := range phrases()[strings.ToLower(first)] {
		if hasWords(text, phrase.words) {
			return len(phrase.words), phrase.by
		}
	}
	word, _, more := strings.Cut(text, " ")
	if more && joiners[word] {
		return len(word), "and"
	}
	if more && weakJoiners[word] && isAcronym(strings.TrimRight(strings.SplitN(text, " ", 3)[1], ",;.")) || more && weakJoiners[word] && startsWithBody(text[len(word)+1:]) {
		return len(word), "and"
	}
	if strings.HasPrefix(text, "و") && len(word) > len("و")+4 && isBodyWord(strings.TrimPrefix(word, "و")) {
		return len("و"), "and"
	}
	return 0, ""
}

// tightJoint is the length of the word for "and" of a language without spaces that stands behind the name of a body.
func tightJoint(before, text string) int {
	for _, joint := range []string{"和", "与", "與", "及", "と"} {
		if strings.HasPrefix(text, joint) && endsInBody(before) {
			return len(joint)
		}
	}
	return 0
}

// phrase is what brings in another body.
type phrase struct{ words, by string }

// phrases are those of the lists, by their first word, longer ones before shorter ones.
var phrases = sync.OnceValue(func() map[string][]phrase {
	all := map[string][]phrase{}
	add := func(list []string, by string) {
		for _, text := range list {
			first, _, _ := strings.Cut(strings.ToLower(text), " ")
			all[first] = append(all[first], phrase{text, by})
		}
	}
	add(supporters, "for")
	add(accompanied, "with")
	return all
})

func hasWords(text, phrase string) bool {
	return len(text) > len(phrase) && text[len(phrase)] == ' ' && strings.EqualFold(text[:len(phrase)], phrase)
}
