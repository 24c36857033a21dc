package download

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"

	"wp2pub/migrate/facts"
	"wp2pub/migrate/facts/citation"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// File is a file that a page offers, and what the page says of it.
type File struct {
	record.Download
	Said string // the text of its link
}

// Offers are links that say by themselves that a file lies behind them, with its media type where they state one. Cleaning
// takes such attributes away, and remembers them.
type Offers map[*html.Node]string

// Files returns the documents that a page links to, in the order of the page, each once: what the media library holds
// with what it knows of the file, others with what their link says.
func Files(root *html.Node, view *wordpress.View, offers Offers) []File {
	var files []File
	seen := map[string]int{}
	for n := range root.Descendants() {
		if n.DataAtom != atom.A || n.Type != html.ElementNode {
			continue
		}
		text := strings.Join(strings.Fields(spoken(n)), " ")
		said := citation.Remarks(text)
		for _, d := range documents(n, text, view, offers) {
			file := File{d, text}
			if file.Title == "" {
				file.Title = said.Title
			}
			file.Language = stated(n, said)
			key := Key(file.URL)
			i, known := seen[key]
			if !known {
				seen[key] = len(files)
				files = append(files, file)
				continue
			}
			if files[i].Language == "" {
				files[i].Language = file.Language
			}
			if files[i].Title == "" {
				files[i].Title = file.Title
			}
			if citation.Remarks(files[i].Said).Title == "" {
				files[i].Said = text
			}
		}
	}
	return files
}

// documents are those behind a link.
func documents(n *html.Node, text string, view *wordpress.View, offers Offers) []record.Download {
	href := attribute(n, "href")
	if file, ok := facts.Document(href, view); ok {
		return []record.Download{file}
	}
	if files, ok := OfLibrary(href, view); ok {
		return files
	}
	media, offered := offers[n]
	if id, own := view.PostByURL(href); own && id != 0 && formIn(text) != "" && view.IsLibrary(id) {
		return facts.Library(id, view)
	}
	if file, ok := offer(href, text, media, offered, view); ok {
		return []record.Download{file}
	}
	return nil
}

// OfLibrary gives the files that an address of a plugin for downloads delivers; ok: it is one. Files that are gone, and those
// that are for some visitors only, are losses.
func OfLibrary(address string, view *wordpress.View) (files []record.Download, ok bool) {
	id, ok := view.LibraryByURL(address)
	switch {
	case !ok && id == 0:
		return nil, false
	case id == 0:
		view.Log.Lose(finding.MediaMissing, address, 1)
	case view.Library(id).Withheld != "":
		view.Log.Lose(finding.FileWithheld, address, 1)
	default:
		files = facts.Library(id, view)
	}
	return files, true
}

// stated is the language that a link states: by hreflang, in its text, or beside it where the text says nothing else.
func stated(n *html.Node, said citation.Said) string {
	if tag, err := language.Parse(attribute(n, "hreflang")); err == nil && tag != language.Und {
		return tag.String()
	}
	if said.Language != "" || said.Title != "" {
		return said.Language
	}
	return citation.Remarks(before(n)).Language
}

// before is what stands in front of a link on its line, behind the link before it; in a table, in its row.
func before(n *html.Node) string {
	var parts []string
	for at := n; at.Parent != nil; at = at.Parent {
		for sibling := at.PrevSibling; sibling != nil; sibling = sibling.PrevSibling {
			if sibling.DataAtom == atom.Br || holdsLink(sibling) {
				return backwards(parts)
			}
			parts = append(parts, spoken(sibling))
		}
		if lines[at.Parent.DataAtom] {
			break
		}
	}
	return backwards(parts)
}

// lines are the elements that stand on lines of their own. The cells of a row share one.
var lines = map[atom.Atom]bool{atom.P: true, atom.Li: true, atom.Div: true, atom.Tr: true, atom.Dd: true, atom.Dt: true, atom.Figure: true, atom.Blockquote: true,
	atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Body: true, atom.Details: true, atom.Caption: true, atom.Figcaption: true}

func backwards(parts []string) string {
	slices.Reverse(parts)
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

func holdsLink(n *html.Node) bool {
	if n.DataAtom == atom.A {
		return true
	}
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			return true
		}
	}
	return false
}

// spoken is the text of an element, of pictures what stands for them.
func spoken(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		} else if d.DataAtom == atom.Img {
			b.WriteString(" " + attribute(d, "alt") + " ")
		}
	}
	return b.String()
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}
