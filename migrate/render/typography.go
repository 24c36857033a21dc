package render

import (
	"slices"
	"strings"
)

// typography does those of WordPress's replacements of characters that change what words a text has: an "x" between
// numbers becomes a multiplication sign, and smilies become emoji. Quotes, dashes and the like stay as the author
// typed them.
func (r *renderer) typography(s string) string {
	smile := strings.ContainsAny(s, ":;8") && r.smiles()
	if !smile && !strings.Contains(s, "x") {
		return s
	}
	tags := slices.DeleteFunc(brackets(s), func(b bracket) bool { return !coreNames[b.name] })
	t := typographer{smile: smile}
	t.out.Grow(len(s))
	at := 0
	for _, tag := range tags {
		t.write(s[at:tag.start])
		t.out.WriteString(s[tag.start:tag.end])
		at = tag.end
	}
	t.write(s[at:])
	return t.out.String()
}

// typographer writes HTML with other characters in its text.
type typographer struct {
	out      strings.Builder
	smile    bool
	verbatim string // the element around the text, if its text is shown as it is
}

func (t *typographer) write(s string) {
	for p := range pieces(s, true) {
		if p.tag {
			t.tag(p.raw)
		} else if t.verbatim == "" {
			p.raw = multiplied(p.raw)
			if t.smile {
				p.raw = smiled(p.raw)
			}
		}
		t.out.WriteString(p.raw)
	}
}

func (t *typographer) tag(raw string) {
	name, end := tagName(raw)
	name = strings.ToLower(name)
	switch {
	case t.verbatim == "" && !end && verbatimNames[name]:
		t.verbatim = name
	case end && name == t.verbatim:
		t.verbatim = ""
	}
}

// smiles reports whether the site turns smilies into emoji, as it does unless told otherwise.
func (r *renderer) smiles() bool {
	use, said := r.view.Option("use_smilies")
	return !said || use == "1"
}

// verbatimNames are elements whose text is shown as it is.
var verbatimNames = nameSet("pre code kbd style script tt textarea")

// multiplied writes the multiplication sign between numbers: 3x4, 150x150. 0x1f is no product, nor is 2x4s.
func multiplied(s string) string {
	var b strings.Builder
	done := 0
	for i := 0; ; i++ {
		next := strings.IndexByte(s[i:], 'x')
		if next < 0 {
			break
		}
		i += next
		if isProduct(s, i) {
			b.WriteString(s[done:i] + "×")
			done = i + 1
		}
	}
	b.WriteString(s[done:])
	return b.String()
}

// isProduct reports whether numbers stand on both sides of a place, and words begin and end with them.
func isProduct(s string, x int) bool {
	start := x
	for start > 0 && isNumeric(s[start-1]) {
		start--
	}
	for start < x && !isDigit(s[start]) {
		start++
	}
	end := x + 1
	for end < len(s) && isNumeric(s[end]) {
		end++
	}
	switch {
	case start == x || x+1 == len(s) || !isDigit(s[x+1]):
		return false
	case start > 0 && isWordByte(s[start-1]) || end < len(s) && isWordByte(s[end]):
		return false
	}
	return s[start] != '0' || x-start > 1
}

func isNumeric(c byte) bool  { return isDigit(c) || c == '.' || c == ',' }
func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' }

// smiled puts emoji in the place of smilies that white space surrounds.
func smiled(s string) string {
	if !strings.ContainsAny(s, ":;8") {
		return s
	}
	var b strings.Builder
	for s != "" {
		n := strings.IndexAny(s, spaces)
		if n < 0 {
			n = len(s)
		}
		word := s[:n]
		if emoji := smilies[word]; emoji != "" {
			word = emoji
		}
		b.WriteString(word)
		s = s[n:]
		n = len(s) - len(strings.TrimLeft(s, spaces))
		b.WriteString(s[:n])
		s = s[n:]
	}
	return b.String()
}

var smilies = map[string]string{
	":)": "🙂", ":-)": "🙂", ":smile:": "🙂", ":(": "🙁", ":-(": "🙁", ":sad:": "🙁", ";)": "😉", ";-)": "😉", ":wink:": "😉",
	":D": "😀", ":-D": "😀", ":grin:": "😀", ":P": "😛", ":-P": "😛", ":razz:": "😛", ":o": "😮", ":-o": "😮", ":eek:": "😮",
	":x": "😡", ":-x": "😡", ":mad:": "😡", ":|": "😐", ":-|": "😐", ":neutral:": "😐", ":?": "😕", ":-?": "😕", ":???:": "😕",
	"8-)": "😎", ":cool:": "😎", "8-O": "😯", "8O": "😯", ":shock:": "😯", ":lol:": "😆", ":cry:": "😥", ":evil:": "👿", ":twisted:": "😈",
	":oops:": "😳", ":roll:": "🙄", ":idea:": "💡", ":arrow:": "➡", ":!:": "❗", ":?:": "❓",
}
