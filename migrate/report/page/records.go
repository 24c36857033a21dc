package page

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"wp2pub/migrate/report"
)

// columns is the list of records, rejected and unmapped rows as the page's script reads it: one list for each column,
// all of the same length. Numbers of lists with few different values stand for one of the names beside them.
type columns struct {
	Site  string   `json:"site"`
	Posts []int64  `json:"posts"` // each less the one before: small numbers pack well
	Keys  []string `json:"keys"`  // what tells several records of one post apart
	// texts are title and path by turns. One is often much like the other and packs well beside it, all the more as the
	// path's hyphens and spaces are swapped. They are packed by themselves, in blocks.
	texts  []string
	Block  int        `json:"block"` // how many rows have their texts in one block
	Issued []string   `json:"issued"`
	Kinds  dictionary `json:"kinds"` // of rejected and unmapped rows, the post type
	Langs  dictionary `json:"langs"`
	States dictionary `json:"states"` // what becomes of the record or row
	Why    dictionary `json:"why"`    // of rejected and unmapped rows
	Notes  dictionary `json:"notes"`  // the codes of losses and findings, separated by spaces
	Lost   []int      `json:"lost"`
	Found  []int      `json:"found"`
}

// dictionary is a column of few different values.
type dictionary struct {
	Names []string `json:"names"`
	At    []int    `json:"at"`

	known map[string]int
}

func (d *dictionary) add(name string) {
	if d.known == nil {
		d.known = map[string]int{}
	}
	i, ok := d.known[name]
	if !ok {
		i = len(d.Names)
		d.known[name], d.Names = i, append(d.Names, name)
	}
	d.At = append(d.At, i)
}

// mostListed bounds the list: a page with more rows would take too long to open.
const mostListed = 100_000

// textBlock is how many rows have their texts in one block: the script unpacks only those of rows that it shows, until
// someone searches.
const textBlock = 500

// newColumns lists the rejected and unmapped rows and the records, as many as a page can show. It returns how many
// there are.
func newColumns(r *report.Report) (columns, int) {
	c := columns{Site: r.Site, Block: textBlock}
	states := statesOf(r)
	notes := notesOf(r)
	last := int64(0)
	post := func(id int64) {
		c.Posts, last = append(c.Posts, id-last), id
		c.Notes.add(strings.Join(notes[id], " "))
	}
	for _, row := range slices.Concat(r.Rejected, r.Unmapped) {
		if len(c.Posts) == mostListed {
			break
		}
		post(row.PostID)
		c.row(row)
	}
	for i := range r.Made {
		if len(c.Posts) == mostListed {
			break
		}
		post(r.Made[i].PostID)
		c.record(&r.Made[i], states[r.Made[i].ID])
	}
	return c, len(r.Rejected) + len(r.Unmapped) + len(r.Made)
}

// pack puts the list into elements of the page.
func (c *columns) pack() (template.HTML, error) {
	all, err := pack("list-data", c)
	if err != nil {
		return "", err
	}
	var elements strings.Builder
	elements.WriteString(string(all))
	n := 0
	for texts := range slices.Chunk(c.texts, 2*textBlock) {
		block, err := pack(fmt.Sprintf("list-texts-%d", n), texts)
		if err != nil {
			return "", err
		}
		elements.WriteString(string(block))
		n++
	}
	return template.HTML(elements.String()), nil
}

func (c *columns) row(row report.Row) {
	c.Keys, c.texts, c.Issued = append(c.Keys, ""), append(c.texts, row.Title, ""), append(c.Issued, "")
	c.Lost, c.Found = append(c.Lost, 0), append(c.Found, 0)
	c.Kinds.add(row.PostType)
	c.Langs.add("")
	c.States.add(string(row.Disposition))
	c.Why.add(row.Reason)
}

func (c *columns) record(e *report.Entry, state string) {
	_, key, _ := strings.Cut(e.ID, "#")
	c.Keys, c.texts, c.Issued = append(c.Keys, key), append(c.texts, e.Title, swapped.Replace(e.Path)), append(c.Issued, e.Issued)
	c.Lost, c.Found = append(c.Lost, e.Losses), append(c.Found, e.Findings)
	c.Kinds.add(e.Kind)
	c.Langs.add(e.Language)
	c.States.add(cmp.Or(state, "unchanged"))
	c.Why.add("")
}

// swapped is a path with its hyphens and spaces in each other's place.
var swapped = strings.NewReplacer("-", " ", " ", "-")

// statesOf says of each record that did not stay as it was what became of it.
func statesOf(r *report.Report) map[string]string {
	states := make(map[string]string, len(r.Changes))
	for _, c := range r.Changes {
		states[c.ID] = c.Action
	}
	return states
}

// notesOf lists the codes of each post.
func notesOf(r *report.Report) map[int64][]string {
	notes := map[int64][]string{}
	for _, c := range slices.Concat(r.Losses(), r.Findings()) {
		for _, post := range c.Posts {
			if code := string(c.Code); !slices.Contains(notes[post], code) {
				notes[post] = append(notes[post], code)
			}
		}
	}
	return notes
}
