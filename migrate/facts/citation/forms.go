package citation

import "strings"

// Forms are the ways in which a known name may be written, folded: whole, and where it has a short form in brackets, each of
// both. What is a list of several bodies, a date or no name at all has none.
func Forms(name string) []string {
	name = strings.TrimSpace(name)
	if !hasLetter(name) || len(name) > longestName || isDate(name) || others[strings.ToLower(name)] || isPlace(name) {
		return nil
	}
	if list := (Known{}).bodiesIn(name); len(list.names) > 1 && list.least >= acronym {
		return nil
	}
	forms := []string{Fold(name)}
	if before, inside, ok := cutBracket(name); ok && strings.TrimSpace(before) != "" && isAcronym(strings.TrimSpace(inside)) {
		forms = append(forms, Fold(before), Fold(inside))
	}
	return forms
}

// longestName is more than the name of any body has, in bytes.
const longestName = 250
