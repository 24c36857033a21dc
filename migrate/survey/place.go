package survey

import (
	"hash/fnv"
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// place is the post in which values stand.
type place struct {
	post     int64
	postType string
	shown    bool            // samples may come from it
	logins   map[string]bool // names and addresses of users, which are never shown
	document bool            // one of its values is a document
}

// note counts one value under a name, which may be nil. Text is what a person would read for it; empty: nothing to show.
func (at *place) note(n *name, shape, text string) {
	at.document = at.document || shape == ShapeDocument
	if n == nil {
		return
	}
	if n.last != at.post {
		n.last = at.post
		n.filled[at.postType]++
		n.posts.Add(uint64(at.post))
	}
	n.shapes[shape]++
	if shape == ShapeHTML {
		text = wordpress.PlainText(text)
	}
	if text == "" {
		return
	}
	n.tell(text)
	if shape == ShapeText || shape == ShapePerson || shape == ShapeCountry {
		n.between.note(text)
	}
	if !at.shown || n.secret || looksSecret(text) || isData(text) || at.logins[text] {
		return
	}
	if n.samples.wants(at.post) {
		n.samples.add(at.post, text)
	}
	if shape == ShapeDate {
		n.dates.add(text)
	}
	if (shape == ShapeText || shape == ShapePerson) && keepsEnumeration(text) {
		n.lists.add(strings.Clone(text))
	}
}

// tell counts different values.
func (n *name) tell(text string) {
	if len(n.distinct) == mostDistinct {
		return
	}
	digest := digestOf(text)
	if i, known := slices.BinarySearch(n.distinct, digest); !known {
		n.distinct = slices.Insert(n.distinct, i, digest)
	}
}

func digestOf(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}
