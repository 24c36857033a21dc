package citation

import (
	"math"
	"slices"
	"strings"
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
