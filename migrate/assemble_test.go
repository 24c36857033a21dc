package migrate

import (
	"slices"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// TestParentLoop makes records of pages that stand below each other, and of one that stands below them.
func TestParentLoop(t *testing.T) {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://loop.example.org")
	parents := map[int64]int64{1: 2, 2: 1, 3: 1, 4: 0, 5: 99}
	for id, parent := range parents {
		b.Post(wordpress.IndexRow{ID: id, Type: "page", Status: "publish", Name: "page", Title: "Page", Parent: parent})
	}
	e := &engine{options: Options{Mapping: mapping.Default(Vocabulary())}, site: b.Build()}
	for id, want := range map[int64]bool{1: true, 2: true, 3: false, 4: false, 5: false} {
		_, log := e.assemble(newItem(&wordpress.Post{ID: id, Type: "page", Status: "publish", Name: "page", Title: "Page", Parent: parents[id]}, e), []mapping.Draft{{Kind: "page"}}, 0)
		found := false
		for _, f := range log.Findings() {
			found = found || f.Code == finding.ParentLoop
		}
		if found != want {
			t.Errorf("page %d below %d: parent-loop found: %t", id, parents[id], found)
		}
	}
}

// TestTermsWithoutLogins holds that a record has all terms of its post but those that name accounts.
func TestTermsWithoutLogins(t *testing.T) {
	b := wordpress.NewBuilder("wp_")
	b.Option("home", "https://terms.example.org")
	for i, term := range []wordpress.Term{
		{Taxonomy: "category", Slug: "reports", Name: "Reports"},
		{Taxonomy: "following_users", Slug: "jsmith", Name: "jsmith"},
		{Taxonomy: "post_translations", Slug: "pll_1", Name: "pll_1"},
		{Taxonomy: "author", Slug: "gallagher", Name: "Gallagher"},
		{Taxonomy: "author", Slug: "cap-jsmith", Name: "jsmith"},
	} {
		term.ID, term.TaxonomyID = int64(i+1), int64(i+1)
		b.Term(term)
		b.Relation(1, term.TaxonomyID)
	}
	b.Post(wordpress.IndexRow{ID: 1, Type: "page", Status: "publish", Name: "page", Title: "Page"})
	b.User(wordpress.User{ID: 1, Login: "jsmith", Nicename: "jsmith", DisplayName: "Jo Smith"})
	e := &engine{options: Options{Mapping: mapping.Default(Vocabulary())}, site: b.Build()}
	r, _ := e.assemble(newItem(&wordpress.Post{ID: 1, Type: "page", Status: "publish", Name: "page", Title: "Page"}, e), []mapping.Draft{{Kind: "page"}}, 0)
	var got []string
	for _, taxonomy := range r.Terms {
		for _, term := range taxonomy.Terms {
			got = append(got, taxonomy.Name+" "+term.Slug)
		}
	}
	if want := []string{"category reports", "post_translations pll_1"}; !slices.Equal(got, want) {
		t.Errorf("has the terms %q, want %q", got, want)
	}
}
