package clean

import "golang.org/x/net/html"

// kind is what the content model makes of an element.
type kind uint8

const (
	unknown      kind = iota // no element of ours: its content runs into the text around it
	wrapper                  // no element of ours either, but a block: its content stands apart
	formatting               // wraps a run of text; split where a block cuts through it
	piece                    // stands in the text as one piece: an image
	media                    // audio or video: a piece with sources and a fallback inside
	frame                    // an embedded frame; stands in a figure
	lineBreak                // br
	rule                     // hr
	paragraph                // p
	heading                  // h1 to h6
	preformatted             // pre
	quote                    // blockquote: holds blocks, loose text in it becomes a paragraph
	list                     // ul, ol
	item                     // li
	descriptions             // dl
	term                     // dt
	description              // dd
	figure                   // figure
	figureText               // figcaption
	table                    // table
	tablePart                // what has a meaning in tables only
	disclosure               // details
	summary                  // summary
	nothing                  // shows neither itself nor what is in it
)

// kinds says what the structure pass does with every element that HTML has or had; what is not listed is unknown.
var kinds = invert(map[kind][]string{
	wrapper: {"address", "article", "aside", "body", "center", "dialog", "div", "fieldset", "footer", "form", "frameset", "header",
		"hgroup", "html", "legend", "main", "nav", "noframes", "noscript", "option", "search", "section"},
	formatting: {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
		"span", "strong", "sub", "sup", "time", "u", "var", "ruby", "rt", "rp"},
	piece:        {"img", "wbr"},
	media:        {"audio", "video"},
	frame:        {"iframe"},
	lineBreak:    {"br"},
	rule:         {"hr"},
	paragraph:    {"p"},
	heading:      {"h1", "h2", "h3", "h4", "h5", "h6"},
	preformatted: {"pre"},
	quote:        {"blockquote"},
	list:         {"ul", "ol"},
	item:         {"li"},
	descriptions: {"dl"},
	term:         {"dt"},
	description:  {"dd"},
	figure:       {"figure"},
	figureText:   {"figcaption"},
	table:        {"table"},
	tablePart:    {"caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"},
	disclosure:   {"details"},
	summary:      {"summary"},
	nothing:      {"area", "frame", "head", "param", "source", "track"},
})

func invert(groups map[kind][]string) map[string]kind {
	kinds := map[string]kind{}
	for k, names := range groups {
		for _, name := range names {
			kinds[name] = k
		}
	}
	return kinds
}

// modern are the elements that HTML has given up, with the ones that took their place.
var modern = map[string]string{
	"acronym": "abbr", "dir": "ul", "listing": "pre", "menu": "ul", "plaintext": "pre", "strike": "s", "tt": "code", "xmp": "pre",
}

// voidElements have no content and no end tag.
var voidElements = set("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
	"param", "source", "track", "wbr")

// rawElements hold text that a parser does not look into.
var rawElements = set("iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp")

// rawText are those of them whose text a page shows.
var rawText = set("plaintext", "textarea", "xmp")

func set(names ...string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

// isBlock reports whether a node of a clean tree stands on lines of its own. A link does when it holds blocks.
func isBlock(n *html.Node) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	switch kinds[n.Data] {
	case unknown, piece, media, frame, lineBreak, nothing:
		return false
	case formatting:
		return n.Data == "a" && isBlock(n.FirstChild)
	}
	return true
}
