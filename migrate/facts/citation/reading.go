package citation

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"wp2pub/migrate/facts/series"
	"wp2pub/migrate/record"
)

// reading is one way to read a text: where its title ends, who published it, when.
type reading struct {
	title      string
	named      named
	date       date
	language   string
	weight     float64 // the logarithm of how much speaks for it
	confidence float64 // the share of all readings that has it
	unsure     bool    // another reading is as good, though the weights do not tell
	by         bool    // "by" leads from the title to the publishers
	sentence   bool    // the text ends as a sentence does
	series     series.Series
	authors    []record.Person
	dated      bool // the text ends in a date that is set off
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
	best, sum := all[0], 1.0
	for _, r := range all {
		if r.weight > best.weight {
			best = r
		}
	}
	for _, r := range all {
		if r.title != best.title || !slices.Equal(r.named.names, best.named.names) { // else it is the same, by another mark
			sum += math.Exp(r.weight - best.weight)
		}
	}
	best.confidence = math.Round(100/sum) / 100
	if best.unsure {
		best.confidence = min(best.confidence, 0.6)
	}
	if best.named.least < 0.1 && len(best.named.names) > 0 {
		best.confidence = min(best.confidence, 0.5)
	}
	best.language, best.sentence, best.dated = f.language, f.sentence, f.trailing && f.dateBy != noMark
	best.series, best.authors = f.series, f.authors
	if f.known < len(best.title) {
		title, language := cutLanguage(best.title)
		best.title, best.language = title, cmp.Or(best.language, language)
	}
	if told(best.title) {
		best.confidence = min(best.confidence, 0.6)
	}
	return best, !isProse(best)
}

// knows is what the title of the post says for or against a title.
func (k Known) knows(title string) float64 {
	a, b := foldTitle(title), foldTitle(k.Title)
	switch {
	case a == "" || b == "":
		return 0
	case a == b:
		return 4
	case strings.HasPrefix(a, b+" "):
		return 1
	case strings.HasPrefix(b, a+" ") && !addsAfter(k.Title, title):
		return -2
	}
	return 0
}

// addsAfter reports whether one title begins with another and adds something to it behind a dash or in brackets.
func addsAfter(whole, title string) bool {
	rest := strings.TrimLeft(whole[matchPrefix(whole, title):], " ")
	next, size := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("([", next) || strings.ContainsRune("-–—|", next) && strings.HasPrefix(rest[size:], " ")
}

// withoutNames takes the publishers and the date off the title of the post, where it is a citation itself: the title of the
// publication is what stands before them.
func (k Known) withoutNames() Known {
	title := k.Title
	k.page = title
	if len(title) <= longestTitle && len(separators(title)) <= mostMarks {
		r, ok := Known{Publishers: k.Publishers, Authors: k.Authors, Term: k.Term}.in(title).read(title, nil)
		sure := r.confidence >= Certain && r.named.least >= withKnown || r.confidence >= even && r.dated
		if ok && r.title != "" && len(r.named.names) > 0 && sure {
			title = r.title
		}
	}
	k.Title = title
	return k
}

func logit(p float64) float64 {
	p = min(max(p, 0.005), 0.995)
	return math.Log(p / (1 - p))
}
