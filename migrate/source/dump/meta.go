package dump

import (
	"context"
	"iter"

	"wp2pub/migrate/wordpress"
)

// Meta yields, by ascending ID, the meta whose keys are wanted, of every post that has any.
func (s *Source) Meta(ctx context.Context, keys wordpress.KeyPatterns) iter.Seq2[wordpress.MetaOf, error] {
	return func(yield func(wordpress.MetaOf, error) bool) {
		if _, err := s.Site(ctx); err != nil {
			yield(wordpress.MetaOf{}, err)
			return
		}
		t := s.table("postmeta")
		if t == nil {
			return
		}
		reader := s.reader()
		for group := range byPost(t.extents) {
			if err := ctx.Err(); err != nil {
				yield(wordpress.MetaOf{}, err)
				return
			}
			meta, _, err := reader.meta(group, keys.Match)
			if err != nil {
				yield(wordpress.MetaOf{}, s.failed(err))
				return
			}
			if len(meta) > 0 && !yield(wordpress.MetaOf{Post: group[0].id, Meta: meta}, nil) {
				return
			}
		}
	}
}
