package survey

import (
	"strings"

	"wp2pub/migrate/facts/identifier"
	"wp2pub/migrate/pattern"
)

// The forms in which a value is an ISBN or an ISSN and nothing else: its number, with a label or without.
var (
	isbnForm = pattern.New(`^(?i:ISBN(?:-1[03])?[: ]*)?([0-9](?:[- ‐‑–]?[0-9])+[- ‐‑–]?[0-9Xx])$`)
	issnForm = pattern.New(`^(?i:e?-?ISSN[: ]*)?([0-9]{4}-[0-9]{3}[0-9Xx])$`)
)

// isISBN reports whether a text is an ISBN: one that checks, or one that can be nothing else, with its prefix and hyphens.
// Ten digits without hyphens that begin with a 1 are more often a time.
func isISBN(text string) bool {
	form := isbnForm.FindStringSubmatch(text)
	if form == nil {
		return false
	}
	parts := strings.FieldsFunc(form[1], func(r rune) bool { return strings.ContainsRune("- ‐‑–", r) })
	switch digits := strings.Join(parts, ""); len(digits) {
	case 10:
		return checks("isbn", form[1]) && (len(parts) == 4 || len(parts) == 1 && digits[0] != '1')
	case 13:
		return (strings.HasPrefix(digits, "978") || strings.HasPrefix(digits, "979")) && (len(parts) > 1 || checks("isbn", form[1]))
	}
	return false
}

// isISSN reports whether a text is an ISSN that checks.
func isISSN(text string) bool {
	form := issnForm.FindStringSubmatch(text)
	return form != nil && checks("issn", form[1])
}

func checks(kind, number string) bool {
	values, _ := identifier.Read(kind, number)
	return len(values) == 1 && values[0].Err == nil
}
