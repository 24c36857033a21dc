package wordpress

import (
	"strings"
	"testing"
)

func TestPermalinkStructures(t *testing.T) {
	with := func(change func(*IndexRow)) IndexRow {
		r := published(7, "post", "a-post")
		r.Author = 3
		if change != nil {
			change(&r)
		}
		return r
	}
	for _, test := range []struct {
		structure string
		row       IndexRow
		want      string
	}{
		{"", with(nil), "/?p=7"},
		{"/%year%/%monthnum%/%day%/%postname%/", with(nil), "/2013/05/14/a-post/"},
		{"/%hour%-%minute%-%second%/%post_id%", with(nil), "/09-08-07/7"},
		{"/archives/%post_id%", with(nil), "/archives/7"},
		{"/%author%/%postname%/", with(nil), "/anna-b/a-post/"},
		{"/%author%/%postname%/", with(func(r *IndexRow) { r.Author = 99 }), "/a-post/"},
		{"/%category%/%postname%/", with(nil), "/world/europe/a-post/"},
		{"/%category%/%postname%/", with(func(r *IndexRow) { r.ID = 8 }), "/uncategorised/a-post/"},
		{"/index.php/%year%/%postname%/", with(nil), "/index.php/2013/a-post/"},
		{"/%postname%.html", with(nil), "/a-post.html"},
		{"/%pagename%/", with(nil), "/a-post/"},
		{"/%unknown%/%postname%/", with(nil), "/%unknown%/a-post/"},
		{"/50%/%postname%/", with(nil), "/50%/a-post/"},
		{"/%postname%/", with(func(r *IndexRow) { r.Name = "" }), "/"},
		{"/%year%/%postname%/", with(func(r *IndexRow) { r.Name = "" }), "/2013/"},
		{"/%year%/%postname%/", with(func(r *IndexRow) { r.Date = "0000-00-00 00:00:00" }), "/0000/a-post/"},
		{"/%postname%/", with(func(r *IndexRow) { r.Name = "%d9%85%d8%a4" }), "/%d9%85%d8%a4/"},
		{"/%postname%/", with(func(r *IndexRow) { r.Status = "private" }), "/a-post/"},
		{"/%postname%/", with(func(r *IndexRow) { r.Status = "future" }), "/?p=7"},
		{"/%postname%/", with(func(r *IndexRow) { r.Status = "draft" }), "/?p=7"},
		{"/%postname%/", with(func(r *IndexRow) { r.Status = "trash" }), "/?p=7"},
		{"/%postname%/", with(func(r *IndexRow) { r.Status = "wc-odd" }), "/?p=7"},
		{"/%postname%/", with(func(r *IndexRow) { r.Type = "wp_block" }), "/a-post/"},
		{"/%postname%/", with(func(r *IndexRow) { r.Type = "page"; r.Status = "draft" }), "/?page_id=7"},
		{"/%postname%/", with(func(r *IndexRow) { r.Type = "nobody_knows" }), "/?p=7"},
		{"/blog/%postname%/", with(func(r *IndexRow) { r.Type = "page" }), "/a-post/"},
		{"/index.php/%postname%/", with(func(r *IndexRow) { r.Type = "page" }), "/index.php/a-post/"},
		{"/blog/%postname%/", with(func(r *IndexRow) { r.Type = "ai1ec_event" }), "/blog/ai1ec_event/a-post/"},
		{"/blog/%postname%/", with(func(r *IndexRow) { r.Type = "tribe_events" }), "/event/a-post/"},
		{"", with(func(r *IndexRow) { r.Type = "tribe_events" }), "/?tribe_events=a-post"},
		{"", with(func(r *IndexRow) { r.Type = "tribe_events"; r.Status = "draft" }), "/?post_type=tribe_events&p=7"},
	} {
		s := siteOf(map[string]string{"permalink_structure": test.structure, "default_category": "1"}, []IndexRow{test.row},
			category(1, 0, "uncategorised"), category(5, 4, "europe", 7), category(4, 0, "world"), category(9, 0, "later", 7),
			func(b *Builder) { b.User(User{ID: 3, Nicename: "anna-b"}) })
		if got, want := permalinkOf(t, s, test.row.ID), "https://example.org"+test.want; got != want {
			t.Errorf("structure %q, %s %s: got %s, want %s", test.structure, test.row.Type, test.row.Status, got, want)
		}
	}
}

func TestPageHierarchy(t *testing.T) {
	below := func(id, parent int64, slug string) IndexRow {
		r := published(id, "page", slug)
		r.Parent = parent
		return r
	}
	s := siteOf(map[string]string{"permalink_structure": "/%year%/%postname%/", "show_on_front": "page", "page_on_front": "1", "page_for_posts": "2"},
		[]IndexRow{published(1, "page", "front"), published(2, "page", "news"), published(3, "page", "about"), below(4, 3, "team"), below(5, 4, "history"),
			below(6, 7, "faq"), below(7, 6, "donate"), below(8, 8, "self"), below(9, 999, "orphan"), below(10, 1, "under-front")})
	for id, want := range map[int64]string{
		1: "/", 2: "/news/", 5: "/about/team/history/", 6: "/donate/faq/", 7: "/faq/donate/", 8: "/self/", 9: "/orphan/", 10: "/front/under-front/",
	} {
		if got := permalinkOf(t, s, id); got != "https://example.org"+want {
			t.Errorf("page %d: got %s, want %s", id, got, want)
		}
	}
}

