package mysql

import (
	"context"
	"iter"

	"wp2pub/migrate/wordpress"
)

// Heads yields every row of the posts table by ascending ID. A table that has lost its primary key may repeat an ID;
// the first of such rows counts here, as it does in readRows and index, which warns of it. Once Site has read a table that
// the snapshot holds still, it is not read again.
func (s *Source) Heads(ctx context.Context) iter.Seq2[wordpress.Head, error] {
	return func(yield func(wordpress.Head, error) bool) {
		for _, e := range s.entries {
			if !yield(wordpress.Head{ID: e.ID, Type: e.Type, Status: e.Status, Protected: e.Protected}, nil) {
				return
			}
		}
		if s.entries != nil {
			return
		}
		t := s.table("posts")
		rows := s.cursor(t, "ID", t.list("post_type", "post_status")+", "+protected(t), "")
		var page []wordpress.Head
		last := int64(-1)
		for !rows.done {
			page = page[:0]
			err := rows.next(ctx, func(r row) error {
				head := wordpress.Head{ID: r.integer(0), Type: r.text(1), Status: r.text(2), Protected: r.integer(3) > 0}
				if head.ID != last {
					page = append(page, head)
				}
				last = head.ID
				return nil
			})
			for _, head := range page {
				if !yield(head, nil) {
					return
				}
			}
			if err != nil {
				yield(wordpress.Head{}, err)
				return
			}
		}
	}
}

// Posts yields, by ascending ID, the posts whose heads want reports true for, whole.
func (s *Source) Posts(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[*wordpress.Post, error] {
	return func(yield func(*wordpress.Post, error) bool) {
		var queue []int64
		deliver := func(least int) bool {
			for len(queue) >= least && len(queue) > 0 {
				posts, read, err := s.readBatch(ctx, queue)
				queue = queue[read:]
				for _, p := range posts {
					if !yield(p, nil) {
						return false
					}
				}
				if err != nil {
					yield(nil, err)
					return false
				}
			}
			return true
		}
		for head, err := range s.Heads(ctx) {
			if err != nil {
				yield(nil, err)
				return
			}
			if !want(head) {
				continue
			}
			if queue = append(queue, head.ID); !deliver(s.idBatch) {
				return
			}
		}
		deliver(1)
	}
}
