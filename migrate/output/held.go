package output

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"wp2pub/migrate"
)

// held is a record that the output holds, or will.
type held struct {
	Item
	site    string         // of its id
	post    int64          // of its id
	fresh   bool           // it was not held before this run
	seen    bool           // it was put or kept in this run
	action  migrate.Action // of what was seen
	state   fileState
	known   bool      // state is known
	changed time.Time // of its file, when it was last looked at
	place   place     // where it wants to stand, once seen
	from    string    // its path when the run began; empty for a fresh one
}

// wanted is the path that a record wants, without extension.
func (h *held) wanted() string {
	if h.Wanted != "" {
		return h.Wanted
	}
	return h.Path[:strings.LastIndexByte(h.Path, '.')]
}

// fileState says how a file compares with what the manifest says of it.
type fileState int

const (
	clean   fileState = iota // as it was written
	missing                  // not there
	edited                   // something else
)

// holdings are the records that an output holds, or will: each by its id, and all in the order of the manifest.
type holdings struct {
	byID map[string]*held
	list []*held // what was added since it was last put in order stands at its end, and what was dropped is still there
}

// newHoldings takes the items of a manifest over.
func newHoldings(items []Item) holdings {
	h := holdings{make(map[string]*held, len(items)), make([]*held, len(items))}
	room := make([]held, len(items))
	for i, item := range items {
		one := &room[i]
		one.Item, one.from = item, item.Path
		one.site, one.post, _, _ = splitID(item.ID)
		h.byID[item.ID], h.list[i] = one, one
	}
	return h
}

// add takes in a record that was not held.
func (h *holdings) add(one *held) {
	h.byID[one.ID] = one
	h.list = append(h.list, one)
}

// drop takes a record out.
func (h *holdings) drop(one *held) { delete(h.byID, one.ID) }

// sorted returns all records in order. The list stays as it is when records are added or dropped.
func (h *holdings) sorted() []*held {
	if len(h.list) != len(h.byID) {
		h.list = slices.DeleteFunc(slices.Clone(h.list), func(one *held) bool { return h.byID[one.ID] != one })
	}
	if !slices.IsSortedFunc(h.list, compareHeld) {
		h.list = slices.SortedFunc(slices.Values(h.list), compareHeld)
	}
	return h.list
}

// compareHeld orders by site, post, number and id, as a manifest is.
func compareHeld(a, b *held) int {
	return cmp.Or(strings.Compare(a.site, b.site), cmp.Compare(a.post, b.post), cmp.Compare(a.Number, b.Number), strings.Compare(a.ID, b.ID))
}
