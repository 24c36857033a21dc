package migrate

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/facts/download"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/render"
)

// piece is a piece of HTML as a mapping sees it: the page of a post, what a selector found there, or the HTML of a field.
// Selectors look at it as WordPress shows it, with classes, ids and wrappers; what is taken out of it is clean.
type piece struct {
	it   *item
	node *html.Node // as it is shown; nil: the whole page
	drop []string   // of the whole page, what is left out
}

// Opaque implements mapping.Node.
func (piece) Opaque() {}

// Body implements mapping.Bodied.
func (it *item) Body(part mapping.Path, drop []string) (mapping.Value, error) {
	switch part[0] {
	case "html", "markdown", "text":
		return piece{it: it, drop: drop}.Part(part), nil
	}
	return it.Value(append(mapping.Path{"body"}, part...))
}

// Text implements mapping.Piece.
func (p piece) Text() string { return clean.Text(p.page().root) }

// Part implements mapping.Piece, following the table of parts.
func (p piece) Part(path mapping.Path) mapping.Value {
	known, ok := parts[path[0]]
	if !ok || known.open && len(path) < 2 {
		return nil
	}
	argument, rest := "", path[1:]
	if known.open {
		argument, rest = path[1], path[2:]
	}
	return inside(known.read(p, argument), rest)
}

// part is something that a mapping can name of a piece.
type part struct {
	typ  mapping.Type
	doc  string
	open bool // a name follows
	read func(p piece, argument string) mapping.Value
}

// parts are what a mapping can name of a piece: of the page as body.html, of the row of a selection as this.html.
var parts = map[string]part{
	"html":     {typ: mapping.TypeText, doc: "as clean HTML", read: func(p piece, _ string) mapping.Value { return filled(clean.HTML(p.page().root)) }},
	"text":     {typ: mapping.TypeText, doc: "as plain text", read: func(p piece, _ string) mapping.Value { return filled(p.Text()) }},
	"markdown": {typ: mapping.TypeText, doc: "as Markdown", read: func(p piece, _ string) mapping.Value { return filled(clean.Markdown(p.page().root)) }},
	"files":    {typ: mapping.TypeList, doc: "the documents that it links to", read: func(p piece, _ string) mapping.Value { return p.files() }},
	"links":    {typ: mapping.TypeList, doc: "all that it links to: url and title", read: func(p piece, _ string) mapping.Value { return p.links() }},
	"language": {typ: mapping.TypeText, doc: "the language that it is written in, where its text tells", read: func(p piece, _ string) mapping.Value { return filled(p.language().tag) }},
	"attribute": {typ: mapping.TypeText, doc: "an attribute of the element that a selector found; addresses as in the clean page", open: true,
		read: func(p piece, name string) mapping.Value { return filled(p.attribute(name)) }},
}

// page is the piece, cleaned.
func (p piece) page() *page {
	if p.node == nil {
		return p.it.page(p.drop)
	}
	return p.it.pagePart(p.node, nil)
}

func (p piece) files() mapping.Value {
	var list []mapping.Value
	page := p.page()
	for _, file := range download.Files(page.root, p.it.view, page.offers) {
		list = append(list, downloadNode{Download: file.Download, said: file.Said, linked: true})
	}
	if list == nil {
		return nil
	}
	return list
}

// links lists where the piece links to, each address with each text once.
func (p piece) links() mapping.Value {
	var list []mapping.Value
	seen := map[[2]string]bool{}
	for n := range p.page().root.Descendants() {
		link := [2]string{attributeOf(n, "href")}
		if n.Type != html.ElementNode || n.Data != "a" || link[0] == "" {
			continue
		}
		link[1] = strings.Join(strings.Fields(clean.Text(n)), " ")
		if seen[link] {
			continue
		}
		seen[link] = true
		list = append(list, mapping.Object{{Name: "url", Value: link[0]}, {Name: "title", Value: filled(link[1])}})
	}
	if list == nil {
		return nil
	}
	return list
}

// addresses are the attributes that hold one: they are read where cleaning has looked at them.
var addresses = map[string]bool{"href": true, "src": true, "srcset": true, "poster": true, "cite": true, "action": true, "data": true, "background": true, "longdesc": true}

func (p piece) attribute(name string) string {
	name = strings.ToLower(name)
	if p.node == nil || !addresses[name] {
		return attributeOf(p.node, name)
	}
	if attributeOf(p.node, name) == "" {
		return ""
	}
	for n := range p.page().root.Descendants() {
		if address := attributeOf(n, name); address != "" {
			return address
		}
	}
	return ""
}

func attributeOf(n *html.Node, name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// matches lists what a selector finds in the piece, in the order of the page.
func (p piece) matches(css string) mapping.Value {
	root := p.node
	if root == nil {
		root = p.it.shown().root
	}
	var list []mapping.Value
	for _, selector := range p.it.run.selectors([]string{css}) {
		for _, n := range goquery.NewDocumentFromNode(root).FindMatcher(selector.Matcher()).Nodes {
			list = append(list, piece{it: p.it, node: n})
		}
	}
	if list == nil {
		return nil
	}
	return list
}

// shown is the page as WordPress shows it, before it is cleaned, less what no reader sees.
func (it *item) shown() *page {
	if it.rendered == nil {
		log := &finding.Log{}
		root := render.Post(it.post, it.view, render.Options{Log: log, Shortcode: it.run.shortcode})
		clean.Reveal(root, it.cleaning("body", log, nil))
		it.rendered = &page{root: root, log: log}
	}
	return it.rendered
}

// written is the HTML of a field as a piece.
func (it *item) written(markup string) piece {
	root := clean.Parse(markup)
	clean.Reveal(root, it.cleaning("", &finding.Log{}, nil))
	return piece{it: it, node: root}
}

// pagePart cleans a piece of the page as a page of its own. The last one is kept: a row's values are asked for together.
func (it *item) pagePart(node *html.Node, drop []string) *page {
	key := partKey{node, strings.Join(drop, "\n")}
	if it.part.page != nil && it.part.key == key {
		return it.part.page
	}
	root := &html.Node{Type: html.ElementNode, Data: "div"}
	if node.Parent == nil {
		copyChildren(root, node, nil)
	} else {
		root.AppendChild(copyNode(node, nil))
	}
	p := &page{root: root, log: &finding.Log{}}
	var w *watcher
	if it.watched != noStep {
		w = watch(it.watched, p.log, clean.HTML(root))
	}
	cleaning := it.cleaning("body", p.log, it.run.selectors(drop))
	cleaning.Observe, cleaning.Offers = w.observer(), download.Offers{}
	clean.Tree(root, cleaning)
	it.dropCitations(root, drop, p.log)
	p.steps, p.offers = w.all(), cleaning.Offers
	it.part.key, it.part.page = key, p
	return p
}

type partKey struct {
	node *html.Node
	drop string
}

// copyNode copies a tree, less what is left out.
func copyNode(n *html.Node, without map[*html.Node]bool) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: append([]html.Attribute(nil), n.Attr...)}
	copyChildren(c, n, without)
	return c
}

func copyChildren(to, from *html.Node, without map[*html.Node]bool) {
	for child := from.FirstChild; child != nil; child = child.NextSibling {
		if !without[child] {
			to.AppendChild(copyNode(child, without))
		}
	}
}
