package clean

import (
	"slices"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// rebuild makes the tree anew after the content model. It walks the page as it is and writes the body as it should
// be: blocks are opened when they come and attached when the first thing that shows stands in them, so that nothing
// empty remains; text is written in runs, between which white space has no meaning.
//
// The model: a quote, a disclosure, a div and the body itself hold blocks. An item, a cell, a description, a figure and its
// caption hold one run of text, blocks, or a run and then blocks. All others hold text alone. Wrappers fall away.
func rebuild(s *goquery.Selection, _ *Context) {
	for _, root := range s.Nodes {
		out := newElement("body")
		b := &builder{}
		b.push(&box{node: out, model: holdsBlocks, live: true})
		b.children(root)
		b.pop()
		for root.FirstChild != nil {
			root.RemoveChild(root.FirstChild)
		}
		moveChildren(out, root)
	}
}

// model is what may stand in a box.
type model uint8

const (
	holdsBlocks model = iota // blocks; a run of text gets a paragraph
	holdsBoth                // one run as it is, or blocks
	holdsRun                 // text alone; a block ends it, and what follows begins another of its kind
	holdsText                // text alone; blocks in it become lines
	holdsParts               // items, rows or cells alone
)

// box is an element of the new tree that is being filled.
type box struct {
	node     *html.Node
	kind     kind
	model    model
	live     bool       // something stands in it, and it stands in its parent
	looseRun *html.Node // holdsBoth: the first node of a run that ended and was not wrapped
	implied  *html.Node // the list made for items that stood outside of one
	unclosed bool       // a heading that goes on and on
}

// builder writes the new tree.
type builder struct {
	boxes  []*box
	active []*span  // the formatting that is in force
	ids    []string // of elements that did not come to stand in the tree, for the next that does
	run    run
	nested int // how many links are open
	spare  spareNodes
}

func (b *builder) top() *box { return b.boxes[len(b.boxes)-1] }

func (b *builder) push(x *box) *box {
	b.boxes = append(b.boxes, x)
	return x
}

// pop ends the innermost box. Formatting does not reach across it.
func (b *builder) pop() {
	b.finishRun()
	x := b.top()
	b.boxes = b.boxes[:len(b.boxes)-1]
	if !x.live && x.node.Parent == nil {
		b.keepID(x.node)
	}
}

// children goes through what is in a node of the old tree, and uses it up.
func (b *builder) children(n *html.Node) {
	for child := n.FirstChild; child != nil; child = n.FirstChild {
		b.node(child)
		n.RemoveChild(child)
		b.spare.put(child)
	}
}

func (b *builder) node(n *html.Node) {
	if n.Type == html.TextNode {
		b.text(n.Data)
		return
	}
	if n.Type != html.ElementNode && n.Type != html.DocumentNode {
		return
	}
	switch kindOf(n) {
	case unknown:
		b.keepID(n)
		b.children(n)
	case wrapper, tablePart:
		b.wrapper(n)
	case formatting:
		b.formatting(n)
	case piece:
		b.piece(n)
	case media:
		b.media(n)
	case frame:
		b.frame(n)
	case lineBreak:
		b.lineBreak()
	case rule:
		b.rule(n)
	case paragraph, heading:
		b.leaf(n, holdsRun)
	case preformatted:
		b.preformatted(n)
	case quote, disclosure:
		b.container(n)
	case figure:
		b.figure(n)
	case figureText:
		b.figureText(n)
	case list:
		b.list(n)
	case item:
		b.looseItem(n)
	case descriptions:
		b.descriptions(n)
	case term, description:
		b.wrapper(n)
	case summary:
		b.summary(n)
	case table:
		b.table(n)
	}
}

// kindOf is what the model makes of a node. Elements of other namespaces have no place in it.
func kindOf(n *html.Node) kind {
	if n.Type != html.ElementNode || n.Namespace != "" {
		return unknown
	}
	return kinds[n.Data]
}

// clone is an element of the new tree with the attributes of one of the old.
func (b *builder) clone(n *html.Node) *html.Node {
	out := b.spare.take()
	out.Type, out.Data, out.DataAtom, out.Attr = html.ElementNode, n.Data, n.DataAtom, slices.Clone(n.Attr)
	return out
}

// outside lets write stand behind the paragraph or heading that is open. What follows in that begins another one.
func (b *builder) outside(write func()) {
	b.finishRun()
	top := b.top()
	if top.model != holdsRun {
		write()
		return
	}
	b.boxes = b.boxes[:len(b.boxes)-1]
	write()
	b.push(top)
}

// place makes everything that is open stand in the tree, since something is about to stand in it.
func (b *builder) place() {
	first := len(b.boxes)
	for first > 0 && !b.boxes[first-1].live {
		first--
	}
	for i := first; i < len(b.boxes); i++ {
		x := b.boxes[i]
		x.live = true
		if x.node.Parent == nil {
			b.boxes[i-1].attach(x.node)
		}
		b.giveID(x.node)
	}
}

// attach puts a block to the end of a box.
func (x *box) attach(block *html.Node) {
	x.node.AppendChild(block)
	x.looseRun = nil
}

// block puts an element that is whole to the end of the innermost box.
func (b *builder) block(n *html.Node) {
	b.finishRun()
	b.place()
	b.giveID(n)
	b.top().attach(n)
}

// keepID remembers the id of an element that will not stand in the tree.
func (b *builder) keepID(n *html.Node) {
	if id := attribute(n, "id"); id != "" {
		b.ids = append(b.ids, id)
	}
}

// giveID gives a remembered id to an element that has none.
func (b *builder) giveID(n *html.Node) {
	if len(b.ids) > 0 && attribute(n, "id") == "" {
		setAttribute(n, "id", b.ids[0])
		b.ids = b.ids[1:]
	}
}

// wrapper takes a box away that only groups or styles; one that says in which language or direction its text runs is
// a div.
func (b *builder) wrapper(n *html.Node) {
	if b.flat() || !tongue(n) {
		b.endRun()
		b.keepID(n)
		b.children(n)
		b.endRun()
		return
	}
	div := b.clone(n)
	rename(div, "div")
	b.outside(func() {
		b.push(&box{node: div, kind: wrapper, model: holdsBlocks})
		b.children(n)
		b.pop()
	})
}

// tongue reports whether an element says in which language or direction its text runs.
func tongue(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "lang" || a.Key == "dir" {
			if _, ok := attributes[a.Key](a.Val); ok {
				return true
			}
		}
	}
	return false
}

