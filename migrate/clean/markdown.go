package clean

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	tableplugin "github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
)

// Markdown writes a clean tree in Markdown, with tables. The tree stays as it is.
func Markdown(root *html.Node) string {
	markdown, err := markdownConverter().ConvertNode(forMarkdown(root))
	if err != nil {
		return Text(root) // plain text is Markdown, too
	}
	lines := strings.Split(strings.TrimSpace(string(markdown)), "\n")
	for i, line := range lines {
		if blank(line) {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}

var markdownConverter = sync.OnceValue(func() *converter.Converter {
	return converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(commonmark.WithListEndComment(false)),
		strikethrough.NewStrikethroughPlugin(),
		tableplugin.NewTablePlugin(tableplugin.WithNewlineBehavior(tableplugin.NewlineBehaviorPreserve), tableplugin.WithHeaderPromotion(true)),
	))
})

// forMarkdown copies a tree, since the converter changes what it is given. What Markdown does not know is said in
// what it knows: frames, sounds and films become links, the paragraphs of a cell lines, and anchors go.
func forMarkdown(n *html.Node) *html.Node {
	switch src := attribute(n, "src"); {
	case src != "" && isElement(n, "iframe", "audio", "video"):
		link := newElement("a", html.Attribute{Key: "href", Val: src})
		link.AppendChild(textNode(cmp.Or(attribute(n, "title"), src)))
		return link
	case isElement(n, "a") && n.FirstChild == nil:
		return textNode("")
	}
	c := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom, Attr: slices.Clone(n.Attr)}
	inCell := isElement(n, "td", "th")
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if inCell && isElement(child, "p") {
			if child.PrevSibling != nil {
				c.AppendChild(newElement("br"))
			}
			moveChildren(forMarkdown(child), c)
			continue
		}
		c.AppendChild(forMarkdown(child))
	}
	return c
}
