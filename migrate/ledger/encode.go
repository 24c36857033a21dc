package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// magic begins each ledger, and names the version of its format.
const magic = "wp2pub.ledger/3\n"

// Writer puts a ledger together, post by post. The zero Writer is not ready for use: see NewWriter.
type Writer struct {
	heads     [3]wordpress.Digest // terms, site, public
	before    *Ledger             // what the run before wrote down; may be nil
	goesOn    bool                // with the tables of before
	texts     table[string]
	questions table[wordpress.Asked]
	shapes    table[string] // encoded lists of fields
	posts     []byte
	count     int
	added     int
	last      int64
}

// NewWriter starts a ledger, with the digests that Ledger has. It goes on with that of the run before, which may be nil, as long
// as that is worth it.
func NewWriter(terms, site, public wordpress.Digest, before *Ledger) *Writer {
	w := &Writer{heads: [3]wordpress.Digest{terms, site, public}, before: before, goesOn: before != nil && !before.worn()}
	var counts [3]int
	if w.goesOn {
		counts, w.added = before.counts, before.added
		w.posts = make([]byte, 0, before.size)
	}
	w.texts, w.shapes, w.questions = newTable[string](counts[0]), newTable[string](counts[1]), newTable[wordpress.Asked](counts[2])
	return w
}

// worn reports whether so many posts were added to a ledger that it is better written anew.
func (l *Ledger) worn() bool { return l.added > len(l.Posts)/4 }

// table numbers values in the order in which they are met, from a first number on.
type table[K comparable] struct {
	first   int
	numbers map[K]uint64
	values  []K
}

func newTable[K comparable](first int) table[K] {
	return table[K]{first: first, numbers: map[K]uint64{}}
}

func (t *table[K]) number(value K) uint64 {
	n, known := t.numbers[value]
	if !known {
		n = uint64(t.count())
		t.numbers[value] = n
		t.values = append(t.values, value)
	}
	return n
}

// count is how many rows the table has.
func (t *table[K]) count() int { return t.first + len(t.values) }

// Keep takes over a post of the ledger before, as Add would have written it down. Posts come by ascending ID.
func (w *Writer) Keep(p *Post) {
	if !w.goesOn {
		w.add(p.ID, p.Own, p.Inputs, w.before.trace(p), p.Outcome)
		return
	}
	w.begin(p.ID)
	w.posts = append(w.posts, p.stored...)
}

func (w *Writer) begin(id int64) {
	w.posts = binary.AppendUvarint(w.posts, uint64(id-w.last))
	w.last = id
	w.count++
}

// Add writes a post down. Posts come by ascending ID. Trace is what its making asked.
func (w *Writer) Add(id int64, own, inputs wordpress.Digest, trace wordpress.Trace, o Outcome) {
	w.add(id, own, inputs, trace, o)
	if w.goesOn {
		w.added++
	}
}

func (w *Writer) add(id int64, own, inputs wordpress.Digest, trace wordpress.Trace, o Outcome) {
	w.begin(id)
	b := append(append(w.posts, own[:]...), inputs[:]...)
	b = binary.AppendUvarint(b, uint64(len(trace)))
	for _, asked := range trace {
		b = binary.AppendUvarint(b, w.questions.number(asked))
	}
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
	w.posts = b
}

func (w *Writer) text(b []byte, text string) []byte {
	return binary.AppendUvarint(b, w.texts.number(text))
}

func (w *Writer) account(b []byte, a report.Account) []byte {
	b = w.text(b, a.Kind)
	b = binary.AppendUvarint(b, w.shapes.number(w.shape(a.Fields)))
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

func (w *Writer) shape(fields []report.FieldState) string {
	b := binary.AppendUvarint(nil, uint64(len(fields)))
	for _, f := range fields {
		b = append(w.text(w.text(b, f.Field), f.Origin), byte(f.State))
	}
	return string(b)
}

func flag(set bool) byte {
	if set {
		return 1
	}
	return 0
}

// Bytes returns the ledger.
func (w *Writer) Bytes() []byte {
	var questions []byte // first, since they have texts
	for _, q := range w.questions.values {
		questions = w.text(questions, q.Kind)
		questions = binary.AppendVarint(questions, q.ID)
		questions = w.text(questions, q.Text)
		questions = append(questions, q.Answer[:]...)
	}
	var texts, shapes []byte
	for _, text := range w.texts.values {
		texts = append(binary.AppendUvarint(texts, uint64(len(text))), text...)
	}
	for _, shape := range w.shapes.values {
		shapes = append(shapes, shape...)
	}
	var before [3][]byte
	if w.goesOn {
		before = w.before.tables
	}
	number := func(n int) []byte { return binary.AppendUvarint(nil, uint64(n)) }
	b := slices.Concat([]byte(magic), w.heads[0][:], w.heads[1][:], w.heads[2][:], number(w.added),
		number(w.texts.count()), before[0], texts, number(w.shapes.count()), before[1], shapes, number(w.questions.count()), before[2], questions,
		number(w.count), w.posts, make([]byte, sha256.Size))
	body := len(b) - sha256.Size
	sum := sha256.Sum256(b[:body])
	copy(b[body:], sum[:])
	return b
}
