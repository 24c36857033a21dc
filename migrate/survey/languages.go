package survey

import (
	"cmp"
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// QTranslate is where the languages come from of posts that are written in several at once.
const QTranslate = "qTranslate"

// countLanguage counts the languages that a multilingual plugin gives a post, or else the site's.
func (c *Collector) countLanguage(post *wordpress.Post) {
	said := Language{Language: c.setup.Language, From: "site"}
	if spoken := c.site.View().Language(post.ID); spoken.From != "" {
		said = Language{Language: spoken.Tag, From: spoken.From}
	}
	all := []Language{said}
	if versions := c.site.View().Versions(post); len(versions) > 0 {
		all = nil
		for _, v := range versions {
			all = append(all, Language{Language: v.Language, From: QTranslate})
		}
	}
	for _, said := range all {
		if _, known := c.languages[said]; known || len(c.languages) < mostListed {
			c.languages[said]++
		}
	}
}

// listLanguages returns the languages, the most used first.
func (c *Collector) listLanguages() []Language {
	list := []Language{}
	for l, posts := range c.languages {
		l.Posts = posts
		list = append(list, l)
	}
	slices.SortFunc(list, func(a, b Language) int {
		return cmp.Or(cmp.Compare(b.Posts, a.Posts), strings.Compare(a.From, b.From), strings.Compare(a.Language, b.Language))
	})
	return list
}
