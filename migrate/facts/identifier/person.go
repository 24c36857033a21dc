package identifier

import (
	"fmt"
	"strings"

	"wp2pub/migrate/pattern"
)

var orcidPattern = pattern.New(`\b[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{3}[0-9Xx]\b`)

func readORCID(text string) []span {
	var all []span
	for _, at := range orcidPattern.FindAllStringIndex(text, -1) {
		s := span{start: at[0], end: at[1], value: text[at[0]:at[1]]}
		if value, err := orcid(s.value); err == nil {
			s.value = value
		} else {
			s.err = err
		}
		all = append(all, s)
	}
	return all
}

func findORCID(text string) []span {
	var all []span
	for _, s := range readORCID(text) {
		if s.err == nil && strings.HasPrefix(s.value, "0000-000") { // the block that is kept for ORCID
			all = append(all, s)
		}
	}
	return all
}

func linkedORCID(address string) (string, bool) {
	u, ok := parsedAddress(address)
	if !ok || u.Hostname() != "orcid.org" && u.Hostname() != "www.orcid.org" {
		return "", false
	}
	value, err := orcid(strings.Trim(u.Path, "/"))
	return value, err == nil
}

// orcid checks the sixteen digits of an ORCID iD by ISO 7064, modulo 11-2.
func orcid(text string) (string, error) {
	text = strings.ToUpper(text)
	digits, _ := digitsOf(text, 0, len(text))
	if len(digits) != 16 {
		return "", fmt.Errorf("it has %d digits, an ORCID iD has 16", len(digits))
	}
	total := 0
	for _, c := range digits[:15] {
		if c == 'X' {
			return "", fmt.Errorf("an X stands only at the end of an ORCID iD")
		}
		total = (total + int(c-'0')) * 2 % 11
	}
	if right := "0123456789X"[(12-total)%11]; digits[15] != right {
		return "", wrongDigit(digits[15], right)
	}
	return digits[:4] + "-" + digits[4:8] + "-" + digits[8:12] + "-" + digits[12:], nil
}
