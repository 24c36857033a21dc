package dump

import (
	"cmp"
	"slices"
)

// extent is where rows lie: one row, or consecutive rows of one post, or some rows of a small table. It takes 24 bytes.
type extent struct {
	id     int64 // of the post that its rows are about; 0 for small tables
	offset int64
	length uint32
	layout uint16
	policy policy
	wanted bool // among its rows is meta that the index needs
}

// policy is what an INSERT does with a row whose key is taken.
type policy uint8

const (
	insert  policy = iota // fails on a server; here the last row counts, with a warning
	ignore                // INSERT IGNORE: the first row counts
	replace               // REPLACE: the last row counts
)

// longestRun is about how far consecutive rows are put into one extent.
const longestRun = 1 << 20

// join adds a row to the last extent of a table, if it is about the same post, follows it and is read alike.
func (t *table) join(e extent) bool {
	if len(t.extents) == 0 {
		return false
	}
	last := &t.extents[len(t.extents)-1]
	end := e.offset + int64(e.length)
	if last.id != e.id || last.layout != e.layout || last.policy != e.policy || end-last.offset > longestRun {
		return false
	}
	last.length = uint32(end - last.offset)
	last.wanted = last.wanted || e.wanted
	return true
}

// sortByPost orders extents by post, those of one post in the order of the dump.
func sortByPost(extents []extent) {
	order := func(a, b extent) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.offset, b.offset)) }
	if !slices.IsSortedFunc(extents, order) {
		slices.SortFunc(extents, order)
	}
}
