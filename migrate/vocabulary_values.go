package migrate

import (
	"slices"
	"strconv"

	"wp2pub/mapping"
	"wp2pub/migrate/wordpress"
)

// siteValues gives what a site has of the values that conditions ask for: slugs of terms and posts, IDs of posts.
func siteValues(site *wordpress.Site) func(name mapping.Path, types []string) ([]mapping.Known, bool) {
	return func(name mapping.Path, types []string) ([]mapping.Known, bool) {
		switch {
		case len(name) == 2 && name[0] == "within":
			return termSlugs(site, name[1])
		case len(name) != 1:
			return nil, false
		case name[0] == "slug":
			return postValues(site, types, func(e *wordpress.Entry) string { return wordpress.DecodeSlug(e.Slug) })
		case name[0] == "id":
			return postValues(site, types, func(e *wordpress.Entry) string { return strconv.FormatInt(e.ID, 10) })
		}
		return nil, false
	}
}

// termSlugs are the slugs of a taxonomy that the site has.
func termSlugs(site *wordpress.Site, taxonomy string) ([]mapping.Known, bool) {
	if !slices.ContainsFunc(site.Taxonomies(), func(t wordpress.Taxonomy) bool { return t.Name == taxonomy }) {
		return nil, false
	}
	posts := site.PostsWithin(taxonomy)
	var known []mapping.Known
	for _, t := range site.Terms() {
		if t.Taxonomy == taxonomy && !site.NamesAccount(t) {
			known = append(known, mapping.Known{Text: wordpress.DecodeSlug(t.Slug), Label: t.PublicName(), Posts: posts[t.TaxonomyID]})
		}
	}
	return known, true
}

// postValues are the values of the posts of some types; none: of all. Those of posts that may not leave are there, and had
// by nobody. They are not known where the index keeps nothing of a type, as it does of types without pages.
func postValues(site *wordpress.Site, types []string, value func(*wordpress.Entry) string) ([]mapping.Known, bool) {
	var known []mapping.Known
	kept, entries := map[string]bool{}, site.Entries()
	for i := range entries {
		e := &entries[i]
		if len(types) > 0 && !slices.Contains(types, e.Type) {
			continue
		}
		text := value(e)
		kept[e.Type] = kept[e.Type] || text != ""
		one := mapping.Known{Text: text}
		if site.Published(e) {
			one.Posts = 1
		}
		known = append(known, one)
	}
	for _, keeps := range kept {
		if !keeps && len(types) > 0 {
			return nil, false
		}
	}
	return known, true
}
