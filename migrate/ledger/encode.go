package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"

	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// magic begins each ledger, and names the version of its format.
const magic = "wp2pub.ledger/6\n"

// Writer puts a ledger together, post by post. The zero Writer is not ready for use: see NewWriter.
type Writer struct {
	heads     [3]wordpress.Digest // terms, site, public
	before    *Ledger
	texts     table[string] // each goes on where that of before ends
	shapes    table[string] // lists of fields, by shapeKey
	questions table[wordpress.Asked]
	lists     table[string] // lists of questions, as they are stored with the numbers of this Writer
	fields    [][]byte      // the shapes as they are stored
	posts     []stretch
	count     int
	buffer    []byte
	list      []byte
	answers   []wordpress.Answer
}

// stretch is some posts that follow one another: either those of the ledger before from one on, up to another, or a new one.
type stretch struct {
	from, to int
	id       int64
	made     []byte // all but the ID, with the numbers of the Writer's tables
}

// NewWriter starts a ledger, with the digests that Ledger has. Keep takes posts over from the one before, which may be nil.
func NewWriter(terms, site, public wordpress.Digest, before *Ledger) *Writer {
	if before == nil {
		before = &Ledger{}
	}
	return &Writer{
		heads: [3]wordpress.Digest{terms, site, public}, before: before,
		texts: newTable[string](len(before.texts)), shapes: newTable[string](len(before.shapes)), questions: newTable[wordpress.Asked](len(before.Questions)),
		lists: newTable[string](before.Lists()),
	}
}

// table numbers values in the order in which they are met, from a first number on.
type table[K comparable] struct {
	first   int
	numbers map[K]int
	values  []K
}

func newTable[K comparable](first int) table[K] { return table[K]{first: first, numbers: map[K]int{}} }

func (t *table[K]) number(value K) uint64 {
	n, known := t.numbers[value]
	if !known {
		n = t.first + len(t.values)
		t.numbers[value] = n
		t.values = append(t.values, value)
	}
	return uint64(n)
}

// Keep takes over the post at a position of the ledger before. Posts come by ascending ID.
func (w *Writer) Keep(post int) {
	w.count++
	if n := len(w.posts); n > 0 && w.posts[n-1].made == nil && w.posts[n-1].to == post {
		w.posts[n-1].to++
		return
	}
	w.posts = append(w.posts, stretch{from: post, to: post + 1})
}

// Add writes a post down. Posts come by ascending ID. Trace is what its making asked.
func (w *Writer) Add(id int64, of Digests, trace wordpress.Trace, o Outcome) {
	b := append(append(append(w.buffer[:0], of.Own[:]...), of.Meta[:]...), of.Inputs[:]...)
	list, answered := w.asked(id, trace)
	b = binary.AppendUvarint(append(b, answered[:]...), list)
	b = w.text(b, string(o.Disposition))
	b = w.text(b, o.Reason)
	b = append(b, flag(o.Withheld))
	b = binary.AppendVarint(b, int64(o.Entry))
	b = w.text(b, o.Kind)
	b = binary.AppendUvarint(b, uint64(len(o.Records)))
	for _, r := range o.Records {
		b = w.text(b, r.ID)
		b = w.account(b, r.Account)
	}
	w.posts, w.buffer = append(w.posts, stretch{id: id, made: bytes.Clone(b)}), b
	w.count++
}

// asked numbers the list of a trace's questions, and sums up the answers to those about the post itself.
func (w *Writer) asked(id int64, trace wordpress.Trace) (list uint64, answered wordpress.Answer) {
	w.answers = w.answers[:0]
	b := binary.AppendUvarint(w.list[:0], uint64(len(trace)))
	for _, a := range trace {
		if a.ID == id && a.Text == "" {
			w.answers = append(w.answers, a.Answer)
			a = wordpress.Asked{Question: wordpress.Question{Kind: a.Kind, ID: itself}}
		}
		b = binary.AppendUvarint(b, w.questions.number(a))
	}
	w.list = b
	return w.lists.number(string(b)), Answered(w.answers)
}

// listKey is a list of the ledger before as it would be with the numbers of this Writer; empty where this has not asked all of it.
func (w *Writer) listKey(n int) string {
	list := w.before.list(n)
	b := binary.AppendUvarint(nil, uint64(len(list)))
	for _, q := range list {
		number, asked := w.questions.numbers[w.before.Questions[q]]
		if !asked {
			return ""
		}
		b = binary.AppendUvarint(b, uint64(number))
	}
	return string(b)
}

