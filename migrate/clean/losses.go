package clean

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
)

// lose writes down a loss with which no text goes.
func (c *Context) lose(code finding.Code, detail string, n int) {
	if c.Log != nil {
		c.Log.Lose(code, detail, n)
	}
}

// loseNodes writes down the loss of nodes that the page showed, which the caller takes out of the tree with all that
// stands below them. It must be called while they still hold their text.
func (c *Context) loseNodes(code finding.Code, detail string, n int, nodes ...*html.Node) {
	if c.Log == nil {
		return
	}
	var shown strings.Builder
	if c.Log.Witness != nil {
		for _, node := range nodes {
			writeShown(&shown, node)
		}
	}
	c.Log.LoseText(code, detail, n, shown.String())
}

// writeShown writes all words of a node: its text, and the attributes that a page shows as text.
func writeShown(b *strings.Builder, n *html.Node) {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	for _, a := range n.Attr {
		if shownAttributes[a.Key] || a.Key == "value" && n.Data == "input" {
			b.WriteString(" " + a.Val + " ")
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		writeShown(b, child)
	}
	if kindOf(n) != formatting {
		b.WriteByte(' ')
	}
}

// shownAttributes are those whose value a page shows as text.
var shownAttributes = set("alt", "title", "label", "placeholder")

// find writes down a finding about what is cleaned.
func (c *Context) find(code finding.Code, value string, confidence float64, detail string) {
	if c.Log != nil {
		c.Log.Find(finding.Finding{Code: code, Field: cmp.Or(c.Field, "body"), Value: value, Confidence: confidence, Detail: detail})
	}
}