func TestAttachmentPermalinks(t *testing.T) {
	file := func(id, parent int64, slug, status string) IndexRow {
		return IndexRow{ID: id, Type: "attachment", Status: status, Name: slug, Parent: parent}
	}
	draft := published(2, "post", "draft")
	draft.Status = "draft"
	rows := []IndexRow{published(1, "post", "a-post"), draft, published(3, "page", "front"), published(4, "wp_block", "pattern"),
		file(10, 1, "photo", "inherit"), file(11, 1, "2013", "inherit"), file(12, 0, "alone", "inherit"), file(13, 2, "of-draft", "inherit"),
		file(14, 999, "orphan", "inherit"), file(15, 3, "of-front", "inherit"), file(16, 4, "of-pattern", "inherit"), file(17, 10, "cover", "inherit"),
		file(18, 19, "one", "inherit"), file(19, 18, "two", "inherit"), file(20, 0, "gone", "trash")}
	for structure, wants := range map[string]map[int64]string{
		"/%postname%/": {10: "/a-post/photo/", 11: "/a-post/attachment/2013/", 12: "/alone/", 13: "/?attachment_id=13", 14: "/?attachment_id=14",
			15: "/front/of-front/", 16: "/?attachment_id=16", 17: "/a-post/photo/cover/", 18: "/?attachment_id=18", 20: "/?attachment_id=20"},
		"/%category%/%postname%": {10: "/news/a-post/attachment/photo", 12: "/alone"},
		"":                       {10: "/?attachment_id=10", 12: "/?attachment_id=12"},
	} {
		s := siteOf(map[string]string{"permalink_structure": structure, "show_on_front": "page", "page_on_front": "3"}, rows, category(2, 0, "news", 1))
		for id, want := range wants {
			if got := permalinkOf(t, s, id); got != "https://example.org"+want {
				t.Errorf("structure %q, attachment %d: got %s, want %s", structure, id, got, want)
			}
		}
	}
}

// An address that no definition tells of is read from the rewrite rules that the site stored.
func TestRewriteRules(t *testing.T) {
	rules := php(Object{
		{"publikasjoner/[^/]+/attachment/([^/]+)/?$", "index.php?attachment=$matches[1]"},
		{"publikasjoner/([^/]+)/embed/?$", "index.php?report=$matches[1]&embed=true"},
		{"publikasjoner/([^/]+)(?:/([0-9]+))?/?$", "index.php?report=$matches[1]&page=$matches[2]"},
		{"guide/(.+?)(?:/([0-9]+))?/?$", "index.php?guide=$matches[1]&page=$matches[2]"},
		{"saker/([^/]+)/?$", "index.php?post_type=hidden_var&name=$matches[1]"},
		{"shop/(.+?)/([^/]+)(?:/([0-9]+))?/?$", "index.php?product_cat=$matches[1]&product=$matches[2]&page=$matches[3]"},
		{"(.?.+?)(?:/([0-9]+))?/?$", "index.php?pagename=$matches[1]&page=$matches[2]"},
	})
	child := published(3, "guide", "second")
	child.Parent = 2
	s := siteOf(map[string]string{"permalink_structure": "/%postname%/", "rewrite_rules": rules},
		[]IndexRow{published(1, "report", "one"), published(2, "guide", "first"), child, published(4, "hidden_var", "case"), published(5, "product", "chair"), published(6, "product", "lamp")},
		func(b *Builder) {
			b.Term(Term{ID: 1, TaxonomyID: 1, Taxonomy: "product_cat", Slug: "home"})
			b.Term(Term{ID: 2, TaxonomyID: 2, Taxonomy: "product_cat", Slug: "seats", Parent: 1})
			b.Relation(5, 1)
			b.Relation(5, 2)
		})
	for id, want := range map[int64]string{1: "/publikasjoner/one/", 3: "/guide/first/second/", 4: "/saker/case/", 5: "/shop/home/seats/chair/", 6: "/shop/uncategorized/lamp/"} {
		if got := permalinkOf(t, s, id); got != "https://example.org"+want {
			t.Errorf("post %d: got %s, want %s", id, got, want)
		}
	}
	if c := s.PostType("report").Class; c != Unknown {
		t.Errorf("an address alone makes a type %v, want unknown", c)
	}
}

// A chain of parents as long as the table costs no more than a deep one.
func TestDeepHierarchy(t *testing.T) {
	var rows []IndexRow
	for id := int64(1); id <= 20000; id++ {
		r := published(id, "page", "p")
		r.Parent = id - 1
		rows = append(rows, r)
	}
	s := siteOf(map[string]string{"permalink_structure": "/%postname%/"}, rows)
	if got, want := permalinkOf(t, s, 20000), "https://example.org"+strings.Repeat("/p", deepest+1)+"/"; got != want {
		t.Errorf("got %d bytes, want %d", len(got), len(want))
	}
	if id, own := s.postByURL("/p/p/p/"); id != 3 || !own {
		t.Errorf("got %d %v", id, own)
	}
}
