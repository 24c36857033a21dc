package people

import "strings"

// ORCID reads an ORCID iD, as such or in its address, and reports whether its check digit (ISO 7064, mod 11-2) is right.
func ORCID(text string) (string, bool) {
	text = strings.TrimRight(strings.TrimSpace(text), "/.,;)")
	if at := strings.LastIndexAny(text, "/: "); at >= 0 {
		text = text[at+1:]
	}
	var digits []byte
	for _, r := range strings.ToUpper(text) {
		switch {
		case r >= '0' && r <= '9' || r == 'X' && len(digits) == 15:
			digits = append(digits, byte(r))
		case r == '-' || r == '‐' || r == '‑' || r == '–':
		default:
			return "", false
		}
	}
	if len(digits) != 16 || digits[15] != checkDigit(digits[:15]) {
		return "", false
	}
	d := string(digits)
	return d[:4] + "-" + d[4:8] + "-" + d[8:12] + "-" + d[12:], true
}

func checkDigit(digits []byte) byte {
	total := 0
	for _, d := range digits {
		total = (total + int(d-'0')) * 2
	}
	if check := (12 - total%11) % 11; check < 10 {
		return byte('0' + check)
	}
	return 'X'
}
