package seo

import (
	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// allInOne is All in One SEO from version 4 on: a row of aioseo_posts for each post, and settings as JSON. Its texts are also
// in postmeta, for plugins that translate.
var allInOne = plugin{
	name:    "AIOSEO",
	folders: []string{"all-in-one-seo-pack", "all-in-one-seo-pack-pro"},
	option:  "aioseo_options",
	own: func(p *page) said {
		s := said{title: p.meta("_aioseo_title"), description: p.meta("_aioseo_description")}
		rows := p.post.Rows["aioseo_posts"]
		if len(rows) == 0 {
			return s
		}
		row := rows[0]
		of := said{title: row["title"], description: row["description"], canonical: row["canonical_url"]}
		of.images = pictures(customPicture(row, "og"), customPicture(row, "twitter"))
		if row["robots_default"] == "0" {
			of.noIndex, of.noFollow = column(row, "robots_noindex"), column(row, "robots_nofollow")
		}
		return of.or(s)
	},
	usual: func(p *page) said {
		s := said{
			title:       first(p.dynamic("title"), "#post_title #separator_sa #site_title"),
			description: first(p.dynamic("metaDescription"), "#post_excerpt"),
		}
		robots := func(name string) any { return p.ofType("advanced", "robotsMeta", name) }
		if inherits := robots("default"); inherits == nil || on(inherits) {
			robots = func(name string) any {
				return p.setting("searchAppearance", "advanced", "globalRobotsMeta", name)
			}
			if standard := robots("default"); standard == nil || on(standard) {
				robots = func(string) any { return false }
			}
		}
		shown := p.ofType("show")
		s.noIndex, s.noFollow = when(on(robots("noindex")) || shown != nil && !on(shown)), when(on(robots("nofollow")))
		return s
	},
	syntax: allInOneSyntax,
}

// customPicture is a picture that the editor gave by its address.
func customPicture(row wordpress.Row, network string) picture {
	if kind := row[network+"_image_type"]; kind != "" && kind != "custom_image" {
		return picture{}
	}
	return picture{url: row[network+"_image_custom_url"]}
}

// ofType is a setting for the posts of this type.
func (p *page) ofType(path ...string) any {
	return p.view.Setting("aioseo_options_dynamic", append([]string{"searchAppearance", "postTypes", p.post.Type}, path...)...)
}

// dynamic is a text of the settings for the posts of this type. Another option holds it in the language of the site, and
// goes before.
func (p *page) dynamic(name string) string {
	return first(text(p.view.Setting("aioseo_options_dynamic_localized", "searchAppearance_postTypes_"+p.post.Type+"_"+name)), text(p.ofType(name)))
}

var allInOneSyntax = syntax{
	pattern: pattern.New(`#(custom_field-[A-Za-z0-9_-]+|tax_name-[A-Za-z0-9_]+|[A-Za-z0-9_]+)`),
	names: map[string]variable{
		"post_title": postTitle, "site_title": siteName, "blog_title": siteName, "tagline": tagline, "site_description": tagline, "blog_description": tagline,
		"separator_sa": separator, "post_excerpt": excerpt, "post_excerpt_only": manual, "post_content": content, "attachment_caption": manual,
		"category": category, "taxonomy_title": category, "categories": categories, "parent_title": parentTitle, "permalink": permalink,
		"author_name": authorName, "author_first_name": authorGiven, "author_last_name": authorFamily, "author_bio": authorText,
		"post_date": posted, "post_day": dateIn("d"), "post_month": dateIn("F"), "post_year": dateIn("Y"), "page_number": nothing,
		"current_date": clock, "current_day": clock, "current_month": clock, "current_month_i18n": clock, "current_year": clock,
		"alt_tag": nothing, "archive_date": nothing, "archive_title": nothing, "search_term": nothing, "taxonomy_description": nothing, "tax_name": nothing, "custom_field": nothing,
	},
	families: []family{{"custom_field-", field}, {"tax_name-", firstTerm}},
	literal:  true,
	separator: func(p *page) string {
		return wordpress.PlainText(first(text(p.setting("searchAppearance", "global", "separator")), "-"))
	},
	excerpt: shorter(160),
}
