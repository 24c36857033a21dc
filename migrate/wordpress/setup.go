package wordpress

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"net"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"
)

// Setup is what the whole site shares.
type Setup struct {
	Home      string // option home without a trailing slash: "https://example.org"
	SiteURL   string // option siteurl without a trailing slash
	Host      string // of Home: lower case, without "www." and port
	ID        string // SITE of the record's id: host and path of Home, lower case, without scheme, "www." and port
	Language  string // BCP 47, of the option WPLANG; "en-US" where it is empty
	Uploads   string // URL of the uploads folder, without a trailing slash
	Structure string // permalink_structure; empty: plain ?p= links
	Serves    bool   // a plugin serves files from a bucket where it keeps them
	Delivery  string // URL before their keys, without a trailing slash; empty: that of the bucket
}

// setup is worked out of the rows once, in Build.
type setup struct {
	Setup
	zone       *time.Location
	structure  structure
	types      map[string]PostType // defined in the database, or seen in the posts table
	taxonomies map[string]Taxonomy // defined in the database, or seen in term_taxonomy
	frontPage  int64               // page_on_front, where the front page is a page
	primary    map[int64]int64     // post → the category that its address names
	links      *linkIndex
	fileLinks  *fileIndex
	acf        *acfIndex
	versions   versions
	languages  []*languages // of plugins, first the one to ask first
	sum        Digest

	pluginFolders []string // see there
	settings      *settings
}

// newSetup works out what the whole site shares. Meta holds the rows of postmeta that the index needs, by post.
func newSetup(s *Site, meta map[int64][]Meta) setup {
	var w setup
	w.Home, w.SiteURL = homes(s.options)
	w.Host, w.ID = siteID(w.Home)
	w.Language = localeTag(s.options["WPLANG"])
	w.Uploads = uploadsURL(s, w.SiteURL)
	w.Structure = s.options["permalink_structure"]
	w.structure = newStructure(w.Structure)
	w.structure.slugs = chosenSlugs(s.options)
	w.zone = zoneOf(s.options["timezone_string"], s.options["gmt_offset"])
	if s.options["show_on_front"] == "page" {
		w.frontPage = number(s.options["page_on_front"])
	}
	w.pluginFolders = pluginFolders(s.options["active_plugins"])
	w.Delivery, w.Serves = deliveryOf(s, w.pluginFolders)
	w.primary = primaryCategories(s, meta, w.pluginFolders)
	w.settings = &settings{decoded: map[string]any{}}
	rules := readRules(s.options["rewrite_rules"])
	w.types = postTypes(s, storedTypes(s, meta), rules, w.structure)
	w.taxonomies = taxonomies(s, storedTaxonomies(s, meta), rules, w.structure)
	w.links, w.fileLinks = &linkIndex{}, &fileIndex{}
	w.acf = newACF(s, meta)
	w.sum = w.sumUp(s)
	return w
}

// digest is the same as long as nothing that all records depend on has changed.
func (w *setup) digest() Digest { return w.sum }

func (w *setup) sumUp(s *Site) Digest {
	h := sha256.New()
	fmt.Fprintf(h, "%#v %q %d %q\n", w.Setup, w.zone, w.frontPage, w.structure.slugs) // fmt sorts maps
	for _, option := range []string{"gmt_offset", "default_category", "category_base", "tag_base"} {
		fmt.Fprintf(h, "%q\n", s.options[option])
	}
	for _, name := range slices.Sorted(maps.Keys(w.types)) {
		if t := w.types[name]; t != knownType(name, w.structure) { // that a type is seen concerns no record
			fmt.Fprintf(h, "%+v\n", t)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.taxonomies)) {
		if t := w.taxonomies[name]; t != knownTaxonomy(name, s.options, w.structure) {
			fmt.Fprintf(h, "%+v\n", t)
		}
	}
	return Digest(h.Sum(nil))
}

// homes returns the address that visitors see and the one that WordPress lies at; one stands in for the other.
func homes(options map[string]string) (home, siteURL string) {
	home = strings.TrimRight(strings.TrimSpace(options["home"]), "/")
	siteURL = strings.TrimRight(strings.TrimSpace(options["siteurl"]), "/")
	if home == "" {
		home = siteURL
	}
	if siteURL == "" {
		siteURL = home
	}
	return home, siteURL
}

func siteID(home string) (host, id string) {
	u, err := url.Parse(home)
	if err != nil {
		id = strings.ToLower(home)
		return id, id
	}
	host = bareHost(u.Host)
	return host, host + strings.ToLower(strings.TrimRight(u.EscapedPath(), "/"))
}

// bareHost is a host in lower case without "www." and port, which differ between links to one site.
func bareHost(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.TrimPrefix(strings.TrimSuffix(strings.ToLower(host), "."), "www.")
}

// localeTag is the BCP 47 tag of a WordPress locale, whose endings for forms of address and spellings ("formal",
// "ao90") are no part of it. A locale that is none is left as it is, with hyphens.
func localeTag(locale string) string {
	if locale = strings.TrimSpace(locale); locale == "" {
		return "en-US"
	}
	tag, _ := parseLocale(locale)
	return tag
}

func parseLocale(locale string) (tag string, ok bool) {
	var parts []string
	for _, part := range strings.Split(strings.ReplaceAll(locale, "_", "-"), "-") {
		switch strings.ToLower(part) {
		case "formal", "informal", "ao90", "":
		default:
			parts = append(parts, part)
		}
	}
	plain := strings.Join(parts, "-")
	if tag, err := language.Raw.Parse(plain); err == nil {
		return tag.String(), true
	}
	return plain, false
}
