package render

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	names "golang.org/x/net/html/atom"

	"wp2pub/migrate/finding"
)

const (
	// maxDepth is deeper than any editor nests elements.
	maxDepth = 250
	// maxFormatting is how many elements such as <b> and <font> may be open at once. A browser repeats all of them in
	// each paragraph that follows; without a limit, a small page grows without end.
	maxFormatting = 24
)

// parse reads the HTML of the page as a browser does.
func (r *renderer) parse(s string) *html.Node {
	if strings.Count(s, "<") > maxFormatting {
		s = r.limitNesting(s)
	}
	root := element("body")
	nodes, err := html.ParseFragment(strings.NewReader(s), element("div"))
	if err != nil { // nested too deep for the parser after all: the text is what counts
		r.lose(finding.BlockDepth, "elements nested too deep to be read")
		root.AppendChild(&html.Node{Type: html.TextNode, Data: textOf(s)})
		return root
	}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	if strings.IndexByte(s, '[') >= 0 {
		r.clearAttributes(root)
	}
	return root
}

// clearAttributes takes shortcodes out of the attributes of elements: WordPress puts there what they show, which is no
// place for a gallery or a column. The text between two tags stays.
func (r *renderer) clearAttributes(root *html.Node) {
	for n := range root.Descendants() {
		for i := range n.Attr {
			if a := &n.Attr[i]; strings.IndexByte(a.Val, '[') >= 0 {
				a.Val = r.withoutShortcodes(a.Key, a.Val)
			}
		}
	}
}

// withoutShortcodes takes the tags of shortcodes out of an attribute's value.
func (r *renderer) withoutShortcodes(key, value string) string {
	tags := brackets(value)
	pair(tags)
	var b strings.Builder
	at := 0
	for i := range tags {
		t := &tags[i]
		if escaped(value, t.start, t.end) || !coreNames[t.name] && r.template(t, false) == "" {
			continue
		}
		if !t.closing {
			r.loseText(finding.ShortcodeUnknown, fmt.Sprintf("[%s] in the attribute %s", t.name, key), t.attributes)
		}
		b.WriteString(value[at:t.start])
		at = t.end
	}
	return b.String() + value[at:]
}

func element(name string) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: name, DataAtom: names.Lookup([]byte(name))}
}

// limitNesting takes tags away that would nest deeper than the limits. Text stays.
func (r *renderer) limitNesting(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	var depth nesting
	removed := 0
	raw := ""
	for p := range pieces(s, true) {
		name, end := tagName(p.raw)
		name = strings.ToLower(name)
		if raw != "" {
			if end && name == raw {
				raw = ""
			}
			out.WriteString(p.raw)
			continue
		}
		if p.tag && name != "" && !depth.admit(name, end) {
			removed++
			continue
		}
		if p.tag && !end && rawText[name] {
			raw = name
		}
		out.WriteString(p.raw)
	}
	if removed == 0 {
		return s
	}
	r.log.Lose(finding.BlockDepth, fmt.Sprintf("elements nested deeper than %d", maxDepth), removed)
	return out.String()
}

// textOf returns the text of HTML without its tags.
func textOf(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
			b.WriteByte(' ')
		}
	}
}
