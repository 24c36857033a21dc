package citation

import (
	"strings"
	"sync"
)

// cutNames cuts a list of names wherever two names may meet.
func cutNames(text string) []piece {
	var pieces []piece
	start, joint := 0, ""
	seps := separators(text)
	for at := 0; at <= len(text); {
		next, by := at, ""
		if at == len(text) {
			next, by = at+1, ";"
		} else if skip := skipEnclosed(text, at); skip > at {
			at = skip
			continue
		}
		for len(seps) > 0 && seps[0].start < at {
			seps = seps[1:]
		}
		switch {
		case by != "":
		case len(seps) > 0 && seps[0].start == at && parts[seps[0].mark] != "":
			next, by = seps[0].end, parts[seps[0].mark]
		case at == start || text[at] == ' ':
			from := at + len(text[at:]) - len(strings.TrimLeft(text[at:], " "))
			if length, word := jointAt(text[from:]); length > 0 {
				next, by = from+length, word
			}
		default:
			if length := tightJoint(text[start:at], text[at:]); length > 0 {
				next, by = at+length, "and"
			}
		}
		if by == "" {
			at++
			continue
		}
		if part := strings.TrimSpace(text[start:min(at, len(text))]); part != "" {
			offset := start + strings.Index(text[start:], part)
			pieces = append(pieces, piece{part, offset, offset + len(part), joint})
			joint = by
		} else if by != "and" {
			joint = by
		}
		start, at = next, next
	}
	return pieces
}

// parts are the marks between names.
var parts = map[mark]string{comma: ",", semicolon: ";", dash: ";", cell: ";"}

// jointAt reads the words between two names that a text begins with, and returns how long they are.
func jointAt(text string) (length int, by string) {
	first, _, _ := strings.Cut(text, " ")
	for _, phrase := range phrases()[strings.ToLower(first)] {
		if hasWords(text, phrase.words) {
			return len(phrase.words), phrase.by
		}
	}
	word, _, more := strings.Cut(text, " ")
	if more && joiners[word] {
		return len(word), "and"
	}
	if more && weakJoiners[word] && isAcronym(strings.TrimRight(strings.SplitN(text, " ", 3)[1], ",;.")) || more && weakJoiners[word] && startsWithBody(text[len(word)+1:]) {
		return len(word), "and"
	}
	if name, and := strings.CutPrefix(word, "و"); and && len(name) > 4 {
		if name = strings.TrimRight(name, "،,;."); isBodyWord(name) || openers()[Fold(name)] {
			return len("و"), "and"
		}
	}
	return 0, ""
}

// tightJoint is the length of the word for "and" of a language without spaces that stands behind the name of a body.
func tightJoint(before, text string) int {
	for _, joint := range []string{"和", "与", "與", "及", "と"} {
		if strings.HasPrefix(text, joint) && endsInBody(before) {
			return len(joint)
		}
	}
	return 0
}

// phrase is what brings in another body.
type phrase struct{ words, by string }

// phrases are those of the lists, by their first word, longer ones before shorter ones.
var phrases = sync.OnceValue(func() map[string][]phrase {
	all := map[string][]phrase{}
	add := func(list []string, by string) {
		for _, text := range list {
			first, _, _ := strings.Cut(strings.ToLower(text), " ")
			all[first] = append(all[first], phrase{text, by})
		}
	}
	add(supporters, "for")
	add(accompanied, "with")
	return all
})

func hasWords(text, phrase string) bool {
	return len(text) > len(phrase) && text[len(phrase)] == ' ' && strings.EqualFold(text[:len(phrase)], phrase)
}
