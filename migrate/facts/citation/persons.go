package citation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// withoutPersons leaves out of a list of bodies who is named with initials: "P. Miller, ILO".
func (n *named) withoutPersons(k Known) {
	n.leaveOut(func(name string) bool {
		return k.Author != nil && k.Author(name) || hasInitials(name) && !k.isKnown(name)
	})
}

// onlyBodies leaves out those of whom nothing says that they are bodies.
func (n *named) onlyBodies(k Known) {
	n.leaveOut(func(name string) bool { return k.likely(name) <= titleCase })
	n.weigh(k)
	if len(n.names) == 0 {
		n.likely, n.least = 0.5, 0.5
	}
}

func (n *named) leaveOut(person func(name string) bool) {
	for _, name := range n.names {
		if person(name) {
			n.doubts = append(n.doubts, "taken for a person: "+name)
		}
	}
	n.names = slices.DeleteFunc(slices.Clone(n.names), person)
}

// hasInitials reports whether a name begins with an initial or ends in one: "A. T. Gallagher", "Gallagher A.".
func hasInitials(name string) bool {
	fields := strings.Fields(name)
	if len(fields) < 2 || len(fields) > 4 {
		return false
	}
	return isInitialOf(fields[0]) || isInitialOf(fields[len(fields)-1])
}

func isInitialOf(field string) bool {
	letter, size := utf8.DecodeRuneInString(field)
	return unicode.IsUpper(letter) && field[size:] == "."
}
