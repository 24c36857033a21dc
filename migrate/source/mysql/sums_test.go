package mysql

import (
	"database/sql/driver"
	"testing"

	"pgregory.net/rapid"

	"wp2pub/migrate/wordpress"
)

// TestSumsOfMixedRows holds that the digest of a post is one of its own rows, their order and nothing else.
func TestSumsOfMixedRows(t *testing.T) {
	type row struct {
		post  int64
		cells []driver.Value
	}
	digests := func(rows []row) map[int64]wordpress.Digest {
		s := newSums(0)
		for id := range int64(4) {
			s.post(id, nil)
		}
		for _, r := range rows {
			s.add(s.meta, r.post, "postmeta", r.cells)
		}
		all := map[int64]wordpress.Digest{}
		for i, id := range s.ids {
			all[id] = s.meta.of(i)
		}
		return all
	}
	cell := rapid.OneOf(rapid.Just[driver.Value](nil), rapid.Map(rapid.Int64(), func(n int64) driver.Value { return n }),
		rapid.Map(rapid.IntRange(0, 3*mostOpen/2), func(n int) driver.Value { return make([]byte, n) }))
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) row {
			return row{rapid.Int64Range(0, 5).Draw(t, "post"), rapid.SliceOfN(cell, 1, 3).Draw(t, "cells")} // 4 and 5 are no posts
		}), 0, 12).Draw(t, "rows")
		mixed := digests(rows)
		for id := range int64(4) {
			var own []row
			for _, r := range rows {
				if r.post == id {
					own = append(own, r)
				}
			}
			alone := digests(own)[id]
			if mixed[id] != alone || (len(own) == 0) != (alone == wordpress.Digest{}) {
				t.Fatalf("the digest of %d is %x among others, and %x alone", id, mixed[id], alone)
			}
			if len(own) > 0 && digests(own[1:])[id] == alone {
				t.Fatalf("the digest of %d does not depend on its first row", id)
			}
		}
	})
}
