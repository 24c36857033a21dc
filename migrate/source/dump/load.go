package dump

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// load reads everything but the text of posts and builds the site.
func (s *Source) load(ctx context.Context) (*wordpress.Site, error) {
	b := wordpress.NewBuilder(s.prefix)
	for _, w := range s.warnings {
		b.Warn(w)
	}
	if s.network {
		b.Network()
	}
	in := &loader{ctx: ctx, source: s, reader: s.reader(), builder: b}
	for _, step := range []func() error{in.options, in.users, in.terms, in.relations, in.smallTables, in.posts, in.postMeta} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	for _, group := range s.acfJSON {
		if err := b.ACFJSON(group); err != nil {
			return nil, err
		}
	}
	s.fill(b)
	return b.Build(), nil
}

// fill says which tables are there, and which of those about posts hold rows.
func (s *Source) fill(b *wordpress.Builder) {
	for _, r := range roles {
		if s.table(r.suffix) != nil {
			b.There(r.suffix)
		}
	}
	for _, name := range wordpress.ToFill() {
		if t := s.table(name); t != nil && len(t.extents) > 0 {
			b.Filled(name)
		}
	}
}

// loader gives the rows of one site to a Builder.
type loader struct {
	ctx     context.Context
	source  *Source
	reader  *reader
	builder *wordpress.Builder
}

// keyed is a row and its primary key.
type keyed[K cmp.Ordered, R any] struct {
	key    K
	policy policy
	row    R
}

// unique reads a table and returns its rows by ascending key, each key once: a row of INSERT IGNORE gives way to an
// earlier one, any other replaces it.
func unique[K cmp.Ordered, R any](in *loader, t *table, read func(*cells) (K, R, bool)) ([]keyed[K, R], error) {
	var rows []keyed[K, R]
	err := in.reader.all(in.ctx, t, func(c *cells) error {
		if key, row, ok := read(c); ok {
			rows = append(rows, keyed[K, R]{key, c.policy, row})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	byKey := func(a, b keyed[K, R]) int { return cmp.Compare(a.key, b.key) }
	if !slices.IsSortedFunc(rows, byKey) {
		slices.SortStableFunc(rows, byKey)
	}
	repeated := 0
	kept := rows[:0]
	for _, r := range rows {
		last := len(kept) - 1
		if last < 0 || kept[last].key != r.key {
			kept = append(kept, r)
			continue
		}
		if r.policy != ignore {
			kept[last] = r
		}
		if r.policy == insert {
			repeated++
		}
	}
	in.warnRepeated(t, repeated)
	return kept, nil
}

func (in *loader) warnRepeated(t *table, repeated int) {
	if repeated > 0 {
		in.builder.Warn(fmt.Sprintf("the table %s has %d rows whose key another row has; the last one of each counts", t.name.name, repeated))
	}
}

func (in *loader) options() error {
	rows, err := unique(in, in.source.table("options"), func(c *cells) (string, string, bool) {
		name := c.text("option_name")
		if strings.HasPrefix(name, "_transient_") || strings.HasPrefix(name, "_site_transient_") {
			return "", "", false
		}
		return name, c.text("option_value"), true
	})
	for _, r := range rows {
		in.builder.Option(r.key, r.row)
	}
	return err
}

func (in *loader) users() error {
	users, err := unique(in, in.source.table("users"), func(c *cells) (int64, wordpress.User, bool) {
		u := wordpress.User{ID: c.number("id"), Login: c.text("user_login"), Nicename: c.text("user_nicename"),
			Email: c.text("user_email"), DisplayName: c.text("display_name")}
		return u.ID, u, true
	})
	if err != nil {
		return err
	}
	for _, u := range users {
		in.builder.User(u.row)
	}
	meta, err := in.meta("usermeta", "umeta_id", "user_id")
	for _, m := range meta {
		in.builder.UserMeta(m.row.owner, m.row.Key, m.row.Value)
	}
	return err
}

// ownedMeta is a row of a small meta table.
type ownedMeta struct {
	owner int64
	wordpress.Meta
}

func (in *loader) meta(suffix, id, owner string) ([]keyed[int64, ownedMeta], error) {
	return unique(in, in.source.table(suffix), func(c *cells) (int64, ownedMeta, bool) {
		return c.number(id), ownedMeta{c.number(owner), wordpress.Meta{Key: c.text("meta_key"), Value: c.text("meta_value")}}, true
	})
}

// terms joins terms and term_taxonomy. A row of one without the other is no term.
func (in *loader) terms() error {
	type named struct{ name, slug string }
	terms, err := unique(in, in.source.table("terms"), func(c *cells) (int64, named, bool) {
		return c.number("term_id"), named{c.text("name"), c.text("slug")}, true
	})
	if err != nil {
		return err
	}
	taxonomies, err := unique(in, in.source.table("term_taxonomy"), func(c *cells) (int64, wordpress.Term, bool) {
		t := wordpress.Term{ID: c.number("term_id"), TaxonomyID: c.number("term_taxonomy_id"), Taxonomy: c.text("taxonomy"),
			Description: c.text("description"), Parent: c.number("parent")}
		return t.TaxonomyID, t, true
	})
	if err != nil {
		return err
	}
	for _, t := range taxonomies {
		i, found := slices.BinarySearchFunc(terms, t.row.ID, func(k keyed[int64, named], id int64) int { return cmp.Compare(k.key, id) })
		if found {
			t.row.Name, t.row.Slug = terms[i].row.name, terms[i].row.slug
			in.builder.Term(t.row)
		}
	}
	meta, err := in.meta("termmeta", "meta_id", "term_id")
	for _, m := range meta {
		in.builder.TermMeta(m.row.owner, m.row.Key, m.row.Value)
	}
	return err
}

func (in *loader) relations() error {
	return in.reader.all(in.ctx, in.source.table("term_relationships"), func(c *cells) error {
		in.builder.RelationAt(c.number("object_id"), c.number("term_taxonomy_id"), c.number("term_order"))
		return nil
	})
}

func (in *loader) smallTables() error {
	for _, suffix := range wordpress.SmallTables() {
		err := in.reader.all(in.ctx, in.source.table(suffix), func(c *cells) error {
			in.builder.Row(suffix, c.row())
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// row returns a row of a plugin's table by column. NULL is absent.
func (c *cells) row() wordpress.Row {
	row := make(wordpress.Row, len(c.values))
	for i, v := range c.values {
		if v.form != absent {
			row[c.layout.columns[i]] = v.text(c.bytes, c.layout)
		}
	}
	return row
}
