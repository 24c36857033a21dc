package render

import "strings"

// lexAtoms cuts HTML source into atoms. What stands between <pre and </pre> is one start tag, followed by an end tag
// of no length: no rule looks into it.
func lexAtoms(s string) []atom {
	out := lexer{atoms: room(2 * strings.Count(s, "<")), tags: map[string]kind{}}
	for hasPre := strings.Contains(s, "<pre"); hasPre; {
		end := strings.Index(s, "</pre>")
		if end < 0 {
			break
		}
		start := strings.Index(s[:end], "<pre")
		if start < 0 { // an end without a start is dropped, as WordPress does
			out.lex(s[:end])
		} else {
			out.lex(s[:start])
			out.add(atom{s[start : end+len("</pre>")], newTag("<pre>").kind})
			out.add(atom{"", newTag("</pre>").kind})
		}
		s = s[end+len("</pre>"):]
	}
	out.lex(s)
	return out.done()
}

// lexer remembers what it knows of short tags: most repeat.
type lexer struct {
	atoms
	tags map[string]kind
}

func (l *lexer) lex(s string) {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	for p := range pieces(s, true) {
		if p.tag {
			l.add(l.tag(p.raw))
		} else {
			l.text(hideLines(p.raw))
		}
	}
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
