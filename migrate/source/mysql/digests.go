package mysql

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"iter"
	"slices"

	"wp2pub/migrate/wordpress"
)

// Digests yields the heads that are wanted with a digest of their posts. The server sums up texts, so that no body is sent.
func (s *Source) Digests(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[wordpress.Head, error] {
	return func(yield func(wordpress.Head, error) bool) {
		heads, err := s.digested(ctx, want)
		if err != nil {
			yield(wordpress.Head{}, err)
			return
		}
		for _, h := range heads {
			if !yield(h, nil) {
				return
			}
		}
	}
}

// digested returns the heads that are wanted with their digests. That of a post stays zero that has gone meanwhile, which
// only a table without a snapshot can lose, and where the server cannot sum up.
func (s *Source) digested(ctx context.Context, want func(wordpress.Head) bool) ([]wordpress.Head, error) {
	var heads []wordpress.Head
	sums, all := &sums{}, 0
	for head, err := range s.Heads(ctx) {
		if err != nil {
			return nil, err
		}
		if all++; want(head) {
			heads = append(heads, head)
			sums.ids = append(sums.ids, head.ID)
		}
	}
	sums.of, sums.known = make([]wordpress.Digest, len(heads)), make([]bool, len(heads))
	for ids := range slices.Chunk(sums.ids, s.idBatch) {
		if err := s.sumRows(ctx, sums, ids); err != nil {
			return nil, err
		}
	}
	if err := s.sumMeta(ctx, sums, all); err != nil {
		return nil, err
	}
	for _, t := range wordpress.PostTables() {
		if err := s.sumPlugin(ctx, t, sums); err != nil {
			return nil, err
		}
	}
	for i := range heads {
		if sums.known[i] {
			heads[i].Digest = sums.of[i]
		}
	}
	return heads, nil
}

// sums are digests in the making: each row that is added goes into that of its post, in the order of the rows.
type sums struct {
	ids   []int64
	of    []wordpress.Digest
	known []bool
	row   []byte
	last  int // position of the post of the row before
}

// add takes a row of a table into the digest of its post. Each cell goes in with its length; a NULL has none.
func (s *sums) add(table string, id int64, cells row) bool {
	i, ok := s.find(id)
	if !ok {
		return false
	}
	s.row = append(append(append(s.row[:0], s.of[i][:]...), table...), 0)
	for _, cell := range cells {
		length := uint64(len(cell)) + 1
		if cell == nil {
			length = 0
		}
		s.row = append(binary.AppendUvarint(s.row, length), cell...)
	}
	s.of[i] = sha256.Sum256(s.row)
	return true
}

// find returns the position of a post. Rows of one post mostly come one after the other.
func (s *sums) find(id int64) (int, bool) {
	if s.last < len(s.ids) && s.ids[s.last] == id {
		return s.last, true
	}
	i, ok := slices.BinarySearch(s.ids, id)
	if ok {
		s.last = i
	}
	return i, ok
}

// longText is from which length on the server sums a text up instead of sending it.
const longText = "256"

// summed asks for a column as it is, or for its sum where it is long. The letter tells one from the other.
func summed(t *table, column string) string {
	if !t.has(column) {
		return "NULL"
	}
	c := quote(column)
	return "IF(LENGTH(" + c + ") > " + longText + ", CONCAT('#', SHA2(" + c + ", 256)), CONCAT('=', " + c + "))"
}

// longColumns are the columns of the posts table whose texts may be long.
var longColumns = []string{"post_content", "post_title", "post_excerpt", "post_content_filtered"}

func (s *Source) sumRows(ctx context.Context, sums *sums, ids []int64) error {
	t := s.table("posts")
	query := "SELECT " + t.list("ID")
	for _, column := range postColumns {
		if slices.Contains(longColumns, column) {
			query += ", " + summed(t, column)
		} else {
			query += ", " + t.list(column)
		}
	}
	query += ", " + protected(t) + " FROM " + quote(t.name) + " WHERE " + quote("ID") + " IN (" + numbers(ids) + ") ORDER BY " + quote("ID")
	return s.each(ctx, "the summing up of "+t.name, query, func(r row) error {
		i, ok := sums.find(r.integer(0))
		if !ok {
			return s.config.unasked(t)
		}
		if sums.known[i] { // a repeated ID: the first row counts
			return nil
		}
		sums.known[i] = true
		sums.add("posts", r.integer(0), r[1:])
		return nil
	})
}

// sumMeta adds the meta of posts, each in the order of meta_id: of most posts in one pass over the table, of few by their
// IDs.
func (s *Source) sumMeta(ctx context.Context, sums *sums, all int) error {
	const few = 4 // a fourth of all rows of posts
	t := s.table("postmeta")
	columns := t.list("post_id", "meta_key") + ", " + summed(t, "meta_value")
	if len(sums.ids)*few > all && t.has("meta_id") {
		return s.scan(ctx, t, "meta_id", columns, "", func(r row) error {
			sums.add("postmeta", r.integer(1), r[2:])
			return nil
		})
	}
	for ids := range slices.Chunk(sums.ids, s.idBatch) {
		query := "SELECT " + columns + " FROM " + quote(t.name) + " WHERE " + quote("post_id") + " IN (" + numbers(ids) + ")" + t.order("post_id", "meta_id")
		err := s.each(ctx, "the summing up of "+t.name, query, func(r row) error {
			if !sums.add("postmeta", r.integer(0), r[1:]) {
				return s.config.unasked(t)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// sumPlugin adds a plugin's rows, as readPlugin reads them.
func (s *Source) sumPlugin(ctx context.Context, plugin wordpress.PostTable, sums *sums) error {
	t := s.table(plugin.Name)
	if t == nil || !t.has(plugin.Post) {
		return nil
	}
	query := "SELECT " + t.list(plugin.Post) + ", " + t.list(t.columns...) + " FROM " + quote(t.name)
	order := t.order(plugin.Post, plugin.Order)
	if t.indexed(plugin.Post) {
		for ids := range slices.Chunk(sums.ids, s.idBatch) {
			err := s.each(ctx, "the summing up of "+t.name, query+" WHERE "+quote(plugin.Post)+" IN ("+numbers(ids)+")"+order, func(r row) error {
				if !sums.add(plugin.Name, r.integer(0), r[1:]) {
					return s.config.unasked(t)
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	}
	byPost, err := s.wholePlugin(ctx, plugin, t)
	if err != nil {
		return err
	}
	cells := make(row, len(t.columns))
	for _, id := range sums.ids {
		for _, known := range byPost[id] {
			for i, column := range t.columns {
				cells[i] = nil
				if text, there := known[column]; there {
					cells[i] = append([]byte{}, text...)
				}
			}
			sums.add(plugin.Name, id, cells)
		}
	}
	return nil
}
