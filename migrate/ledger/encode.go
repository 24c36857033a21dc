package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// magic begins each ledger, and names the version of its format.
const magic = "wp2pub.ledger/2\n"

// Writer puts a ledger together, post by post. The zero Writer is not ready for use: see NewWriter.
type Writer struct {
	heads     [3]wordpress.Digest // terms, site, public
	texts     table[string]
	questions table[wordpress.Asked]
	shapes    table[string] // encoded lists of fields
	posts     []byte
	count     int
	last      int64
}

// NewWriter starts a ledger, with the digests that Ledger has.
func NewWriter(terms, site, public wordpress.Digest) *Writer {
	return &Writer{heads: [3]wordpress.Digest{terms, site, public}, texts: newTable[string](), questions: newTable[wordpress.Asked](), shapes: newTable[string]()}
}

// table numbers values in the order in which they are met.
type table[K comparable] struct {
	numbers map[K]uint64
	values  []K
}

func newTable[K comparable]() table[K] { return table[K]{numbers: map[K]uint64{}} }

func (t *table[K]) number(value K) uint64 {
	n, known := t.numbers[value]
	if !known {
		n = uint64(len(t.values))
		t.numbers[value] = n
		t.values = append(t.values, value)
	}
	return n
}

// Add writes a post down. Posts come by ascending ID. Trace is what its making asked.
func (w *Writer) Add(id int64, own, inputs wordpress.Digest, trace wordpress.Trace, o Outcome) {
	b := binary.AppendUvarint(w.posts, uint64(id-w.last))
	b = append(append(b, own[:]...), inputs[:]...)
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
	w.posts, w.last = b, id
	w.count++
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
	b := slices.Concat([]byte(magic), w.heads[0][:], w.heads[1][:], w.heads[2][:])
	b = binary.AppendUvarint(b, uint64(len(w.texts.values)))
	for _, text := range w.texts.values {
		b = append(binary.AppendUvarint(b, uint64(len(text))), text...)
	}
	b = binary.AppendUvarint(b, uint64(len(w.shapes.values)))
	for _, shape := range w.shapes.values {
		b = append(b, shape...)
	}
	b = append(binary.AppendUvarint(b, uint64(len(w.questions.values))), questions...)
	b = append(binary.AppendUvarint(b, uint64(w.count)), w.posts...)
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}
