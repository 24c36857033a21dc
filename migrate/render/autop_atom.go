package render

import (
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
	folded // the tag itself goes over several lines: what follows its first line is text for some rules
)

func (a atom) is(k kind) bool { return a.kind&k != 0 }

// endsBlock reports whether what follows stands right behind the tag of a block.
func (a atom) endsBlock() bool { return a.is(blockish) && !a.is(folded) }

func (a atom) isBlank() bool { return a.kind == 0 && blank(a.raw) }

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
	lines := strings.IndexByte(raw, '\n') >= 0
	set(paragraphOpen, raw == "<p>")
	set(paragraphClose, raw == "</p>")
	set(blockStart, !end && blockNames[name] && rest != "" && (isSpace(rest[0]) || rest[0] == '/' || rest[0] == '>'))
	set(blockEnd, end && blockNames[name] && bare)
	set(blockish, closed && beginsLike(blockNames, name))
	set(breakless, closed && beginsLike(breaklessNames, name))
	set(containerEnd, end && bare && (name == "div" || name == "address" || name == "form"))
	set(listItem, !end && strings.HasPrefix(name, "li"))
	set(folded, lines)
	set(quoteStart, closed && !end && !lines && len(name) >= 10 && strings.EqualFold(name[:10], "blockquote"))
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

// skipBlank returns the index of the first atom from i on that is no white space.
func skipBlank(list []atom, i int) int {
	if i < len(list) && list[i].isBlank() {
		i++
	}
	return i
}
