package seo

import (
	"strconv"

	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// press is SEOPress. What its settings say of robots holds for every post, whatever the post says.
var press = plugin{
	name:    "SEOPress",
	folders: []string{"wp-seopress", "wp-seopress-pro"},
	option:  "seopress_titles_option_name",
	own: func(p *page) said {
		const key = "_seopress_"
		s := said{title: p.meta(key + "titles_title"), description: p.meta(key + "titles_desc"), canonical: p.meta(key + "robots_canonical"),
			images: pictures(picture{p.meta(key + "social_fb_img_attachment_id"), p.meta(key + "social_fb_img")},
				picture{p.meta(key + "social_twitter_img_attachment_id"), p.meta(key + "social_twitter_img")})}
		if on(p.meta(key + "robots_index")) {
			s.noIndex = yes
		}
		if on(p.meta(key + "robots_follow")) {
			s.noFollow = yes
		}
		return s
	},
	usual: func(p *page) said {
		of := func(name string) any { return p.setting("seopress_titles_single_titles", p.post.Type, name) }
		s := said{title: text(of("title")), description: text(of("description")),
			noIndex: when(on(of("noindex")) || on(p.setting("seopress_titles_noindex"))), noFollow: when(on(of("nofollow")) || on(p.setting("seopress_titles_nofollow")))}
		if p.isFront() {
			s.title, s.description = text(p.setting("seopress_titles_home_site_title")), text(p.setting("seopress_titles_home_site_desc"))
		}
		return s.or(said{title: "%%post_title%% %%sep%% %%sitetitle%%", description: "%%post_excerpt%%"})
	},
	syntax: pressSyntax,
}

// isFront reports whether the post is the page that the site begins with.
func (p *page) isFront() bool {
	shows, _ := p.view.Option("show_on_front")
	front, _ := p.view.Option("page_on_front")
	return shows == "page" && front == strconv.FormatInt(p.post.ID, 10)
}

var pressSyntax = syntax{
	pattern: pattern.New(`%%(_cf_[^%]+|_ct_[^%]+|_ucf_[^%]+|[^%\s]+)%%`),
	names: map[string]variable{
		"sep": separator, "sitetitle": siteName, "sitename": siteName, "tagline": tagline, "sitedesc": tagline, "title": postTitle, "post_title": postTitle,
		"post_excerpt": excerpt, "excerpt": excerpt, "wc_single_short_desc": excerpt, "post_content": content, "post_url": permalink,
		"post_date": posted, "date": posted, "post_modified_date": modified, "post_author": authorName, "author_bio": authorText,
		"author_first_name": authorGiven, "author_last_name": authorFamily, "author_nickname": authorName, "author_website": nothing, "author_url": nothing,
		"post_category": category, "post_tag": tag, "wc_single_cat": terms("product_cat", 0), "wc_single_tag": terms("product_tag", 0), "cpt_plural": typeNames,
		"target_keyword": metaOf("_seopress_analysis_target_kw"), "post_thumbnail_url": nothing, "post_thumbnail_url_width": nothing, "post_thumbnail_url_height": nothing,
		"wc_sku": metaOf("_sku"), "wc_single_price": nothing, "wc_single_price_exc_tax": nothing, "wc_get_price": metaOf("_price"),
		"page": nothing, "current_pagination": nothing, "_category_title": nothing, "_category_description": nothing, "tag_title": nothing, "tag_description": nothing,
		"term_title": nothing, "term_description": nothing, "search_keywords": nothing, "archive_title": nothing, "archive_date": nothing, "archive_date_day": nothing,
		"archive_date_month": nothing, "archive_date_month_name": nothing, "archive_date_year": nothing,
		"currentday": clock, "currentmonth": clock, "currentmonth_short": clock, "currentmonth_num": clock, "currentyear": clock, "currentdate": clock, "currenttime": clock,
	},
	families:  []family{{"_cf_", field}, {"_ct_", firstTerm}, {"_ucf_", userField}},
	separator: func(p *page) string { return wordpress.PlainText(first(text(p.setting("seopress_titles_sep")), "-")) },
	excerpt:   fewer(50),
}

// userField is a public text about the author; what else usermeta holds is nobody's business.
func userField(p *page, key string) (string, origin) {
	switch key {
	case "description", "first_name", "last_name":
		return p.user(key), stored
	}
	return "", foreign
}
