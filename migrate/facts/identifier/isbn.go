package identifier

import (
	"fmt"
	"strings"

	"wp2pub/migrate/pattern"
)

// labels of books and series, as people write them: ISBN, e-ISBN, ISBN-13, ISBN (PDF):
var (
	isbnLabel = pattern.New(`(?i)\b[ep]?-?ISBN(?:[ -]?1[03])?(?:\b|_)`)
	issnLabel = pattern.New(`(?i)\b(?:[ep]-?)?ISSN(?:-L)?\b`)
)

// readISBN takes each number of a text for an ISBN, but for those of few digits.
func readISBN(text string) []span {
	text = blank(isbnLabel, text)
	return numbers(text, func(digits string, ends func(int) bool) (int, bool) {
		switch {
		case (strings.HasPrefix(digits, "978") || strings.HasPrefix(digits, "979")) && ends(13):
			return 13, true
		case ends(10) && len(digits) != 13: // another, or a year, behind a space
			return 10, true
		}
		return len(digits), len(digits) >= 8
	}, isbn)
}

// findISBN lists the ISBNs that stand behind the word ISBN; a number without it is a telephone's, or an order's.
func findISBN(text string) []span { return labelled(text, isbnLabel, readISBN) }

// isbn checks the digits of an ISBN and gives its thirteen.
func isbn(digits string) (string, error) {
	digits = strings.ToUpper(digits)
	switch {
	case len(digits) == 10 && !strings.Contains(digits[:9], "X"):
		if right := checkDigit11(digits[:9]); digits[9] != right {
			return "", wrongDigit(digits[9], right)
		}
		body := "978" + digits[:9]
		return body + string(checkDigit10(body)), nil
	case strings.Contains(digits, "X"):
		return "", fmt.Errorf("an X stands only at the end of an ISBN of ten digits")
	case len(digits) != 13:
		return "", fmt.Errorf("it has %d digits, an ISBN has 10 or 13", len(digits))
	case digits[:3] != "978" && digits[:3] != "979":
		return "", fmt.Errorf("it begins with %s, an ISBN of 13 digits with 978 or 979", digits[:3])
	case digits[:4] == "9790":
		return "", fmt.Errorf("it begins with 979-0: that is an ISMN, of printed music")
	}
	if right := checkDigit10(digits[:12]); digits[12] != right {
		return "", wrongDigit(digits[12], right)
	}
	return digits, nil
}

// readISSN takes each number of a text for an ISSN, but for those of few digits.
func readISSN(text string) []span {
	text = blank(issnLabel, text)
	return numbers(text, func(digits string, ends func(int) bool) (int, bool) {
		if ends(8) {
			return 8, true
		}
		return len(digits), len(digits) >= 6
	}, issn)
}

// findISSN lists the ISSNs that stand behind the word ISSN: two years have their form.
func findISSN(text string) []span { return labelled(text, issnLabel, readISSN) }

func issn(digits string) (string, error) {
	digits = strings.ToUpper(digits)
	if len(digits) != 8 {
		return "", fmt.Errorf("it has %d digits, an ISSN has 8", len(digits))
	}
	if strings.Contains(digits[:7], "X") {
		return "", fmt.Errorf("an X stands only at the end of an ISSN")
	}
	if right := checkDigit11(digits[:7]); digits[7] != right {
		return "", wrongDigit(digits[7], right)
	}
	return digits[:4] + "-" + digits[4:], nil
}

func wrongDigit(found, right byte) error {
	return fmt.Errorf("its check digit is %c, by the others it would be %c", found, right)
}

// checkDigit11 is the check digit modulo 11 of the digits of an ISBN of ten, or of an ISSN.
func checkDigit11(digits string) byte {
	sum := 0
	for i := range len(digits) {
		sum += int(digits[i]-'0') * (len(digits) + 1 - i)
	}
	return "0123456789X"[(11-sum%11)%11]
}

// checkDigit10 is the check digit of the first twelve digits of an EAN.
func checkDigit10(digits string) byte {
	sum := 0
	for i := range len(digits) {
		sum += int(digits[i]-'0') * (1 + 2*(i%2))
	}
	return byte('0' + (10-sum%10)%10)
}
