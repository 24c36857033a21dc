package survey

import "strings"

// isISBN reports whether a text is an ISBN of 10 or 13 digits that checks. Ten digits without hyphens that begin with a 1 are
// more often a time.
func isISBN(text string) bool {
	text = strings.TrimLeft(strings.TrimPrefix(strings.ToUpper(text), "ISBN"), ":-0123 "[:3])
	digits, plain := joined(text)
	switch len(digits) {
	case 10:
		return !(plain && digits[0] == '1') && checks10(digits)
	case 13:
		return (strings.HasPrefix(digits, "978") || strings.HasPrefix(digits, "979")) && checks13(digits)
	}
	return false
}

// isISSN reports whether a text is an ISSN that checks.
func isISSN(text string) bool {
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(text)), "E"), "ISSN"))
	text = strings.TrimSpace(strings.TrimPrefix(text, ":"))
	if len(text) != 9 || text[4] != '-' {
		return false
	}
	digits, _ := joined(text)
	return len(digits) == 8 && weighted(digits) == 0
}

// joined takes hyphens and spaces out of a number; what holds anything else is none. Plain: there were none.
func joined(text string) (digits string, plain bool) {
	plain = true
	var b strings.Builder
	for i, c := range text {
		switch {
		case c >= '0' && c <= '9', c == 'X' && i == len(text)-1:
			b.WriteRune(c)
		case c == '-' || c == ' ' || c == '‐' || c == '–':
			plain = false
		default:
			return "", false
		}
	}
	return b.String(), plain
}

func checks10(digits string) bool { return weighted(digits) == 0 }

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
