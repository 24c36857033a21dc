package survey

import "strings"

// isISBN reports whether a text is an ISBN: one that checks, or one that can be nothing else, with its prefix and hyphens.
// Ten digits without hyphens that begin with a 1 are more often a time.
func isISBN(text string) bool {
	text = strings.TrimPrefix(strings.ToUpper(text), "ISBN")
	text = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(text, "-13"), "-10"), ": ")
	digits, parts := joined(text)
	switch len(digits) {
	case 10:
		return weighted(digits) == 0 && (parts == 4 || parts == 1 && digits[0] != '1')
	case 13:
		return (strings.HasPrefix(digits, "978") || strings.HasPrefix(digits, "979")) && (parts > 1 || checks13(digits))
	}
	return false
}

// isISSN reports whether a text is an ISSN that checks.
func isISSN(text string) bool {
	text = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(strings.ToUpper(text), "E"), "ISSN"), ": ")
	if len(text) != 9 || text[4] != '-' {
		return false
	}
	digits, _ := joined(text)
	return len(digits) == 8 && weighted(digits) == 0
}

// joined takes the hyphens and spaces out of a number, and says how many parts they made. What holds anything else is none.
func joined(text string) (digits string, parts int) {
	var b strings.Builder
	parts = 1
	for i, c := range text {
		switch {
		case c >= '0' && c <= '9', c == 'X' && i == len(text)-1:
			b.WriteRune(c)
		case strings.ContainsRune("- ‐‑–", c):
			parts++
		default:
			return "", 0
		}
	}
	return b.String(), parts
}

// weighted is the sum of the digits, each times its distance from the end, modulo 11.
func weighted(digits string) int {
	sum := 0
	for i, c := range digits {
		value := int(c - '0')
		if c == 'X' {
			value = 10
		}
		sum += value * (len(digits) - i)
	}
	return sum % 11
}

func checks13(digits string) bool {
	sum := 0
	for i, c := range digits {
		sum += int(c-'0') * (1 + 2*(i%2))
	}
	return sum%10 == 0
}
