package stated

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wp2pub/migrate/pattern"
)

// Line is a line of a page: what a block holds, or what stands between two breaks in it.
type Line struct {
	text    string
	links   []link
	heading int  // 1 to 6; 7: bold alone; 0: none
	others  bool // it stands where the page names other works
	figure  bool // it belongs to a picture
}

type link struct{ text, address, rel string }

// Lines reads a page, less what is no text. A label that stands alone is one line with what follows it.
func Lines(root *html.Node) []Line {
	r := &reader{}
	r.children(root, place{})
	r.end(place{})
	return inParts(joined(r.lines))
}

// place is where a reader stands in the page.
type place struct {
	heading       int
	bold          bool
	figure, notes bool
}

type reader struct {
	lines      []Line
	text       strings.Builder
	bold, thin bool // whether there is text in bold, and other
	line       Line
}

func (r *reader) end(at place) {
	text := strings.Join(strings.Fields(r.text.String()), " ")
	if text != "" || len(r.line.links) > 0 {
		r.line.text, r.line.heading, r.line.figure, r.line.others = text, at.heading, at.figure, at.notes
		if at.heading == 0 && r.bold && !r.thin {
			r.line.heading = 7
		}
		r.lines = append(r.lines, r.line)
	}
	r.text.Reset()
	r.line, r.bold, r.thin = Line{}, false, false
}

// blocks begin a line and end one.
var blocks = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Tr: true, atom.Table: true, atom.Blockquote: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Aside: true,
	atom.Figure: true, atom.Figcaption: true, atom.Pre: true, atom.Hr: true, atom.Details: true, atom.Summary: true, atom.Main: true, atom.Nav: true, atom.Address: true}

var skipped = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Textarea: true, atom.Select: true, atom.Svg: true}

func (r *reader) children(n *html.Node, at place) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c, at)
	}
}

func (r *reader) node(n *html.Node, at place) {
	switch {
	case n.Type == html.TextNode:
		r.text.WriteString(n.Data)
		if strings.TrimSpace(n.Data) != "" {
			r.bold, r.thin = r.bold || at.bold, r.thin || !at.bold
		}
		return
	case n.Type != html.ElementNode || skipped[n.DataAtom]:
		return
	}
	switch n.DataAtom {
	case atom.Br:
		r.end(at)
		return
	case atom.B, atom.Strong:
		at.bold = true
	case atom.Figure, atom.Figcaption:
		at.figure = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		at.heading = int(n.Data[1] - '0')
	}
	at.notes = at.notes || isNotes(n)
	if n.DataAtom == atom.A {
		r.anchor(n, at)
		return
	}
	if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		r.text.WriteString(" ")
		r.children(n, at)
		r.text.WriteString(" ")
		return
	}
	if !blocks[n.DataAtom] {
		r.children(n, at)
		return
	}
	if inRow(n) { // what a cell holds stays in the line of its row
		r.text.WriteString(" ")
		r.children(n, at)
		r.text.WriteString(" ")
		return
	}
	r.end(at)
	r.children(n, at)
	r.end(at)
}

// inRow reports whether a paragraph is the only thing in a cell.
func inRow(n *html.Node) bool {
	return n.Parent != nil && (n.Parent.DataAtom == atom.Td || n.Parent.DataAtom == atom.Th) && n.DataAtom == atom.P && n.NextSibling == nil && n.PrevSibling == nil
}

func (r *reader) anchor(n *html.Node, at place) {
	before := r.text.Len()
	r.children(n, at)
	text := ""
	if whole := r.text.String(); len(whole) >= before {
		text = strings.Join(strings.Fields(whole[before:]), " ")
	}
	r.line.links = append(r.line.links, link{text, attribute(n, "href"), attribute(n, "rel")})
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

var notes = pattern.New(`(?i)(?:^|[\s_-])(?:footnotes?|endnotes?|references|bibliography|bibliographie|citations-list|related(?:-posts)?|jp-relatedposts|yarpp\S*)(?:$|[\s_-])`)

// isNotes reports whether an element holds footnotes or references by its class or id.
func isNotes(n *html.Node) bool {
	return notes.MatchString(attribute(n, "class")) || notes.MatchString(attribute(n, "id"))
}

// joined puts a label that stands alone in front of the line behind it.
func joined(lines []Line) []Line {
	var all []Line
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if i+1 < len(lines) && isLabel(line.text) && lines[i+1].heading == 0 && len(line.links) == 0 {
			next := lines[i+1]
			next.text = strings.TrimRight(line.text, ": ") + ": " + next.text
			line = next
			i++
		}
		all = append(all, line)
	}
	return all
}

// inParts marks the lines behind a heading that says that others follow, up to the next heading that is no lower.
func inParts(lines []Line) []Line {
	within := 0
	for i := range lines {
		level := lines[i].heading
		bare := strings.ToLower(strings.Trim(lines[i].text, " :.*0123456789"))
		switch {
		case len(bare) < 60 && otherWorks[bare] && (level > 0 || strings.HasSuffix(lines[i].text, ":") || len(lines[i].links) == 0):
			within = max(level, 1)
			if level == 0 {
				within = 7
			}
		case within > 0 && level > 0 && level <= within:
			within = 0
		}
		lines[i].others = lines[i].others || within > 0
	}
	return lines
}

// otherWorks are headings of lists of other works.
var otherWorks = func() map[string]bool {
	all := map[string]bool{}
	for word := range strings.SplitSeq("references|reference list|bibliography|selected bibliography|works cited|literature|further reading|further resources|related|related publications|related resources|related documents|see also|sources|notes|endnotes|footnotes|"+
		"références|références bibliographiques|bibliographie|pour aller plus loin|à lire aussi|voir aussi|lire aussi|publications liées|publications connexes|"+
		"referencias|referencias bibliográficas|bibliografía|fuentes|notas|véase también|publicaciones relacionadas|lecturas recomendadas|"+
		"referências|referências bibliográficas|bibliografia|fontes|veja também|literatur|literaturverzeichnis|literaturhinweise|quellen|quellenverzeichnis|anmerkungen|fußnoten|weiterführende literatur|siehe auch|"+
		"riferimenti|riferimenti bibliografici|note|fonti|literatuur|bronnen|verwijzingen|referenties|литература|список литературы|источники|примечания|ссылки|см. также|المراجع|المصادر|مراجع|الهوامش|参考文献|参考资料|注释|referanslar|kaynakça|kaynaklar|källor|referenser|referencer", "|") {
		all[word] = true
	}
	return all
}()
