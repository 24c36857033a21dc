package citation

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reading is one way to read a text: where its title ends, who published it, when.
type reading struct {
	title      string
	named      named
	date       date
	language   string
	weight     float64 // the logarithm of how much speaks for it
	confidence float64 // the share of all readings that has it
	by         bool    // "by" leads from the title to the publishers
	sentence   bool    // the text ends as a sentence does
}

// frame is the text of a citation without what stands around title and publishers.
type frame struct {
	text     string
	edges    []int
	date     date
	dateBy   mark   // what stands before the date, if the text ends with one
	trailing bool   // the date stands at the end, behind the publishers
	sentence bool   // the text ends in a full stop that follows no date
	whole    string // with the date that was taken off its end
	language string
	known    int // where the title of the post ends in the text; 0: it does not begin with it
}

// read finds the most likely reading of a text. Edges are the places where something set off ends that it begins with.
func (k Known) read(text string, edges []int) (reading, bool) {
	f := k.frame(text, edges)
	all := append(k.cuts(f), k.titleOnly(f))
	if f.trailing && f.dateBy == noMark && f.date.month == 0 { // "Agenda 2030": the year may belong to the title
		with := f
		with.text, with.date, with.trailing = f.whole, date{}, false
		with.cutInnerDate()
		all = append(append(all, k.cuts(with)...), k.titleOnly(with))
	}
	all = slices.DeleteFunc(all, func(r reading) bool { return !isTitle(r.title) && !(r.title == "" && len(r.named.names) > 0) })
	if len(all) == 0 {
		return reading{}, false
	}
	best, sum := all[0], 0.0
	for _, r := range all {
		if r.weight > best.weight {
			best = r
		}
	}
	for _, r := range all {
		sum += math.Exp(r.weight - best.weight)
	}
	best.confidence = math.Round(100/sum) / 100
	if best.named.least < 0.1 && len(best.named.names) > 0 {
		best.confidence = min(best.confidence, 0.5)
	}
	best.language, best.sentence = f.language, f.sentence
	if told(best.title) {
		best.confidence = min(best.confidence, 0.6)
	}
	return best, !isProse(best)
}

// frame takes labels, remarks and the date off a text.
func (k Known) frame(text string, edges []int) frame {
	label, language := cutLabel(text, k.Title)
	f := frame{text: text[label:], language: language}
	for _, e := range edges {
		if e > label {
			f.edges = append(f.edges, e-label)
		}
	}
	f.known = matchPrefix(f.text, k.Title)
	f.remarks()
	if !f.cutTrailingDate() {
		f.cutInnerDate()
	}
	f.remarks()
	f.text = strings.TrimRight(f.text, " ,;:|-–—·/\t\n،，、")
	f.sentence = !f.trailing && (strings.HasSuffix(f.text, ".") || strings.HasSuffix(f.text, "。"))
	return f
}

func (f *frame) remarks() {
	rest, said := cutRemarks(f.text)
	if len(rest) < f.known {
		return
	}
	f.text = rest
	if f.language == "" && said.languages == 1 {
		f.language = said.language
	}
}

// cutTrailingDate takes the date off the end: "…, 2019", "… (May 2019)", "… (ILO, 2019)".
func (f *frame) cutTrailingDate() bool {
	if before, inside, ok := cutBracket(f.text); ok && len(before) >= f.known {
		if d, ok := parseDate(inside); ok {
			f.date, f.dateBy, f.trailing, f.text = d, cell, true, strings.TrimRight(before, " ")
			return true
		}
		if rest, d, ok := cutDate(inside); ok && strings.TrimSpace(rest) != "" {
			f.date, f.dateBy, f.trailing = d, comma, true
			f.text = strings.TrimRight(before, " ") + cellMark + strings.TrimRight(rest, " ,")
			return true
		}
	}
	before, d, ok := cutDate(f.text)
	if !ok || len(before) < f.known || strings.TrimSpace(before) == "" {
		return false
	}
	f.whole, f.date, f.trailing = strings.TrimRight(f.text, " .;:,"), d, true
	trimmed := strings.TrimRight(before, " ")
	if d.month == 0 && strings.HasSuffix(strings.TrimRight(trimmed, "-–"), " ") && trimmed != strings.TrimRight(trimmed, "-–") { // "2003 - 2004"
		if rest, first, ok := cutDate(strings.TrimRight(trimmed, " -–")); ok && first.month == 0 && first.year == d.year-1 {
			f.date.doubt = "two years are named"
			trimmed = strings.TrimRight(rest, " ")
		}
	}
	last, _ := utf8.DecodeLastRuneInString(trimmed)
	switch {
	case strings.ContainsRune(",،，、;", last):
		f.dateBy = comma
	case unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.IsMark(last):
		f.dateBy = noMark
	default:
		f.dateBy = cell
	}
	f.text = strings.TrimRight(trimmed, ",،，、;:|-–—\t\n (")
	return true
}

