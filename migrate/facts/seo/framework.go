package seo

import (
	"wp2pub/migrate/pattern"
	"wp2pub/migrate/wordpress"
)

// framework is The SEO Framework. It knows no variables: it puts the name of the site behind the title, unless the post or
// the settings say no. The theme Genesis keeps its own in the same meta values, and puts nothing behind.
var framework = plugin{
	name:    "The SEO Framework",
	folders: []string{"autodescription"},
	theme:   "genesis",
	option:  "autodescription-site-settings",
	own: func(p *page) said {
		s := said{title: p.meta("_genesis_title"), description: p.meta("_genesis_description"), canonical: p.meta("_genesis_canonical_uri"),
			images: pictures(picture{p.meta("_social_image_id"), p.meta("_social_image_url")}), noIndex: oneOrMinus(p.meta("_genesis_noindex")), noFollow: oneOrMinus(p.meta("_genesis_nofollow"))}
		if active, _ := p.view.PluginActive("autodescription"); active && s.title != "" {
			s.title = frameworkTitle(p, s.title)
		}
		return s
	},
	usual: func(p *page) said {
		return said{title: frameworkTitle(p, p.post.Title), noIndex: when(on(p.setting("noindex_post_types", p.post.Type)))}
	},
	syntax: syntax{pattern: pattern.New(`[^\s\S]()`), separator: frameworkSeparator, excerpt: shorter(160)},
}

// oneOrMinus is yes of 1, no of -1.
func oneOrMinus(stored string) answer {
	switch stored {
	case "1":
		return yes
	case "-1":
		return no
	}
	return unsaid
}

// frameworkTitle is a title with the name of the site.
func frameworkTitle(p *page, title string) string {
	name, _ := p.view.Option("blogname")
	if on(p.meta("_tsf_title_no_blogname")) || on(p.view.Setting("autodescription-site-settings", "title_rem_additions")) || name == "" {
		return title
	}
	if text(p.view.Setting("autodescription-site-settings", "title_location")) == "left" {
		return name + " " + frameworkSeparator(p) + " " + title
	}
	return title + " " + frameworkSeparator(p) + " " + name
}

// frameworkSeparator is the one chosen of the plugin's list, which names most by their entities.
func frameworkSeparator(p *page) string {
	switch chosen := text(p.view.Setting("autodescription-site-settings", "title_separator")); chosen {
	case "", "hyphen", "dash":
		return "-"
	case "pipe":
		return "|"
	default:
		return wordpress.PlainText("&" + chosen + ";")
	}
}
