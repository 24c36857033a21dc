package people

import (
	"strings"
	"testing"
	"time"
)

// TestReadIsBounded reads long texts that could be taken for names at every word.
func TestReadIsBounded(t *testing.T) {
	for name, text := range map[string]string{
		"joined":    strings.Repeat("UN Office and ", 1400),
		"joins":     strings.Repeat("UN Office on Drugs and ", 40) + "Crime",
		"commas":    strings.Repeat("Gallagher, ", 1800),
		"brackets":  strings.Repeat("Anne (", 3000),
		"closed":    strings.Repeat("Anne (ILO) ", 1800),
		"semicolon": strings.Repeat("Gallagher, Anne; ", 1100),
		"initials":  strings.Repeat("A.", 9000),
		"particles": strings.Repeat("van der ", 2400),
		"addresses": strings.Repeat("a@b.c.", 3000),
		"long":      strings.Repeat("Anne Gallagher, ", 100_000),
	} {
		begin := time.Now()
		Read(text)
		if took := time.Since(begin); took > 4*time.Second {
			t.Errorf("%s: %v for %d letters", name, took, len(text))
		} else {
			t.Logf("%s: %v", name, took)
		}
	}
}
