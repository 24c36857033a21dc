package survey

import (
	"fmt"
	"testing"

	"wp2pub/mapping"
)

func TestSeparators(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"ILO", "[]"},
		{"Ministry of Health, Kenya", "[]"},
		{"Ministry of Labour and Social Affairs", "[{ and  0 0 0 0 0 1}]"},
		{"ILO, Walk Free and IOM", "[{ and  1 0 1 0 0 0} {,  1 0 1 0 0 0}]"},
		{"Ministry of Health, Labour and Welfare", "[{ and  1 0 0 0 0 0} {,  1 0 0 0 0 0}]"},
		{"ILO, IOM, UNICEF", "[{,  1 0 1 0 0 0}]"},
		{"traite; travail forcé", "[{; 1 0 0 0 0 0}]"},
		{"Ana López, Juan Pérez y María Gil", "[{ y  1 1 1 0 0 0} {,  1 1 1 0 0 0}]"},
		{"Anne Gallagher, Paul Holmes", "[{,  0 1 0 0 0 0}]"},
		{"Mariam Cissé et Marc Lefèvre", "[{ et  0 0 0 1 0 0}]"},
		{"Gallagher, Anne", "[]"},
		{"It was so. Then, it was not, and it is.", "[]"},
		{", ", "[]"},
	} {
		var s separators
		s.note(c.text)
		if got := fmt.Sprint(s.list()); got != c.want {
			t.Errorf("%q: %s, wanted %s", c.text, got, c.want)
		}
	}
}

// TestNamesThatStandAlone holds what a word between names is taken for against the values that stand alone elsewhere.
func TestNamesThatStandAlone(t *testing.T) {
	for _, c := range []struct {
		values []string
		known  string
		whole  string
	}{
		{[]string{"Institut Garonne", "Fondation Rivages", "Institut Garonne et Fondation Rivages"}, "[{ et  0 0 0 1 2 0}]", "[]"},
		{[]string{"Réseau Eau", "Sources et Solidarités", "Réseau Eau et Sources et Solidarités"}, "[{ et  0 0 0 0 2 2}]", "[Sources et Solidarités]"},
		{[]string{"Réseau Eau", "Réseau Eau et Croix verte"}, "[{ et  0 0 0 0 1 1}]", "[]"},
		{[]string{"Ministry of Labour and Social Affairs", "Labour"}, "[{ and  0 0 0 0 0 1}]", "[Ministry of Labour and Social Affairs]"},
		{[]string{"Ministry of Health, Kenya", "Kenya"}, "[]", "[]"},
		{[]string{"Fondation pour l’eau", "Observatoire de l’eau", "Observatoire de l’eau, Fondation pour l’eau"}, "[{,  0 1 0 0 2 0}]", "[]"},
	} {
		collector := &Collector{names: names{all: map[string]*name{}}}
		n := collector.names.at(mapping.Path{"acf", "publisher"})
		at := &place{shown: true}
		for i, value := range c.values {
			at.post, at.postType = int64(i+1), "post"
			at.note(n, shapeOf(value), value)
		}
		n.compare(collector.standsAlone())
		if got := fmt.Sprint(n.between.list()); got != c.known || fmt.Sprint(n.Whole) != c.whole {
			t.Errorf("%q: %s, whole %v; wanted %s, %s", c.values, got, n.Whole, c.known, c.whole)
		}
	}
}
