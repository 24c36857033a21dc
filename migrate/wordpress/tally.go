package wordpress

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"maps"
	"slices"
)

// tally sums up what a Builder is given: each table by itself, so that it does not matter which table comes first.
type tally struct{ tables map[string]*tallied }

// tallied is one table of a tally.
type tallied struct {
	hash hash.Hash
	open []byte // what is not in hash yet
}

func newTally() *tally { return &tally{map[string]*tallied{}} }

// add takes in one row of a table. Numbers and texts go in with their lengths, so that no two rows that differ read the same;
// those of one table can be taken apart again, as they have equally many or say how many.
func (t *tally) add(table string, numbers []int64, texts ...string) {
	of := t.tables[table]
	if of == nil {
		of = &tallied{hash: sha256.New()}
		t.tables[table] = of
	}
	for _, n := range numbers {
		of.open = binary.AppendVarint(of.open, n)
	}
	for _, text := range texts {
		of.open = append(binary.AppendUvarint(of.open, uint64(len(text))), text...)
	}
	if len(of.open) > 32<<10 {
		of.flush()
	}
}

// addRow takes in a row of a plugin's table: how many columns it has, and each.
func (t *tally) addRow(table string, r Row) {
	t.add(table, []int64{int64(len(r))})
	for _, column := range slices.Sorted(maps.Keys(r)) {
		t.add(table, nil, column, r[column])
	}
}

func (t *tallied) flush() {
	t.hash.Write(t.open)
	t.open = t.open[:0]
}

// digest sums up these tables.
func (t *tally) digest(tables []string) Digest {
	all := sha256.New()
	for _, table := range tables {
		if of := t.tables[table]; of != nil {
			of.flush()
			fmt.Fprintf(all, "%s %x\n", table, of.hash.Sum(nil))
		}
	}
	return Digest(all.Sum(nil))
}
