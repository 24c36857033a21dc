package render

import (
	"slices"
	"strings"
)

// atom is the smallest thing that autop looks at: a tag, or the text between two tags.
type atom struct {
	raw string
	kind
}

// kind is what the rules of autop want to know of a tag. Text has none.
type kind uint32

const (
	markup         kind = 1 << iota // any tag or comment
	preserved                       // text whose line ends stay
	paragraphOpen                   // <p>, without attributes
	paragraphClose                  // </p>
	blockStart                      // start tag of a block
	blockEnd                        // end tag of a block
	blockish                        // any tag whose name begins like a block's: <picture> begins like <p>
	breakless                       // the same for p, li, div, dl, dd, dt, th, pre, td, ul, ol
	containerEnd                    // </div>, </address>, </form>
	listItem                        // a tag that begins like <li
	quoteStart                      // begins like <blockquote, in any case
	quoteEnd                        // </blockquote>
	rule                            // <hr>
	anyBreak                        // <br> in any form
	lineBreak                       // <br /> in the one form that autop writes
	optionStart
	optionEnd
	objectStart
	objectEnd
	parameter // <param> and <embed>, start and end
	mediaStart
	mediaEnd
	source_ // <source> and <track>
	captionStart
	captionEnd
)

func (a atom) is(k kind) bool { return a.kind&k != 0 }

var (
	openParagraph  = newTag("<p>")
	closeParagraph = newTag("</p>")
	writtenBreak   = newTag("<br />")
)

var blockNames = nameSet("table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li pre form map area blockquote " +
	"address style p h1 h2 h3 h4 h5 h6 hr fieldset legend section article aside hgroup header footer nav figure figcaption details menu summary")

var breaklessNames = nameSet("p li div dl dd dt th pre td ul ol")

func nameSet(names string) map[string]bool {
	set := map[string]bool{}
	for name := range strings.FieldsSeq(names) {
		set[name] = true
	}
	return set
}

// beginsLike reports whether a name begins with one of a set. No name in a set is longer than 10 letters.
func beginsLike(set map[string]bool, name string) bool {
	for n := 1; n <= len(name) && n <= 10; n++ {
		if set[name[:n]] {
			return true
		}
	}
	return false
}

// newTag looks at a tag once.
func newTag(raw string) atom {
	name, end := tagName(raw)
	k := markup
	set := func(is kind, when bool) {
		if when {
			k |= is
		}
	}
	closed := strings.HasSuffix(raw, ">")
	rest := strings.TrimPrefix(strings.TrimPrefix(raw, "<"), "/")[len(name):] // what follows the name
	bare := rest == ">"
	set(paragraphOpen, raw == "<p>")
	set(paragraphClose, raw == "</p>")
	set(blockStart, !end && blockNames[name] && rest != "" && (isSpace(rest[0]) || rest[0] == '/' || rest[0] == '>'))
	set(blockEnd, end && blockNames[name] && bare)
	set(blockish, closed && beginsLike(blockNames, name))
	set(breakless, closed && beginsLike(breaklessNames, name))
	set(containerEnd, end && bare && (name == "div" || name == "address" || name == "form"))
	set(listItem, !end && strings.HasPrefix(name, "li"))
	set(quoteStart, closed && !end && len(name) >= 10 && strings.EqualFold(name[:10], "blockquote"))
	set(quoteEnd, raw == "</blockquote>")
	set(rule, name == "hr" && !end && selfClosed(rest))
	set(anyBreak, name == "br" && !end && selfClosed(rest))
	set(lineBreak, raw == "<br />")
	set(optionStart, !end && strings.HasPrefix(name, "option"))
	set(optionEnd, end && name == "option" && bare)
	set(objectStart, closed && !end && strings.HasPrefix(name, "object"))
	set(objectEnd, end && name == "object" && bare)
	set(parameter, closed && (strings.HasPrefix(name, "param") || strings.HasPrefix(name, "embed")))
	media := strings.HasPrefix(name, "audio") || strings.HasPrefix(name, "video")
	set(mediaStart, closed && !end && media)
	set(mediaEnd, end && media && bare)
	set(source_, closed && !end && (strings.HasPrefix(name, "source") || strings.HasPrefix(name, "track")))
	set(captionStart, closed && !end && strings.HasPrefix(name, "figcaption"))
	set(captionEnd, end && name == "figcaption" && bare)
	return atom{raw, k}
}

