package wordpress

import "strings"

// slugSetting says where a plugin keeps the slug that the owner of a site chose for the addresses of a type.
type slugSetting struct {
	postType string
	option   string
	key      string // in the option, where it is a serialized map
}

// slugSettings are the settings of well-known plugins. An empty one leaves the plugin's own slug.
var slugSettings = []slugSetting{
	{"tribe_events", "tribe_events_calendar_options", "singleEventSlug"},
	{"product", "woocommerce_permalinks", "product_base"},
	{"event", "dbem_cp_events_slug", ""},
	{"location", "dbem_cp_locations_slug", ""},
	{"wpdmpro", "__wpdm_purl_base", ""},
	{"job_listing", "wpjm_permalinks", "job_base"},
	{"sfwd-courses", "learndash_settings_permalinks", "courses"},
	{"sfwd-lessons", "learndash_settings_permalinks", "lessons"},
	{"sfwd-topic", "learndash_settings_permalinks", "topics"},
	{"sfwd-quiz", "learndash_settings_permalinks", "quizzes"},
}

// chosenSlugs are the slugs that the settings of plugins name, by post type.
func chosenSlugs(options map[string]string) map[string]string {
	slugs := forumSlugs(options)
	for _, setting := range slugSettings {
		slug := options[setting.option]
		if setting.key != "" {
			slug = textOf(lookup(objectOf(slug), setting.key))
		}
		if slug = strings.Trim(strings.TrimSpace(slug), "/"); slug != "" {
			slugs[setting.postType] = slug
		}
	}
	return slugs
}

// forumSlugs are those of bbPress, which puts each behind that of the forums' page unless it is told not to.
func forumSlugs(options map[string]string) map[string]string {
	slugs := map[string]string{}
	root := optionOr(options, "_bbp_root_slug", "forums") + "/"
	if optionOr(options, "_bbp_include_root", "1") != "1" {
		root = ""
	}
	for _, name := range []string{"forum", "topic", "reply"} {
		slugs[name] = root + optionOr(options, "_bbp_"+name+"_slug", name)
	}
	return slugs
}

func optionOr(options map[string]string, name, otherwise string) string {
	if value, ok := options[name]; ok {
		return strings.Trim(strings.TrimSpace(value), "/")
	}
	return otherwise
}
