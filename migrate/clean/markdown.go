package clean

import (
	"strings"
	"sync"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	tableplugin "github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
)

// Markdown writes a clean tree in Markdown, with tables and footnotes. The tree stays as it is.
func Markdown(root *html.Node) string {
	tree := &markdownTree{footnotes: findFootnotes(root)}
	markdown, ok := convert(tree.copy(root))
	if !ok {
		return Text(root) // plain text is Markdown, too
	}
	var b strings.Builder
	b.WriteString(markdown)
	for i, note := range tree.order {
		if b.Len() > 0 {
			b.WriteString([]string{"\n\n", "\n"}[min(i, 1)])
		}
		body := newElement("body")
		tree.children(note, body)
		text, _ := convert(body)
		b.WriteString("[^" + tree.notes[note] + "]: " + strings.ReplaceAll(text, "\n", "\n    "))
	}
	return withoutBlankLines(b.String())
}

// convert writes a tree made for it.
func convert(tree *html.Node) (string, bool) {
	markdown, err := markdownConverter().ConvertNode(tree)
	return strings.TrimSpace(marks.Replace(string(markdown))), err == nil
}

// marks writes what stands for Markdown in a tree.
var marks = strings.NewReplacer(string(literalAmpersand), `\`, string(noteBegin), "[^", string(noteEnd), "]", string(cellBar), `\|`)

// withoutBlankLines takes the white space off lines that hold nothing else.
func withoutBlankLines(s string) string {
	lines := strings.Split(s, "\n")
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
