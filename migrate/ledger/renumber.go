package ledger

import (
	"crypto/sha256"
	"encoding/binary"

	"wp2pub/migrate/wordpress"
)

// renumbering gives the rows of tables new numbers, in the order in which posts have them: so that no row stands in a ledger that
// nothing in it has any more, and that it does not show in which order it was put together.
type renumbering struct {
	texts, shapes, questions *numbering
	in, out                  []byte
}

// numbering is what becomes of the numbers of one table.
type numbering struct {
	numbers []uint32 // the new number and 1, by the old one; 0: none yet
	same    []uint32 // by the number of a row beyond first: that of the row that says the same
	first   int
	order   []uint32 // the old numbers, by the new one
}

// newNumbering is for a table whose rows beyond first are to be looked for among those before.
func newNumbering[K comparable](t *table[K], before func(int) K) *numbering {
	n := &numbering{numbers: make([]uint32, t.first+len(t.values)), same: make([]uint32, len(t.values)), first: t.first}
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
	if n.numbers[old] == 0 {
		n.order = append(n.order, uint32(old))
		n.numbers[old] = uint32(len(n.order))
	}
	return uint64(n.numbers[old] - 1)
}

// renumber prepares to give new numbers to what a Writer has.
func (w *Writer) renumber() *renumbering {
	return &renumbering{
		texts:     newNumbering(&w.texts, func(i int) string { return w.before.texts[i] }),
		shapes:    newNumbering(&w.shapes, func(i int) string { return shapeKey(w.before.shapes[i].fields) }),
		questions: newNumbering(&w.questions, func(i int) wordpress.Asked { return w.before.Questions[i] }),
	}
}

// posts renumbers posts.
func (r *renumbering) posts(stored []byte, count int) []byte {
	r.in, r.out = stored, make([]byte, 0, len(stored))
	for range count {
		r.number() // of its ID
		r.raw(2 * sha256.Size)
		for range r.number() {
			r.row(r.questions)
		}
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
	return r.out
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

// table renumbers the rows that a table keeps, in their new order.
func (r *renumbering) table(t *numbering, stored func(n int) []byte, row func()) []byte {
	r.out = make([]byte, 0, 32*len(t.order))
	for _, n := range t.order {
		r.in = stored(int(n))
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
