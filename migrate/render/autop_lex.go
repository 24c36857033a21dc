package render

import (
	"iter"
	"slices"
	"strings"
)

// stretchLength is how many atoms are looked at together at least.
const stretchLength = 8192

// stretches cuts HTML source into lists of atoms. Between two of them are a paragraph's end and another's beginning
// that no rule can change, so that each list may be dealt with alone; with each comes whether it is the last. A list is
// valid until the next one is asked for.
//
// What stands between <pre and </pre> is one start tag, followed by an end tag of no length: no rule looks into it.
func stretches(s string, length int) iter.Seq2[[]atom, bool] {
	return func(yield func([]atom, bool) bool) {
		l := lexer{tags: map[string]kind{}, length: length, yield: yield}
		for _, mark := range inseparable {
			if strings.Contains(s, mark) {
				l.length = len(s)
			}
		}
		for hasPre := strings.Contains(s, "<pre"); hasPre && !l.stopped; {
			end := strings.Index(s, "</pre>")
			if end < 0 {
				break
			}
			start := strings.Index(s[:end], "<pre")
			if start < 0 { // an end without a start is dropped, as WordPress does
				l.lex(s[:end])
			} else {
				l.lex(s[:start])
				l.add(atom{s[start : end+len("</pre>")], newTag("<pre>").kind})
				l.add(atom{"", newTag("</pre>").kind})
			}
			s = s[end+len("</pre>"):]
		}
		l.lex(s)
		if list := l.done(); !l.stopped {
			yield(list, true)
		}
	}
}

// inseparable are the tags whose presence rules ask for, or whose end they look for, anywhere in the content.
var inseparable = []string{"<option", "<figcaption", "</object>", "<source", "<track", "<script", "<style", "<svg", "<math"}

// lexer makes atoms of HTML source. It remembers what it knows of short tags: most repeat.
type lexer struct {
	atoms
	tags    map[string]kind
	length  int
	yield   func(list []atom, last bool) bool
	stopped bool
}

func (l *lexer) lex(s string) {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	at, inline := 0, -1 // where the last atom starts in s if it is inline markup: -1 where it is not
	for p := range pieces(s, true) {
		start := at
		at += len(p.raw)
		if !p.tag {
			if strings.IndexByte(p.raw, '\n') >= 0 {
				inline = -1
			}
			l.cutParagraphs(hideLines(p.raw))
			continue
		}
		tag := l.tag(p.raw)
		switch {
		case tag.kind != markup || lineKeeper(tag) != "" || strings.HasPrefix(p.raw, "</s") || strings.HasPrefix(p.raw, "</m"):
			inline = -1
			l.add(tag)
		case inline >= 0: // one atom with the markup before and the words between: no rule looks at them
			l.list[len(l.list)-1].raw = s[inline:at]
			l.first, l.joined = "", l.joined[:0]
		default:
			inline = start
			l.add(tag)
		}
	}
}

// cutParagraphs adds text. A list that is long enough ends at a blank line between words, or between the end of a block
// and the start of the one whose words these are.
func (l *lexer) cutParagraphs(s string) {
	if len(l.list) >= l.length && !blank(s) {
		if start, end := blankLine(s); start >= 0 && !blank(s[:start]) && !blank(s[end:]) {
			l.text(s[:start])
			l.cut(len(l.list))
			s = s[end:]
		} else if l.first == "" {
			l.cutBlocks()
		}
	}
	l.text(s)
}

// cutBlocks ends the list before the start tags at its end, if end tags of blocks stand before them, and words before
// those.
func (l *lexer) cutBlocks() {
	starts := l.before(len(l.list), blockStart)
	ends := l.before(starts, blockEnd)
	if starts < len(l.list) && ends < starts && ends > 0 && l.list[ends-1].kind == 0 && !l.list[ends-1].isBlank() {
		l.cut(starts)
	}
}

// before returns where the tags of a kind begin that stand before an index, with nothing but white space between them.
func (l *lexer) before(end int, k kind) int {
	first := end
	for i := end - 1; i >= 0 && (l.list[i].is(k) || l.list[i].isBlank()); i-- {
		if l.list[i].is(k) {
			first = i
		}
	}
	return first
}

// cut hands the list over up to an index, and begins another one with the rest.
func (l *lexer) cut(end int) {
	rest := slices.Clone(l.list[end:])
	l.list = l.list[:end]
	if list := l.done(); !l.stopped {
		l.stopped = !l.yield(list, false)
	}
	l.list = append(l.list[:0], rest...)
}

func (l *lexer) tag(raw string) atom {
	if len(raw) > 16 {
		return newTag(raw)
	}
	k, known := l.tags[raw]
	if !known {
		k = newTag(raw).kind
		l.tags[raw] = k
	}
	return atom{raw, k}
}

// hiddenLine stands for a line end that is none for autop. Content holds no NUL.
const hiddenLine = "\x00"

// hideLines hides the line ends between a "<" that starts no tag and the next ">", or the next tag: for WordPress, they
// stand within a tag.
func hideLines(s string) string {
	start := strings.IndexByte(s, '<')
	if start < 0 {
		return s
	}
	var b strings.Builder
	for ; start >= 0; start = strings.IndexByte(s, '<') {
		b.WriteString(s[:start])
		s = s[start:]
		end := strings.IndexByte(s, '>')
		if end < 0 {
			end = len(s)
		}
		b.WriteString(strings.ReplaceAll(s[:end], "\n", hiddenLine))
		s = s[end:]
	}
	b.WriteString(s)
	return b.String()
}