// cutInnerDate takes a date out of the text that stands between brackets or separators: "ILO (2019). Title".
func (f *frame) cutInnerDate() {
	for at := f.known; at < len(f.text); at++ {
		end := skipEnclosed(f.text, at)
		if end <= at {
			continue
		}
		_, size := utf8.DecodeRuneInString(f.text[at:])
		if d, ok := parseDate(f.text[at+size : end-1]); ok {
			rest := strings.TrimLeft(f.text[end:], " ")
			by := cellMark
			if next, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune(",.;:-–—|\t\n", next) {
				by = ""
			}
			f.date, f.text = d, strings.TrimRight(f.text[:at], " ")+by+rest
			return
		}
		at = end - 1
	}
	seps := separators(f.text)
	for i := len(seps) - 1; i > 0; i-- {
		first, last := seps[i-1], seps[i]
		if first.start < f.known {
			return
		}
		if first.mark == tightHyphen || last.mark == tightHyphen || first.mark == tightDash || last.mark == tightDash { // "2010-2019"
			continue
		}
		if d, ok := parseDate(f.text[first.end:last.start]); ok {
			f.date, f.text = d, f.text[:first.end]+f.text[last.end:]
			return
		}
	}
}

// titleOnly is the reading in which nobody is named.
func (k Known) titleOnly(f frame) reading {
	r := reading{title: tidyTitle(f.text), date: f.date, weight: 0.8}
	if f.trailing && f.dateBy == noMark {
		r.weight = -0.5
	} else if f.trailing {
		r.weight = 0.2
	}
	r.weight += k.knows(r.title)
	return r
}

// markWeights say how much a mark speaks for a title that ends there.
var markWeights = map[mark]float64{dash: 2, cell: 2, edge: 0.6, halfDash: 1.4, tightDash: 0.6, tightHyphen: -0.8, comma: 0.5, semicolon: 0.6, stop: 0.4, maker: 0.6, colon: -1.2}

// cuts are the readings in which the text is cut into a title and those who published it.
func (k Known) cuts(f frame) []reading {
	seps := separators(f.text)
	for _, e := range append(f.edges, f.known) {
		if e > 0 && e < len(f.text) && !slices.ContainsFunc(seps, func(s separator) bool { return s.start == e || s.end == e }) {
			seps = append(seps, separator{e, e, edge})
		}
	}
	var all []reading
	for _, s := range seps {
		all = append(all, k.cutAt(f, s))
		if s.mark != maker && s.mark != edge && s.mark != tightHyphen && s.mark != halfDash {
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
	r.weight = markWeights[s.mark] + logit(r.named.likely) + k.knows(r.title)
	if f.trailing && f.dateBy != noMark {
		r.weight++
	} else if f.trailing {
		r.weight += 0.5
	}
	if n := len(r.named.names); n > 1 && r.named.likely > titleCase {
		r.weight += 0.3
	}
	if s.mark == tightHyphen && r.named.likely < withKnown {
		r.weight -= 4
	}
	for _, e := range f.edges {
		switch {
		case s.start == e || s.end == e:
			r.weight += 2.5
		case s.start < e:
			r.weight -= 2
		}
	}
	if r.named.likely < withKnown {
		for _, inner := range separators(f.text[s.end:]) {
			if inner.mark == dash || inner.mark == colon || inner.mark == stop {
				r.weight -= 1.2
			}
		}
	}
	if _, by := jointAt(f.text[s.end:]); by == "with" { // "…, in partnership with IOM"
		r.weight -= 3
	}
	for _, inner := range separators(title) {
		if _, by := jointAt(title[inner.end:]); by == "with" || by == "for" {
			r.weight -= 3
		}
	}
	r.weight -= k.nameAtEnd(title)
	return r
}

// nameAtEnd is what speaks against a title because it ends in the name of a body.
func (k Known) nameAtEnd(title string) float64 {
	seps := separators(title)
	for i := len(seps) - 1; i >= 0; i-- {
		if seps[i].mark == tightHyphen {
			continue
		}
		if likely := k.likely(tidyName(title[seps[i].end:])); likely >= titleCase && seps[i].mark != colon {
			if seps[i].mark == dash || seps[i].mark == cell {
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
	return r, r.named.likely >= withKnown && !isShortForm(inside, before)
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
	if f.trailing && f.dateBy != noMark {
		r.weight++
	}
	return r
}

// knows is what the title of the post says for or against a title.
func (k Known) knows(title string) float64 {
	a, b := fold(title), fold(k.Title)
	switch {
	case a == "" || b == "":
		return 0
	case a == b:
		return 4
	case strings.HasPrefix(a, b+" "):
		return 1
	case strings.HasPrefix(b, a+" "):
		return -2
	}
	return 0
}

func logit(p float64) float64 {
	p = min(max(p, 0.005), 0.995)
	return math.Log(p / (1 - p))
}

func hasLetter(text string) bool { return strings.IndexFunc(text, unicode.IsLetter) >= 0 }

// isTitle reports whether a text can be a title.
func isTitle(text string) bool {
	return len(text) <= longestTitle && utf8.RuneCountInString(text) >= 3 && hasLetter(text)
}

// tidyTitle takes from a title what does not belong to it: marks around it, quotes around the whole of it.
func tidyTitle(title string) string {
	title = strings.ReplaceAll(strings.ReplaceAll(title, cellMark, " "), lineMark, " ")
	title = strings.Trim(title, " ,;:|-–—·•*►▶→»>/،")
	if r, size := utf8.DecodeRuneInString(title); enclosing[r] != "" && r != '(' && r != '[' {
		if end := skipEnclosed(title, 0); end == len(title) {
			title = strings.TrimSuffix(title[size:], enclosing[r])
		}
	}
	if strings.HasSuffix(title, ".") && !strings.HasSuffix(title, "..") {
		title = strings.TrimSuffix(title, ".")
	}
	return strings.TrimSpace(title)
}
