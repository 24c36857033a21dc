package clean

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// run is the text that is being written: a stretch of words, formatting and pieces without a block in it. White space
// and line breaks are held back until something follows, so that none stands at an edge.
type run struct {
	parent *html.Node // where the run stands; nil: nothing stands in it yet
	first  *html.Node // its first node, for wrapping it later
	last   *html.Node // the node behind which it begins
	open   []*span    // the formatting written so far
	words  words
	space  string // held back: "", " ", or a single no-break space
	breaks int    // held back
}

// span is an element of formatting, in the old tree and where it now stands in the new.
type span struct {
	source *html.Node
	out    *html.Node
	used   bool // it stood in an earlier run; its id is given
}

// mostSpans bounds how much formatting may lie around one word.
const mostSpans = 24

// formatting writes an element that wraps text. One that says what is said already, or nothing, falls away.
func (b *builder) formatting(n *html.Node) {
	if n.Data == "a" && b.nested == 0 && attribute(n, "href") != "" && !b.flat() && b.top().kind != heading && holdsBlock(n) {
		b.blockLink(n)
		return
	}
	if b.redundant(n) {
		b.keepID(n)
		b.children(n)
		return
	}
	s := &span{source: n}
	b.active = append(b.active, s)
	if n.Data == "a" {
		b.nested++
	}
	b.children(n)
	if n.Data == "a" {
		b.nested--
	}
	b.active = b.active[:len(b.active)-1]
	if !s.used {
		b.keepID(n)
	}
}

// redundant reports whether an element of formatting adds nothing.
func (b *builder) redundant(n *html.Node) bool {
	if n.Data == "a" {
		return b.nested > 0 || attribute(n, "href") == ""
	}
	if len(b.active) >= mostSpans {
		return true
	}
	switch n.Data {
	case "span":
		return !tongue(n)
	case "rt", "rp":
		return len(b.active) == 0 || b.active[len(b.active)-1].source.Data != "ruby"
	case "sub", "sup", "q", "bdi", "bdo", "ins", "del":
		return false
	}
	for _, s := range b.active {
		if s.source.Data == n.Data {
			return true
		}
	}
	return false
}

