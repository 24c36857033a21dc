package mysql

import (
	"context"
	"crypto/sha256"
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
		if err := s.sumUnknownMeta(ctx, sums, want); err != nil {
			yield(wordpress.Head{}, err)
			return
		}
		for _, t := range wordpress.PostTables() {
			whole, err := s.sumPlugin(ctx, t, sums)
			if err != nil {
				yield(wordpress.Head{}, err)
				return
			}
			s.witness.note(s.prefix+t.Name, whole)
		}
		last := 0
		for head, err := range s.Heads(ctx) {
			if err == nil && !want(head) {
				continue
			}
			if i, ok := sums.find(head.ID, last); ok {
				last = i
				head.Meta = s.metaOf(head.ID, sums.meta, i)
				head.Digest = sums.whole(i, head.Meta)
			}
			if !yield(head, err) {
				return
			}
		}
	}
}

// metaOf is the digest of the meta of a post: the known one, or else the sum of its rows.
func (s *Source) metaOf(post int64, sums *rowSums, at int) wordpress.Digest {
	if s.knownMeta != nil {
		if known, ok := s.knownMeta(post); ok {
			return known
		}
	}
	return sums.of(at)
}

// sumUnknownMeta sums up the meta of the posts that are wanted and not known, where those of others are. Where they are many, it sums
// up all, and none is known any more.
func (s *Source) sumUnknownMeta(ctx context.Context, sums *sums, want func(wordpress.Head) bool) error {
	if s.knownMeta == nil {
		return nil
	}
	var unknown []int64
	for head, err := range s.Heads(ctx) {
		if err != nil {
			return err
		}
		if _, known := s.knownMeta(head.ID); !known && head.Type != revision && want(head) {
			unknown = append(unknown, head.ID)
		}
	}
	t := s.table("postmeta")
	take := func(r row) error {
		sums.metaRow(r)
		return nil
	}
	many := len(sums.ids) / 4
	if !t.indexed("post_id") {
		many = min(many, s.idBatch) // each question is a pass over the whole table
	}
	if len(unknown) > many {
		s.knownMeta = nil
		return s.scan(ctx, t, "meta_id", summedMeta(t), "", take)
	}
	for ids := range slices.Chunk(unknown, s.idBatch) {
		query := "SELECT " + t.list("meta_id") + ", " + summedMeta(t) + " FROM " + quote(t.name) + " WHERE " + quote("post_id") + " IN (" + numbers(ids) + ")" + t.order("post_id", "meta_id")
		if err := s.each(ctx, "the summing up of "+t.name, query, take); err != nil {
			return about(ids, err)
		}
	}
	return nil
}

// longText is the length in bytes up to which the server sends a text as it is. It sums up a longer one.
const longText = "256"

// summed asks for a column in two ways, of which one at least gives NULL: as it is where it is short, or whole holds; and for its
// sum where it is not, unless without holds.
func summed(t *table, column, whole, without string) string {
	if !t.has(column) {
		return "NULL"
	}
	c := quote(column)
	if slices.Contains(t.short, column) {
		return c
	}
	sent := "LENGTH(" + c + ") <= " + longText + " OR " + whole
	return "IF(" + sent + ", " + c + ", NULL), IF(" + sent + " OR " + without + ", NULL, SHA2(" + c + ", 256))"
}

// sumPlugin adds a plugin's rows about posts, and sums up the whole table.
func (s *Source) sumPlugin(ctx context.Context, plugin wordpress.PostTable, sums *sums) (whole wordpress.Digest, err error) {
	t := s.table(plugin.Name)
	if t == nil || !t.has(plugin.Post) {
		return whole, nil
	}
	all := sha256.New()
	var cells cellText
	query := "SELECT " + t.list(plugin.Post) + ", " + t.list(t.columns...) + " FROM " + quote(t.name) + t.order()
	err = s.each(ctx, "the summing up of "+t.name, query, func(r row) error {
		sums.add(sums.plugins, r.integer(0), plugin.Name, r[1:])
		cells.text = cells.text[:0]
		cells.add(r)
		all.Write(cells.text)
		return nil
	})
	return wordpress.Digest(all.Sum(nil)), err
}
