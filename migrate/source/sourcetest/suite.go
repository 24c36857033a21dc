// Package sourcetest holds what every migrate.Source must keep, whatever it reads, as one suite of tests.
package sourcetest

import (
	"cmp"
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"

	"wp2pub/migrate"
	"wp2pub/migrate/wordpress"
)

// Run holds a source to the contract of migrate.Source. Open opens the same site each time it is called; the site
// must hold at least three posts, of two types at least, some with terms and some with meta.
func Run(t *testing.T, open func(*testing.T) migrate.Source) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, migrate.Source)
	}{
		{"heads ascend", headsAscend},
		{"posts are what heads announce", postsMatchHeads},
		{"the index has every row", indexMatchesHeads},
		{"only wanted posts come", wantedOnly},
		{"everything can be read again", readAgain},
		{"stopping early", stopEarly},
		{"meta by its keys", metaByKeys},
		{"terms of posts resolve", termsResolve},
		{"digests are the same again", digestsStay},
		{"cancelling", cancelled},
	} {
		t.Run(test.name, func(t *testing.T) {
			source := open(t)
			test.run(t, source)
			if err := source.Close(); err != nil {
				t.Errorf("Close: %v", err)
			}
		})
	}
}

// Heads returns all heads of a source.
func Heads(t testing.TB, source migrate.Source) []wordpress.Head {
	t.Helper()
	var heads []wordpress.Head
	for h, err := range source.Heads(t.Context()) {
		if err != nil {
			t.Fatalf("Heads: %v", err)
		}
		heads = append(heads, h)
	}
	return heads
}

// Posts returns the posts of a source whose heads want chooses; all, where it is nil.
func Posts(t testing.TB, source migrate.Source, want func(wordpress.Head) bool) []*wordpress.Post {
	t.Helper()
	if want == nil {
		want = func(wordpress.Head) bool { return true }
	}
	var posts []*wordpress.Post
	for p, err := range source.Posts(t.Context(), want) {
		if err != nil {
			t.Fatalf("Posts: %v", err)
		}
		posts = append(posts, p)
	}
	return posts
}

// Site returns the site of a source.
func Site(t testing.TB, source migrate.Source) *wordpress.Site {
	t.Helper()
	site, err := source.Site(t.Context())
	if err != nil {
		t.Fatalf("Site: %v", err)
	}
	return site
}

func headsAscend(t *testing.T, source migrate.Source) {
	heads := Heads(t, source)
	if len(heads) < 3 {
		t.Fatalf("%d heads: the suite needs a site with more", len(heads))
	}
	for i := 1; i < len(heads); i++ {
		if heads[i].ID <= heads[i-1].ID {
			t.Fatalf("head %d comes after head %d", heads[i].ID, heads[i-1].ID)
		}
	}
}

func postsMatchHeads(t *testing.T, source migrate.Source) {
	heads, posts := Heads(t, source), Posts(t, source, nil)
	if len(heads) != len(posts) {
		t.Fatalf("%d heads, %d posts", len(heads), len(posts))
	}
	meta := 0
	for i, p := range posts {
		announced := heads[i]
		announced.Digest = wordpress.Digest{}
		if p.Head() != announced {
			t.Errorf("post %+v was announced as %+v", p.Head(), announced)
		}
		meta += len(p.Meta)
	}
	if meta == 0 {
		t.Error("no post has meta")
	}
}

func indexMatchesHeads(t *testing.T, source migrate.Source) {
	heads, entries := Heads(t, source), Site(t, source).Entries()
	if len(heads) != len(entries) {
		t.Fatalf("%d heads, %d index entries", len(heads), len(entries))
	}
	for i, e := range entries {
		if h := heads[i]; h.ID != e.ID || h.Type != e.Type || h.Status != e.Status || h.Protected != e.Protected {
			t.Errorf("head %+v, index entry %+v", h, e)
		}
	}
}

func wantedOnly(t *testing.T, source migrate.Source) {
	heads := Heads(t, source)
	for _, odd := range []bool{true, false} {
		var asked, wanted, got []int64
		want := func(h wordpress.Head) bool {
			asked = append(asked, h.ID)
			if (len(asked)%2 == 1) == odd {
				wanted = append(wanted, h.ID)
				return true
			}
			return false
		}
		for _, p := range Posts(t, source, want) {
			got = append(got, p.ID)
		}
		if !slices.Equal(got, wanted) {
			t.Errorf("got the posts %v, wanted %v", got, wanted)
		}
		if len(asked) != len(heads) || !slices.IsSorted(asked) {
			t.Errorf("was asked about %d heads of %d", len(asked), len(heads))
		}
	}
	if none := Posts(t, source, func(wordpress.Head) bool { return false }); len(none) > 0 {
		t.Errorf("got %d posts, wanted none", len(none))
	}
}

func readAgain(t *testing.T, source migrate.Source) {
	if first, second := Heads(t, source), Heads(t, source); !slices.Equal(first, second) {
		t.Error("the heads differ the second time")
	}
	first := Posts(t, source, nil)
	site := Site(t, source)
	if second := Posts(t, source, nil); !reflect.DeepEqual(first, second) {
		t.Error("the posts differ the second time")
	}
	if !reflect.DeepEqual(site.Entries(), Site(t, source).Entries()) {
		t.Error("the site differs the second time")
	}
}

