package wordpress

import (
	"fmt"
	"strings"
	"testing"
)

// siteOf builds a site of options and index rows. Meta rows are written "ID key value".
func siteOf(options map[string]string, rows []IndexRow, more ...func(*Builder)) *Site {
	b := NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Option("siteurl", "https://example.org")
	for name, value := range options {
		b.Option(name, value)
	}
	for _, r := range rows {
		b.Post(r)
	}
	for _, add := range more {
		add(b)
	}
	return b.Build()
}

func metaRow(post int64, key, value string) func(*Builder) {
	return func(b *Builder) { b.PostMeta(post, key, value) }
}

func category(id, parent int64, slug string, posts ...int64) func(*Builder) {
	return func(b *Builder) {
		b.Term(Term{ID: id, TaxonomyID: id + 1000, Taxonomy: "category", Name: slug, Slug: slug, Parent: parent})
		for _, post := range posts {
			b.Relation(post, id+1000)
		}
	}
}

func published(id int64, postType, slug string) IndexRow {
	return IndexRow{ID: id, Type: postType, Status: "publish", Name: slug, Title: slug, Date: "2013-05-14 09:08:07"}
}

// php serializes strings, bools, ints and pairs for test data.
func php(v any) string {
	switch v := v.(type) {
	case string:
		return fmt.Sprintf(`s:%d:"%s";`, len(v), v)
	case bool:
		if v {
			return "b:1;"
		}
		return "b:0;"
	case int:
		return fmt.Sprintf("i:%d;", v)
	case Object:
		var b strings.Builder
		fmt.Fprintf(&b, "a:%d:{", len(v))
		for _, p := range v {
			b.WriteString(php(p.Name) + php(p.Value))
		}
		return b.String() + "}"
	}
	panic("no such test data")
}

func permalinkOf(t *testing.T, s *Site, id int64) string {
	t.Helper()
	e, ok := s.Entry(id)
	if !ok {
		t.Fatalf("no post %d", id)
	}
	return s.permalink(e)
}
