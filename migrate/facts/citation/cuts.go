package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleOnly is the reading in which nobody is named.
func (k Known) titleOnly(f frame) reading {
	r := reading{title: tidyTitle(f.text), date: f.date, weight: 0.8}
	if f.trailing && f.dateBy == noMark {
		r.weight = -0.5
	} else if f.trailing {
		r.weight = 0.2
	}
	r.weight += k.knows(r.title)
	if seps := separators(f.text); len(seps) > 0 {
		last := seps[len(seps)-1]
		if last.mark == dash || last.mark == cell || last.mark == halfDash || last.mark == tightDash || last.mark == tightHyphen && k.glues(f.text, last) {
			if likely := k.bodiesIn(f.text[last.end:]).likely; likely >= withKnown {
				r.weight -= 2
			}
		}
	}
	return r
}

// The weights below are logarithms, found by trial on the collection in testdata and on variations of it: what counts is their
// order, not the last digit. markWeights say how much a mark speaks for a title that ends there.
var markWeights = map[mark]float64{dash: 2, cell: 2, edge: 0.6, halfDash: 1.4, tightDash: 0.6, tightHyphen: -0.8, comma: 0.5, semicolon: 0.6, stop: 0.4, maker: 0.6, colon: -1.2}

// mostBefore is the number of marks among which publishers are looked for before the title.
const mostBefore = 5

// cuts are the readings in which the text is cut into a title and those who published it.
func (k Known) cuts(f frame) []reading {
	seps := separators(f.text)
	for _, e := range append(f.edges, f.known) {
		if e > 0 && e < len(f.text) && !slices.ContainsFunc(seps, func(s separator) bool { return s.start == e || s.end == e }) {
			seps = append(seps, separator{e, e, edge})
		}
	}
	var all []reading
	for i, s := range seps {
		if s.mark == tightHyphen && !k.glues(f.text, s) {
			continue
		}
		all = append(all, k.cutAt(f, s))
		if i < mostBefore && s.mark != maker && s.mark != edge && s.mark != tightHyphen && s.mark != halfDash {
			all = append(all, k.cutBehind(f, s))
		}
	}
	if r, ok := k.inBrackets(f); ok {
		all = append(all, r)
	}
	return append(all, k.namesOnly(f))
}

// cutAt reads the title before a separator and the publishers behind it.
func (k Known) cutAt(f frame, s separator) reading {
	title, published := cutMakerVerb(f.text[:s.start])
	r := reading{title: tidyTitle(title), named: k.bodiesIn(f.text[s.end:]), date: f.date, by: s.mark == maker}
	if s.mark == maker && !published {
		r.named.onlyBodies(k)
	}
	r.weight = k.markWeight(s.mark, r) + logit(r.named.likely) + f.dateWeight() + f.edgeWeight(s) + jointWeight(title, f.text[s.end:]) + k.knows(r.title) - k.nameAtEnd(title) - k.insideList(title, s)
	if len(r.named.names) > 1 && r.named.likely > titleCase {
		r.weight += 0.3
	}
	if k.cutShort(f, s, r) {
		r.unsure, r.weight = true, r.weight-4
	}
	r.unsure = r.unsure || k.unsureAt(f, s, r)
	if r.named.likely < withKnown {
		for _, inner := range separators(f.text[s.end:]) {
			if inner.mark == dash || inner.mark == colon || inner.mark == stop {
				r.weight -= 1.2
			}
		}
	}
	return r
}

// markWeight is what a mark says for a title that ends there. A hyphen in a word needs a name behind it, and "by" more than
// a word before it.
func (k Known) markWeight(m mark, r reading) float64 {
	weight := markWeights[m]
	switch {
	case m == tightHyphen && len(r.named.names) > 0 && k.likely(r.named.names[0]) > titleCase:
		weight++
	case m == tightHyphen, m == maker && !strings.Contains(r.title, " "):
		weight -= 1.5
	}
	return weight
}

// dateWeight is what a date at the end says for publishers before it.
func (f frame) dateWeight() float64 {
	switch {
	case !f.trailing:
		return 0
	case f.dateBy == noMark:
		return 0.5
	}
	return 1
}

// edgeWeight is what bold letters and the like say for a cut: they end there, or it goes through them.
func (f frame) edgeWeight(s separator) float64 {
	weight := 0.0
	for _, e := range f.edges {
		switch {
		case s.start == e || s.end == e:
			weight += 2.5
		case s.start < e:
			weight -= 2
		}
	}
	return weight
}

