package citation

import (
	"strings"

	"golang.org/x/net/html"

	"wp2pub/migrate/facts/series"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// Citation is a line of a page that names a publication and leads to it.
type Citation struct {
	Title      string
	Publishers []string
	Issued     string // EDTF level 0
	Language   string // BCP 47; empty where the line does not tell
	Series     series.Series
	Authors    []record.Person // those that it names before the title
	Files      []record.Download
	Editions   []Citation // the same publication in another language or form, from lines of their own
	Confidence float64    // from 0 to 1
	Doubts     []Doubt
	Nodes      []*html.Node // the leaves of the tree that it consists of
}

// Doubt is why a part of a citation may be read wrongly.
type Doubt struct{ Field, Detail string }

// Known is what is known of a publication and its site without looking at the page. The functions may be nil.
type Known struct {
	Title      string                       // of the post
	Publishers func(folded string) []string // those names of bodies that publish which a text holds, both as Fold writes them
	Authors    func(folded string) []string // those names of persons
	Term       func(name string) bool       // it is the name of a subject, a region or the like
	DayFirst   bool                         // 05/02/2013 is the fifth of February

	page                string          // the title of the post as it stands, with names and date where it has them
	publishers, authors map[string]bool // those in the text at hand
}

// in is what is known of the names in a text.
func (k Known) in(text string) Known {
	k.publishers, k.authors = namesIn(k.Publishers, text), namesIn(k.Authors, text)
	return k
}

func namesIn(known func(string) []string, text string) map[string]bool {
	if known == nil || len(text) > longest {
		return nil
	}
	var names map[string]bool
	for _, name := range known(Fold(text)) {
		if names == nil {
			names = map[string]bool{}
		}
		names[name] = true
	}
	return names
}

// Certain is the confidence from which on a reading needs no second look; Doubtful the most that one with a doubt has. Even is
// that of a reading that is as likely right as wrong.
const (
	Certain  = 0.75
	Doubtful = 0.7
	even     = 0.5
)

// Read returns the publications that a page cites, in the order of the page.
func Read(root *html.Node, view *wordpress.View, known Known) []Citation {
	known = known.withoutNames()
	var found []Citation
	all := entries(lines(root), view)
	cited := -1 // the last entry that belongs to a citation
	for i, e := range all {
		if e.translates() && cited >= 0 && cited == i-1 {
			found[len(found)-1].translatedBy(e, len(found) > 1)
			cited = i
		} else if c, ok := known.cite(all, i); ok {
			found = append(found, c)
			cited = i
		}
	}
	if len(found) == 0 {
		if c, ok := known.details(all); ok {
			found = append(found, c)
		}
	}
	return together(worthwhile(found, known))
}

// cite makes a citation of an entry, or of one that has nothing but links and of the lines above it.
func (k Known) cite(all []entry, i int) (Citation, bool) {
	e := all[i]
	if len(e.links) == 0 || isFact(e.text) {
		return Citation{}, false
	}
	var best Citation
	ok := false
	if e.text != "" {
		best, ok = k.citeText(e)
		if ok && best.Title != "" {
			return k.under(all[:i], best, e), true
		}
	}
	// "Title", "ICAT, 2019" and "DOWNLOAD" on lines of their own.
	for above := 1; len(e.links) > e.inText && above <= 2 && above <= i; above++ {
		if previous := all[i-above]; len(previous.links) > 0 || previous.text == "" || len(previous.text) > longestTitle || isFact(previous.text) || isOther(previous.text) || isSentence(previous.text) && !k.opensWithTitle(previous.text) {
			break
		}
		least := Certain
		if above == 1 {
			least = even
		}
		if c, ok := k.citeText(join(all[i-above : i+1])); ok && c.Title != "" && c.Issued+strings.Join(c.Publishers, "") != "" && c.Confidence >= least {
			return c, true
		}
	}
	return best, ok && best.Title != ""
}

// under makes the citation whole of a link that names nothing but the title, below the line that cites the publication: a file
// block has its title for a link.
func (k Known) under(above []entry, c Citation, e entry) Citation {
	if len(c.Publishers) > 0 || c.Issued != "" || len(above) == 0 {
		return c
	}
	line := above[len(above)-1]
	if len(line.links) > 0 || matchPrefix(strings.TrimLeft(line.text, "«“„\" "), c.Title) == 0 {
		return c
	}
	line.links, line.fetch = e.links, true
	whole, ok := k.citeText(line)
	if !ok || Fold(whole.Title) != Fold(c.Title) {
		return c
	}
	whole.Nodes = append(whole.Nodes, e.nodes...)
	return whole
}

// citeText reads the text of an entry.
func (k Known) citeText(e entry) (Citation, bool) {
	if len(e.text) > longest || len(separators(e.text)) > mostMarks {
		return Citation{}, false
	}
	r, ok := k.in(e.text).read(e.text, e.edges)
	if !ok || !e.leads(r) {
		return Citation{}, false
	}
	c := Citation{Title: r.title, Publishers: r.named.names, Issued: r.date.edtf(), Language: r.language, Series: r.series, Authors: r.authors, Confidence: r.confidence, Nodes: e.nodes}
	c.Files = e.files(r.language)
	if c.Language == "" && len(c.Files) > 0 {
		c.Language = c.Files[0].Language
	}
	if c.Language == "" {
		c.Language = languageOfScript(r.title)
	}
	c.doubt(r)
	return c, true
}

// doubt writes down what may be wrong with a reading.
func (c *Citation) doubt(r reading) {
	if r.confidence < Certain {
		for _, field := range []string{"title", "publishers"} {
			c.Doubts = append(c.Doubts, Doubt{field, "where the title ends and the publishers begin is not certain"})
		}
	}
	for _, detail := range r.named.doubts {
		c.Doubts = append(c.Doubts, Doubt{"publishers", detail})
	}
	if r.date.doubt != "" {
		c.Doubts = append(c.Doubts, Doubt{"issued", r.date.doubt})
	}
	if len(r.named.doubts) > 0 || r.date.doubt != "" {
		c.Confidence = min(c.Confidence, Doubtful)
	}
}

// worthwhile leaves out lines that say no more than a title, where others say more or the post has another title.
func worthwhile(found []Citation, known Known) []Citation {
	var full, bare []Citation
	for _, c := range found {
		if len(c.Publishers) > 0 || c.Issued != "" || known.Title != "" && Fold(c.Title) == Fold(known.Title) {
			full = append(full, c)
		} else {
			bare = append(bare, c)
		}
	}
	if len(full) == 0 && len(bare) == 1 {
		return bare
	}
	return full
}
