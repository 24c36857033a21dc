package people

import (
	"strings"
	"testing"

	"wp2pub/migrate/growth"
)

// TestReadIsBounded reads long texts that could be taken for names at every word.
func TestReadIsBounded(t *testing.T) {
	for piece, many := range map[string]int{
		"UN Office and ":          1400,
		"UN Office on Drugs and ": 1400,
		"Gallagher, ":             1800,
		"Anne (":                  3000,
		"Anne (ILO) ":             1800,
		"Gallagher, Anne; ":       1100,
		"A.":                      9000,
		"van der ":                2400,
		"a@b.c.":                  3000,
		"Anne Gallagher, ":        100_000,
	} {
		read := func(times int) func() {
			text := strings.Repeat(piece, times) + "Crime"
			return func() { Read(text) }
		}
		t.Run(piece, func(t *testing.T) { growth.Linear(t, many, read) })
	}
}
