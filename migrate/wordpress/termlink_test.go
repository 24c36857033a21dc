package wordpress

import (
	"strings"
	"testing"
)

func TestTermURL(t *testing.T) {
	tree := func(taxonomy string, id int64) func(*Builder) {
		return func(b *Builder) {
			b.Term(Term{ID: id, TaxonomyID: id, Taxonomy: taxonomy, Slug: "welt"})
			b.Term(Term{ID: id + 1, TaxonomyID: id + 1, Taxonomy: taxonomy, Slug: "%c3%b6sterreich", Parent: id})
		}
	}
	acf := func(id int64, name string, settings Object) IndexRow {
		return definitionRow(id, "acf-taxonomy", "publish", name, php(append(Object{{"taxonomy", name}, {"hierarchical", true}}, settings...)))
	}
	nested := Object{{"permalink_rewrite", "custom_permalink"}, {"slug", "reihe"}, {"rewrite_hierarchical", true}}
	rules := php(Object{
		{"thema/(.+?)/?$", "index.php?thema=$matches[1]"}, {"kat/([^/]+)/?$", "index.php?product_cat=$matches[1]"},
		{"(.+?)/?$", "index.php?post_tag=$matches[1]"},
	})
	for _, test := range []struct {
		taxonomy, pretty, plain string // of the child
	}{
		{"category", "/blog/category/welt/%c3%b6sterreich", "/?cat=%d"},
		{"post_tag", "/blog/tag/%c3%b6sterreich", "/?tag=%c3%b6sterreich"},
		{"region", "/blog/region/%c3%b6sterreich", "/?region=%c3%b6sterreich"},
		{"serie", "/blog/reihe/welt/%c3%b6sterreich", "/?serie=%c3%b6sterreich"},
		{"bare", "/?taxonomy=bare&term=%c3%b6sterreich", "/?taxonomy=bare&term=%c3%b6sterreich"},
		{"hidden", "", ""},
		{"thema", "/thema/welt/%c3%b6sterreich", "/?thema=%c3%b6sterreich"},
		{"product_cat", "/kat/%c3%b6sterreich", "/?product_cat=%c3%b6sterreich"},
		{"nobody_knows", "", ""},
		{"nav_menu", "", ""},
	} {
		for structure, want := range map[string]string{"/blog/%postname%": test.pretty, "": test.plain} {
			s := siteOf(map[string]string{"permalink_structure": structure, "rewrite_rules": rules}, []IndexRow{
				acf(1, "region", nil), acf(2, "serie", Object{{"rewrite", nested}}), acf(3, "hidden", Object{{"public", false}}),
				acf(4, "bare", Object{{"query_var", "none"}, {"rewrite", Object{{"permalink_rewrite", "no_permalink"}}}}),
			}, tree(test.taxonomy, 5))
			v := s.View()
			child, _ := v.Term(6)
			if want != "" {
				want = "https://example.org" + strings.ReplaceAll(want, "%d", "6")
			}
			if got := v.TermURL(child); got != want {
				t.Errorf("%s, structure %q: got %q, want %q", test.taxonomy, structure, got, want)
			}
			if !s.Holds(v.Trace()) {
				t.Errorf("%s: the answers differ when asked again", test.taxonomy)
			}
		}
	}
}

// The terms of post formats have pages under the formats' own names.
func TestTermURLOfFormats(t *testing.T) {
	for structure, want := range map[string]string{"/%postname%/": "https://example.org/type/link/", "": "https://example.org/?post_format=link"} {
		s := siteOf(map[string]string{"permalink_structure": structure}, nil, func(b *Builder) {
			b.Term(Term{ID: 1, TaxonomyID: 1, Taxonomy: "post_format", Slug: "post-format-link"})
		})
		v := s.View()
		term, _ := v.Term(1)
		if got := v.TermURL(term); got != want {
			t.Errorf("structure %q: got %s, want %s", structure, got, want)
		}
	}
}
