package people

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wp2pub/migrate/pattern"
	"wp2pub/migrate/record"
)

// Byline is what the line at the head of a page says of its authors, and how certain that is, from 0 to 1.
type Byline struct {
	People     []record.Person
	Text       string // the line
	Confidence float64
}

const (
	mostLines   = 6   // at the head of a page
	longestLine = 300 // of names
)

// ReadByline reads the line at the head of a page, as WordPress shows it, that names its authors: By Anne T. Gallagher and
// Ольга Петрова. There is none where not every word of it is of a name.
func ReadByline(root *html.Node) (Byline, bool) {
	for i, line := range headLines(root, mostLines) {
		if len(line.text) > longestLine {
			continue
		}
		role, rest, labelled := labelOf(line.text)
		if !labelled && !line.byline {
			continue
		}
		people := Read(undated(rest))
		persons, sure := len(people) > 0, 0
		for j, p := range people {
			switch {
			case p.Family != "":
				sure++
			case !isBody(p.Name) && !isNameLike(p.Name):
				persons = false
			}
			if p.Role == "" {
				people[j].Role = role
			}
		}
		if !persons || sure == 0 && !line.byline && !strings.Contains(line.text, ":") {
			continue
		}
		b := Byline{People: people, Text: line.text, Confidence: 0.9}
		if sure < len(people) {
			b.Confidence = 0.7
		}
		if i > 2 {
			b.Confidence -= 0.1
		}
		return b, true
	}
	return Byline{}, false
}

// behindNames is what stands behind the names of a byline: a date, what the page is part of.
var behindNames = pattern.New(`(?i)\s*(?:[|•·–—]|\s-\s|\b(?:on|am|le|el|op|den)\s+(?:\pL+\s+)?\d|,?\s*\b(?:\pL{3,10}\.?\s+)?\d{1,2}[.,]?\s|,?\s*\b(?:19|20)\d\d\b).*$`)

func undated(text string) string {
	return strings.TrimRight(behindNames.ReplaceAllString(text, ""), " .,:")
}

type headLine struct {
	text   string
	byline bool // an element of it says so: class="byline", rel="author"
}

// headLines are the first lines of a page.
func headLines(root *html.Node, most int) []headLine {
	var lines []headLine
	var b strings.Builder
	byline := false
	flush := func() {
		if text := strings.Join(strings.Fields(b.String()), " "); text != "" {
			lines = append(lines, headLine{text, byline})
		}
		b.Reset()
		byline = false
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if len(lines) >= most || b.Len() > 4*longestLine || slices.Contains(apartFromText, n.DataAtom) {
			return
		}
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br:
			flush()
		}
		block := n.Type == html.ElementNode && !slices.Contains(inline, n.DataAtom)
		if block {
			flush()
		}
		byline = byline || saysAuthor(n)
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			flush()
		}
	}
	walk(root)
	flush()
	return lines[:min(len(lines), most)]
}

var (
	apartFromText = []atom.Atom{atom.Script, atom.Style, atom.Figure, atom.Table, atom.Form, atom.Nav, atom.Blockquote, atom.Template, atom.Noscript}
	inline        = []atom.Atom{atom.A, atom.Abbr, atom.B, atom.Br, atom.Cite, atom.Em, atom.Font, atom.I, atom.Img, atom.Mark, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.U}
)

// saysAuthor reports whether an element is marked as the author's name.
func saysAuthor(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "class":
			if slices.ContainsFunc(strings.Fields(strings.ToLower(a.Val)), func(c string) bool {
				return slices.Contains([]string{"byline", "by-line", "post-author", "entry-author", "author-name", "article-author", "author-byline"}, c)
			}) {
				return true
			}
		case "rel", "itemprop":
			if slices.Contains(strings.Fields(a.Val), "author") {
				return true
			}
		}
	}
	return false
}
