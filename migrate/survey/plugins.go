package survey

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// folders are the plugins that live in folders of other names than their own, or in folders whose names do not say theirs.
var folders = map[string]string{
	"advanced-custom-fields": "ACF", "advanced-custom-fields-pro": "ACF", "secure-custom-fields": "ACF", "acf": "ACF",
	"custom-post-type-ui": "CPT UI", "pods": "Pods", "types": "Toolset", "meta-box": "Meta Box", "mb-custom-post-type": "Meta Box",
	"wordpress-seo": "Yoast SEO", "wordpress-seo-premium": "Yoast SEO", "seo-by-rank-math": "Rank Math", "all-in-one-seo-pack": "AIOSEO", "all-in-one-seo-pack-pro": "AIOSEO",
	"wp-seopress": "SEOPress", "wp-seopress-pro": "SEOPress", "autodescription": "The SEO Framework",
	"co-authors-plus": "Co-Authors Plus", "publishpress-authors": "PublishPress Authors", "molongui-authorship": "Molongui Authorship",
	"sitepress-multilingual-cms": "WPML", "wpml-string-translation": "WPML", "polylang": "Polylang", "polylang-pro": "Polylang", "translatepress-multilingual": "TranslatePress", "qtranslate-x": "qTranslate-X", "qtranslate-xt": "qTranslate-XT",
	"the-events-calendar": "The Events Calendar", "events-calendar-pro": "The Events Calendar", "all-in-one-event-calendar": "All-in-One Event Calendar", "events-manager": "Events Manager", "modern-events-calendar-lite": "Modern Events Calendar", "modern-events-calendar": "Modern Events Calendar",
	"download-manager": "WordPress Download Manager", "download-monitor": "Download Monitor", "simple-download-monitor": "Simple Download Monitor", "easy-digital-downloads": "Easy Digital Downloads", "tablepress": "TablePress", "teachpress": "teachPress", "3d-flipbook": "3D FlipBook",
	"woocommerce": "WooCommerce", "elementor": "Elementor", "elementor-pro": "Elementor", "js_composer": "WPBakery", "divi-builder": "Divi", "bb-plugin": "Beaver Builder", "beaver-builder-lite-version": "Beaver Builder", "fusion-builder": "Avada", "siteorigin-panels": "SiteOrigin", "oxygen": "Oxygen", "breakdance": "Breakdance", "cornerstone": "Cornerstone",
	"jetpack": "Jetpack", "relevanssi": "Relevanssi", "relevanssi-premium": "Relevanssi", "google-analytics-for-wordpress": "MonsterInsights", "google-analytics-dashboard-for-wp": "ExactMetrics", "contact-form-7": "Contact Form 7", "flamingo": "Flamingo", "wpforms-lite": "WPForms", "wpforms": "WPForms", "gravityforms": "Gravity Forms", "ninja-forms": "Ninja Forms",
	"bbpress": "bbPress", "buddypress": "BuddyPress", "revslider": "Slider Revolution", "wp-rocket": "WP Rocket", "litespeed-cache": "LiteSpeed Cache", "akismet": "Akismet", "classic-editor": "Classic Editor", "duplicate-post": "Duplicate Post", "page-links-to": "Page Links To",
	"podpress": "podPress", "powerpress": "PowerPress", "seriously-simple-podcasting": "Seriously Simple Podcasting", "mailpoet": "MailPoet", "mailchimp-for-wp": "Mailchimp for WordPress", "complianz-gdpr": "Complianz", "popup-maker": "Popup Maker",
}

// tables are the plugins' tables that speak of posts, each with the plugin.
var tables = map[string]string{
	"ai1ec_events": "All-in-One Event Calendar", "em_events": "Events Manager", "tec_events": "The Events Calendar",
	"icl_translations": "WPML", "yoast_indexable": "Yoast SEO", "aioseo_posts": "AIOSEO",
}

// traces are the plugins of which something was found, with what it was.
type traces map[string]*Plugin

func (t traces) add(plugin, evidence string) {
	if plugin == "" || plugin == "WordPress" || strings.HasSuffix(plugin, "plugins and themes") {
		return // no plugin, or many
	}
	if t[plugin] == nil {
		t[plugin] = &Plugin{Plugin: plugin}
	}
	t[plugin].Evidence = append(t[plugin].Evidence, evidence)
}

// plugins lists the plugins that are switched on, and those that left something behind.
func (c *Collector) plugins(s *Survey) []Plugin {
	found := traces{}
	stored, _ := c.site.Option("active_plugins")
	if php, err := wordpress.Unserialize(stored); err == nil {
		for _, file := range texts(php.Value) {
			plugin := pluginIn(file)
			if found[plugin] != nil {
				continue // its free part, or its paid one
			}
			found.add(plugin, "active")
			if p := found[plugin]; p != nil {
				p.Active = true
			}
		}
	}
	for _, t := range s.PostTypes {
		found.add(t.Origin, "post type "+t.PostType)
	}
	for _, t := range s.Taxonomies {
		found.add(t.Origin, "taxonomy "+t.Taxonomy)
	}
	if n := len(s.Groups); n > 0 {
		found.add("ACF", quantity(n, "field group", "field groups"))
	}
	keys := map[string]int{}
	for _, n := range s.Names {
		keys[n.Plugin]++
	}
	for _, plugin := range slices.Sorted(maps.Keys(keys)) {
		found.add(plugin, quantity(keys[plugin], "meta key", "meta keys"))
	}
	for _, table := range slices.Sorted(maps.Keys(c.rows)) {
		found.add(tables[table], fmt.Sprintf("%s in the table %s", quantity(c.rows[table], "post", "posts"), table))
	}
	list := []Plugin{}
	for _, p := range found {
		list = append(list, *p)
	}
	slices.SortFunc(list, func(a, b Plugin) int {
		return cmp.Or(one(b.Active)-one(a.Active), strings.Compare(strings.ToLower(a.Plugin), strings.ToLower(b.Plugin)))
	})
	return list
}

// pluginIn returns the name of the plugin whose main file this is: "advanced-custom-fields/acf.php".
func pluginIn(file string) string {
	folder, _, found := strings.Cut(file, "/")
	if !found {
		folder = strings.TrimSuffix(file, ".php")
	}
	if name := folders[folder]; name != "" {
		return name
	}
	return folder
}

// texts are the texts in a list, or in what a list became that lost some of its elements.
func texts(value any) []string {
	var list []string
	add := func(v any) {
		if text, ok := v.(string); ok && text != "" {
			list = append(list, text)
		}
	}
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			add(element)
		}
	case wordpress.Object:
		for _, member := range v {
			add(member.Value)
		}
	}
	return list
}

func quantity(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
