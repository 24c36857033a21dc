package mysql

import (
	"context"
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// readPlugin adds a plugin's rows about these posts, if the site has its table. A table with no index that begins
// with the post's column would be searched from end to end for each batch; it is read once and kept.
func (s *Source) readPlugin(ctx context.Context, plugin wordpress.PostTable, posts []*wordpress.Post) error {
	t := s.table(plugin.Name)
	if t == nil || !t.has(plugin.Post) {
		return nil
	}
	byPost, err := s.rowsOf(ctx, plugin, t, posts)
	if err != nil {
		return err
	}
	for _, p := range posts {
		if rows := byPost[p.ID]; len(rows) > 0 {
			if p.Rows == nil {
				p.Rows = map[string][]wordpress.Row{}
			}
			p.Rows[plugin.Name] = rows
		}
	}
	return nil
}

func (s *Source) rowsOf(ctx context.Context, plugin wordpress.PostTable, t *table, posts []*wordpress.Post) (map[int64][]wordpress.Row, error) {
	if t.indexed(plugin.Post) {
		return s.pluginRows(ctx, t, plugin, " WHERE "+quote(plugin.Post)+" IN ("+numbers(identities(posts))+")")
	}
	return s.wholePlugin(ctx, plugin, t)
}

// wholePlugin returns all rows of a plugin's table, read once.
func (s *Source) wholePlugin(ctx context.Context, plugin wordpress.PostTable, t *table) (map[int64][]wordpress.Row, error) {
	if byPost, kept := s.whole[t.name]; kept {
		return byPost, nil
	}
	byPost, err := s.pluginRows(ctx, t, plugin, "")
	if err == nil {
		s.whole[t.name] = byPost
	}
	return byPost, err
}

// indexed reports whether an index begins with this column.
func (t *table) indexed(column string) bool {
	return slices.ContainsFunc(t.leading, func(c string) bool { return strings.EqualFold(c, column) })
}

// pluginRows reads a plugin's rows by post, in the order that the plugin gives them.
func (s *Source) pluginRows(ctx context.Context, t *table, plugin wordpress.PostTable, condition string) (map[int64][]wordpress.Row, error) {
	byPost := map[int64][]wordpress.Row{}
	query := "SELECT " + t.list(plugin.Post) + ", " + t.list(t.columns...) + " FROM " + quote(t.name) + condition + t.order(plugin.Post, plugin.Order)
	err := s.each(ctx, "the reading of "+t.name, query, func(r row) error {
		if r.null(0) {
			return nil
		}
		if row := t.row(r[1:]); plugin.SpeaksOfPost(row) {
			id := r.integer(0)
			byPost[id] = append(byPost[id], row)
		}
		return nil
	})
	return byPost, err
}
