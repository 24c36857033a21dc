package migrate

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"wp2pub/mapping"
	"wp2pub/migrate/facts/citation"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/locale"
	"wp2pub/migrate/record"
)

// citationPart is the word of body.drop for the lines by which a page names its publications.
const citationPart = "citation"

// citationParts are what a mapping can name of a citation, as citation.title of the first one and this.title of a row of
// citations; and which target the doubts about it concern.
var citationParts = map[string]struct {
	typ    mapping.Type
	doc    string
	doubts string
	read   func(citation.Citation) mapping.Value
}{
	"title":      {mapping.TypeText, "the title", "title", func(c citation.Citation) mapping.Value { return filled(c.Title) }},
	"publishers": {mapping.TypeTexts, "the bodies that published it", "publishers", func(c citation.Citation) mapping.Value { return listOf(c.Publishers) }},
	"issued":     {mapping.TypeDate, "when it appeared", "issued", func(c citation.Citation) mapping.Value { return filled(c.Issued) }},
	"authors":    {mapping.TypeList, "the persons named before its title", "authors", func(c citation.Citation) mapping.Value { return peopleRows(c.Authors) }},
	"series":     {mapping.TypeObject, "the series that it belongs to, as title and number", "series", func(c citation.Citation) mapping.Value { return seriesRow(c.Series) }},
	"language":   {mapping.TypeText, "the language that the line states, or the script of the title", "language", func(c citation.Citation) mapping.Value { return filled(c.Language) }},
	"files":      {mapping.TypeList, "the files that it leads to", "files", func(c citation.Citation) mapping.Value { return filesOf(c.Files) }},
	"editions":   {mapping.TypeList, "the same publication in other languages or forms", "editions", editionsOf},
	"confidence": {mapping.TypeNumber, "how certain the reading is, from 0 to 1", "", func(c citation.Citation) mapping.Value { return c.Confidence }},
}

// cited is a citation as a mapping sees it.
type cited struct{ citation.Citation }

// Opaque implements mapping.Node.
func (cited) Opaque() {}

// Text implements mapping.Piece.
func (c cited) Text() string { return c.Title }

// Part implements mapping.Piece.
func (c cited) Part(path mapping.Path) mapping.Value {
	part, ok := citationParts[path[0]]
	if !ok {
		return nil
	}
	return inside(part.read(c.Citation), path[1:])
}

func listOf(texts []string) mapping.Value {
	var list []mapping.Value
	for _, text := range texts {
		list = append(list, text)
	}
	return listOrNil(list)
}

func filesOf(files []record.Download) mapping.Value {
	var list []mapping.Value
	for _, file := range files {
		list = append(list, downloadNode{Download: file})
	}
	return listOrNil(list)
}

func editionsOf(c citation.Citation) mapping.Value {
	var list []mapping.Value
	for _, e := range c.Editions {
		list = append(list, cited{e})
	}
	return listOrNil(list)
}

func listOrNil(list []mapping.Value) mapping.Value {
	if list == nil {
		return nil
	}
	return list
}

// citations are the publications that the page cites.
func (it *item) citations() mapping.Value {
	if known, done := it.cache["citations"]; done {
		return known.value
	}
	var list []mapping.Value
	for _, c := range it.cites(it.page(nil).root) {
		list = append(list, cited{c})
	}
	it.cache["citations"] = cached{value: listOrNil(list)}
	return listOrNil(list)
}

// citation is the first of them.
func (it *item) citation() mapping.Value {
	if list, _ := it.citations().([]mapping.Value); len(list) > 0 {
		return list[0]
	}
	return nil
}

func (it *item) cites(root *html.Node) []citation.Citation {
	terms := map[string]bool{}
	for _, t := range it.view.Terms(it.post.ID) {
		terms[strings.ToLower(t.PublicName())] = true
	}
	publishers, authors := it.known()
	return citation.Read(root, it.view, citation.Known{Title: textOf(it.title()), Publishers: publishers, Authors: authors, DayFirst: locale.DayFirst(it.view.Setup().Language), Term: func(name string) bool { return terms[strings.ToLower(name)] }})
}

// dropCitations takes the citations out of a clean page, where the mapping drops them.
func (it *item) dropCitations(root *html.Node, drop []string, log *finding.Log) {
	if !slices.Contains(drop, citationPart) {
		return
	}
	for _, c := range it.cites(root) {
		var text strings.Builder
		for _, n := range c.Nodes {
			if n.Type == html.TextNode {
				text.WriteString(n.Data)
			}
		}
		citation.Remove(c.Nodes, root)
		log.LoseText(finding.BodyDropped, citationPart, 1, strings.TrimSpace(text.String()))
	}
}

// Doubts implements doubtful.
func (c cited) Doubts(path mapping.Path) []doubt {
	if len(path) == 0 {
		return nil
	}
	var all []doubt
	for _, d := range c.Citation.Doubts {
		if d.Field == citationParts[path[0]].doubts {
			all = append(all, doubt{min(c.Confidence, citation.Doubtful), d.Detail})
		}
	}
	return all
}

// setEditions takes citations, or rows with the columns of an edition.
func setEditions(r *assembly, _ string, v mapping.Value) error {
	r.Editions = nil
	for _, element := range elements(v) {
		column := func(name string) mapping.Value { return inside(element, mapping.Path{name}) }
		e := record.Edition{Title: line(column("title")), Publishers: texts(column("publishers")), Issued: line(column("issued"))}
		files := assembly{Record: &record.Record{}, view: r.view}
		for _, name := range []string{"language", "files", "downloads"} {
			value, put := column(name), setDownloads
			if name == "language" {
				put = setLanguage
			}
			if value == nil {
				continue
			}
			if err := put(&files, "", value); err != nil {
				return err
			}
		}
		files.Title = e.Title
		files.arrangeDownloads()
		e.Language, e.Downloads = files.Language, files.Downloads
		r.Editions = append(r.Editions, e)
	}
	return nil
}

// citationNames are the names of citations for the checks of a mapping.
func citationNames() []mapping.Name {
	var all []mapping.Name
	for part, p := range citationParts {
		list := p.typ
		if list == mapping.TypeText || list == mapping.TypeDate {
			list = mapping.TypeTexts
		}
		for _, below := range seriesParts {
			if part == "series" {
				all = append(all, mapping.Name{Path: "citation.series." + below, Type: mapping.TypeText, Doc: "the first citation: the " + below + " of the series"})
			}
		}
		all = append(all, mapping.Name{Path: "citation." + part, Type: p.typ, Doc: "the first citation: " + p.doc},
			mapping.Name{Path: "citations." + part, Type: list, Doc: "of each citation: " + p.doc})
	}
	return all
}
