package clean

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Signs that stand in the tree for Markdown that the converter would escape, and that no text holds.
const (
	literalAmpersand = '\ufdd0' // before what would be read as an entity
	noteBegin        = '\ufdd1' // around the label of a footnote
	noteEnd          = '\ufdd2'
	cellBar          = '\ufdd3' // a bar that would end a cell
)

// markdownTree copies a tree, since the converter changes what it is given, and says in it what Markdown does not know in
// what it knows.
type markdownTree struct {
	*footnotes
	code int // how many elements are open whose text stands as it is
	cell int // how many cells are
}

// copy copies a node: frames, sounds and films become links, footnotes their marks, the blocks of a cell lines, and
// anchors go.
func (t *markdownTree) copy(n *html.Node) *html.Node {
	if label, ok := t.references[n]; ok {
		return textNode(string(noteBegin) + label + string(noteEnd))
	}
	switch src := attribute(n, "src"); {
	case n.Type == html.TextNode:
		return textNode(t.text(n.Data))
	case src != "" && isElement(n, "iframe", "audio", "video"):
		link := newElement("a", html.Attribute{Key: "href", Val: src})
		link.AppendChild(textNode(cmp.Or(attribute(n, "title"), src)))
		return link
	case t.back[n], isElement(n, "a") && n.FirstChild == nil, isElement(n, "ol", "ul") && t.onlyNotes(n):
		return textNode("")
	}
	c := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom, Attr: slices.Clone(n.Attr)}
	if emphasis[n.Data] && !flanked(n) {
		rename(c, "span")
	}
	if isElement(n, "td", "th") {
		t.cell++
		cell := cellLines{markdownTree: t, out: c}
		cell.children(n)
		t.cell--
		return c
	}
	t.children(n, c)
	return c
}

func (t *markdownTree) children(from, to *html.Node) {
	if isElement(from, "code", "pre") {
		t.code++
		defer func() { t.code-- }()
	}
	for child := from.FirstChild; child != nil; child = child.NextSibling {
		if _, note := t.notes[child]; !note {
			to.AppendChild(t.copy(child))
		}
	}
}

// text marks the ampersands that would be read as the beginning of an entity, the bars in the code of a cell, and those of a
// line that would make a table of the lines around it.
func (t *markdownTree) text(s string) string {
	if t.cell > 0 && t.code > 0 || t.cell == 0 && t.code == 0 && strings.Contains(s, "-") && strings.Trim(s, "|-: \n") == "" {
		return strings.ReplaceAll(s, "|", string(cellBar))
	}
	if t.code > 0 || !strings.Contains(s, "&") || !strings.Contains(s, ";") {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if r == '&' && i+1 < len(s) && (s[i+1] == '#' || isLetter(s[i+1])) {
			b.WriteRune(literalAmpersand)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// emphasis are the elements that Markdown writes with signs beside the text.
var emphasis = set("b", "strong", "i", "em", "s", "del")

// flanked reports whether Markdown reads the signs around an element as such: not where punctuation begins or ends it
// and a letter stands on the other side.
func flanked(n *html.Node) bool {
	text := textOf(n)
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return !(isSign(first) && isWord(runeBefore(n)) || isSign(last) && isWord(runeAfter(n)))
}

func isSign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
func isWord(r rune) bool { return !isSign(r) && !unicode.IsSpace(r) }

// runeBefore is the character that stands before a node in its block; a space where none does.
func runeBefore(n *html.Node) rune {
	for ; n != nil && (kindOf(n) == formatting || n.Type == html.TextNode); n = n.Parent {
		for s := n.PrevSibling; s != nil; s = s.PrevSibling {
			if text := textOrSpace(s); text != "" {
				r, _ := utf8.DecodeLastRuneInString(text)
				return r
			}
		}
	}
	return ' '
}

// runeAfter is the character behind it.
func runeAfter(n *html.Node) rune {
	for ; n != nil && (kindOf(n) == formatting || n.Type == html.TextNode); n = n.Parent {
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			if text := textOrSpace(s); text != "" {
				r, _ := utf8.DecodeRuneInString(text)
				return r
			}
		}
	}
	return ' '
}

func textOrSpace(n *html.Node) string {
	switch {
	case n.Type == html.TextNode:
		return n.Data
	case kindOf(n) == formatting:
		return textOf(n)
	}
	return " "
}

// cellLines writes the content of a cell as lines, since a cell of Markdown can hold nothing else.
type cellLines struct {
	*markdownTree
	out   *html.Node
	begun bool // something stands in the line
	open  bool // a line break is due before the next text
}

func (c *cellLines) children(n *html.Node) {
	number := 1
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		number = start
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type == html.TextNode && blank(child.Data) && (isBlock(child.PrevSibling) || isBlock(child.NextSibling)):
		case isElement(child, "pre"):
			c.line(func() { c.preformatted(textOf(child)) })
		case isElement(child, "li"):
			c.line(func() {
				if isElement(n, "ol") {
					c.write(textNode(strconv.Itoa(number) + ". "))
					number++
				} else {
					c.write(textNode("• "))
				}
				c.open = false
				c.children(child)
			})
		case isElement(child, "td", "th"):
			c.children(child)
			c.write(textNode(" "))
		case isBlock(child) && !isElement(child, "a"):
			c.line(func() { c.children(child) })
		default:
			c.write(c.copy(child))
		}
	}
}

// line writes something on lines of its own.
func (c *cellLines) line(write func()) {
	c.open = c.begun
	write()
	c.open = c.begun
}

func (c *cellLines) write(n *html.Node) {
	if c.open {
		c.out.AppendChild(newElement("br"))
	}
	c.out.AppendChild(n)
	c.begun, c.open = true, false
}

// preformatted writes each line as code.
func (c *cellLines) preformatted(text string) {
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		code := newElement("code")
		code.AppendChild(textNode(strings.ReplaceAll(line, "|", string(cellBar))))
		c.write(code)
		c.open = true
	}
}
