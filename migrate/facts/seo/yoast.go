package seo

import (
	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// yoast is Yoast SEO. It keeps what editors write in postmeta, and from version 14 on also in a row of yoast_indexable, which
// is what its pages show; the row goes before the meta value. A row that is not filled in says nothing.
var yoast = plugin{
	name:    "Yoast SEO",
	folders: []string{"wordpress-seo", "wordpress-seo-premium"},
	option:  "wpseo_titles",
	own:     yoastOwn,
	usual: func(p *page) said {
		return said{
			title:       first(text(p.setting("title-"+p.post.Type)), "%%title%% %%page%% %%sep%% %%sitename%%"),
			description: text(p.setting("metadesc-" + p.post.Type)),
			noIndex:     when(on(p.setting("noindex-" + p.post.Type))),
		}
	},
	syntax: yoastSyntax,
}

func yoastOwn(p *page) said {
	const key = "_yoast_wpseo_"
	s := said{
		title: p.meta(key + "title"), description: p.meta(key + "metadesc"), canonical: p.meta(key + "canonical"),
		images: pictures(picture{p.meta(key + "opengraph-image-id"), p.meta(key + "opengraph-image")}, picture{p.meta(key + "twitter-image-id"), p.meta(key + "twitter-image")}),
	}
	switch p.meta(key + "meta-robots-noindex") {
	case "1":
		s.noIndex = yes
	case "2":
		s.noIndex = no
	}
	if p.meta(key+"meta-robots-nofollow") == "1" {
		s.noFollow = yes
	}
	rows := p.post.Rows["yoast_indexable"]
	if len(rows) == 0 || rows[0]["post_status"] == "unindexed" {
		return s
	}
	row := rows[0]
	return said{
		title: row["title"], description: row["description"], canonical: row["canonical"],
		images:  pictures(chosenPicture(row, "open_graph_image"), chosenPicture(row, "twitter_image")),
		noIndex: column(row, "is_robots_noindex"), noFollow: column(row, "is_robots_nofollow"),
	}.or(s)
}

// chosenPicture is a picture of a row that an editor chose; the plugin writes there as well those that it took itself: the
// featured image, or the first of the page.
func chosenPicture(row wordpress.Row, name string) picture {
	if source := row[name+"_source"]; source != "" && source != "set-by-user" {
		return picture{}
	}
	return picture{row[name+"_id"], row[name]}
}

// column is yes or no of a column that may hold neither.
func column(row wordpress.Row, name string) answer {
	switch row[name] {
	case "1":
		return yes
	case "0":
		return no
	}
	return unsaid
}

var yoastSyntax = syntax{
	pattern: pattern.New(`%%((?:cf|ct)_[^%]+|[^%\s]+)%%?`),
	names: map[string]variable{
		"title": postTitle, "sitename": siteName, "sitedesc": tagline, "sep": separator, "excerpt": excerpt, "excerpt_only": manual, "caption": manual,
		"category": categories, "primary_category": primary("_yoast_wpseo_primary_category"), "tag": tags, "parent_title": parentTitle,
		"pt_single": typeName, "pt_plural": typeNames, "name": authorName, "user_description": authorText, "author_first_name": authorGiven, "author_last_name": authorFamily,
		"id": postID, "userid": authorID, "date": posted, "modified": modified, "post_day": dateIn("d"), "post_month": dateIn("F"), "post_year": dateIn("Y"), "post_content": content,
		"permalink": permalink, "focuskw": metaOf("_yoast_wpseo_focuskw"), "page": nothing, "pagenumber": one, "pagetotal": pageTotal,
		"currenttime": clock, "currentdate": clock, "currentday": clock, "currentmonth": clock, "currentyear": clock,
		"searchphrase": nothing, "term404": nothing, "term_title": nothing, "term_description": nothing, "category_description": nothing, "tag_description": nothing,
		"term_hierarchy": nothing, "category_title": nothing, "archive_title": nothing,
	},
	families:  []family{{"cf_", field}, {"ct_desc_", termText}, {"ct_", allTerms}},
	separator: yoastSeparator,
	excerpt:   shorter(156),
}

// yoastSeparator is the one chosen of the plugin's list.
func yoastSeparator(p *page) string {
	if sign, known := yoastSeparators[text(p.setting("separator"))]; known {
		return sign
	}
	return "-"
}

var yoastSeparators = map[string]string{
	"sc-dash": "-", "sc-ndash": "–", "sc-mdash": "—", "sc-colon": ":", "sc-middot": "·", "sc-bull": "•", "sc-star": "*", "sc-smstar": "⋆", "sc-pipe": "|",
	"sc-tilde": "~", "sc-laquo": "«", "sc-raquo": "»", "sc-lt": "<", "sc-gt": ">",
}
