package mysql

import (
	"context"
	"fmt"
	"strings"

	"wp2pub/migrate/wordpress"
)

// Site reads everything but the text of posts.
func (s *Source) Site(ctx context.Context) (*wordpress.Site, error) {
	b := wordpress.NewBuilder(s.prefix)
	s.warn(b)
	for _, groups := range s.acfJSON {
		if err := b.ACFJSON(groups); err != nil {
			return nil, err
		}
	}
	b.Expect(s.table("posts").expected(), s.table("term_relationships").expected())
	if s.config.Sums {
		s.sums = newSums(s.table("posts").expected())
	}
	for _, part := range s.parts() {
		if err := part.read(ctx, b); err != nil {
			return nil, err
		}
		s.witness.hear(part, b)
	}
	if err := s.fill(ctx, b); err != nil {
		return nil, err
	}
	site := b.Build()
	if s.table("posts").fixed() {
		s.entries = site.Entries()
	}
	return site, nil
}

// fill says which tables are there, and which of those about posts hold rows.
func (s *Source) fill(ctx context.Context, b *wordpress.Builder) error {
	for _, name := range siteTables() {
		if s.table(name) != nil {
			b.There(name)
		}
	}
	for _, name := range wordpress.ToFill() {
		t := s.table(name)
		if t == nil {
			continue
		}
		err := s.each(ctx, "a look at "+t.name, "SELECT 1 FROM "+quote(t.name)+" LIMIT 1", func(row) error {
			b.Filled(name)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// part is what is read of a site in one go.
type part struct {
	tables []string // with prefix; some may not be there
	read   func(context.Context, *wordpress.Builder) error
	summed []string // under which names a Builder sums up what was read; none: it does not
}

// parts are those of the site, in the order of reading.
func (s *Source) parts() []part {
	small := make([]string, len(wordpress.SmallTables()))
	for i, name := range wordpress.SmallTables() {
		small[i] = s.prefix + name
	}
	return []part{
		{[]string{s.prefix + "options"}, s.options, []string{"options"}},
		{[]string{s.prefix + "terms", s.prefix + "term_taxonomy", s.prefix + "termmeta"}, s.terms, []string{"terms", "termmeta"}},
		{[]string{s.prefix + "term_relationships"}, s.relations, []string{"term_relationships"}},
		{[]string{s.users + "users", s.users + "usermeta"}, s.people, []string{"users", "usermeta"}},
		{[]string{s.prefix + "posts"}, s.index, nil},
		{[]string{s.prefix + "postmeta"}, s.meta, nil},
		{small, s.smallTables, wordpress.SmallTables()},
	}
}

// warn says what a snapshot cannot promise here. A table that it does not hold still may be read half before and half
// after an edit: whoever removes records because of what was read must read the heads again first.
func (s *Source) warn(b *wordpress.Builder) {
	if moving := s.moving(); len(moving) > 0 {
		b.Moving()
		b.Warn(fmt.Sprintf("no single point in time: the engine of %s gives no snapshot, so an edit made during this run may be read in part; run when nobody edits, or convert the tables to InnoDB", strings.Join(moving, ", ")))
	}
	if len(s.others) > 0 {
		b.Network()
		b.Warn(fmt.Sprintf("this is the main site of a multisite; its further sites, with the prefixes %s, are not read: choose one with --blog or --prefix", strings.Join(s.others, ", ")))
	}
}

func (s *Source) options(ctx context.Context, b *wordpress.Builder) error {
	t := s.table("options")
	return s.scan(ctx, t, "option_id", t.list("option_name", "option_value"), "LEFT(option_name, 11) <> '_transient_'", func(r row) error {
		b.Option(r.text(1), r.text(2))
		return nil
	})
}

func (s *Source) terms(ctx context.Context, b *wordpress.Builder) error {
	terms, uses, meta := s.table("terms"), s.table("term_taxonomy"), s.table("termmeta")
	if terms == nil || uses == nil {
		return nil
	}
	type name struct{ name, slug string }
	names := map[int64]name{}
	err := s.scan(ctx, terms, "term_id", terms.list("name", "slug"), "", func(r row) error {
		names[r.integer(0)] = name{r.text(1), r.text(2)}
		return nil
	})
	if err != nil {
		return err
	}
	err = s.scan(ctx, uses, "term_taxonomy_id", uses.list("term_id", "taxonomy", "description", "parent"), "", func(r row) error {
		if n, ok := names[r.integer(1)]; ok {
			b.Term(wordpress.Term{TaxonomyID: r.integer(0), ID: r.integer(1), Taxonomy: r.text(2), Name: n.name, Slug: n.slug,
				Description: r.text(3), Parent: r.integer(4)})
		}
		return nil
	})
	if err != nil || meta == nil {
		return err
	}
	return s.scan(ctx, meta, "meta_id", meta.list("term_id", "meta_key", "meta_value"), "", func(r row) error {
		b.TermMeta(r.integer(1), r.text(2), r.text(3))
		return nil
	})
}

func (s *Source) relations(ctx context.Context, b *wordpress.Builder) error {
	t := s.table("term_relationships")
	if t == nil {
		return nil
	}
	return s.scan(ctx, t, "object_id", t.list("term_taxonomy_id", "term_order"), "", func(r row) error {
		b.RelationAt(r.integer(0), r.integer(1), r.integer(2))
		return nil
	})
}

// people reads the users. Neither their passwords nor their keys are asked for.
func (s *Source) people(ctx context.Context, b *wordpress.Builder) error {
	users, meta := s.tables[s.users+"users"], s.tables[s.users+"usermeta"]
	if users == nil {
		return nil
	}
	err := s.scan(ctx, users, "ID", users.list("user_login", "user_nicename", "user_email", "display_name"), "", func(r row) error {
		b.User(wordpress.User{ID: r.integer(0), Login: r.text(1), Nicename: r.text(2), Email: r.text(3), DisplayName: r.text(4)})
		return nil
	})
	if err != nil || meta == nil {
		return err
	}
	return s.scan(ctx, meta, "umeta_id", meta.list("user_id", "meta_key", "meta_value"), "meta_key <> 'session_tokens'", func(r row) error {
		b.UserMeta(r.integer(1), r.text(2), r.text(3))
		return nil
	})
}

// index reads the posts table without the text of posts that have one of their own, of which it takes sums where they are
// asked for.
func (s *Source) index(ctx context.Context, b *wordpress.Builder) error {
	t := s.table("posts")
	columns := t.list("post_author", "post_parent", "menu_order", "post_type", "post_status", "post_name", "post_title", "post_date", "post_mime_type") +
		", " + protected(t)
	of := "CAST(" + t.list("post_type") + " AS BINARY)" // comparing text takes its time
	for _, c := range []string{"post_excerpt", "post_content", "guid"} {
		columns += ", IF(" + of + " IN (" + constants(wordpress.ContentTypes()) + "), " + t.list(c) + ", NULL)"
	}
	if s.sums != nil {
		for _, c := range []string{"post_date_gmt", "post_modified", "post_modified_gmt", "post_content", "post_excerpt", "post_content_filtered", "guid"} {
			columns += ", " + summed(t, c, "FALSE", of+" = '"+revision+"'")
		}
	}
	last, repeated := int64(-1), 0
	err := s.scan(ctx, t, "ID", columns, "", func(r row) error {
		id := r.integer(0)
		if id == last {
			repeated++
			return nil
		}
		last = id
		b.Post(wordpress.IndexRow{ID: id, Author: r.integer(1), Parent: r.integer(2), MenuOrder: r.integer(3),
			Type: r.passing(4), Status: r.passing(5), Name: r.passing(6), Title: r.passing(7), Date: r.passing(8), MIMEType: r.passing(9),
			Protected: r.integer(10) > 0, Excerpt: r.passing(11), Content: r.passing(12), GUID: r.passing(13)})
		if s.sums != nil && r.passing(4) != revision {
			s.sums.post(id, r[1:])
		}
		return nil
	})
	if repeated > 0 {
		b.Warn(fmt.Sprintf("the table %s has %d rows whose ID another row has: it has lost its primary key; the first of each counts", t.name, repeated))
	}
	return err
}

// revision is the post type of former states of posts: there may be many, and none is looked at.
const revision = "revision"

// protected asks whether a post has a password, not for the password. A comparison would take blanks for nothing.
func protected(t *table) string {
	if !t.has("post_password") {
		return "NULL"
	}
	return "LENGTH(post_password)"
}

// meta reads what the index needs of postmeta, and sums up all of it where that is asked for and not known.
func (s *Source) meta(ctx context.Context, b *wordpress.Builder) error {
	t := s.table("postmeta")
	if t == nil {
		return nil
	}
	take := func(r row) {
		if key := r.passing(2); wordpress.WantsMeta(key) { // the server may compare keys without regard to case
			b.PostMeta(r.integer(1), key, r.passing(3))
		}
	}
	if s.sums != nil && s.knownMeta == nil {
		return s.scan(ctx, t, "meta_id", summedMeta(t), "", func(r row) error {
			take(r)
			s.sums.metaRow(r)
			return nil
		})
	}
	query := "SELECT " + t.list("meta_id", "post_id", "meta_key", "meta_value") + " FROM " + quote(t.name) + " WHERE " + metaOfIndex(t) + t.order("meta_id")
	return s.each(ctx, "the reading of "+t.name, query, func(r row) error {
		take(r)
		return nil
	})
}

// metaOfIndex is the condition that the index needs a row of postmeta.
func metaOfIndex(t *table) string {
	return t.list("meta_key") + " IN (" + constants(wordpress.MetaKeys()) + ")"
}

// summedMeta are the columns of postmeta after meta_id, for the index and the sums. What goes into these is the same whoever asks.
func summedMeta(t *table) string {
	return t.list("post_id", "meta_key") + ", " + summed(t, "meta_value", metaOfIndex(t), "FALSE")
}

func (s *Source) smallTables(ctx context.Context, b *wordpress.Builder) error {
	for _, name := range wordpress.SmallTables() {
		t := s.table(name)
		if t == nil {
			continue
		}
		query := "SELECT " + t.list(t.columns...) + " FROM " + quote(t.name) + t.order()
		err := s.each(ctx, "the reading of "+t.name, query, func(r row) error {
			b.Row(name, t.row(r))
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// row makes a plugin's row of all columns of its table.
func (t *table) row(r row) wordpress.Row {
	values := make(wordpress.Row, len(t.columns))
	for i, column := range t.columns {
		if !r.null(i) {
			values[column] = r.text(i)
		}
	}
	return values
}
