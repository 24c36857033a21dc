package clean

import "golang.org/x/net/html"

// list writes a list and its items.
func (b *builder) list(n *html.Node) {
	b.partsOf(n, list, func(k kind) bool { return k == item })
}

// descriptions writes a list of terms and their descriptions.
func (b *builder) descriptions(n *html.Node) {
	b.partsOf(n, descriptions, func(k kind) bool { return k == term || k == description })
}

// partsOf writes an element that holds parts of certain kinds alone. What stands between the parts belongs to the one before
// it, as browsers show it; what stands before the first stands before the list.
func (b *builder) partsOf(n *html.Node, k kind, isPart func(kind) bool) {
	if b.flat() {
		b.wrapper(n)
		return
	}
	b.outside(func() {
		whole := b.push(&box{node: b.clone(n), kind: k, model: holdsParts})
		b.parts(whole, n, isPart)
		b.closePart(whole)
		b.pop()
	})
}

func (b *builder) parts(whole *box, n *html.Node, isPart func(kind) bool) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case isPart(kindOf(child)):
			b.closePart(whole)
			b.openPart(whole, child)
		case leadsTo(child, isPart, 3):
			b.keepID(child)
			b.parts(whole, child, isPart)
		case b.top() != whole:
			b.node(child)
		case child.Type == html.ElementNode || !blank(child.Data):
			child = b.before(whole, child, isPart)
		}
	}
}

// before writes the nodes from child on that are no parts where the whole will stand, and returns the last of them.
func (b *builder) before(whole *box, child *html.Node, isPart func(kind) bool) *html.Node {
	b.boxes = b.boxes[:len(b.boxes)-1]
	for {
		b.node(child)
		next := child.NextSibling
		if next == nil || isPart(kindOf(next)) || leadsTo(next, isPart, 3) {
			break
		}
		child = next
	}
	b.finishRun()
	b.push(whole)
	return child
}

// leadsTo reports whether an element that will fall away has parts of a list in it.
func leadsTo(n *html.Node, isPart func(kind) bool, levels int) bool {
	if n.Type != html.ElementNode || levels == 0 {
		return false
	}
	switch kindOf(n) {
	case unknown, wrapper, formatting, tablePart:
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if child.Type == html.ElementNode && (isPart(kindOf(child)) || leadsTo(child, isPart, levels-1)) {
				return true
			}
		}
	}
	return false
}

// openPart writes a part. It stays open for what may follow it outside of any part. An empty item stays where items are
// numbered, since the others have their numbers because of it.
func (b *builder) openPart(whole *box, n *html.Node) {
	part := &box{node: b.clone(n), kind: kindOf(n), model: holdsBoth}
	if part.kind == term {
		part.model = holdsText
	}
	if whole.node.Data == "ol" {
		whole.node.AppendChild(part.node)
	}
	b.push(part)
	b.children(n)
	b.endRun()
}

func (b *builder) closePart(whole *box) {
	if b.top() != whole {
		b.pop()
	}
}

// looseItem writes an item that stands in no list. Such items make a list of their own as far as nothing comes between
// them.
func (b *builder) looseItem(n *html.Node) {
	if b.flat() {
		b.wrapper(n)
		return
	}
	b.outside(func() {
		top := b.top()
		whole := &box{node: top.implied, kind: list, model: holdsParts, live: true}
		if top.implied == nil || top.implied != top.node.LastChild {
			whole = &box{node: newElement("ul"), kind: list, model: holdsParts}
		}
		b.push(whole)
		b.openPart(whole, n)
		b.closePart(whole)
		b.pop()
		if whole.live {
			top.implied = whole.node
		}
	})
}
