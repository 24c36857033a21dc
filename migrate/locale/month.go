package locale

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// Month reads the name of a month or a usual abbreviation of one, alone: "mai", "Sept.", "января", "كانون الثاني", "5月".
func Month(word string) (month int, ok bool) {
	word = strings.TrimSuffix(fold(word), ".")
	if month, ok = monthNames()[word]; ok {
		return month, true
	}
	if month, ok = monthNames()[bare(word)]; ok {
		return month, true
	}
	number, isMonth := strings.CutSuffix(word, "月")
	if !isMonth {
		number, isMonth = strings.CutSuffix(word, "월")
	}
	if !isMonth {
		number, isMonth = strings.CutPrefix(word, "tháng ")
	}
	n, err := strconv.Atoi(strings.TrimSpace(number))
	if !isMonth || err != nil || n < 1 || n > 12 {
		return 0, false
	}
	return n, true
}

// LeadingMonth reads a month at the beginning of a text, the longest name that stands there as a word of its own. It
// returns the number of bytes that it takes, with the dot of an abbreviation.
func LeadingMonth(text string) (month, length int, ok bool) {
	words := 0
	for end := 1; end <= len(text) && words < 3; end++ {
		if end < len(text) && !boundary(text, end) {
			continue
		}
		if text[end-1] != ' ' {
			words++
		}
		if m, found := Month(text[:end]); found && text[end-1] != ' ' {
			month, length, ok = m, end, true
		}
	}
	if ok && length < len(text) && text[length] == '.' {
		length++
	}
	return month, length, ok
}

// boundary reports whether a word ends before the byte at this place: no letter stands there, or a month of Chinese or
// Japanese, which are written without spaces.
func boundary(text string, at int) bool {
	if strings.HasSuffix(text[:at], "月") || strings.HasSuffix(text[:at], "월") {
		return true
	}
	for _, r := range text[at:] {
		return r != unicode.ReplacementChar && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
	}
	return true
}

var monthNames = sync.OnceValue(func() map[string]int {
	names := map[string]int{}
	for _, line := range months {
		for i, month := range strings.Split(line, "|") {
			for _, name := range strings.Split(month, ",") {
				name = fold(name)
				for _, form := range []string{name, bare(name)} {
					if _, known := names[form]; !known && form != "" {
						names[form] = i + 1
					}
				}
			}
		}
	}
	return names
})
