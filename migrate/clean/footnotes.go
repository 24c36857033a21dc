package clean

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// footnotes are the pairs of a short link and a note that points back at it, as WordPress and word processors write
// them.
type footnotes struct {
	references map[*html.Node]string // a link, or the sup around it → the note's label
	notes      map[*html.Node]string // a paragraph or item → its label
	back       map[*html.Node]bool   // the links from notes to references; whether they say nothing else
	order      []*html.Node          // the notes
	taken      map[string]bool       // labels
}

// longestReference is the length in characters of the longest text that refers to a note: [12], (iii), ***.
const longestReference = 6

// findFootnotes finds the footnotes of a clean tree.
func findFootnotes(root *html.Node) *footnotes {
	f := &footnotes{references: map[*html.Node]string{}, notes: map[*html.Node]string{}, back: map[*html.Node]bool{}, taken: map[string]bool{}}
	var links []*html.Node
	ids := map[string]*html.Node{}
	for n := range descendants(root) {
		if id := attribute(n, "id"); id != "" {
			ids[id] = n
		}
		if isElement(n, "a") && strings.HasPrefix(attribute(n, "href"), "#") {
			links = append(links, n)
		}
	}
	if len(links) < 2 {
		return f
	}
	pointing := map[*html.Node][]*html.Node{} // element with an id → the links to it
	for _, link := range links {
		if target := ids[fragmentOf(link)]; target != nil {
			pointing[target] = append(pointing[target], link)
		}
	}
	for _, link := range links {
		if target := ids[fragmentOf(link)]; target != nil && !f.returns(link) {
			f.pair(link, noteAround(target), pointing)
		}
	}
	return f
}

func (f *footnotes) returns(link *html.Node) bool {
	_, back := f.back[link]
	return back
}

func fragmentOf(link *html.Node) string { return strings.TrimPrefix(attribute(link, "href"), "#") }

// noteAround is the paragraph or item that a note's anchor stands for; nil where it is neither.
func noteAround(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		switch kindOf(n) {
		case item, paragraph, description:
			if isElement(n.Parent, "li") && n.PrevSibling == nil {
				continue
			}
			return n
		case formatting:
		default:
			return nil
		}
	}
	return nil
}

// pair takes a link for a reference if the note it points to points back.
func (f *footnotes) pair(link, note *html.Node, pointing map[*html.Node][]*html.Node) {
	text := strings.TrimSpace(textOf(link))
	if note == nil || contains(note, link) || utf8.RuneCountInString(text) > longestReference || strings.ContainsAny(text, " \u00a0") {
		return
	}
	reference := link
	if p := link.Parent; isElement(p, "sup") && p.FirstChild == link && p.LastChild == link {
		reference = p
	}
	returned := false
	for _, named := range []*html.Node{link, reference} {
		for _, back := range pointing[named] {
			if contains(note, back) {
				f.back[back], returned = saysNothing(textOf(back), text), true
			}
		}
	}
	if !returned {
		return
	}
	label, known := f.notes[note]
	if !known {
		label = f.label(text)
		f.notes[note] = label
		f.order = append(f.order, note)
	}
	f.references[reference] = label
}

// saysNothing reports whether a link back is but an arrow or the label of its note again.
func saysNothing(link, label string) bool {
	link = strings.TrimSpace(link)
	return link == label || strings.IndexFunc(link, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// label is what a note is called: as the page does, or else by a number.
func (f *footnotes) label(text string) string {
	text = strings.Trim(text, "[]()")
	plain := text != "" && strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0
	for n := len(f.order) + 1; !plain || f.taken[text]; n++ {
		text, plain = strconv.Itoa(n), true
	}
	f.taken[text] = true
	return text
}

// onlyNotes reports whether a list holds notes and nothing else.
func (f *footnotes) onlyNotes(list *html.Node) bool {
	found := false
	for child := list.FirstChild; child != nil; child = child.NextSibling {
		if _, note := f.notes[child]; !note && (child.Type == html.ElementNode || !blank(child.Data)) {
			return false
		}
		found = true
	}
	return found
}

func contains(n, d *html.Node) bool {
	for ; d != nil; d = d.Parent {
		if d == n {
			return true
		}
	}
	return false
}
