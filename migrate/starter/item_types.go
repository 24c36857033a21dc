package starter

import (
	"fmt"
	"slices"

	"wp2pub/migrate/survey"
)

// itemTypes are the CSL types that words.yaml knows, under "type." and their name. What is called otherwise is a report.
var itemTypes = []string{"thesis", "article-journal", "paper-conference", "chapter", "book", "pamphlet", "dataset"}

// itemTypes reads the item type of a publication from a field that says what kind of document it is; nil: there is none.
func (s *site) itemTypes(posts crowd) (said *survey.Name, expression *node, note string) {
	best := 0
	for i := range s.Names {
		n := &s.Names[i]
		filled, of := s.filled(n, posts)
		if filled <= best || !s.isReadable(n) || fieldName(n) == "" || n.Distinct > mostKinds || !is(n, slices.Concat(chosenTypes, []string{"", "text"})...) {
			continue
		}
		if table := typesOf(n); table != nil {
			expression = &node{}
			expression.add("from", text(n.Path))
			expression.add("map", table)
			expression.add("default", text("report"))
			said, best, note = n, filled, fmt.Sprintf("%d of %d posts", filled, of)
		}
	}
	return said, expression, note
}

// mostKinds is how many kinds of documents a site tells apart at most.
const mostKinds = 25

// typesOf is a table of the values of a name that are CSL types other than report; nil: the values are no kinds of
// documents, or all are reports.
func typesOf(n *survey.Name) *node {
	values := n.Choices
	if len(values) == 0 {
		values = n.Samples
	}
	table, kinds := &node{flow: true}, 0
	for _, value := range values {
		words := wordsOf(value)
		i := slices.IndexFunc(itemTypes, func(csl string) bool { return match("type."+csl, words) > 0 })
		switch {
		case i >= 0 && !slices.ContainsFunc(table.pairs, func(p *pair) bool { return p.key == value }):
			table.add(value, text(itemTypes[i]))
			kinds++
		case match(publications, words)+match(libraries, words) > 0:
			kinds++
		}
	}
	if table.pairs == nil || kinds < 2 || share(kinds, len(values)) < half {
		return nil
	}
	table.add("*", text("report"))
	return table
}
