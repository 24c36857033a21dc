package wordpress

import (
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
)

func TestSetup(t *testing.T) {
	for _, test := range []struct{ home, host, id string }{
		{"https://www.Example.org/", "example.org", "example.org"},
		{"http://example.org:8080/Blog/", "example.org", "example.org/blog"},
		{"https://sub.example.org", "sub.example.org", "sub.example.org"},
		{"http://localhost", "localhost", "localhost"},
		{"https://example.org/a%20b", "example.org", "example.org/a%20b"},
		{"http://[::1]:80/x", "::1", "::1/x"},
	} {
		setup := siteOf(map[string]string{"home": test.home}, nil).Setup
		if setup.Host != test.host || setup.ID != test.id {
			t.Errorf("%s: host %q, id %q; want %q, %q", test.home, setup.Host, setup.ID, test.host, test.id)
		}
	}
	for locale, want := range map[string]string{"": "en-US", "fr_FR": "fr-FR", "de_DE_formal": "de-DE", "de_CH_informal": "de-CH", "pt_PT_ao90": "pt-PT",
		"nl_NL_formal": "nl-NL", "ca": "ca", "zh_CN": "zh-CN", "ckb": "ckb", "en_GB": "en-GB", "not a locale": "not a locale"} {
		if got := siteOf(map[string]string{"WPLANG": locale}, nil).Language; got != want {
			t.Errorf("locale %q: got %q, want %q", locale, got, want)
		}
	}
	if got := NewBuilder("wp_").Build().Setup; got.Home != "" || got.Language != "en-US" {
		t.Errorf("a site without options: %+v", got)
	}
}

// A site whose address is not known says so, with what to do.
func TestAddressWarning(t *testing.T) {
	for home, warned := range map[string]bool{"https://example.org": false, "http://localhost:8080/": false, "": true, "  ": true, "/": true, "null": true} {
		warnings := siteOf(map[string]string{"home": home, "siteurl": home}, nil).Warnings
		if found := slices.ContainsFunc(warnings, func(w string) bool { return strings.Contains(w, "wp_options (option_name") }); found != warned {
			t.Errorf("home %q: warnings %q", home, warnings)
		}
	}
}

// A term that says nothing is a missing one, and takes no record along.
func TestEmptyTerms(t *testing.T) {
	view := siteOf(nil, []IndexRow{published(1, "post", "a")}, category(2, 0, "news", 1), category(3, 0, "", 1), func(b *Builder) {
		b.Term(Term{ID: 4, TaxonomyID: 4, Name: "Stray", Slug: "stray"})
		b.Relation(1, 4)
	}).View()
	if terms := view.Terms(1); len(terms) != 1 || terms[0].Slug != "news" {
		t.Errorf("terms: %+v", terms)
	}
	if found := view.Log.Findings(); len(found) == 0 || found[0].Code != finding.TermMissing {
		t.Errorf("findings: %+v", found)
	}
}

// The digest changes with what all records depend on, and with nothing else.
func TestSetupDigest(t *testing.T) {
	rows := []IndexRow{published(1, "post", "a")}
	base := map[string]string{"timezone_string": "Europe/Vienna", "permalink_structure": "/%postname%/"}
	with := func(name, value string) map[string]string {
		options := map[string]string{name: value}
		for k, v := range base {
			if _, set := options[k]; !set {
				options[k] = v
			}
		}
		return options
	}
	before := siteOf(base, rows).digest()
	for name, value := range map[string]string{
		"home": "https://example.com", "siteurl": "https://example.org/wp", "permalink_structure": "/%year%/%postname%/", "timezone_string": "Europe/Paris", "WPLANG": "fr_FR",
		"upload_url_path": "https://cdn.example.org", "category_base": "themes", "cptui_post_types": php(Object{{"book", Object{{"name", "book"}}}}),
		"cptui_taxonomies": php(Object{{"genre", Object{{"name", "genre"}}}}), "default_category": "5",
	} {
		if siteOf(with(name, value), rows).digest() == before {
			t.Errorf("the option %s does not change the digest", name)
		}
	}
	for name, options := range map[string]map[string]string{"the same": base, "another option": with("blogname", "x")} {
		if siteOf(options, rows).digest() != before {
			t.Errorf("%s changes the digest", name)
		}
	}
	more := append(rows, published(2, "nav_menu_item", "b"), published(3, "ai1ec_event", "c"))
	if siteOf(base, more).digest() != before {
		t.Errorf("a new type of known make changes the digest")
	}
}

func TestDecodeSlug(t *testing.T) {
	for slug, want := range map[string]string{
		"a-post": "a-post", "%d9%85%d8%a4": "مؤ", "%e6%9c%8": "%8", "caf%65%cc%81": "café", "100%": "100%", "50%-off": "50%-off", "%ff": "", "a%2Fb": "a/b", "": "",
	} {
		if got := DecodeSlug(slug); got != want {
			t.Errorf("%q: got %q, want %q", slug, got, want)
		}
	}
}

func TestRecordStatus(t *testing.T) {
	for status, want := range map[string]string{"publish": "published", "future": "scheduled", "trash": "trashed", "private": "private", "pending": "pending", "draft": "draft", "auto-draft": "draft", "closed": "published"} {
		if got := RecordStatus(status); got != want {
			t.Errorf("%s: got %q, want %q", status, got, want)
		}
	}
}
