package dump

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"iter"

	"wp2pub/migrate/wordpress"
)

// Digests yields the heads that are wanted with a digest of their rows as the dump writes them: it finds where
// they end, and no more. Dumps by different tools give different digests of equal rows.
func (s *Source) Digests(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[wordpress.Head, error] {
	return func(yield func(wordpress.Head, error) bool) {
		site, err := s.Site(ctx)
		if err != nil {
			yield(wordpress.Head{}, err)
			return
		}
		d := s.digester()
		for _, e := range site.Entries() {
			h := head(e)
			if !want(h) {
				continue
			}
			if err := ctx.Err(); err != nil {
				yield(wordpress.Head{}, err)
				return
			}
			if h.Digest, err = d.post(e.ID); err != nil {
				yield(wordpress.Head{}, s.failed(err))
				return
			}
			if !yield(h, nil) {
				return
			}
		}
	}
}

// digester sums up posts by ascending ID.
type digester struct {
	tables []digestedTable
	sum    hash.Hash
	length []byte
}

// digestedTable is a table whose rows speak of posts.
type digestedTable struct {
	name    []byte
	extents cursor
	reader  *reader
}

func (s *Source) digester() *digester {
	d := &digester{sum: sha256.New()}
	names := []string{"posts", "postmeta"}
	for _, t := range wordpress.PostTables() {
		names = append(names, t.Name)
	}
	for _, name := range names {
		if t := s.table(name); t != nil {
			d.tables = append(d.tables, digestedTable{[]byte(name), t.extents, s.reader()})
		}
	}
	return d
}

// post sums up what the tables hold of a post. Each part goes in with its length, so that none runs into the next.
func (d *digester) post(id int64) (sum wordpress.Digest, err error) {
	d.sum.Reset()
	for i := range d.tables {
		t := &d.tables[i]
		for _, e := range t.extents.of(id) {
			err := t.reader.rows(e, func(c *cells) error {
				d.add(t.name)
				d.add([]byte(c.layout.key))
				d.add([]byte{byte(c.policy)})
				d.add(c.bytes)
				return nil
			})
			if err != nil {
				return sum, err
			}
		}
	}
	d.sum.Sum(sum[:0])
	return sum, nil
}

func (d *digester) add(part []byte) {
	d.length = binary.AppendUvarint(d.length[:0], uint64(len(part)))
	d.sum.Write(d.length)
	d.sum.Write(part)
}
