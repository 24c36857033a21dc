package render

import "slices"

var (
	voidNames  = nameSet("area base br col embed hr img input link meta param source track wbr keygen bgsound basefont frame")
	rawText    = nameSet("script style textarea title xmp iframe noembed noframes plaintext")
	formatting = nameSet("a b big code em font i nobr s small strike strong tt u")
)

// implied says which open elements a browser closes when one begins, and which elements around them shield them.
var implied = map[string]struct{ closes, shields map[string]bool }{
	"p":      {nameSet("p"), nameSet("div li td th blockquote section article figure details table ul ol dl")},
	"li":     {nameSet("li"), nameSet("ul ol menu")},
	"dt":     {nameSet("dt dd"), nameSet("dl")},
	"dd":     {nameSet("dt dd"), nameSet("dl")},
	"option": {nameSet("option"), nameSet("select")},
	"tr":     {nameSet("tr"), nameSet("table")},
	"td":     {nameSet("td th"), nameSet("tr table")},
	"th":     {nameSet("td th"), nameSet("tr table")},
	"tbody":  {nameSet("tbody thead tfoot"), nameSet("table")},
	"thead":  {nameSet("tbody thead tfoot"), nameSet("table")},
	"tfoot":  {nameSet("tbody thead tfoot"), nameSet("table")},
	"a":      {nameSet("a"), nameSet("table")},
}

// nesting follows which elements are open, roughly as a browser does.
type nesting struct {
	open       []string
	skipped    map[string]int // start tags that were refused and whose end tags must go, too
	formatting map[string]int // formatting elements that have not ended, by name
}

// admit reports whether a tag may stay.
func (n *nesting) admit(name string, end bool) bool {
	if n.skipped == nil {
		n.skipped, n.formatting = map[string]int{}, map[string]int{}
	}
	if voidNames[name] {
		return true
	}
	if end {
		return n.end(name)
	}
	if rules, ok := implied[name]; ok {
		n.closeImplied(rules.closes, rules.shields)
	}
	if len(n.open) >= maxDepth || formatting[name] && n.formattings() >= maxFormatting {
		n.skipped[name]++
		return false
	}
	n.open = append(n.open, name)
	if formatting[name] {
		n.formatting[name]++
	}
	return true
}

func (n *nesting) end(name string) bool {
	if n.skipped[name] > 0 {
		n.skipped[name]--
		return false
	}
	if n.formatting[name] > 0 {
		n.formatting[name]--
	}
	for i := len(n.open) - 1; i >= 0; i-- {
		if n.open[i] == name {
			if formatting[name] { // others stay open
				n.open = slices.Delete(n.open, i, i+1)
			} else {
				n.open = n.open[:i]
			}
			break
		}
	}
	return true
}

func (n *nesting) closeImplied(closes, shields map[string]bool) {
	for i := len(n.open) - 1; i >= 0 && !shields[n.open[i]]; i-- {
		if closes[n.open[i]] {
			if n.open[i] == "a" && n.formatting["a"] > 0 {
				n.formatting["a"]--
			}
			n.open = n.open[:i]
			return
		}
	}
}

func (n *nesting) formattings() int {
	sum := 0
	for _, count := range n.formatting {
		sum += count
	}
	return sum
}
