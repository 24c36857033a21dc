package wordpress

import (
	"slices"
	"testing"
)

func TestLanguageTag(t *testing.T) {
	for _, c := range []struct {
		codes []string
		want  string
	}{
		{[]string{"pt-br"}, "pt-BR"}, {[]string{"pt_BR"}, "pt-BR"}, {[]string{"zh-hans"}, "zh-Hans"}, {[]string{"zh_CN"}, "zh-CN"},
		{[]string{"de_CH_informal"}, "de-CH"}, {[]string{"fr"}, "fr"}, {[]string{"ckb"}, "ckb"},
		{[]string{"", "us", "en_US"}, "en-US"}, {[]string{"", " "}, ""}, {[]string{"my_code", "also not"}, "my-code"}, {nil, ""},
	} {
		if got := LanguageTag(c.codes...); got != c.want {
			t.Errorf("%q: %q, want %q", c.codes, got, c.want)
		}
	}
}

// wpmlRow adds a row of WPML's table.
func wpmlRow(id, element, trid, elementType, code string) func(*Builder) {
	return func(b *Builder) {
		b.Row("icl_translations", Row{"translation_id": id, "element_id": element, "trid": trid, "element_type": elementType, "language_code": code})
	}
}

func polylangTerm(id int64, taxonomy, slug, description string, posts ...int64) func(*Builder) {
	return func(b *Builder) {
		b.Term(Term{ID: id, TaxonomyID: id, Taxonomy: taxonomy, Name: slug, Slug: slug, Description: description})
		for _, post := range posts {
			b.Relation(post, id)
		}
	}
}

// Where two plugins have left data, the one that is switched on goes first, and the other answers for the posts that it
// does not know.
func TestLanguagesOfTwoPlugins(t *testing.T) {
	rows := []func(*Builder){
		wpmlRow("1", "1", "10", "post_post", "fr"), wpmlRow("2", "2", "10", "post_post", "en"),
		polylangTerm(3, "language", "de", "", 1, 4), polylangTerm(5, "language", "it", "", 6),
		polylangTerm(7, "post_translations", "pll", php(Object{{"de", 4}, {"it", 6}}), 4, 6),
	}
	posts := []IndexRow{published(1, "post", "a"), published(2, "post", "b"), published(4, "post", "c"), published(6, "post", "d")}
	for active, want := range map[string]string{"sitepress-multilingual-cms/sitepress.php": "fr", "polylang-pro/polylang.php": "de", "akismet/akismet.php": "fr"} {
		view := siteOf(map[string]string{"active_plugins": php(Object{{"0", active}})}, posts, rows...).View()
		if got := view.Language(1).Tag; got != want {
			t.Errorf("%s: %q, want %q", active, got, want)
		}
		if got := view.Translations(4); len(got) != 1 || got[0].ID != 6 || got[0].Language != "it" || view.Language(2).Tag != "en" {
			t.Errorf("%s: %+v", active, got)
		}
	}
}

// A record wakes when a post joins or leaves the group of its own, or may not leave any more, and sleeps on otherwise.
func TestLanguagesAreTraced(t *testing.T) {
	site := func(status, code string, other int64) *Site {
		return siteOf(nil, []IndexRow{published(1, "post", "a"), {ID: 2, Type: "post", Status: status, Name: "b"}, published(3, "post", "c"), published(4, "post", "d")},
			wpmlRow("1", "1", "10", "post_post", "fr"), wpmlRow("2", "2", "10", "post_post", "en"), wpmlRow("3", "3", "11", "post_post", code),
			func(b *Builder) { b.Post(published(other, "post", "e")) })
	}
	view := site("publish", "en", 5).View()
	view.Language(1)
	view.Translations(1)
	trace := view.Trace()
	if !site("publish", "es", 6).Holds(trace) {
		t.Error("the language of another post wakes the record")
	}
	if site("draft", "en", 5).Holds(trace) {
		t.Error("the status of a translation does not wake the record")
	}
}

// Whatever is stored, each link has its way back.
func TestTranslationsGoBothWays(t *testing.T) {
	groups := []func(*Builder){
		polylangTerm(20, "language", "en", "", 1, 2, 3), polylangTerm(21, "language", "fr", "", 4, 5),
		polylangTerm(30, "post_translations", "a", php(Object{{"en", 1}, {"fr", 4}}), 1),    // 4 is filed nowhere
		polylangTerm(31, "post_translations", "b", php(Object{{"en", 2}, {"fr", 5}}), 2, 5), // whole
		polylangTerm(32, "post_translations", "c", php(Object{{"en", 3}, {"fr", 5}}), 3),    // 5 is filed with 2
		polylangTerm(33, "post_translations", "d", php(Object{{"fr", 4}, {"xx", 6}})),       // named twice; a language that is gone
		polylangTerm(34, "post_translations", "e", "b:1;", 6), polylangTerm(35, "post_translations", "f", "a:1:{", 6),
	}
	var posts []IndexRow
	for id := range int64(6) {
		posts = append(posts, published(id+1, "post", "p"))
	}
	view := siteOf(nil, posts, groups...).View()
	links := 0
	for id := range int64(6) {
		for _, there := range view.Translations(id + 1) {
			if there.Foreign {
				continue
			}
			links++
			if !slices.ContainsFunc(view.Translations(there.ID), func(back Translation) bool { return back.ID == id+1 && !back.Foreign }) {
				t.Errorf("%d leads to %d, and not back", id+1, there.ID)
			}
		}
	}
	if links != 4 {
		t.Errorf("%d links, want 4", links)
	}
	if strays := view.Translations(3); len(strays) != 1 || !strays[0].Foreign || strays[0].ID != 5 {
		t.Errorf("the post that is filed elsewhere: %+v", strays)
	}
}