func stopEarly(t *testing.T, source migrate.Source) {
	first := func(h wordpress.Head) bool { return true }
	for range source.Heads(t.Context()) {
		break
	}
	for range source.Posts(t.Context(), first) {
		break
	}
	if len(Posts(t, source, nil)) != len(Heads(t, source)) {
		t.Error("after stopping early, posts are missing")
	}
}

// Digests returns the digests of the posts whose heads want chooses.
func Digests(t testing.TB, source migrate.Source, want func(wordpress.Head) bool) map[int64]wordpress.Digest {
	t.Helper()
	all, last := map[int64]wordpress.Digest{}, int64(0)
	for h, err := range source.Digests(t.Context(), want) {
		if err != nil {
			t.Fatalf("Digests: %v", err)
		}
		if h.ID <= last {
			t.Fatalf("the digest of %d comes after that of %d", h.ID, last)
		}
		all[h.ID], last = h.Digest, h.ID
	}
	return all
}

func digestsStay(t *testing.T, source migrate.Source) {
	heads := Heads(t, source)
	all := Digests(t, source, func(wordpress.Head) bool { return true })
	if len(all) != len(heads) {
		t.Fatalf("%d digests of %d posts", len(all), len(heads))
	}
	seen := map[wordpress.Digest]bool{}
	for _, h := range heads {
		digest := all[h.ID]
		none := digest == (wordpress.Digest{})
		if h.Type == "revision" && none { // no one looks at them
			continue
		}
		if none || seen[digest] {
			t.Errorf("the digest of %d is %x: none, or that of another post", h.ID, digest)
		}
		seen[digest] = true
	}
	some := Digests(t, source, func(h wordpress.Head) bool { return h.ID != heads[1].ID })
	if _, there := some[heads[1].ID]; there || len(some) != len(heads)-1 {
		t.Error("the digests are not those that were wanted")
	}
	for id, digest := range some {
		if all[id] != digest {
			t.Errorf("the digest of %d is another the second time", id)
		}
	}
}

// metaByKeys holds Meta to what the whole posts have under the same keys.
func metaByKeys(t *testing.T, source migrate.Source) {
	site, posts := Site(t, source), Posts(t, source, nil)
	some := wordpress.KeyPatterns{"_*", `no'"\_such|%`, ""}
	for _, p := range posts {
		for _, m := range p.Meta {
			if len(some) < 12 && !slices.Contains(some, m.Key) {
				some = append(some, m.Key)
			}
		}
	}
	for _, keys := range []wordpress.KeyPatterns{some, some[3:], {"*"}, {"_x"}, {}} {
		var want, got []wordpress.MetaOf
		for _, p := range posts {
			of := wordpress.MetaOf{Post: p.ID}
			for _, m := range p.Meta {
				if keys.Match(m.Key) {
					of.Meta = append(of.Meta, m)
				}
			}
			if of.Meta != nil {
				want = append(want, of)
			}
		}
		for of, err := range source.Meta(t.Context(), keys) {
			if err != nil {
				t.Fatalf("Meta: %v", err)
			}
			if _, exists := site.Entry(of.Post); exists { // rows without a post are no one's
				got = append(got, of)
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("the meta of %q is that of %d posts, wanted of %d", keys, len(got), len(want))
		}
	}
	for range source.Meta(t.Context(), wordpress.KeyPatterns{"*"}) {
		break
	}
	if len(Heads(t, source)) == 0 {
		t.Error("after stopping early, nothing can be read")
	}
}

func termsResolve(t *testing.T, source migrate.Source) {
	site := Site(t, source)
	view, found := site.View(), 0
	for _, e := range site.Entries() {
		terms := view.Terms(e.ID)
		found += len(terms)
		if !slices.IsSortedFunc(terms, func(a, b *wordpress.Term) int { return cmp.Compare(a.Taxonomy, b.Taxonomy) }) {
			t.Errorf("the terms of post %d are not sorted by taxonomy", e.ID)
		}
		for _, term := range terms {
			if term.Taxonomy == "" || term.Slug == "" {
				t.Errorf("post %d has the term %+v", e.ID, term)
			}
		}
	}
	if found == 0 {
		t.Error("no post has a term")
	}
}

func cancelled(t *testing.T, source migrate.Source) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range source.Heads(ctx) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("Heads after cancelling: %v", err)
		}
		break
	}
	seen := false
	for p, err := range source.Posts(ctx, func(wordpress.Head) bool { return true }) {
		seen = true
		if p != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("Posts after cancelling: %v, %v", p, err)
		}
		break
	}
	if !seen {
		t.Error("Posts after cancelling ends as if all were read")
	}
	for _, err := range source.Digests(ctx, func(wordpress.Head) bool { return true }) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("Digests after cancelling: %v", err)
		}
		break
	}
	if _, err := source.Site(ctx); err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("Site after cancelling: %v", err)
	}
}
