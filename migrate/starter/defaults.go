package starter

import (
	"slices"
	"strings"
)

// searchPlugins are the plugins whose values the name seo reads. Of some, nothing but that they are switched on tells them
// from others with the same meta keys.
var searchPlugins = []string{"Yoast SEO", "Rank Math", "AIOSEO", "SEOPress", "The SEO Framework"}

// defaults are the fields that every kind has: what plugins of the site know of its posts.
func (s *site) defaults(kinds []kind) *node {
	n := &node{}
	s.addAuthors(n, kinds)
	s.addSearch(n)
	return n
}

// addSearch adds what the pages tell search engines.
func (s *site) addSearch(n *node) {
	var active, left []string
	for _, p := range s.Plugins {
		switch {
		case !slices.Contains(searchPlugins, p.Plugin):
		case p.Active:
			active = append(active, p.Plugin)
		case p.Plugin != "The SEO Framework":
			left = append(left, p.Plugin)
		}
	}
	if active == nil && left == nil || !s.knows("seo") {
		return
	}
	note := "what pages tell search engines, by " + strings.Join(active, ", ")
	if active == nil {
		note = "what editors once told search engines, with " + strings.Join(left, ", ") + "; not known to be switched on"
	}
	n.add("fields.seo", text("seo")).note = note
}
