package migrate

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate/wordpress"
)

// library is a source of a small site whose posts cite publications of bodies that no reader could know.
type library struct {
	Source
	site  *wordpress.Site
	posts []*wordpress.Post
}

func newLibrary(fields map[int64]string, statuses map[int64]string) library {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://example.org")
	b.Term(wordpress.Term{ID: 1, TaxonomyID: 1, Taxonomy: "publisher", Name: "Bridges &amp; Ladders", Slug: "bridges"})
	l := library{}
	for id, line := range []string{"", "Night Shift - Plan and Ladders, 2019", "Day Shift - Bridges and Ladders, 2019", "Late Shift - Marrow and Pine, 2020"} {
		if line == "" {
			continue
		}
		id := int64(id)
		p := &wordpress.Post{ID: id, Type: "post", Status: "publish", Title: fmt.Sprintf("Resource %d", id), Name: fmt.Sprintf("resource-%d", id), Date: "2020-01-01 10:00:00", DateGMT: "2020-01-01 10:00:00",
			Content: `<p>` + line + ` <a href="https://files.example/` + fmt.Sprint(id) + `.pdf">DOWNLOAD</a></p>`}
		if status := statuses[id]; status != "" {
			p.Status = status
		}
		if value := fields[id]; value != "" {
			p.Meta = append(p.Meta, wordpress.Meta{Key: "body", Value: value})
		}
		l.posts = append(l.posts, p)
		b.Post(wordpress.IndexRow{ID: id, Type: p.Type, Status: p.Status, Name: p.Name, Title: p.Title, Date: p.Date})
	}
	l.site = b.Build()
	return l
}

func (l library) Site(context.Context) (*wordpress.Site, error) { return l.site, nil }
func (l library) Meta(_ context.Context, keys wordpress.KeyPatterns) iter.Seq2[wordpress.MetaOf, error] {
	return func(yield func(wordpress.MetaOf, error) bool) {
		for _, p := range l.posts {
			of := wordpress.MetaOf{Post: p.ID}
			for _, m := range p.Meta {
				if keys.Match(m.Key) {
					of.Meta = append(of.Meta, m)
				}
			}
			if of.Meta != nil && !yield(of, nil) {
				return
			}
		}
	}
}

const knownMapping = `
version: 1
lists: {publishers: [Marrow and Pine]}
records:
  report:
    from: {post_type: post}
    fields:
      publishers: {first: [meta.body, {from: terms.publisher, when: 'slug != "x"'}, citation.publishers]}
`

func publishersOf(t *testing.T, l library, text string) map[int64][]string {
	t.Helper()
	rules, err := mapping.Parse("mapping.yaml", []byte(strings.TrimSpace(text)), Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	e, err := openToMake(t.Context(), l, Options{Mapping: rules})
	if err != nil {
		t.Fatal(err)
	}
	found := map[int64][]string{}
	for _, p := range l.posts {
		it := newItem(p, e)
		for _, c := range it.cites(it.page(nil).root) {
			found[p.ID] = append(found[p.ID], c.Publishers...)
		}
	}
	return found
}

func TestKnownPublishers(t *testing.T) {
	none := strings.Replace(strings.Replace(knownMapping, "lists: {publishers: [Marrow and Pine]}\n", "", 1), "meta.body, {from: terms.publisher, when: 'slug != \"x\"'}, ", "", 1)
	for _, c := range []struct {
		name, mapping    string
		fields, statuses map[int64]string
		want             map[int64][]string
	}{
		{"nothing known", none, nil, nil,
			map[int64][]string{1: {"Plan", "Ladders"}, 2: {"Bridges", "Ladders"}, 3: {"Marrow", "Pine"}}},
		{"a list, a term", knownMapping, nil, nil,
			map[int64][]string{1: {"Plan", "Ladders"}, 2: {"Bridges and Ladders"}, 3: {"Marrow and Pine"}}},
		{"a field of another post", knownMapping, map[int64]string{3: "Plan and Ladders"}, nil,
			map[int64][]string{1: {"Plan and Ladders"}, 2: {"Bridges and Ladders"}, 3: {"Marrow and Pine"}}},
		{"a field of a draft", knownMapping, map[int64]string{3: "Plan and Ladders"}, map[int64]string{3: "draft"},
			map[int64][]string{1: {"Plan", "Ladders"}, 2: {"Bridges and Ladders"}, 3: {"Marrow and Pine"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := publishersOf(t, newLibrary(c.fields, c.statuses), c.mapping)
			for id, want := range c.want {
				if !slices.Equal(got[id], want) {
					t.Errorf("post %d: got %q, want %q", id, got[id], want)
				}
			}
		})
	}
}
