package mysql

import (
	"context"
	"slices"

	"wp2pub/migrate/wordpress"
)

// The weight of a batch, by wordpress.Post.Bytes.
const (
	usualWeight = 4 << 20 // what a batch is meant to weigh
	mostWeight  = 8 << 20 // at which it is cut short, after one post at least
)

// batchSize is how many posts to ask for at once: as many as weigh usualWeight if they are like those met last.
type batchSize struct{ posts int }

func (b *batchSize) next(most int) int {
	if b.posts == 0 {
		b.posts = 50
	}
	return min(b.posts, most)
}

// learn takes note of what a batch weighed.
func (b *batchSize) learn(posts []*wordpress.Post) {
	weight := 1
	for _, p := range posts {
		weight += p.Bytes()
	}
	b.posts = min(max(usualWeight*len(posts)/weight, 1), mostIDs)
}

// readBatch reads the first of the posts with these ascending IDs, whole, and returns how many of the IDs are done
// with. An ID whose row has gone, which only a table without a snapshot can do, yields no post.
func (s *Source) readBatch(ctx context.Context, ids []int64) (posts []*wordpress.Post, read int, err error) {
	ids = ids[:min(len(ids), s.batch.next(s.idBatch))]
	posts, all, err := s.readRows(ctx, ids)
	if err != nil || len(posts) == 0 {
		return nil, len(ids), err
	}
	whole, err := s.readMeta(ctx, posts)
	if err != nil {
		return nil, 0, err
	}
	read = len(ids)
	if !all || whole < len(posts) {
		posts = posts[:whole]
		read = slices.Index(ids, posts[whole-1].ID) + 1
	}
	for _, t := range wordpress.PostTables() {
		if err := s.readPlugin(ctx, t, posts); err != nil {
			return nil, 0, err
		}
	}
	s.batch.learn(posts)
	return posts, read, nil
}

// postColumns are the columns of the posts table after ID, in the order in which post takes them.
var postColumns = []string{
	"post_author", "post_date", "post_date_gmt", "post_content", "post_title", "post_excerpt", "post_status",
	"post_name", "post_modified", "post_modified_gmt", "post_content_filtered", "post_parent", "guid",
	"menu_order", "post_type", "post_mime_type",
}

func post(r row) *wordpress.Post {
	return &wordpress.Post{
		ID: r.integer(0), Author: r.integer(1), Date: r.text(2), DateGMT: r.text(3), Content: r.text(4), Title: r.text(5),
		Excerpt: r.text(6), Status: r.text(7), Name: r.text(8),
		Modified: r.text(9), ModifiedGMT: r.text(10), ContentFiltered: r.text(11), Parent: r.integer(12), GUID: r.text(13),
		MenuOrder: r.integer(14), Type: r.text(15), MIMEType: r.text(16), Protected: r.integer(17) > 0,
	}
}

// readRows reads rows of the posts table. It ends early, and all is false, when they outgrow the batch.
func (s *Source) readRows(ctx context.Context, ids []int64) (posts []*wordpress.Post, all bool, err error) {
	t := s.table("posts")
	query := "SELECT " + t.list("ID") + ", " + t.list(postColumns...) + ", " + protected(t) + " FROM " + quote(t.name) +
		" WHERE " + quote("ID") + " IN (" + numbers(ids) + ") ORDER BY " + quote("ID")
	weight := 0
	err = s.each(ctx, "the reading of "+t.name, query, func(r row) error {
		if weight > mostWeight {
			return errEnough
		}
		p := post(r)
		if n := len(posts); n == 0 || posts[n-1].ID != p.ID {
			weight += p.Bytes()
			posts = append(posts, p)
		}
		return nil
	})
	return posts, weight <= mostWeight, about(ids[len(posts):], err)
}

// readMeta reads the meta of posts with ascending IDs, in the order of meta_id. It ends early when the posts outgrow
// the batch; the first whole of them have all their meta.
func (s *Source) readMeta(ctx context.Context, posts []*wordpress.Post) (whole int, err error) {
	t := s.table("postmeta")
	query := "SELECT " + t.list("post_id", "meta_key", "meta_value") + " FROM " + quote(t.name) +
		" WHERE " + quote("post_id") + " IN (" + numbers(identities(posts)) + ")" + t.order("post_id", "meta_id")
	whole = len(posts)
	at, weight := 0, 0
	keys := map[string]string{}
	err = s.each(ctx, "the reading of "+t.name, query, func(r row) error {
		for id := r.integer(0); posts[at].ID != id; at++ {
			if at+1 == len(posts) {
				return s.config.unasked(t)
			}
		}
		if weight > mostWeight && at > 0 && len(posts[at].Meta) == 0 {
			whole = at
			return errEnough
		}
		m := wordpress.Meta{Key: interned(keys, r.bytes(1)), Value: r.text(2)}
		weight += len(m.Key) + len(m.Value)
		posts[at].Meta = append(posts[at].Meta, m)
		return nil
	})
	return whole, about(identities(posts[at:]), err)
}

// interned returns one string for equal keys: a batch repeats few of them often.
func interned(known map[string]string, key []byte) string {
	if s, ok := known[string(key)]; ok {
		return s
	}
	s := string(key)
	known[s] = s
	return s
}

func identities(posts []*wordpress.Post) []int64 {
	ids := make([]int64, len(posts))
	for i, p := range posts {
		ids[i] = p.ID
	}
	return ids
}
