package mysql

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/binary"
	"iter"
	"slices"

	"wp2pub/migrate/wordpress"
)

// Digests yields the heads that are wanted with a digest of their posts. The server sums up long texts, so that no body is
// sent. It goes with the pass of Site where Config.Sums is set, and costs a pass of its own otherwise. The digest of a revision
// is zero, and that of a post that came meanwhile, which only a table without a snapshot can bring.
func (s *Source) Digests(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[wordpress.Head, error] {
	return func(yield func(wordpress.Head, error) bool) {
		if s.sums == nil {
			s.sums = newSums(s.table("posts").expected())
			for _, pass := range []func(context.Context, *wordpress.Builder) error{s.index, s.meta} {
				if err := pass(ctx, wordpress.NewBuilder(s.prefix)); err != nil {
					yield(wordpress.Head{}, err)
					return
				}
			}
		}
		sums := s.sums
		s.sums = nil // they are as old as the pass
		for _, t := range wordpress.PostTables() {
			whole, err := s.sumPlugin(ctx, t, sums)
			if err != nil {
				yield(wordpress.Head{}, err)
				return
			}
			s.witness.note(s.prefix+t.Name, whole)
		}
		sums.settle()
		for head, err := range s.Heads(ctx) {
			if err == nil && !want(head) {
				continue
			}
			if i, ok := sums.find(head.ID); ok {
				head.Digest = sums.of[i]
			}
			if !yield(head, err) {
				return
			}
		}
	}
}

// sums are digests in the making, by ascending ID: each row that is added goes into that of its post, in the order of the
// rows. Rows of one post that come one after the other are summed up together.
type sums struct {
	ids    []int64
	of     []wordpress.Digest
	at     int    // position of the post that open belongs to
	open   []byte // the digest of the post as it is in of, and the rows that came since; empty: none came
	number []byte
}

// newSums makes room for about as many posts.
func newSums(posts int) *sums {
	return &sums{ids: make([]int64, 0, posts), of: make([]wordpress.Digest, 0, posts)}
}

// mostOpen is how many bytes of rows are summed up together at most.
const mostOpen = 64 << 10

// post begins the digest of a post with its row. Posts come by ascending ID; one that never comes has no digest.
func (s *sums) post(id int64, cells row) {
	s.ids, s.of = append(s.ids, id), append(s.of, wordpress.Digest{})
	s.add("posts", id, cells)
}

// add takes a row of a table into the digest of its post, if there is such a post. Each cell goes in with its length; a NULL
// has none.
func (s *sums) add(table string, id int64, cells []driver.Value) {
	i, ok := s.find(id)
	if !ok {
		return
	}
	if i != s.at || len(s.open) > mostOpen {
		s.settle()
	}
	if len(s.open) == 0 {
		s.at, s.open = i, append(s.open, s.of[i][:]...)
	}
	s.open = append(append(s.open, table...), 0)
	for _, cell := range cells {
		s.open, s.number = appendCell(s.open, cell, s.number)
	}
}

// appendCell appends a cell with its length, and a NULL with none. Spare is room for the text of a number.
func appendCell(b []byte, cell driver.Value, spare []byte) (longer, room []byte) {
	if cell == nil {
		return append(b, 0), spare
	}
	text, ok := cell.([]byte)
	if !ok { // a number
		spare = appendValue(spare[:0], cell)
		text = spare
	}
	return append(binary.AppendUvarint(b, uint64(len(text))+1), text...), spare
}

// settle sums up the rows that are open.
func (s *sums) settle() {
	if len(s.open) > 0 {
		s.of[s.at] = sha256.Sum256(s.open)
		s.open = s.open[:0]
	}
}

// find returns the position of a post. Rows of one post mostly come one after the other, and posts in their order.
func (s *sums) find(id int64) (int, bool) {
	for i := s.at; i < len(s.ids) && i < s.at+2; i++ {
		if s.ids[i] == id {
			return i, true
		}
	}
	return slices.BinarySearch(s.ids, id)
}

// longText is the length in bytes up to which the server sends a text as it is. It sums up a longer one.
const longText = "256"

// summed asks for a column as it is where it is short, or whole holds; for nothing where without holds; and for its sum
// otherwise. The sum is longer by a byte than the longest text that is sent for being short, so that none can be taken for the other.
func summed(t *table, column, whole, without string) string {
	if !t.has(column) {
		return "NULL"
	}
	c := quote(column)
	if slices.Contains(t.short, column) {
		return c
	}
	sum := "CONVERT(RPAD(SHA2(" + c + ", 256), " + longText + " + 1, '-') USING ascii)" // which goes with a column in any character set
	return "CASE WHEN LENGTH(" + c + ") <= " + longText + " OR " + whole + " THEN " + c + " WHEN NOT (" + without + ") THEN " + sum + " END"
}

// sumPlugin adds a plugin's rows about posts, and sums up the whole table.
func (s *Source) sumPlugin(ctx context.Context, plugin wordpress.PostTable, sums *sums) (whole wordpress.Digest, err error) {
	t := s.table(plugin.Name)
	if t == nil || !t.has(plugin.Post) {
		return whole, nil
	}
	all := sha256.New()
	var cells, room []byte
	query := "SELECT " + t.list(plugin.Post) + ", " + t.list(t.columns...) + " FROM " + quote(t.name) + t.order()
	err = s.each(ctx, "the summing up of "+t.name, query, func(r row) error {
		sums.add(plugin.Name, r.integer(0), r[1:])
		cells = cells[:0]
		for _, cell := range r {
			cells, room = appendCell(cells, cell, room)
		}
		all.Write(cells)
		return nil
	})
	return wordpress.Digest(all.Sum(nil)), err
}
