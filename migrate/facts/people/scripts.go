package people

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// splitCyrillic reads names in Cyrillic letters, of which the family name may stand first or last: a father's name, initials
// and known given names tell.
func splitCyrillic(parts []string) (given, family []string) {
	if slices.ContainsFunc(parts, isBodyWord) {
		return nil, nil
	}
	switch at := slices.IndexFunc(parts, isPointed); {
	case at == 0:
		n := len(parts) - 1
		if !slices.ContainsFunc(parts[:n], func(p string) bool { return !isPointed(p) }) && !isPointed(parts[n]) {
			return parts[:n], parts[n:]
		}
		return nil, nil
	case at > 0:
		if at == 1 && !slices.ContainsFunc(parts[1:], func(p string) bool { return !isPointed(p) }) {
			return parts[1:], parts[:1]
		}
		return nil, nil
	}
	father := func(word string) bool {
		folded := fold(word)
		return slices.ContainsFunc([]string{"ович", "евич", "овна", "евна", "ична", "инична", "івна", "ївна", "йович"}, func(end string) bool { return strings.HasSuffix(folded, end) })
	}
	if len(parts) == 3 {
		switch {
		case father(parts[1]) && !father(parts[2]):
			return parts[:2], parts[2:]
		case father(parts[2]) && !father(parts[1]) && isGiven(parts[1]):
			return parts[1:], parts[:1]
		}
		return nil, nil
	}
	return splitByGiven(parts)
}

// splitByGiven reads two words, one of which only is a known given name.
func splitByGiven(parts []string) (given, family []string) {
	if len(parts) != 2 || slices.ContainsFunc(parts, isBodyWord) {
		return nil, nil
	}
	switch first, second := isGiven(parts[0]), isGiven(parts[1]); {
	case first && !second:
		return parts[:1], parts[1:]
	case second && !first:
		return parts[1:], parts[:1]
	}
	return nil, nil
}

// splitHangul reads a Korean name: a family name of one syllable, and a given name of two.
func splitHangul(parts []string) (given, family []string) {
	if len(parts) == 2 && isFamily(parts[0], "hangul") && utf8.RuneCountInString(parts[1]) <= 2 {
		return parts[1:], parts[:1]
	}
	if len(parts) != 1 || utf8.RuneCountInString(parts[0]) != 3 {
		return nil, nil
	}
	_, size := utf8.DecodeRuneInString(parts[0])
	if first := parts[0][:size]; isFamily(first, "hangul") {
		return []string{parts[0][size:]}, []string{first}
	}
	return nil, nil
}