// text writes a text of the old tree, its white space collapsed.
func (b *builder) text(s string) {
	if b.top().kind == preformatted {
		if s != "" {
			b.ready()
			b.run.words.WriteString(s)
		}
		return
	}
	if blank(s) {
		b.blankText(s)
		return
	}
	for len(s) > 0 {
		if end := wordsAt(s); end > 0 {
			b.ready()
			b.run.words.WriteString(s[:end])
			s = s[end:]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		b.hold(r)
		s = s[size:]
	}
}

// wordsAt returns the length of the words that s begins with: as far as single spaces are all that stands between
// them.
func wordsAt(s string) int {
	end, space := 0, true // end of the last word; whether a space came just before
	for i, r := range s {
		switch {
		case !collapses(r):
			space = false
			continue
		case !space:
			end = i
		}
		if space || r != ' ' {
			return end
		}
		space = true
	}
	if space {
		return end
	}
	return len(s)
}

// collapses reports whether a character is white space that several of make one. Other spaces of Unicode stay.
func collapses(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' || r == '\u00a0'
}

// blankText holds back the space that a text without words amounts to.
func (b *builder) blankText(s string) {
	for _, r := range s {
		if unicode.IsSpace(r) {
			b.hold(r)
		}
	}
}

// hold takes note of white space. A no-break space alone stays one; any more of it is a space.
func (b *builder) hold(r rune) {
	if b.run.space == "" && r == '\u00a0' {
		b.run.space = "\u00a0"
	} else {
		b.run.space = " "
	}
}

// lineBreak takes note of a line break. Two in a row end a paragraph.
func (b *builder) lineBreak() {
	if b.top().kind == preformatted {
		b.text("\n")
		return
	}
	if b.run.parent != nil {
		b.run.breaks++
	}
}

// piece writes something that stands in the text as one.
func (b *builder) piece(n *html.Node) {
	b.ready()
	b.insert(b.clone(n))
}

func (b *builder) insert(n *html.Node) {
	b.flush()
	b.point().AppendChild(n)
	b.begun()
}

// begun takes note of the first node of a run.
func (b *builder) begun() {
	if b.run.first != nil {
		return
	}
	if b.run.last != nil {
		b.run.first = b.run.last.NextSibling
	} else {
		b.run.first = b.run.parent.FirstChild
	}
}

// ready makes the tree ready for a word or piece: the run has begun, what was held back is written, and exactly the
// formatting that is in force is open.
func (b *builder) ready() {
	if b.run.parent != nil && b.run.breaks > 1 {
		b.splitParagraph()
	}
	shared := 0
	if b.run.parent == nil {
		b.startRun()
	} else {
		for shared < len(b.run.open) && shared < len(b.active) && b.run.open[shared] == b.active[shared] {
			shared++
		}
		if b.run.space == "" && b.run.breaks == 0 && shared == len(b.run.open) && shared == len(b.active) && len(b.ids) == 0 {
			return
		}
		b.close(shared)
		b.release()
	}
	for _, s := range b.active[shared:] {
		b.flush()
		s.out = b.clone(s.source)
		if s.used {
			removeAttribute(s.out, "id")
		}
		s.used = true
		b.giveID(s.out)
		b.point().AppendChild(s.out)
		b.begun()
		b.run.open = append(b.run.open, s)
	}
	b.placeIDs()
}

// close ends the formatting behind the first few.
func (b *builder) close(shared int) {
	if shared == len(b.run.open) {
		return
	}
	b.flush()
	b.run.open = b.run.open[:shared]
}

// release writes the white space that was held back.
func (b *builder) release() {
	if b.run.breaks > 0 && b.top().kind == preformatted {
		b.run.words.WriteString("\n")
	} else if b.run.breaks > 0 {
		b.insert(newElement("br"))
		b.run.words.WriteString("\n")
	} else {
		b.run.words.WriteString(b.run.space)
	}
	b.run.breaks, b.run.space = 0, ""
}

// placeIDs writes the ids that no element has taken, as empty anchors before the next word. A link can hold none.
func (b *builder) placeIDs() {
	for b.nested == 0 && len(b.ids) > 0 {
		anchor := newElement("a")
		b.giveID(anchor)
		b.insert(anchor)
	}
}

// point is where the next text stands.
func (b *builder) point() *html.Node {
	if len(b.run.open) > 0 {
		return b.run.open[len(b.run.open)-1].out
	}
	return b.run.parent
}

// flush writes the words collected so far as a node of text.
func (b *builder) flush() {
	if b.run.words.Len() == 0 {
		return
	}
	text := b.spare.take()
	text.Type, text.Data = html.TextNode, b.run.words.String()
	b.point().AppendChild(text)
	b.run.words.Reset()
	b.begun()
}

// startRun begins a run where the innermost box has room for one.
func (b *builder) startRun() {
	top := b.top()
	if top.looseRun != nil {
		top.wrapLooseRun()
	}
	if top.model == holdsRun && top.node.FirstChild != nil {
		*top = b.rest(top)
	}
	if top.model == holdsBlocks {
		top = b.push(&box{node: newElement("p"), kind: paragraph, model: holdsRun})
		b.place()
		b.boxes = b.boxes[:len(b.boxes)-1]
	} else {
		b.place()
	}
	b.run.parent, b.run.last, b.run.first = top.node, top.node.LastChild, nil
	b.run.space, b.run.breaks = "", 0
}

// rest is the box for what follows a block in a paragraph. What follows a block in a heading belongs to the heading no
// more.
func (b *builder) rest(x *box) box {
	if x.kind == heading && !blank(textOf(x.node)) {
		return box{node: newElement("p"), kind: paragraph, model: holdsRun}
	}
	rest := b.clone(x.node)
	removeAttribute(rest, "id")
	return box{node: rest, kind: x.kind, model: holdsRun}
}

// wrapLooseRun makes the run at the end of a box a paragraph, because another run follows it; the box now holds blocks.
func (x *box) wrapLooseRun() {
	p := newElement("p")
	x.node.InsertBefore(p, x.looseRun)
	for n := p.NextSibling; n != nil; n = p.NextSibling {
		x.node.RemoveChild(n)
		p.AppendChild(n)
	}
	x.looseRun, x.model = nil, holdsBlocks
}

// splitParagraph ends the paragraph where two line breaks stand. Where there can be no other, they count as one.
func (b *builder) splitParagraph() {
	if top := b.top(); top.model == holdsText || top.kind == heading {
		b.run.breaks = 1
		return
	}
	b.finishRun()
}

// endRun ends a run, as a block's edge does. Where blocks become lines, that is a line break.
func (b *builder) endRun() {
	if b.run.parent == nil {
		return
	}
	top := b.top()
	if top.model == holdsText || top.kind == heading {
		b.run.breaks = max(b.run.breaks, 1)
		return
	}
	b.finishRun()
}

// finishRun writes what is left of a run and forgets it.
func (b *builder) finishRun() {
	if b.run.parent == nil {
		return
	}
	b.flush()
	if top := b.top(); top.model == holdsBoth {
		top.looseRun = b.run.first
	}
	b.run = run{open: b.run.open[:0]}
}
