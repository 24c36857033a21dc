package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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
const mostNames = 24

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
	list.doubtPersons(k)
	list.weigh(k)
	return list
}

// add takes a name, unless it is the place of those before it, or says that there are more.
func (n *named) add(name string) {
	switch {
	case name == "" || slices.Contains(n.names, name) || len(n.names) > 0 && isDesignation(name):
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
		if first, _ := utf8.DecodeRuneInString(name); unicode.IsLower(first) && likely < surely {
			n.doubts = append(n.doubts, "a name begins with a small letter: "+name)
		}
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
	last, ands := i, 0
	for last+1 < len(pieces) {
		next := pieces[last+1]
		sure, joined := k.joins(text[pieces[i].start:pieces[last].end], next, pieces[last+2:])
		if !joined {
			if !sure {
				list.doubts = append(list.doubts, "these may be one name: "+text[pieces[i].start:next.end])
			}
			break
		}
		if next.joint == "and" {
			ands++
		}
		if !sure || ands > 1 {
			list.doubts = append(list.doubts, "these may be two names: "+text[pieces[i].start:next.end])
		}
		last++
	}
	return text[pieces[i].start:pieces[last].end], last + 1
}

// mayBeKnown reports whether a known name of several pieces may begin with this one.
func (k Known) mayBeKnown(text string) bool {
	all := foldWords(tidyName(text))
	return len(k.publishers) > 0 || len(all) > 0 && openers()[all[0].word] || isPlace(text)
}

// isDesignation reports whether a part of a list is a number of a series or the symbol of a document: "No. 24",
// "A/RES/73/195".
func isDesignation(name string) bool {
	fields := strings.Fields(name)
	last := fields[len(fields)-1]
	if !strings.ContainsAny(last, "0123456789") || len(fields) > 2 {
		return false
	}
	if len(fields) == 2 {
		return numberWords[strings.ToLower(strings.Trim(fields[0], ".:"))]
	}
	return strings.Count(last, "/") >= 2 || numberWords[strings.ToLower(strings.TrimRight(last, ".0123456789"))]
}

// numberWords stand before the number of an issue.
var numberWords = words(`no nr n° nº n.º n num number issue vol volume band bd heft tome tomo núm número numéro numero № выпуск том العدد عدد`)

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