func (w *Writer) text(b []byte, text string) []byte {
	return binary.AppendUvarint(b, w.texts.number(text))
}

func (w *Writer) account(b []byte, a report.Account) []byte {
	b = w.text(b, a.Kind)
	b = binary.AppendUvarint(b, w.shape(a.Fields))
	b = binary.AppendUvarint(b, uint64(len(a.Losses)))
	for _, l := range a.Losses {
		b = w.text(b, string(l.Code))
		b = binary.AppendUvarint(b, uint64(l.Count))
	}
	b = binary.AppendUvarint(b, uint64(len(a.Findings)))
	for _, f := range a.Findings {
		b = w.text(w.text(b, string(f.Code)), f.Field)
	}
	return binary.LittleEndian.AppendUint64(b, a.MainFile)
}

// shape numbers a list of fields.
func (w *Writer) shape(fields []report.FieldState) uint64 {
	n := w.shapes.number(shapeKey(fields))
	if len(w.fields) < len(w.shapes.values) {
		b := binary.AppendUvarint(nil, uint64(len(fields)))
		for _, f := range fields {
			b = append(w.text(w.text(b, f.Field), f.Origin), byte(f.State))
		}
		w.fields = append(w.fields, b)
	}
	return n
}

// shapeKey tells lists of fields apart.
func shapeKey(fields []report.FieldState) string {
	var b []byte
	for _, f := range fields {
		b = append(binary.AppendUvarint(b, uint64(len(f.Field))), f.Field...)
		b = append(binary.AppendUvarint(b, uint64(len(f.Origin))), f.Origin...)
		b = append(b, byte(f.State))
	}
	return string(b)
}

// question is a question as it is stored.
func (w *Writer) question(q wordpress.Asked) []byte {
	b := w.text(nil, q.Kind)
	b = binary.AppendVarint(b, q.ID)
	b = w.text(b, q.Text)
	return append(b, q.Answer[:]...)
}

func flag(set bool) byte {
	if set {
		return 1
	}
	return 0
}

// Pieces returns the ledger, in pieces that follow one another. What it was put together of leaves no trace in it: ledgers that
// say the same are the same.
func (w *Writer) Pieces() [][]byte {
	stored := make([][]byte, len(w.questions.values)) // first, since they have texts
	for i, q := range w.questions.values {
		stored[i] = w.question(q)
	}
	r := w.renumber()
	posts := r.posts(w.posts)
	lists := r.table(r.lists, func(n int) []byte {
		if n < w.lists.first {
			return w.before.lists.from(n)
		}
		return []byte(w.lists.values[n-w.lists.first])
	}, r.list)
	shapes := r.table(r.shapes, func(n int) []byte {
		if n < w.shapes.first {
			return w.before.shapes[n].stored
		}
		return w.fields[n-w.shapes.first]
	}, r.shape)
	questions := r.table(r.questions, func(n int) []byte {
		if n < w.questions.first {
			return w.before.asked.from(n)
		}
		return stored[n-w.questions.first]
	}, r.question)
	head := append(append(append([]byte(magic), w.heads[0][:]...), w.heads[1][:]...), w.heads[2][:]...)
	pieces := append([][]byte{head, w.textsIn(r.texts), shapes, questions, lists, binary.AppendUvarint(nil, uint64(w.count))}, posts...)
	sum := sha256.New()
	for _, piece := range pieces {
		sum.Write(piece)
	}
	return append(pieces, sum.Sum(nil))
}

// textsIn is the table of texts as it is stored.
func (w *Writer) textsIn(order *numbering) []byte {
	size := binary.MaxVarintLen64
	for n := range order.rows {
		size += len(w.textAt(n)) + 2
	}
	b := binary.AppendUvarint(make([]byte, 0, size), uint64(order.count()))
	for n := range order.rows {
		text := w.textAt(n)
		b = append(binary.AppendUvarint(b, uint64(len(text))), text...)
	}
	return b
}

func (w *Writer) textAt(n int) string {
	if n < w.texts.first {
		return w.before.texts[n]
	}
	return w.texts.values[n-w.texts.first]
}
