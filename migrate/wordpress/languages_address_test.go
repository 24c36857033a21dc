package wordpress

import (
	"fmt"
	"testing"
)

// The addresses of posts tell their language as the plugin does that is switched on, by its own settings.
func TestAddressesInLanguages(t *testing.T) {
	const (
		polylang = `a:1:{i:0;s:21:"polylang/polylang.php";}`
		wpml     = `a:1:{i:0;s:40:"sitepress-multilingual-cms/sitepress.php";}`
	)
	settings := func(force, rewrite, hide, redirect int) string {
		return fmt.Sprintf(`a:5:{s:10:"force_lang";i:%d;s:7:"rewrite";i:%d;s:12:"hide_default";i:%d;s:13:"redirect_lang";i:%d;s:12:"default_lang";s:2:"en";}`, force, rewrite, hide, redirect)
	}
	negotiation := func(way, forDefault int) string {
		return fmt.Sprintf(`a:3:{s:25:"language_negotiation_type";s:1:"%d";s:16:"default_language";s:2:"en";s:4:"urls";a:1:{s:30:"directory_for_default_language";i:%d;}}`, way, forDefault)
	}
	for name, c := range map[string]struct {
		plugins, option, value, structure string
		english, french, frontFrench      string // below https://example.org
	}{
		"Polylang":                             {polylang, "polylang", settings(1, 1, 1, 0), "/%postname%/", "/report/", "/fr/rapport/", "/fr/accueil/"},
		"Polylang, front pages at the folders": {polylang, "polylang", settings(1, 1, 1, 1), "/%postname%/", "/report/", "/fr/rapport/", "/fr/"},
		"Polylang, the default told, too":      {polylang, "polylang", settings(1, 1, 0, 0), "/%postname%/", "/en/report/", "/fr/rapport/", "/fr/accueil/"},
		"Polylang, below language":             {polylang, "polylang", settings(1, 0, 1, 0), "/%postname%/", "/report/", "/language/fr/rapport/", "/language/fr/accueil/"},
		"Polylang, through index.php":          {polylang, "polylang", settings(1, 1, 1, 0), "/index.php/%postname%/", "/index.php/report/", "/index.php/fr/rapport/", "/index.php/fr/accueil/"},
		"Polylang, told by content":            {polylang, "polylang", settings(0, 1, 1, 0), "/%postname%/", "/report/", "/rapport/", "/accueil/"},
		"Polylang, without pretty addresses":   {polylang, "polylang", settings(1, 1, 1, 0), "", "/?p=1", "/?p=2", "/?page_id=4"},
		"Polylang, nothing set":                {polylang, "polylang", "", "/%postname%/", "/report/", "/rapport/", "/accueil/"},
		"Polylang is off":                      {`a:0:{}`, "polylang", settings(1, 1, 1, 0), "/%postname%/", "/report/", "/rapport/", "/accueil/"},
		"WPML":                                 {wpml, "icl_sitepress_settings", negotiation(1, 0), "/%postname%/", "/report/", "/fr/rapport/", "/fr/"},
		"WPML, the default told, too":          {wpml, "icl_sitepress_settings", negotiation(1, 1), "/%postname%/", "/en/report/", "/fr/rapport/", "/fr/"},
		"WPML, a parameter":                    {wpml, "icl_sitepress_settings", negotiation(3, 0), "/%postname%/", "/report/", "/rapport/?lang=fr", "/accueil/?lang=fr"},
		"WPML, a parameter beside others":      {wpml, "icl_sitepress_settings", negotiation(3, 0), "", "/?p=1", "/?p=2&lang=fr", "/?page_id=4&lang=fr"},
		"WPML, domains":                        {wpml, "icl_sitepress_settings", negotiation(2, 0), "/%postname%/", "/report/", "/rapport/", "/accueil/"},
	} {
		t.Run(name, func(t *testing.T) {
			b := NewBuilder("wp_")
			for key, value := range map[string]string{"home": "https://example.org", "permalink_structure": c.structure, "show_on_front": "page", "page_on_front": "3",
				"active_plugins": c.plugins, c.option: c.value} {
				b.Option(key, value)
			}
			b.Term(Term{ID: 1, TaxonomyID: 1, Taxonomy: "language", Name: "English", Slug: "en", Description: `a:1:{s:6:"locale";s:5:"en_GB";}`})
			b.Term(Term{ID: 2, TaxonomyID: 2, Taxonomy: "language", Name: "Français", Slug: "fr", Description: `a:1:{s:6:"locale";s:5:"fr_FR";}`})
			b.Term(Term{ID: 3, TaxonomyID: 3, Taxonomy: "post_translations", Name: "a", Slug: "a", Description: `a:2:{s:2:"en";i:1;s:2:"fr";i:2;}`})
			b.Term(Term{ID: 4, TaxonomyID: 4, Taxonomy: "post_translations", Name: "b", Slug: "b", Description: `a:2:{s:2:"en";i:3;s:2:"fr";i:4;}`})
			for i, p := range []IndexRow{{ID: 1, Type: "post", Name: "report"}, {ID: 2, Type: "post", Name: "rapport"}, {ID: 3, Type: "page", Name: "home"}, {ID: 4, Type: "page", Name: "accueil"}} {
				p.Status = "publish"
				b.Post(p)
				code, group := []string{"en", "fr"}[i%2], int64(3+i/2)
				if c.option == "polylang" {
					b.RelationAt(p.ID, int64(1+i%2), 0)
					b.RelationAt(p.ID, group, 0)
				} else {
					b.Row(translationTable, Row{"translation_id": fmt.Sprint(i), "element_type": "post_" + p.Type, "element_id": fmt.Sprint(p.ID), "trid": fmt.Sprint(group), "language_code": code})
				}
			}
			v := b.Build().View()
			for id, want := range map[int64]string{1: c.english, 2: c.french, 4: c.frontFrench} {
				address := "https://example.org" + want
				if got := v.Permalink(id); got != address {
					t.Errorf("the address of %d is %s, wanted %s", id, got, address)
				}
				if got, own := v.PostByURL(address); got != id || !own {
					t.Errorf("%s leads to %d (%t)", address, got, own)
				}
			}
		})
	}
}

