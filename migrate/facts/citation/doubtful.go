package citation

import (
	"strings"
	"unicode/utf8"
)

// unsureAt reports whether the title may as well end elsewhere than where a reading has it end, whatever the weights say.
func (k Known) unsureAt(f frame, s separator, r reading) bool {
	names := r.named.names
	if len(names) == 0 {
		return false
	}
	first := k.likely(names[0])
	if s.mark == comma {
		return k.endsInBodyNoun(f.text[:s.start])
	}
	if s.mark != dash && s.mark != cell {
		return false
	}
	if len(names) > 1 && first <= titleCase && shapeOf(strings.Fields(names[0])).topics > 0 { // "Title - Information Sessions, IOM"
		return true
	}
	for _, inner := range separators(f.text[s.end:]) { // "Title - UN agencies - ICAT"
		if (inner.mark == dash || inner.mark == cell) && k.bodiesIn(f.text[s.end:][:inner.start]).least < acronym {
			return true
		}
	}
	return false
}

// unsureBehind reports whether the publishers before a title may as well be its beginning: the title of the post has them, too,
// or is not what follows their colon. Bold letters and quotes tell.
func (k Known) unsureBehind(f frame, s separator, r reading) bool {
	if k.page == "" || len(f.edges) > 0 || quotedLength(f.text[s.end:]) > 0 {
		return false
	}
	return foldTitle(k.page) == foldTitle(f.text) || s.mark == colon && foldTitle(k.Title) != foldTitle(r.title)
}

// endsInBodyNoun reports whether a title has a dash and behind it a noun for a body: "Title - Standards Board of Norway".
func (k Known) endsInBodyNoun(title string) bool {
	seps := separators(title)
	for i := len(seps) - 1; i >= 0; i-- {
		if seps[i].mark == dash || seps[i].mark == cell {
			behind := strings.Fields(title[seps[i].end:])
			return len(behind) <= 8 && shapeOf(behind).body
		}
	}
	return false
}

// cutShort reports whether a reading ends where nothing but the title of the post ends, and no sure name follows: the post may
// have the beginning of the title only.
func (k Known) cutShort(f frame, s separator, r reading) bool {
	return s.mark == edge && s.start == f.known && len(f.edges) == 0 && len(r.named.names) > 0 && k.likely(r.named.names[0]) < acronym
}

// endsEarly reports whether a title was cut short: it ends in an ellipsis, or in a word that another must follow.
func endsEarly(title string) bool {
	title = strings.TrimSpace(title)
	if strings.HasSuffix(title, "…") || strings.HasSuffix(title, "...") || strings.HasSuffix(title, "[&hellip;]") {
		return true
	}
	last := strings.ToLower(title[strings.LastIndexByte(title, ' ')+1:])
	return utf8.RuneCountInString(last) > 1 && (prepositions[last] || joiners[last] || last == "the")
}

// isDoing reports whether a text begins with what somebody does, as behind "by" in "Preventing Trafficking by Addressing
// Demand".
func isDoing(text string) bool {
	first, _, more := strings.Cut(text, " ")
	return more && len(first) > 6 && strings.HasSuffix(first, "ing") && !openers()[Fold(first)]
}
