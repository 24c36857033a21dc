package dump

import (
	"cmp"
	"iter"
	"slices"
	"sort"
	"strconv"
	"strings"

	"wp2pub/migrate/wordpress"
)

// byPost yields the extents of one post after the other.
func byPost(extents []extent) iter.Seq[[]extent] {
	return func(yield func([]extent) bool) {
		for len(extents) > 0 {
			n := 1
			for n < len(extents) && extents[n].id == extents[0].id {
				n++
			}
			if !yield(extents[:n]) {
				return
			}
			extents = extents[n:]
		}
	}
}

// metaRow is a row of postmeta.
type metaRow struct {
	id     int64 // meta_id
	policy policy
	wordpress.Meta
}

// meta returns the meta of one post in the order of meta_id, of the keys that are wanted. A meta_id counts once; it
// returns how many came again without leave.
func (r *reader) meta(extents []extent, wanted func(string) bool) ([]wordpress.Meta, int, error) {
	var rows []metaRow
	for _, e := range extents {
		err := r.rows(e, func(c *cells) error {
			if key := c.text("meta_key"); wanted == nil || wanted(key) {
				rows = append(rows, metaRow{c.number("meta_id"), c.policy, wordpress.Meta{Key: key, Value: c.text("meta_value")}})
			}
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	byID := func(a, b metaRow) int { return cmp.Compare(a.id, b.id) }
	if !slices.IsSortedFunc(rows, byID) {
		slices.SortStableFunc(rows, byID)
	}
	repeated, last := 0, int64(0)
	meta := slices.Grow([]wordpress.Meta(nil), len(rows))
	for _, m := range rows {
		switch {
		case len(meta) == 0 || m.id != last || m.id == 0:
			meta = append(meta, m.Meta)
		case m.policy != ignore:
			meta[len(meta)-1] = m.Meta
			if m.policy == insert {
				repeated++
			}
		}
		last = m.id
	}
	return meta, repeated, nil
}

// pluginTable is a table of a plugin whose rows speak of posts.
type pluginTable struct {
	wordpress.PostTable
	reader *reader
	cursor cursor
}

// cursor finds the extents of posts asked for by ascending ID.
type cursor []extent

// of returns the extents of a post.
func (c *cursor) of(post int64) []extent {
	all := *c
	from := 0
	if len(all) > 0 && all[0].id < post {
		from = sort.Search(len(all), func(i int) bool { return all[i].id >= post })
	}
	to := from
	for to < len(all) && all[to].id == post {
		to++
	}
	*c = all[to:]
	return all[from:to]
}

// fetcher makes posts whole, by ascending ID.
type fetcher struct {
	posts, meta    cursor
	text, metaText *reader
	plugins        []pluginTable
}

func (s *Source) fetcher() *fetcher {
	f := &fetcher{text: s.reader(), metaText: s.reader(), posts: s.table("posts").extents}
	if t := s.table("postmeta"); t != nil {
		f.meta = t.extents
	}
	for _, p := range wordpress.PostTables() {
		if t := s.table(p.Name); t != nil {
			f.plugins = append(f.plugins, pluginTable{p, s.reader(), t.extents})
		}
	}
	return f
}

// post fetches one post with all that hangs on it.
func (f *fetcher) post(id int64) (*wordpress.Post, error) {
	var p *wordpress.Post
	for _, e := range f.posts.of(id) {
		err := f.text.rows(e, func(c *cells) error {
			p = wholePost(c)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if p == nil {
		return nil, errChanged
	}
	var err error
	if p.Meta, _, err = f.metaText.meta(f.meta.of(id), nil); err != nil {
		return nil, err
	}
	for i := range f.plugins {
		rows, err := f.plugins[i].rows(id)
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 {
			if p.Rows == nil {
				p.Rows = map[string][]wordpress.Row{}
			}
			p.Rows[f.plugins[i].Name] = rows
		}
	}
	return p, nil
}

// rows returns the rows of a plugin's table about a post, in their order.
func (t *pluginTable) rows(post int64) ([]wordpress.Row, error) {
	var rows []wordpress.Row
	for _, e := range t.cursor.of(post) {
		err := t.reader.rows(e, func(c *cells) error {
			if row := c.row(); t.SpeaksOfPost(row) {
				rows = append(rows, row)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(rows, func(a, b wordpress.Row) int { return compareCells(a[t.Order], b[t.Order]) })
	return rows, nil
}

// compareCells orders values as a server orders a column: numbers by size, text by its letters.
func compareCells(a, b string) int {
	x, errX := strconv.ParseInt(a, 10, 64)
	y, errY := strconv.ParseInt(b, 10, 64)
	if errX == nil && errY == nil {
		return cmp.Compare(x, y)
	}
	return strings.Compare(a, b)
}

func wholePost(c *cells) *wordpress.Post {
	return &wordpress.Post{
		ID: c.number("id"), Author: c.number("post_author"), Date: c.text("post_date"), DateGMT: c.text("post_date_gmt"),
		Content: c.text("post_content"), Title: c.text("post_title"), Excerpt: c.text("post_excerpt"), Status: c.text("post_status"),
		Protected: c.set("post_password"),
		Name:      c.text("post_name"), Modified: c.text("post_modified"), ModifiedGMT: c.text("post_modified_gmt"),
		ContentFiltered: c.text("post_content_filtered"), Parent: c.number("post_parent"), GUID: c.text("guid"),
		MenuOrder: c.number("menu_order"), Type: c.text("post_type"), MIMEType: c.text("post_mime_type"),
	}
}