// jointWeight is what speaks against publishers that begin with "in partnership with", and a title that holds such words.
func jointWeight(title, names string) float64 {
	weight := 0.0
	if _, by := jointAt(names); by == "with" {
		weight -= 3
	}
	for _, s := range separators(title) {
		if _, by := jointAt(title[s.end:]); by == "with" || by == "for" {
			weight -= 3
		}
	}
	return weight
}

// nameAtEnd is what speaks against a title because it ends in the name of a body.
func (k Known) nameAtEnd(title string) float64 {
	seps := separators(title)
	for i := len(seps) - 1; i >= 0; i-- {
		if seps[i].mark == tightHyphen && !k.glues(title, seps[i]) {
			continue
		}
		if seps[i].mark == dash && mayBePerson(title[seps[i].end:]) {
			return 2.5
		}
		if likely := k.likely(tidyName(title[seps[i].end:])); likely >= titleCase && seps[i].mark != colon {
			if seps[i].mark == dash || seps[i].mark == cell || seps[i].mark == tightHyphen && likely > titleCase {
				return 2.5
			}
			return 4 * (likely - 0.45)
		}
		return 0
	}
	if likely := k.likely(tidyName(title)); likely >= acronym {
		return 2
	}
	return 0
}

// insideList is what speaks against a title that ends at a comma, a word or two behind a dash: such a list began there.
func (k Known) insideList(title string, s separator) float64 {
	if s.mark != comma {
		return 0
	}
	seps := separators(title)
	if len(seps) == 0 || seps[len(seps)-1].mark != dash {
		return 0
	}
	behind := title[seps[len(seps)-1].end:]
	if first, _ := utf8.DecodeRuneInString(behind); unicode.IsLower(first) || len(strings.Fields(behind)) > 2 {
		return 0
	}
	return 1.5
}

// cutBehind reads the publishers before a separator and the title behind it: "ILO: Title, 2019".
func (k Known) cutBehind(f frame, s separator) reading {
	r := reading{title: tidyTitle(f.text[s.end:]), named: k.bodiesIn(f.text[:s.start]), date: f.date}
	r.weight = min(markWeights[s.mark], 1) - 1.2 + logit(r.named.likely) + k.knows(r.title)
	if r.named.likely < withKnown {
		r.weight -= 6
	}
	if s.mark == colon || s.mark == stop {
		r.weight += 1.5
	}
	for _, e := range f.edges {
		if s.start != e && s.end != e {
			r.weight--
		}
	}
	if k.bodiesIn(f.text[s.end:]).likely >= titleCase {
		r.weight -= 2
	}
	r.unsure = k.unsureBehind(f, s, r)
	return r
}

// inBrackets reads the publishers in the brackets at the end of a text, unless these hold the short form of what stands before.
func (k Known) inBrackets(f frame) (reading, bool) {
	before, inside, ok := cutBracket(f.text)
	if !ok || f.trailing {
		return reading{}, false
	}
	r := reading{title: tidyTitle(before), named: k.bodiesIn(inside), date: f.date}
	r.weight = 0.5 + logit(r.named.likely) + k.knows(r.title)
	if r.named.likely < withKnown && len(r.named.names) == 1 {
		r.weight -= 0.8
	}
	return r, r.named.likely > 0.5 && (r.named.likely >= withKnown || strings.Contains(inside, " ")) && !isShortForm(inside, before)
}

// isShortForm reports whether a text is an acronym of the words that another ends in.
func isShortForm(short, text string) bool {
	letters := []rune(strings.ToLower(strings.TrimSpace(short)))
	words := foldWords(text)
	at := len(letters) - 1
	for i := len(words) - 1; i >= 0 && at >= 0 && len(words)-i <= 2*len(letters); i-- {
		if first, _ := utf8.DecodeRuneInString(words[i].word); first == letters[at] {
			at--
		}
	}
	return at < 0
}

// cutMakerVerb takes "published" off the end of a title that "by" follows.
func cutMakerVerb(title string) (string, bool) {
	title = strings.TrimRight(title, " ")
	start := wordStart(title)
	if makerVerbs[title[start:]] {
		return title[:start], true
	}
	return title, false
}

// namesOnly is the reading without a title: "ICAT, 2019", below a line that holds it.
func (k Known) namesOnly(f frame) reading {
	r := reading{named: k.bodiesIn(f.text), date: f.date}
	r.weight = logit(r.named.likely) - 1
	if f.dateWeight() == 1 {
		r.weight++
	}
	return r
}
