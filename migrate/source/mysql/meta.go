package mysql

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"unicode"

	"wp2pub/migrate/wordpress"
)

// Meta yields, by ascending ID, the meta whose keys are wanted, of every post that has any. The server may compare keys without
// regard to case, so they are compared again.
func (s *Source) Meta(ctx context.Context, keys wordpress.KeyPatterns) iter.Seq2[wordpress.MetaOf, error] {
	return func(yield func(wordpress.MetaOf, error) bool) {
		t := s.table("postmeta")
		if t == nil || len(keys) == 0 {
			return
		}
		query := "SELECT " + t.list("post_id", "meta_key", "meta_value") + " FROM " + quote(t.name) + " WHERE " + likeAny(keys) + t.order("post_id", "meta_id")
		var of wordpress.MetaOf
		stopped := false
		err := s.each(ctx, "the reading of "+t.name, query, func(r row) error {
			key := r.text(1)
			if !keys.Match(key) {
				return nil
			}
			if id := r.integer(0); id != of.Post {
				if of.Meta != nil && !yield(of, nil) {
					stopped = true
					return errEnough
				}
				of = wordpress.MetaOf{Post: id}
			}
			of.Meta = append(of.Meta, wordpress.Meta{Key: key, Value: r.text(2)})
			return nil
		})
		switch {
		case stopped:
		case err != nil:
			yield(wordpress.MetaOf{}, err)
		case of.Meta != nil:
			yield(of, nil)
		}
	}
}

// likeAny is the condition that a key is like one of the patterns, whatever these hold: they are written as numbers. A pattern with
// letters that the column's character set may not have is compared in one that has them.
func likeAny(keys wordpress.KeyPatterns) string {
	var conditions []string
	for _, pattern := range keys {
		beginning, open := strings.CutSuffix(pattern, "*")
		like := strings.NewReplacer("|", "||", "%", "|%", "_", "|_").Replace(beginning)
		if open {
			like += "%"
		}
		if like == "" || like == "%" {
			conditions = append(conditions, "meta_key IS NULL")
		}
		if like == "" {
			like = "%" // there is no number for nothing: Match finds the empty key
		}
		key := "meta_key"
		if strings.ContainsFunc(like, func(r rune) bool { return r > unicode.MaxASCII }) {
			key = "CONVERT(meta_key USING utf8mb4)"
		}
		conditions = append(conditions, fmt.Sprintf("%s LIKE _utf8mb4 0x%x ESCAPE '|'", key, like))
	}
	return "(" + strings.Join(conditions, " OR ") + ")"
}
