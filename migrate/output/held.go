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
	at      int       // in the list of holdings
	gone    bool      // it is no longer held
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

// holdings are the records that an output holds, or will, in the order of the manifest. Those that come in stand at the end, and
// those that went stay in the list, until it is next asked for in order.
type holdings struct {
	list []*held
	next int              // of the list: the record that is likely to be asked for
	byID map[string]*held // nil until one is asked for that is not the next
	gone int              // records in the list that were dropped
}

// newHoldings takes the items of a manifest over.
func newHoldings(items []Item) holdings {
	h := holdings{list: make([]*held, 0, len(items))}
	h.take(items)
	return h
}

// take takes further items of the manifest over, and returns them as they are held.
func (h *holdings) take(items []Item) []*held {
	before, room := len(h.list), make([]held, len(items))
	for i, item := range items {
		one := &room[i]
		one.Item, one.from, one.at = item, item.Path, len(h.list)
		one.site, one.post, _, _ = splitID(item.ID)
		h.list = append(h.list, one)
	}
	return h.list[before:]
}

// get returns the record of this ID, nil if none is held. Those that are asked for in order are found at once.
func (h *holdings) get(id string) *held {
	for _, likely := range []int{h.next, h.next - 1, 0} {
		if 0 <= likely && likely < len(h.list) && h.list[likely].ID == id && !h.list[likely].gone {
			h.next = likely + 1
			return h.list[likely]
		}
	}
	if h.byID == nil {
		h.byID = make(map[string]*held, len(h.list))
		for _, one := range h.list {
			if !one.gone {
				h.byID[one.ID] = one
			}
		}
	}
	one := h.byID[id]
	if one != nil {
		h.next = one.at + 1
	}
	return one
}

// add takes in a record that was not held.
func (h *holdings) add(one *held) {
	one.at = len(h.list)
	h.list = append(h.list, one)
	if h.byID != nil {
		h.byID[one.ID] = one
	}
}

// drop takes a record out.
func (h *holdings) drop(one *held) {
	one.gone = true
	h.gone++
	delete(h.byID, one.ID)
}

// sorted returns all records in order. What was returned before stays as it was.
func (h *holdings) sorted() []*held {
	if h.gone == 0 && slices.IsSortedFunc(h.list, compareHeld) {
		return h.list
	}
	h.list = slices.DeleteFunc(slices.Clone(h.list), func(one *held) bool { return one.gone })
	slices.SortFunc(h.list, compareHeld)
	for i, one := range h.list {
		one.at = i
	}
	h.gone = 0
	return h.list
}

// compareHeld orders by site, post, number and id, as a manifest is.
func compareHeld(a, b *held) int {
	if order := strings.Compare(a.site, b.site); order != 0 {
		return order
	}
	if order := cmp.Compare(a.post, b.post); order != 0 {
		return order
	}
	return cmp.Or(cmp.Compare(a.Number, b.Number), strings.Compare(a.ID, b.ID))
}