// flat reports whether only text may stand here, so that blocks become lines of it.
func (b *builder) flat() bool { return b.top().model == holdsText }

// leaf writes a block that holds text alone.
func (b *builder) leaf(n *html.Node, m model) {
	top := b.top()
	if top.model == holdsText || top.kind == heading && !(top.unclosed && b.begunText()) {
		b.endRun()
		b.keepID(n)
		b.children(n)
		b.endRun()
		return
	}
	b.outside(func() {
		x := b.push(&box{node: b.clone(n), kind: kindOf(n), model: m})
		x.unclosed = x.kind == heading && utf8.RuneCountInString(textOf(n)) > longestHeading
		b.children(n)
		b.pop()
	})
}

// longestHeading is the length in characters up to which paragraphs in a heading are taken for its lines. In a longer
// one, they are what follows a heading whose end tag is missing.
const longestHeading = 250

// begunText reports whether the innermost box holds text.
func (b *builder) begunText() bool { return b.run.parent != nil || b.top().node.FirstChild != nil }

// container writes a block that holds blocks.
func (b *builder) container(n *html.Node) {
	if b.flat() {
		b.wrapper(n)
		return
	}
	b.outside(func() {
		b.push(&box{node: b.clone(n), kind: kindOf(n), model: holdsBlocks})
		b.children(n)
		b.pop()
	})
}

// rule writes a thematic break.
func (b *builder) rule(n *html.Node) {
	if b.flat() {
		b.endRun()
		return
	}
	b.outside(func() { b.block(b.clone(n)) })
}

// summary writes the line that stays visible of a disclosure, which may have one.
func (b *builder) summary(n *html.Node) {
	top := b.top()
	if top.kind != disclosure || top.node.FirstChild != nil {
		b.wrapper(n)
		return
	}
	b.finishRun()
	b.push(&box{node: b.clone(n), kind: summary, model: holdsText})
	b.children(n)
	b.pop()
}

// preformatted writes a block whose white space is significant.
func (b *builder) preformatted(n *html.Node) {
	if b.flat() {
		b.wrapper(n)
		return
	}
	if blank(textOf(n)) && !holdsPiece(n) {
		b.keepID(n)
		return
	}
	b.leaf(n, holdsText)
}

// holdsPiece reports whether something that shows without text is in a node.
func holdsPiece(n *html.Node) bool {
	for d := range descendants(n) {
		switch kindOf(d) {
		case piece, media, frame:
			return true
		}
	}
	return false
}
