package citation

import (
	"strings"

	"golang.org/x/net/html"

	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// The most that a citation and a title hold, in bytes, and the most marks that may cut them. What is longer is running text.
const (
	longest      = 1000
	longestTitle = 600
	mostMarks    = 40
)

// entry is a text and the links to the files that it speaks of, as they stand on a line.
type entry struct {
	text   string
	edges  []int // where in the text something set off ends that began with it
	links  []target
	inText int // how many of the links are part of the text, the title being one
	fetch  bool
	nodes  []*html.Node
	linked string // the text of the first link that is part of the text
}

// entries cuts lines into texts with their links. A line holds several where text follows the links of another.
func entries(lines []line, view *wordpress.View) []entry {
	var all []entry
	for _, l := range lines {
		c := entryCutter{view: view, line: l}
		all = append(all, c.cut()...)
	}
	return all
}

type entryCutter struct {
	view    *wordpress.View
	line    line
	done    []entry
	now     entry
	text    strings.Builder
	off     bool // whatever came so far is set off
	pending string
}

func (c *entryCutter) cut() []entry {
	c.off = true
	for i := 0; i < len(c.line.runs); {
		end := i + 1
		for end < len(c.line.runs) && c.line.runs[end].link == c.line.runs[i].link && c.line.runs[i].link != nil {
			end++
		}
		group := c.line.runs[i:end]
		i = end
		if group[0].link == nil {
			c.plain(group[0])
		} else {
			c.linked(group)
		}
		for _, r := range group {
			if r.node != nil {
				c.now.nodes = append(c.now.nodes, r.node)
			}
		}
	}
	if c.line.end != nil {
		c.now.nodes = append(c.now.nodes, c.line.end)
	}
	c.finish()
	return c.done
}

// plain takes text outside of links.
func (c *entryCutter) plain(r run) {
	if r.image {
		return
	}
	if len(c.now.links) > c.now.inText && strings.TrimSpace(c.text.String()) != "" {
		said, remark := readRemark(r.text)
		if remark || strings.TrimFunc(r.text, isEdge) == "" || isFiller(r.text) {
			c.remark(r.text, said)
			return
		}
		if inside, ok := inBrackets(r.text); ok && !c.dated() && c.text.Len() < longest { // "Title DOWNLOAD (ILO, 2019)"
			c.write(" ("+inside+")", false)
			return
		}
		c.finish()
	}
	c.write(r.text, r.strong)
}

// inBrackets returns what a text holds between brackets that ends in a date, if the text is nothing else.
func inBrackets(text string) (inside string, ok bool) {
	before, inside, ok := cutBracket(strings.TrimSpace(text))
	if !ok || strings.TrimSpace(before) != "" || len(inside) > longestTitle {
		return "", false
	}
	_, _, ok = cutDate(inside)
	return inside, ok
}

// remark gives what is said between links to the one that it belongs to: "DOWNLOAD (French)", "French: DOWNLOAD".
func (c *entryCutter) remark(text string, said remark) {
	if said.language == "" {
		return
	}
	text = strings.TrimSpace(text)
	last := &c.now.links[len(c.now.links)-1]
	if last.language == "" && (strings.HasPrefix(text, "(") || strings.HasPrefix(text, "[")) {
		last.language = said.language
		return
	}
	c.pending = said.language
}

// linked takes a link with all that is in it.
func (c *entryCutter) linked(group []run) {
	var text strings.Builder
	image := ""
	for _, r := range group {
		if r.image {
			image = r.text
			continue
		}
		text.WriteString(r.text)
	}
	t, ok := c.target(group[0].link)
	visible := strings.TrimSpace(text.String())
	says := visible
	if says == "" {
		says = image
	}
	said, action := readLink(says)
	if visible == "" {
		action = true
	}
	if !action {
		if len(c.now.links) > c.now.inText && strings.TrimSpace(c.text.String()) != "" {
			if c.unknownWord(visible) && ok {
				c.add(t, remark{fetch: true})
				return
			}
			c.finish()
		} else if ok && t.document && c.unknownWord(visible) && c.dated() {
			c.add(t, remark{fetch: true})
			return
		}
		c.write(text.String(), true)
		if ok && t.document {
			t.language = hreflang(group[0].link)
			c.now.links = append(c.now.links, t)
			if c.now.inText++; c.now.inText == 1 {
				c.now.linked = visible
			}
		}
		return
	}
	if ok && (t.document || said.fetch) {
		t.language = hreflang(group[0].link)
		c.add(t, said)
	} else {
		c.write(text.String(), false)
	}
}

// unknownWord reports whether a link says so little that it can be no title.
func (c *entryCutter) unknownWord(text string) bool {
	return len(strings.Fields(text)) <= 2 && len([]rune(text)) <= 20
}

// dated reports whether the text so far ends in a date, behind which nothing but the link to the file is to be expected.
func (c *entryCutter) dated() bool {
	if c.text.Len() > longest {
		return false
	}
	before, _, ok := cutDate(beforeLinks(c.text.String()))
	return ok && len(separators(before+" .")) > 0
}

func (c *entryCutter) add(t target, said remark) {
	if said.language != "" {
		t.language = said.language
	} else if t.language == "" {
		t.language = c.pending
	}
	c.pending = ""
	t.fetch = said.fetch
	c.now.fetch = c.now.fetch || said.fetch || said.form
	c.now.links = append(c.now.links, t)
}

func (c *entryCutter) write(text string, strong bool) {
	if strings.TrimSpace(text) != "" && !strong && c.off {
		c.off = false
		if c.text.Len() > 0 {
			c.now.edges = append(c.now.edges, len(strings.TrimRight(c.text.String(), " ")))
		}
	}
	if c.text.Len() == 0 {
		text = strings.TrimLeft(text, " \t\n")
	}
	if strings.HasSuffix(c.text.String(), " ") {
		text = strings.TrimLeft(text, " ")
	}
	c.text.WriteString(text)
}

func (c *entryCutter) finish() {
	if c.pending != "" && len(c.now.links) > 0 {
		if last := &c.now.links[len(c.now.links)-1]; last.language == "" {
			last.language = c.pending
		}
	}
	c.now.text = beforeLinks(c.text.String())
	if c.now.text != "" || len(c.now.links) > 0 {
		c.done = append(c.done, c.now)
	}
	c.now, c.off, c.pending = entry{}, true, ""
	c.text.Reset()
}

// beforeLinks is a text without the brackets that open before the links behind it: "ILO, 2018 (PDF)".
func beforeLinks(text string) string { return strings.TrimRight(text, " \t\n([（") }

// files are the files of an entry, each once.
func (e entry) files(language string) []record.Download {
	var files []record.Download
	for i, t := range e.links {
		file := t.file
		file.Language = t.language
		if file.Language == "" && i == 0 {
			file.Language = language
		}
		files = append(files, file)
	}
	return unique(files)
}

// unique are files without those that were there before.
func unique(all []record.Download) []record.Download {
	var files []record.Download
	at := map[string]int{}
	for _, file := range all {
		if i, known := at[file.URL]; !known {
			at[file.URL] = len(files)
			files = append(files, file)
		} else if files[i].Language == "" {
			files[i].Language = file.Language
		}
	}
	return files
}

// leads reports whether the links of an entry lead to what its text names: they stand behind it and say so, or are the
// text or the title.
func (e entry) leads(r reading) bool {
	switch {
	case len(e.links) > e.inText && (len(r.named.names) > 0 || r.date.year != 0):
		return true
	case len(e.links) > e.inText:
		return e.fetch
	}
	return (len(r.named.names) > 0 || r.date.year != 0) && e.inText > 0 && strings.HasPrefix(Fold(e.linked)+" ", Fold(r.title)+" ")
}

// join makes one entry of lines that follow each other.
func join(all []entry) entry {
	joined := all[len(all)-1]
	text := ""
	joined.nodes, joined.edges = nil, nil
	for i, e := range all {
		if i > 0 && e.text != "" {
			joined.edges = append(joined.edges, len(text))
			text += lineMark
		}
		text += e.text
		joined.nodes = append(joined.nodes, e.nodes...)
	}
	joined.text = text
	return joined
}
