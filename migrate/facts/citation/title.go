package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func hasLetter(text string) bool { return strings.IndexFunc(text, unicode.IsLetter) >= 0 }

// isTitle reports whether a text can be a title.
func isTitle(text string) bool {
	return len(text) <= longestTitle && utf8.RuneCountInString(text) >= 3 && hasLetter(text)
}

// edgeMarks stand around a title without being a part of it; "»" is one where it closes no quotes.
const edgeMarks = " ,;:|-–—·•*►▶→>/،"

// tidyTitle takes from a title what does not belong to it: marks around it, quotes around the whole of it.
func tidyTitle(title string) string {
	title = strings.ReplaceAll(strings.ReplaceAll(title, cellMark, " "), lineMark, " ")
	title = strings.TrimRight(strings.TrimLeft(title, edgeMarks+"»"), edgeMarks)
	if strings.HasSuffix(title, "»") && !strings.Contains(title, "«") {
		title = strings.TrimRight(title, edgeMarks+"»")
	}
	if r, size := utf8.DecodeRuneInString(title); enclosing[r] != "" && r != '(' && r != '[' {
		if end := skipEnclosed(title, 0); end == len(title) {
			title = strings.TrimSuffix(title[size:], enclosing[r])
		}
	}
	if strings.HasSuffix(title, ".") && !strings.HasSuffix(title, "..") {
		title = strings.TrimSuffix(title, ".")
	}
	return strings.TrimSpace(title)
}
