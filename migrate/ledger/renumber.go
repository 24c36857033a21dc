package ledger

import (
	"encoding/binary"

	"wp2pub/migrate/wordpress"
)

// renumbering gives the rows of tables new numbers, in the order in which posts have them: so that no row stands in a ledger that
// nothing in it has any more, and that it does not show in which order it was put together.
type renumbering struct {
	before                          *Ledger
	texts, shapes, questions, lists *numbering
	in, out                         []byte
	pieces                          [][]byte // what comes before out
	last                            int64    // the ID of the last post
}

// numbering is what becomes of the numbers of one table. Those of the rows at its beginning, which most ledgers have in the order
// of the one before, stay what they were.
type numbering struct {
	straight uint32   // so many rows at the beginning keep their numbers
	order    []uint32 // the old numbers of those that follow them
	numbers  []uint32 // of each that follows, the new number and 1, by the old one; 0: none yet; nil while none follows
	same     []uint32 // by the number of a row beyond first: that of the row that says the same
	first    int
}

// newNumbering is for a table whose rows beyond first are to be looked for among those before.
func newNumbering[K comparable](t *table[K], before func(int) K) *numbering {
	n := &numbering{same: make([]uint32, len(t.values)), first: t.first}
	for i := range n.same {
		n.same[i] = uint32(t.first + i)
	}
	if len(t.values) > 0 {
		for i := range t.first {
			if later, found := t.numbers[before(i)]; found {
				n.same[later-t.first] = uint32(i)
			}
		}
	}
	return n
}

func (n *numbering) of(old uint64) uint64 {
	if old >= uint64(n.first) {
		old = uint64(n.same[old-uint64(n.first)])
	}
	switch {
	case old < uint64(n.straight):
		return old
	case old == uint64(n.straight) && n.numbers == nil:
		n.straight++
		return old
	case n.numbers == nil:
		n.numbers = make([]uint32, n.first+len(n.same))
	}
	if n.numbers[old] == 0 {
		n.order = append(n.order, uint32(old))
		n.numbers[old] = n.straight + uint32(len(n.order))
	}
	return uint64(n.numbers[old] - 1)
}

// count is how many rows were given a number.
func (n *numbering) count() int { return int(n.straight) + len(n.order) }

// rows yields their old numbers, by the new ones.
func (n *numbering) rows(yield func(int) bool) {
	for old := range int(n.straight) {
		if !yield(old) {
			return
		}
	}
	for _, old := range n.order {
		if !yield(int(old)) {
			return
		}
	}
}

// renumber prepares to give new numbers to what a Writer has.
func (w *Writer) renumber() *renumbering {
	return &renumbering{
		before:    w.before,
		texts:     newNumbering(&w.texts, func(i int) string { return w.before.texts[i] }),
		shapes:    newNumbering(&w.shapes, func(i int) string { return shapeKey(w.before.shapes[i].fields) }),
		questions: newNumbering(&w.questions, func(i int) wordpress.Asked { return w.before.Questions[i] }),
		lists:     newNumbering(&w.lists, w.listKey),
	}
}

// posts renumbers posts, and returns them in pieces.
func (r *renumbering) posts(all []stretch) [][]byte {
	for _, s := range all {
		switch {
		case s.made != nil:
			r.id(s.id)
			r.in = s.made
			r.post()
		case r.straight(s.from):
			r.take(s.from, s.to)
		default:
			for n := s.from; n < s.to; n++ {
				r.id(r.before.ids[n])
				r.in = r.stored(n, n+1)
				r.post()
			}
		}
	}
	return append(r.pieces, r.out)
}

// straight reports whether all rows of the posts before one of the ledger before, and no others, have their old numbers: then
// those of the post itself, and of the posts that follow it there, keep theirs, too.
func (r *renumbering) straight(post int) bool {
	var met rows
	if post > 0 {
		met = r.before.met[post-1]
	}
	return r.texts.numbers == nil && r.shapes.numbers == nil && r.lists.numbers == nil &&
		met == rows{r.texts.straight, r.shapes.straight, r.lists.straight}
}

// take takes posts of the ledger before over as they are stored.
func (r *renumbering) take(from, to int) {
	met := r.before.met[to-1]
	r.texts.straight, r.shapes.straight, r.lists.straight = met.texts, met.shapes, met.lists
	r.id(r.before.ids[from])
	r.pieces = append(r.pieces, r.out, r.stored(from, to))
	r.out = r.out[len(r.out):]
	r.last = r.before.ids[to-1]
}

// stored returns posts of the ledger before, but for the ID of the first.
func (r *renumbering) stored(from, to int) []byte {
	stored := r.before.posts.between(from, to)
	_, size := binary.Uvarint(stored)
	return stored[size:]
}

// pieceSize is about how large the pieces are that posts with new numbers are put into.
const pieceSize = 1 << 20

// id writes the ID of a post.
func (r *renumbering) id(id int64) {
	if cap(r.out)-len(r.out) < pieceSize/16 {
		r.pieces = append(r.pieces, r.out)
		r.out = make([]byte, 0, pieceSize)
	}
	r.out = binary.AppendUvarint(r.out, uint64(id-r.last))
	r.last = id
}

// post renumbers a post, whose ID is written.
func (r *renumbering) post() {
	r.raw(digestsSize)
	r.row(r.lists)
	r.row(r.texts)
	r.row(r.texts)
	r.raw(1)
	r.number()
	r.row(r.texts)
	for range r.number() {
		r.row(r.texts)
		r.account()
	}
}

func (r *renumbering) account() {
	r.row(r.texts)
	r.row(r.shapes)
	for range r.number() {
		r.row(r.texts)
		r.number()
	}
	for range r.number() {
		r.row(r.texts)
		r.row(r.texts)
	}
	r.raw(8)
}

func (r *renumbering) list() {
	for range r.number() {
		r.row(r.questions)
	}
}

func (r *renumbering) shape() {
	for range r.number() {
		r.row(r.texts)
		r.row(r.texts)
		r.raw(1)
	}
}

func (r *renumbering) question() {
	r.row(r.texts)
	r.number()
	r.row(r.texts)
	r.raw(len(wordpress.Answer{}))
}

// table renumbers the rows that a table keeps, in their new order, and says how many they are.
func (r *renumbering) table(t *numbering, stored func(n int) []byte, row func()) []byte {
	r.out = binary.AppendUvarint(make([]byte, 0, 32*t.count()), uint64(t.count()))
	for n := range t.rows {
		r.in = stored(n)
		row()
	}
	return r.out
}

// row renumbers a row of a table.
func (r *renumbering) row(t *numbering) {
	n, size := binary.Uvarint(r.in)
	r.in = r.in[size:]
	r.out = binary.AppendUvarint(r.out, t.of(n))
}

// number takes a number over as it is; a signed one takes the same bytes.
func (r *renumbering) number() uint64 {
	n, size := binary.Uvarint(r.in)
	r.raw(size)
	return n
}

func (r *renumbering) raw(n int) {
	r.out = append(r.out, r.in[:n]...)
	r.in = r.in[n:]
}
