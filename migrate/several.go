package migrate

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// mostKey is the most bytes that a key takes in the id of a record.
const mostKey = 100

// keyOf is KEY of the id of a record of a post: that of the mapping, else the record's position. A long one is cut, and
// told apart by its digest.
func keyOf(draft mapping.Draft, position int) string {
	key, _ := record.CleanText(draft.Key)
	if v, ok := rowVersion(draft); ok && key == "" {
		key = v.it.spoken
	}
	if key = strings.TrimSpace(key); key == "" {
		return strconv.Itoa(position)
	}
	if len(key) > mostKey {
		key = strings.ToValidUTF8(key[:mostKey-9], "") + "-" + record.Digest([]byte(key))[:8]
	}
	return key
}

// doubled says which two records of a post have the same key, if any have: their ids would be the same one day.
func doubled(drafts []mapping.Draft) string {
	first := map[string]int{}
	for i, draft := range drafts {
		key := keyOf(draft, i+1)
		if j, taken := first[key]; taken {
			return fmt.Sprintf("the rows %d and %d of %s have the same key %q: what `key` names must tell the records of a post apart", j, i+1, draft.Row.Origin, key)
		}
		first[key] = i + 1
	}
	return ""
}

// pageOf is the page that the record of a draft shows: of a piece of the page that piece, else the whole.
func (it *item) pageOf(draft mapping.Draft) *page {
	if p, ok := rowPiece(draft); ok {
		return it.pagePart(p.node, draft.Body.Drop)
	}
	return it.page(draft.Body.Drop)
}

func rowPiece(draft mapping.Draft) (piece, bool) {
	if draft.Row == nil {
		return piece{}, false
	}
	p, ok := draft.Row.Value.(piece)
	return p, ok && p.node != nil
}

// outside writes down, where the records of a post show pieces of its page, what the page lost while it was rendered and
// what of it is in none of them.
func (it *item) outside(drafts []mapping.Draft, log *finding.Log) {
	pieces := map[*html.Node]bool{}
	for _, draft := range drafts {
		if p, ok := rowPiece(draft); ok {
			pieces[p.node] = true
		}
	}
	if len(pieces) == 0 || len(drafts[0].Body.Formats) == 0 {
		return
	}
	log.Add(it.shown().log)
	rest := copyNode(it.shown().root, pieces)
	clean.Tree(rest, it.cleaning("body", &finding.Log{}, it.run.selectors(drafts[0].Body.Drop)))
	if text := clean.Text(rest); text != "" {
		blocks := 0
		for range rest.ChildNodes() {
			blocks++
		}
		log.LoseText(finding.BodyDropped, "outside of "+drafts[0].Row.Origin, blocks, text)
	}
}

// shownRow is a row as a person reads it.
func shownRow(draft mapping.Draft, position int) string {
	if draft.Row == nil {
		return ""
	}
	text := textOf(draft.Row.Value)
	if object, ok := draft.Row.Value.(mapping.Object); ok {
		var members []string
		for _, m := range object {
			if text := line(m.Value); text != "" {
				members = append(members, m.Name+": "+text)
			}
		}
		text = strings.Join(members, "; ")
	}
	return fmt.Sprintf("row %d of %s: %s", position, draft.Row.Origin, shorten(strings.Join(strings.Fields(text), " ")))
}
