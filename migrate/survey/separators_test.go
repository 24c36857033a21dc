package survey

import (
	"fmt"
	"testing"
)

func TestSeparators(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"ILO", "[]"},
		{"Ministry of Health, Kenya", "[]"},
		{"Ministry of Labour and Social Affairs", "[{ and  0 0 1}]"},
		{"ILO, Walk Free and IOM", "[{ and  1 0 0} {,  1 0 0}]"},
		{"ILO, IOM, UNICEF", "[{,  1 0 0}]"},
		{"traite; travail forcé", "[{; 1 0 0}]"},
		{"Ana López, Juan Pérez y María Gil", "[{ y  1 1 0} {,  1 1 0}]"},
		{"Anne Gallagher, Paul Holmes", "[{,  0 1 0}]"},
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
