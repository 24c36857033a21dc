package survey

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"wp2pub/migrate/wordpress"
)

// countLanguage counts the language that a multilingual plugin gives a post, or else the site's.
func (c *Collector) countLanguage(post *wordpress.Post) {
	said := Language{Language: c.setup.Language, From: "site"}
	for _, term := range c.site.View().Terms(post.ID) {
		if term.Taxonomy == "language" {
			said = Language{Language: polylangTag(term), From: "Polylang"}
		}
	}
	for _, row := range post.Rows["icl_translations"] {
		if code := row["language_code"]; row["element_type"] == "post_"+post.Type && code != "" {
			said = Language{Language: tagOf(code), From: "WPML"}
		}
	}
	if _, known := c.languages[said]; known || len(c.languages) < mostListed {
		c.languages[said]++
	}
}

// polylangTag is the language of a term of Polylang, which keeps the locale in the term's description.
func polylangTag(term *wordpress.Term) string {
	if php, err := wordpress.Unserialize(term.Description); err == nil {
		settings, _ := php.Value.(wordpress.Object)
		for _, s := range settings {
			if locale, ok := s.Value.(string); ok && s.Name == "locale" && locale != "" {
				return tagOf(locale)
			}
		}
	}
	return tagOf(term.Slug)
}

// tagOf is the BCP 47 tag of a code, or the code where it is none.
func tagOf(code string) string {
	code = strings.ReplaceAll(code, "_", "-")
	if tag, err := language.Raw.Parse(code); err == nil {
		return tag.String()
	}
	return code
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
