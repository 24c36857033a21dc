package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wp2pub/migrate/locale"
)

// joins decides whether a piece goes on with the name before it.
func (k Known) joins(name string, next piece, rest []piece) (sure, joined bool) {
	if k.apart(name, next) {
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
	if role, _, _ := strings.Cut(strings.ToLower(next.text), " "); roles[role] && roles[strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])] {
		return true, true
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
	case next.joint == "and" && endsOpen(name) && !before.caseless && !startsWithBody(next.text): // Centre for Strategic and International Studies
		return true, true
	case before.body && !before.preposition && topicOnly:
		return false, next.joint == "and"
	case !before.body && before.content == 1 && after.body && after.topics > 0 && !startsWithBody(next.text): // Gangmasters and Labour Abuse Authority
		return false, false
	case startsWithBody(name) && before.content == 2 && !before.preposition && after.content == 1 && !after.body && next.joint == "and" && len(rest) == 0: // Association Femmes et Savoirs
		return false, true
	case before.content == 1 && companies[strings.ToLower(next.text)]:
		return true, true
	case !before.body && !after.body && before.content == 1 && after.content == 1 && next.joint == "and":
		return false, false
	case before.body && before.preposition && !after.body && next.joint == "," && after.content == 1 && !before.caseless: // Institute of Policy, Advocacy, and Governance
		return false, false
	case before.body && before.preposition && !after.body && next.joint == "and" && after.content < 3: // it may be what the institute is for
		return false, false
	}
	return true, false
}

// apart reports whether two pieces are names of their own, whatever they mean.
func (k Known) apart(name string, next piece) bool {
	switch {
	case next.joint == ";" || next.joint == "with" || next.joint == "for", strings.HasSuffix(name, ")"):
		return true
	case others[strings.ToLower(next.text)]:
		return shapeOf(strings.Fields(name)).content > 1
	}
	return isAcronym(name) || isAcronym(next.text) || k.isKnown(tidyName(name)) || k.isKnown(tidyName(next.text))
}

var (
	others     = words(`others partners autres otros outros altri andere другие др آخرون`) // not named
	companies  = words(`partners associates company co co. sons partner cie`)              // behind a name and "&"
	legalForms = words(`inc inc. ltd ltd. llc plc gmbh e.v. ag s.a. llp pbc`)
)

// startsWithBody reports whether the noun for a body comes first: "Ministry of Health".
func startsWithBody(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	return isBodyWord(first)
}

// endsOpen reports whether a name ends in an adjective that waits for its noun.
func endsOpen(name string) bool {
	fields := strings.Fields(strings.ToLower(name))
	last := fields[len(fields)-1]
	if closing[last] && (len(fields) < 2 || !prepositions[fields[len(fields)-2]]) || len(last) < 5 || len(fields) == 1 && !topics[last] {
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
