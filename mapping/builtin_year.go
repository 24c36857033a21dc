package mapping

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// longestYear is the longest text, in bytes, that says when something was; a longer one tells of it.
const longestYear = 80

// year is the only year that a short text names: that of "summer 2019", "January to March 2017", "2019 (2nd ed.)".
func year(_ Item, v Value, _ []Value) (Value, error) {
	text := strings.TrimSpace(v.(string))
	var years []string
	if len(text) <= longestYear {
		for _, digits := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) }) {
			if len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20") && !slices.Contains(years, digits) {
				years = append(years, digits)
			}
		}
	}
	switch len(years) {
	case 0:
		return nil, fmt.Errorf("%q names no year", shortened(text))
	case 1:
		return years[0], nil
	}
	return nil, fmt.Errorf("%q names several years", shortened(text))
}
