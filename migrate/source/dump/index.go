package dump

import (
	"slices"

	"wp2pub/migrate/wordpress"
)

// posts indexes the rows of posts by ascending ID, and leaves one extent for each.
func (in *loader) posts() error {
	t := in.source.table("posts")
	sortByPost(t.extents)
	in.warnRepeated(t, t.settle())
	for _, e := range t.extents {
		if err := in.ctx.Err(); err != nil {
			return err
		}
		err := in.reader.rows(e, func(c *cells) error {
			in.builder.Post(indexRow(c))
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// settle leaves the extent that counts for each post. It returns how many were in the way without leave.
func (t *table) settle() (repeated int) {
	kept := t.extents[:0]
	for _, e := range t.extents {
		last := len(kept) - 1
		if last < 0 || kept[last].id != e.id {
			kept = append(kept, e)
			continue
		}
		if e.policy != ignore {
			kept[last] = e
		}
		if e.policy == insert {
			repeated++
		}
	}
	t.extents = kept
	return repeated
}

func indexRow(c *cells) wordpress.IndexRow {
	r := wordpress.IndexRow{ID: c.number("id"), Author: c.number("post_author"), Parent: c.number("post_parent"), MenuOrder: c.number("menu_order"),
		Type: c.text("post_type"), Status: c.text("post_status"), Name: c.text("post_name"), Title: c.text("post_title"),
		Date: c.text("post_date"), MIMEType: c.text("post_mime_type"), Protected: c.set("post_password")}
	if r.Type == "attachment" || wordpress.WantsContent(r.Type) {
		r.Excerpt, r.Content, r.GUID = c.text("post_excerpt"), c.text("post_content"), c.text("guid")
	}
	return r
}

// postMeta gives the index the meta that it needs, post by post.
func (in *loader) postMeta() error {
	t := in.source.table("postmeta")
	if t == nil {
		return nil
	}
	sortByPost(t.extents)
	repeated := 0
	for group := range byPost(t.extents) {
		if !slices.ContainsFunc(group, func(e extent) bool { return e.wanted }) {
			continue
		}
		if err := in.ctx.Err(); err != nil {
			return err
		}
		meta, clashes, err := in.reader.meta(group, wordpress.WantsMeta)
		if err != nil {
			return err
		}
		repeated += clashes
		for _, m := range meta {
			in.builder.PostMeta(group[0].id, m.Key, m.Value)
		}
	}
	in.warnRepeated(t, repeated)
	return nil
}
