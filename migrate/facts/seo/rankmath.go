package seo

import (
	"slices"

	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// rankMath is Rank Math. A post without a description of its own is described by its manual excerpt, before the settings
// are asked.
var rankMath = plugin{
	name:    "Rank Math",
	folders: []string{"seo-by-rank-math", "seo-by-rank-math-pro"},
	option:  "rank-math-options-titles",
	own: func(p *page) said {
		const key = "rank_math_"
		s := said{title: p.meta(key + "title"), description: p.meta(key + "description"), canonical: p.meta(key + "canonical_url"),
			images: pictures(picture{p.meta(key + "facebook_image_id"), p.meta(key + "facebook_image")}, picture{p.meta(key + "twitter_image_id"), p.meta(key + "twitter_image")})}
		if robots, err := wordpress.Unserialize(p.meta(key + "robots")); err == nil {
			s.robots(list(robots.Value))
		}
		return s
	},
	usual: func(p *page) said {
		s := said{title: first(text(p.setting("pt_"+p.post.Type+"_title")), "%title% %sep% %sitename%"), description: "%excerpt_only%"}
		if plain(p.post.Excerpt) == "" {
			s.description = text(p.setting("pt_" + p.post.Type + "_description"))
		}
		if on(p.setting("pt_" + p.post.Type + "_custom_robots")) {
			s.robots(list(p.setting("pt_" + p.post.Type + "_robots")))
		}
		s.robots(list(p.setting("robots_global")))
		return s
	},
	syntax: rankMathSyntax,
}

// robots takes what a list says to robots, where nothing is said yet.
func (s *said) robots(words []string) {
	if len(words) == 0 || s.noIndex != unsaid {
		return
	}
	s.noIndex, s.noFollow = when(slices.Contains(words, "noindex")), when(slices.Contains(words, "nofollow"))
}

var rankMathSyntax = syntax{
	pattern: pattern.New(`(?i)%([a-z][a-z0-9_-]*)(?:\(([^)]*)\))?%`),
	names: map[string]variable{
		"title": postTitle, "seo_title": postTitle, "sitename": siteName, "sitedesc": tagline, "sep": separator,
		"excerpt": excerpt, "seo_description": excerpt, "excerpt_only": manual,
		"category": category, "categories": categories, "tag": tag, "tags": tags, "parent_title": parentTitle, "primary_taxonomy_terms": rankMathPrimary,
		"pt_single": typeName, "pt_plural": typeNames, "name": authorName, "post_author": authorName, "user_description": authorText, "userid": authorID,
		"id": postID, "date": posted, "modified": modified, "url": permalink, "focuskw": metaOf("rank_math_focus_keyword"), "keywords": metaOf("rank_math_focus_keyword"),
		"page": nothing, "pagenumber": one, "pagetotal": pageTotal, "count": one, "org_name": rankMathBody,
		"customfield": field, "customterm": allTerms, "customterm_desc": termText,
		"currenttime": clock, "currentdate": clock, "currentday": clock, "currentmonth": clock, "currentyear": clock,
		"search_query": nothing, "term": nothing, "term_description": nothing, "filename": nothing, "post_thumbnail": nothing, "org_logo": nothing, "org_url": nothing,
	},
	separator: func(p *page) string { return wordpress.PlainText(first(text(p.setting("title_separator")), "-")) },
	excerpt:   shorter(160),
}

// rankMathPrimary are the terms of the taxonomy that the settings call the first of the post's type.
func rankMathPrimary(p *page, _ string) (string, origin) {
	return allTerms(p, text(p.setting("pt_"+p.post.Type+"_primary_taxonomy")))
}

// rankMathBody is the body that the site is of.
func rankMathBody(p *page, argument string) (string, origin) {
	if name := plain(text(p.setting("knowledgegraph_name"))); name != "" {
		return name, stored
	}
	return siteName(p, argument)
}
