package survey

import (
	"cmp"
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// postType is a post type as it is counted.
type postType struct {
	PostType
	terms map[*wordpress.Term]*Signals
}

// countRows counts every row of the posts table.
func (c *Collector) countRows() {
	for _, t := range c.site.PostTypes() {
		c.types[t.Name] = &postType{terms: map[*wordpress.Term]*Signals{}, PostType: PostType{PostType: t.Name, Label: t.Label,
			Class: t.Class.String(), Kind: t.Kind, Origin: t.Origin, Reason: t.Reason, Calendar: t.Events, Statuses: map[string]int{}}}
	}
	for _, e := range c.site.Entries() {
		t := c.types[e.Type]
		t.Rows++
		t.Statuses[e.Status]++
	}
}

// mostSeveral is how many posts that cite several publications are named of a type.
const mostSeveral = 5

// countPost counts a public post, for its type and for its terms.
func (c *Collector) countPost(post *wordpress.Post, signals Signals) {
	t := c.types[post.Type]
	t.Public.add(signals)
	if signals.Several > 0 && len(t.Several) < mostSeveral {
		t.Several = append(t.Several, post.ID)
	}
	if day := dayOf(post.Date); day != "" {
		if t.First == "" || day < t.First {
			t.First = day
		}
		t.Last = max(t.Last, day)
	}
	view := c.site.View()
	var counted []*wordpress.Term
	sorted, used := map[*wordpress.Term]bool{}, map[string]bool{}
	for _, term := range view.Terms(post.ID) {
		taxonomy := c.taxonomies[term.Taxonomy]
		if !used[term.Taxonomy] {
			used[term.Taxonomy] = true
			taxonomy.Uses++
			taxonomy.types[post.Type] = true
		}
		taxonomy.posts[term]++
		if !taxonomy.Public {
			continue
		}
		for _, above := range view.Lineage(term) {
			if !sorted[above] {
				sorted[above] = true
				t.count(above, signals)
				counted = append(counted, above)
			}
		}
	}
	c.posts.add(post, signals, counted)
}

func (t *postType) count(term *wordpress.Term, signals Signals) {
	s := t.terms[term]
	if s == nil {
		s = &Signals{}
		t.terms[term] = s
	}
	s.add(signals)
}

func (s *Signals) add(other Signals) {
	s.Posts += other.Posts
	s.Files += other.Files
	s.Citations += other.Citations
	s.Several += other.Several
	s.Retitled += other.Retitled
	s.Events += other.Events
	s.Empty += other.Empty
	s.Authors += other.Authors
	s.Bylines += other.Bylines
	for name, n := range other.Stated {
		s.state(name, n)
	}
}

// state counts posts that state something.
func (s *Signals) state(name string, posts int) {
	if s.Stated == nil {
		s.Stated = map[string]int{}
	}
	s.Stated[name] += posts
}

// dayOf is the day of a stored time, empty where none is set.
func dayOf(stored string) string {
	if len(stored) < len("2006-01-02") || stored < "0001" || strings.HasPrefix(stored, "0000") {
		return ""
	}
	return stored[:len("2006-01-02")]
}

// classes is the order in which post types are listed.
var classes = []string{"content", "unknown", "internal", "private"}

func (c *Collector) postTypes() []PostType {
	list := []PostType{}
	for _, t := range c.types {
		sum := t.PostType
		sum.Terms = c.termUses(t)
		list = append(list, sum)
	}
	slices.SortFunc(list, func(a, b PostType) int {
		return cmp.Or(cmp.Compare(slices.Index(classes, a.Class), slices.Index(classes, b.Class)), cmp.Compare(b.Rows, a.Rows), strings.Compare(a.PostType, b.PostType))
	})
	return list
}

// termUses lists the terms of the posts of a type.
func (c *Collector) termUses(t *postType) []TermUse {
	uses := []TermUse{}
	view := c.site.View()
	for term, signals := range t.terms {
		use := TermUse{Taxonomy: term.Taxonomy, Slug: wordpress.DecodeSlug(term.Slug), Signals: *signals}
		for _, above := range view.Lineage(term) {
			use.Path = append(use.Path, masked(above.PublicName()))
		}
		uses = append(uses, use)
	}
	slices.SortFunc(uses, func(a, b TermUse) int {
		return cmp.Or(strings.Compare(a.Taxonomy, b.Taxonomy), slices.Compare(a.Path, b.Path), strings.Compare(a.Slug, b.Slug))
	})
	return uses
}