// selfClosed reports whether nothing but white space and a slash stands between a name and the end of its tag.
func selfClosed(rest string) bool {
	rest, closed := strings.CutSuffix(rest, ">")
	return closed && blank(strings.TrimSuffix(rest, "/"))
}

// atoms builds a list in which no text follows text.
type atoms struct {
	list   []atom
	first  string // text that is not in the list yet
	joined []byte // the same, once it is made of several pieces
}

// room returns an empty list with room for n atoms.
func room(n int) atoms { return atoms{list: make([]atom, 0, n)} }

// reuse returns an empty list in the place of another, for a rule that looks ahead only and writes no more than it has
// read.
func reuse(list []atom) atoms { return atoms{list: list[:0]} }

func (l *atoms) add(list ...atom) {
	for _, a := range list {
		if a.kind == 0 {
			l.text(a.raw)
			continue
		}
		l.flush()
		l.list = append(l.list, a)
	}
}

func (l *atoms) text(s string) {
	switch {
	case s == "":
	case l.first == "":
		l.first = s
	default:
		if len(l.joined) == 0 {
			l.joined = append(l.joined, l.first...)
		}
		l.joined = append(l.joined, s...)
	}
}

func (l *atoms) flush() {
	if len(l.joined) > 0 {
		l.list = append(l.list, atom{raw: string(l.joined)})
	} else if l.first != "" {
		l.list = append(l.list, atom{raw: l.first})
	}
	l.first, l.joined = "", l.joined[:0]
}

// done returns the list.
func (l *atoms) done() []atom {
	l.flush()
	return l.list
}

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

func joinAtoms(list []atom) string {
	size := 0
	for _, a := range list {
		size += len(a.raw)
	}
	var b strings.Builder
	b.Grow(size)
	for _, a := range list {
		b.WriteString(a.raw)
	}
	s := strings.ReplaceAll(b.String(), hiddenLine, "\n")
	if strings.HasSuffix(s, "\n</p>\n") { // a line end before the end of the last paragraph
		s = s[:len(s)-len("\n</p>\n")] + "</p>\n"
	}
	return s
}

// skipBlank returns the index of the first atom from i on that is no white space.
func skipBlank(list []atom, i int) int {
	if i < len(list) && list[i].kind == 0 && blank(list[i].raw) {
		i++
	}
	return i
}

// makeBreaks makes a line break of every line end in text, except after a line break and within elements whose text is
// no prose.
func makeBreaks(in []atom) []atom {
	in = preserveLines(in)
	out := room(len(in) + len(in)/2)
	for _, a := range in {
		switch {
		case a.kind == 0:
			breakLines(&out, a.raw)
		case a.is(preserved):
			out.text(a.raw)
		case a.raw == "<br>" || a.raw == "<br/>":
			out.add(writtenBreak)
		default:
			out.add(a)
		}
	}
	return out.done()
}

// preserveLines marks the text within script, style, svg and math.
func preserveLines(list []atom) []atom {
	hopeless := map[string]bool{} // names of elements that do not end any more
	for i := 0; i < len(list); i++ {
		name := lineKeeper(list[i])
		if name == "" || hopeless[name] {
			continue
		}
		end := slices.IndexFunc(list[i:], func(a atom) bool { return a.raw == "</"+name+">" })
		if end < 0 {
			hopeless[name] = true
			continue
		}
		for j := i; j < i+end; j++ {
			if list[j].kind == 0 {
				list[j].kind = preserved
			}
		}
		i += end
	}
	return list
}

func lineKeeper(a atom) string {
	if a.kind == 0 || strings.HasPrefix(a.raw, "</") {
		return ""
	}
	for _, name := range []string{"script", "style", "svg", "math"} {
		if strings.HasPrefix(a.raw, "<"+name) {
			return name
		}
	}
	return ""
}

// breakLines adds text to a list and puts a line break at each line end; the white space before it goes.
func breakLines(out *atoms, s string) {
	for s != "" {
		newline := strings.IndexByte(s, '\n')
		if newline < 0 {
			out.text(s)
			return
		}
		start := len(strings.TrimRight(s[:newline], spaces))
		end := newline + 1
		for j := end; j < len(s) && isSpace(s[j]); j++ {
			if s[j] == '\n' {
				end = j + 1
			}
		}
		out.text(s[:start])
		if n := len(out.list); start == 0 && out.first == "" && n > 0 && out.list[n-1].is(lineBreak) {
			if end == 1 {
				out.text("\n")
				s = s[end:]
				continue
			}
			out.text(s[:1])
		}
		out.add(writtenBreak)
		out.text("\n")
		s = s[end:]
	}
}
