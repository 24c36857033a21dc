package page

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inert gives a page's HTML in a form that shows what it says and can neither run nor load anything: elements that
// would load or run are labels that name them, links say where they lead and lead nowhere. A frame's sandbox and policy
// forbid the same; that nothing is left for them to forbid keeps the reader's console quiet, too.
func inert(markup string) string {
	root, err := html.ParseFragment(strings.NewReader(markup), &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"})
	if err != nil {
		return html.EscapeString(markup)
	}
	var b strings.Builder
	w := inertWriter{b: &b}
	for _, n := range root {
		w.node(n, 0)
	}
	return b.String()
}

// deepest is how far elements nest in a preview; what lies deeper is shown flat.
const deepest = 200

// harmless are the elements that a preview shows as they are.
var harmless = words(`a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir div dl
	dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins kbd li main mark menu nav ol p pre q rp rt ruby s samp section
	small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`)

// harmlessAttributes are the attributes that stay on them. style is looked into.
var harmlessAttributes = words("align alt bgcolor border cellpadding cellspacing color colspan dir face lang open reversed rowspan scope size span start style title type valign value width")

// labelled are elements that are shown as a label only: nothing in them is read as a page.
var labelled = words("applet audio base button canvas embed frame iframe img image input link math meta noembed noframes noscript object script select source style svg template textarea title track video")

// silent are those of which a reader of the page would not see anything either.
var silent = words("base link meta noframes source template title track")

// voids have no end tag.
var voids = words("br col hr wbr")

func words(list string) []string { return strings.Fields(list) }

type inertWriter struct{ b *strings.Builder }

func (w inertWriter) node(n *html.Node, depth int) {
	switch {
	case n.Type == html.TextNode:
		w.b.WriteString(html.EscapeString(n.Data))
	case n.Type != html.ElementNode:
	case n.Namespace != "" || slices.Contains(labelled, n.Data):
		w.label(n)
	case depth > deepest || !slices.Contains(harmless, n.Data):
		w.children(n, depth)
	default:
		w.element(n, depth)
	}
}

// children writes what is in an element, level by level; far below, only its text.
func (w inertWriter) children(n *html.Node, depth int) {
	if depth > deepest {
		for d := range n.Descendants() {
			if d.Type == html.TextNode && d.Parent.Data != "script" && d.Parent.Data != "style" {
				w.b.WriteString(html.EscapeString(d.Data))
			}
		}
		return
	}
	for c := range n.ChildNodes() {
		w.node(c, depth+1)
	}
}

func (w inertWriter) element(n *html.Node, depth int) {
	name := n.Data
	if name == "a" {
		name = "span" // a link that leads nowhere
	}
	w.b.WriteString("<" + name)
	for _, a := range n.Attr {
		if a.Namespace == "" && slices.Contains(harmlessAttributes, a.Key) && !(a.Key == "style" && loads(a.Val)) && !(a.Key == "title" && n.Data == "a") {
			w.attribute(a.Key, a.Val)
		}
	}
	if href := attribute(n, "href"); n.Data == "a" && href != "" {
		w.attribute("data-link", "")
		w.attribute("title", "→ "+cut(href, 300))
	}
	w.b.WriteString(">")
	if slices.Contains(voids, name) {
		return
	}
	if name == "pre" {
		w.b.WriteByte('\n') // a parser takes the first one away
	}
	w.children(n, depth)
	w.b.WriteString("</" + name + ">")
}

func (w inertWriter) attribute(key, value string) {
	w.b.WriteString(" " + key + `="` + html.EscapeString(value) + `"`)
}

// label names an element that would load or run something.
func (w inertWriter) label(n *html.Node) {
	if slices.Contains(silent, n.Data) {
		return
	}
	said := n.Data
	switch n.Data {
	case "img", "image":
		said = strings.TrimSpace("image " + firstOf(attribute(n, "alt"), baseName(attribute(n, "src"))))
	case "iframe", "embed", "video", "audio", "frame":
		said = strings.TrimSpace(n.Data + " " + cut(attribute(n, "src"), 80))
	}
	w.b.WriteString(`<span data-label="">` + html.EscapeString(cut(said, 120)) + "</span>")
}

// loads reports whether a style could fetch something. What it cannot read, it takes for that.
func loads(style string) bool {
	style = strings.ToLower(style)
	return strings.ContainsAny(style, `\@<`) || strings.Contains(style, "url") || strings.Contains(style, "image") || strings.Contains(style, "src(") ||
		strings.Contains(style, "expression") || strings.Contains(style, "/*")
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}

// baseName is the file that an address names.
func baseName(address string) string {
	if address == "" || strings.HasPrefix(address, "data:") {
		return ""
	}
	address, _, _ = strings.Cut(address, "?")
	return path.Base(address)
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}

// cut shortens a text to what a label can show.
func cut(text string, most int) string {
	for i := range text {
		if most--; most < 0 {
			return text[:i] + "…"
		}
	}
	return text
}
