package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// deepest is how many elements may be open at a time. Page builders nest some forty; the parser refuses 512.
const deepest = 200

// Parse parses a piece of HTML as a browser would inside a page's body, and returns a container of its nodes. It
// never fails: of elements nested deeper than a parser takes, only the content is read.
func Parse(markup string) *html.Node {
	nodes, err := parseBody(markup)
	if err != nil {
		nodes, err = parseBody(limitDepth(markup))
	}
	root := &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"}
	if err != nil {
		root.AppendChild(&html.Node{Type: html.TextNode, Data: onlyText(markup)})
		return root
	}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	return root
}

func parseBody(markup string) ([]*html.Node, error) {
	body := &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"}
	return html.ParseFragmentWithOptions(strings.NewReader(markup), body, html.ParseOptionEnableScripting(false))
}

// limitDepth leaves out the tags of elements that would lie deeper than the parser takes.
func limitDepth(markup string) string {
	var out strings.Builder
	var open []string
	opened, skipped := map[string]int{}, map[string]int{}
	for z := html.NewTokenizer(strings.NewReader(markup)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out.String()
		}
		raw := string(z.Raw())
		if kind != html.StartTagToken && kind != html.EndTagToken {
			out.WriteString(raw)
			continue
		}
		tag, _ := z.TagName()
		name := string(tag)
		switch {
		case voidElements[name]:
		case kind == html.StartTagToken && len(open) >= deepest && !rawElements[name]:
			skipped[name]++
			continue
		case kind == html.StartTagToken:
			open, opened[name] = append(open, name), opened[name]+1
		case skipped[name] > 0:
			skipped[name]--
			continue
		case opened[name] > 0:
			for open[len(open)-1] != name {
				opened[open[len(open)-1]]--
				open = open[:len(open)-1]
			}
			open, opened[name] = open[:len(open)-1], opened[name]-1
		}
		out.WriteString(raw)
	}
}

// onlyText is the text between the tags.
func onlyText(markup string) string {
	var out strings.Builder
	for z := html.NewTokenizer(strings.NewReader(markup)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			out.WriteString(z.Token().Data)
		default:
			out.WriteByte(' ')
		}
	}
}
