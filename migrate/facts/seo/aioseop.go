package seo

import (
	"slices"

	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// allInOnePack is All in One SEO Pack, which AIOSEO was up to version 3. What an editor writes as the title stands in the
// settings' format in place of the post's.
var allInOnePack = plugin{
	name:    "All in One SEO Pack",
	folders: []string{"all-in-one-seo-pack", "all-in-one-seo-pack-pro"},
	option:  "aioseop_options",
	own: func(p *page) said {
		s := said{description: p.meta("_aioseop_description"), canonical: p.meta("_aioseop_custom_link"), images: packPictures(p)}
		if title := p.meta("_aioseop_title"); title != "" {
			s.title = first(packFormat(p), title)
		}
		if p.meta("_aioseop_noindex") == "on" {
			s.noIndex = yes
		}
		if p.meta("_aioseop_nofollow") == "on" {
			s.noFollow = yes
		}
		return s
	},
	usual: func(p *page) said {
		return said{title: packFormat(p), description: "%post_excerpt%", noIndex: when(slices.Contains(list(p.setting("aiosp_cpostnoindex")), p.post.Type)),
			noFollow: when(slices.Contains(list(p.setting("aiosp_cpostnofollow")), p.post.Type))}
	},
	syntax: allInOnePackSyntax,
}

// packFormat is the format of titles, where the settings have the plugin write them.
func packFormat(p *page) string {
	if rewrites := p.view.Setting("aioseop_options", "aiosp_rewrite_titles"); !on(rewrites) {
		return ""
	}
	return text(p.view.Setting("aioseop_options", "aiosp_"+p.post.Type+"_title_format"))
}

// packPictures are those chosen for sharing.
func packPictures(p *page) []picture {
	stored, err := wordpress.Unserialize(p.meta("_aioseop_opengraph_settings"))
	members, _ := stored.Value.(wordpress.Object)
	if err != nil {
		return nil
	}
	found := map[string]string{}
	for _, m := range members {
		found[m.Name] = text(m.Value)
	}
	return pictures(picture{url: found["aioseop_opengraph_settings_customimg"]}, picture{url: found["aioseop_opengraph_settings_image"]})
}

// packTitle is the title that the editor wrote, else the post's.
var packTitle = written(func(p *page) string {
	return wordpress.PlainText(first(p.meta("_aioseop_title"), p.post.Title))
})

var allInOnePackSyntax = syntax{
	pattern: pattern.New(`%([A-Za-z][A-Za-z0-9_-]*)%`),
	names: map[string]variable{
		"post_title": packTitle, "page_title": packTitle, "type_title": packTitle, "original_title": postTitle, "blog_title": siteName, "site_title": siteName,
		"blog_description": tagline, "site_description": tagline, "category": category, "category_title": category, "post_excerpt": manual, "description": manual,
		"post_author_firstname": authorGiven, "post_author_lastname": authorFamily, "page_author_firstname": authorGiven, "page_author_lastname": authorFamily,
		"post_author_login": nothing, "post_author_nicename": nothing, "page_author_login": nothing, "page_author_nicename": nothing,
		"post_date": posted, "post_year": dateIn("Y"), "post_month": dateIn("F"), "current_date": clock, "current_year": clock, "current_month": clock, "current_month_i18n": clock,
	},
	families:  []family{{"cf_", field}, {"tax_", firstTerm}},
	separator: func(*page) string { return "" },
	excerpt:   shorter(160),
}
