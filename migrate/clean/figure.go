package clean

import "golang.org/x/net/html"

// figure writes a figure: what it shows, and a caption.
func (b *builder) figure(n *html.Node) {
	if b.flat() {
		b.wrapper(n)
		return
	}
	b.outside(func() {
		whole := b.clone(n)
		b.push(&box{node: whole, kind: figure, model: holdsBoth})
		b.children(n)
		b.pop()
		if whole.Parent != nil {
			finishFigure(whole)
		}
	})
}

// finishFigure takes away what a figure does not need: a paragraph around the one thing it shows, and the figure
// itself where there is nothing but a caption.
func finishFigure(whole *html.Node) {
	first := whole.FirstChild
	if isElement(first, "figcaption") && first.NextSibling == nil && !holdsBlockChild(first) {
		rename(first, "p")
		unwrapNode(whole)
		return
	}
	var shown *html.Node
	for child := first; child != nil; child = child.NextSibling {
		if isElement(child, "figcaption") {
			continue
		}
		if shown != nil {
			return
		}
		shown = child
	}
	if isElement(shown, "p") && len(shown.Attr) == 0 {
		unwrapNode(shown)
	}
}

func holdsBlockChild(n *html.Node) bool {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if isBlock(child) {
			return true
		}
	}
	return false
}

// figureText writes a figure's caption.
func (b *builder) figureText(n *html.Node) {
	if b.flat() {
		b.wrapper(n)
		return
	}
	b.outside(func() {
		top := b.top()
		if top.kind != figure || hasCaption(top.node) {
			b.wrapper(n)
			return
		}
		b.push(&box{node: b.clone(n), kind: figureText, model: holdsBoth})
		b.children(n)
		b.pop()
	})
}

func hasCaption(n *html.Node) bool {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if isElement(child, "figcaption") {
			return true
		}
	}
	return false
}

// frame writes an embedded frame, in a figure.
func (b *builder) frame(n *html.Node) {
	if b.flat() || b.top().kind == heading {
		b.piece(n)
		return
	}
	b.outside(func() {
		if b.top().kind == figure {
			b.piece(n)
			return
		}
		b.push(&box{node: newElement("figure"), kind: figure, model: holdsBoth})
		b.piece(n)
		b.pop()
	})
}

// media writes a sound or film with its sources and what is shown instead where it cannot be played.
func (b *builder) media(n *html.Node) {
	if attribute(n, "src") == "" && !holdsSource(n) || b.inMedia() {
		b.children(n)
		return
	}
	b.ready()
	out := b.clone(n)
	b.insert(out)
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if isElement(child, "source", "track") {
			out.AppendChild(b.clone(child))
		}
	}
	around, active := b.run, b.active
	b.run, b.active = run{}, nil
	b.push(&box{node: out, kind: media, model: holdsText, live: true})
	b.children(n)
	b.pop()
	b.run, b.active = around, active
}

func holdsSource(n *html.Node) bool {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if isElement(child, "source") {
			return true
		}
	}
	return false
}

// inMedia reports whether what is written now is shown only where a sound or film is not.
func (b *builder) inMedia() bool { return b.top().kind == media }

// blockLink writes a link around blocks. Around a single paragraph or heading it goes inside.
func (b *builder) blockLink(n *html.Node) {
	b.outside(func() {
		link := b.clone(n)
		b.nested++
		b.push(&box{node: link, kind: formatting, model: holdsBlocks})
		b.children(n)
		b.pop()
		b.nested--
		only := link.FirstChild
		if link.Parent == nil || only.NextSibling != nil {
			return
		}
		switch kinds[only.Data] {
		case paragraph, heading, preformatted:
			link.RemoveChild(only)
			replace(link, only)
			moveChildren(only, link)
			only.AppendChild(link)
		}
	})
}

// holdsBlock reports whether a link holds blocks, or more than one box.
func holdsBlock(link *html.Node) bool {
	boxes := 0
	for d := range descendants(link) {
		switch kindOf(d) {
		case wrapper:
			boxes++
		case paragraph, heading, preformatted, quote, list, item, descriptions, figure, table, disclosure, rule:
			return true
		}
	}
	return boxes > 1
}
