package citation

import "strings"

// isProse reports whether what a reading takes for a title is running text.
func isProse(r reading) bool {
	fields := strings.Fields(r.title)
	if len(fields) == 0 {
		return false
	}
	last, first := fields[len(fields)-1], strings.ToLower(fields[0])
	nobody := len(r.named.names) == 0
	switch {
	case len(fields) > 50 || isOther(r.title) || sentencesIn(r.title) > 2:
		return true
	case proseEnds[last] && (nobody || r.confidence < Certain):
		return true
	case r.sentence && r.confidence < Certain && len(fields) > 6:
		return true
	case nobody:
		return len(fields) > 30 || r.sentence && len(fields) > 6 || told(r.title) || proseStarts[first] || first == "for" && len(fields) > 1 && fields[1] == "more"
	}
	return r.by && told(r.title)
}

// isSentence reports whether a line is running text by its length and the full stop at its end.
func isSentence(text string) bool {
	return (strings.HasSuffix(text, ".") || strings.HasSuffix(text, "。")) && len(strings.Fields(text)) > 6
}

// opensWithTitle reports whether a line begins with the title of the post, or with one in quotes that a mark follows.
func (k Known) opensWithTitle(text string) bool {
	if matchPrefix(text, k.Title) > 0 {
		return true
	}
	length := quotedLength(text)
	seps := separators(text)
	return length > 0 && len(seps) > 0 && seps[0].start == length
}

// told reports whether a text says what happened, as news do and titles do not.
func told(text string) bool {
	for _, field := range strings.Fields(text) {
		if past[field] {
			return true
		}
	}
	return false
}

var past = words(`was were fue fueron foi foram wurde wurden был была было были fut furent agreed launched said`)

func sentencesIn(text string) int {
	n := 1
	for _, s := range separators(text) {
		if s.mark == stop && !strings.ContainsAny(text[s.start-1:s.start], "?!") {
			n++
		}
	}
	return n
}