// A folder stands once in an address, in front: of what stands below other pages and posts, and of a page that has its name.
func TestAddressesBelowOthersInLanguages(t *testing.T) {
	for structure, root := range map[string]string{"/%postname%/": "https://example.org/fr/", "/index.php/%postname%/": "https://example.org/index.php/fr/"} {
		b := NewBuilder("wp_")
		b.Option("home", "https://example.org")
		b.Option("permalink_structure", structure)
		b.Option("active_plugins", `a:1:{i:0;s:21:"polylang/polylang.php";}`)
		b.Option("polylang", `a:4:{s:10:"force_lang";i:1;s:7:"rewrite";i:1;s:12:"hide_default";i:1;s:12:"default_lang";s:2:"en";}`)
		b.Term(Term{ID: 1, TaxonomyID: 1, Taxonomy: "language", Name: "English", Slug: "en", Description: `a:1:{s:6:"locale";s:5:"en_GB";}`})
		b.Term(Term{ID: 2, TaxonomyID: 2, Taxonomy: "language", Name: "Français", Slug: "fr", Description: `a:1:{s:6:"locale";s:5:"fr_FR";}`})
		for _, p := range []IndexRow{{ID: 1, Type: "post", Name: "rapport"}, {ID: 2, Type: "page", Name: "fr"}, {ID: 3, Type: "page", Name: "droits", Parent: 2},
			{ID: 4, Type: "attachment", Name: "annexe", Parent: 1}, {ID: 5, Type: "attachment", Name: "plan", Parent: 2}} {
			if p.Status = "publish"; p.Type == "attachment" {
				p.Status = "inherit"
			}
			b.Post(p)
			b.Relation(p.ID, 2)
		}
		v := b.Build().View()
		for id, path := range map[int64]string{1: "rapport/", 2: "fr/", 3: "fr/droits/", 4: "rapport/annexe/", 5: "fr/plan/"} {
			if got := v.Permalink(id); got != root+path {
				t.Errorf("the address of %d is %s, wanted %s", id, got, root+path)
			}
			if got, own := v.PostByURL(root + path); got != id || !own {
				t.Errorf("%s leads to %d (%t)", root+path, got, own)
			}
		}
	}
}
