package wordpress

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"maps"
	"slices"
)

// tally sums up what a Builder is given, in the order in which it comes.
type tally struct {
	hash hash.Hash
	open []byte // what is not in hash yet
}

func newTally() *tally { return &tally{hash: sha256.New()} }

// add takes in one row. Kind says of what; numbers and texts go in with their counts and lengths, so that no two rows that
// differ read the same.
func (t *tally) add(kind byte, numbers []int64, texts ...string) {
	b := append(t.open, kind, byte(len(numbers)), byte(len(texts)))
	for _, n := range numbers {
		b = binary.AppendVarint(b, n)
	}
	for _, text := range texts {
		b = append(binary.AppendUvarint(b, uint64(len(text))), text...)
	}
	if t.open = b; len(b) > 32<<10 {
		t.flush()
	}
}

// addRow takes in a row of a plugin's table.
func (t *tally) addRow(table string, r Row) {
	t.add('r', []int64{int64(len(r))}, table)
	for _, column := range slices.Sorted(maps.Keys(r)) {
		t.add('c', nil, column, r[column])
	}
}

func (t *tally) flush() {
	t.hash.Write(t.open)
	t.open = t.open[:0]
}

func (t *tally) digest() Digest {
	t.flush()
	return Digest(t.hash.Sum(nil))
}
