package survey

import (
	"cmp"
	"slices"
	"strings"
)

// fromByline is the line at the head of a page as a source of authors.
const fromByline = "byline"

// countAuthors counts what names the authors of a post.
func (c *Collector) countAuthors(page Page) {
	for _, plugin := range page.Authors {
		c.authors[plugin]++
	}
	if page.Byline {
		c.authors[fromByline]++
	}
}

// listAuthors returns what names authors, what names those of most posts first.
func (c *Collector) listAuthors() []Authors {
	var list []Authors
	for from, posts := range c.authors {
		list = append(list, Authors{from, posts})
	}
	slices.SortFunc(list, func(a, b Authors) int { return cmp.Or(cmp.Compare(b.Posts, a.Posts), strings.Compare(a.From, b.From)) })
	return list
}
