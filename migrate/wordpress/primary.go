package wordpress

import (
	"slices"
	"strings"
)

// primarySetting is where a plugin keeps which of a post's categories its address names.
type primarySetting struct {
	folder string // of the plugin
	key    string // of postmeta; the value is a term_id
}

var primarySettings = []primarySetting{
	{"wordpress-seo", "_yoast_wpseo_primary_category"},
	{"wordpress-seo-premium", "_yoast_wpseo_primary_category"},
	{"seo-by-rank-math", "rank_math_primary_category"},
	{"wp-seopress", "_seopress_robots_primary_cat"},
}

// primaryCategories are the categories that editors chose for the addresses of posts, by post, as the plugins have it
// that are switched on.
func primaryCategories(s *Site, meta map[int64][]Meta, folders []string) map[int64]int64 {
	if !strings.Contains(s.options["permalink_structure"], "%category%") {
		return nil
	}
	key := primaryKey(folders)
	if key == "" {
		return nil
	}
	chosen := map[int64]int64{}
	for post, rows := range meta {
		if value, ok := metaValue(rows, key); ok && number(value) > 0 {
			chosen[post] = number(value)
		}
	}
	return chosen
}

// primaryKey is the key of the first of the plugins that is switched on.
func primaryKey(folders []string) string {
	for _, setting := range primarySettings {
		if slices.Contains(folders, setting.folder) {
			return setting.key
		}
	}
	return ""
}
