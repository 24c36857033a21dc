package starter

import (
	"fmt"
	"slices"
	"strings"
)

// unnamed are those posts of a crowd of which no value of the site's own names the authors.
func (s *site) unnamed(posts crowd, candidates []candidate) crowd {
	if posts.posts == nil {
		return posts
	}
	posts.posts = posts.posts.Clone()
	for i := range candidates {
		if c := &candidates[i]; c.place.target == "authors" && s.counts(c, candidates) {
			posts.posts.AndNot(s.Posts.WithValue(c.name.Path))
		}
	}
	return posts
}

// named are what names the authors of posts of a crowd beside values: a plugin for authors, the lines at the heads of pages.
func (s *site) named(posts crowd) []source {
	var all []source
	seen := s.signals(posts)
	if seen.Authors > 0 && s.knows("authors") {
		all = append(all, source{expression: text("authors"), note: fmt.Sprintf("named by %s: %d of %d posts", strings.Join(s.authorPlugins(), ", "), seen.Authors, seen.Posts)})
	}
	if share(seen.Bylines, seen.Posts) >= 0.05 && s.knows("byline") {
		all = append(all, source{expression: text("byline"), note: fmt.Sprintf("a guess by the line at the head of the page: %d of %d posts", seen.Bylines, seen.Posts)})
	}
	return all
}

// authorPlugins are the plugins that name authors.
func (s *site) authorPlugins() []string {
	var plugins []string
	for _, a := range s.Authors {
		if a.From != "byline" {
			plugins = append(plugins, a.From)
		}
	}
	return plugins
}

// addAuthors fills authors of all kinds where a plugin names those of posts that are no publications.
func (s *site) addAuthors(n *node, kinds []kind) {
	if !s.knows("authors") || !slices.ContainsFunc(kinds, func(k kind) bool { return !k.publication && s.signals(k.crowd).Authors > 0 }) {
		return
	}
	sum := 0
	for _, t := range s.PostTypes {
		sum += t.Public.Authors
	}
	n.add("authors", text("authors")).note = fmt.Sprintf("named by %s: %s", strings.Join(s.authorPlugins(), ", "), counted(sum, "post"))
}
