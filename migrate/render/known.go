package render

import "strings"

// knownShortcode returns the template of a shortcode by its name: "" where nothing is known of it.
// The tables of builders, themes and plugins are beside this file; a builder's shortcode that is in none of them is
// layout with, perhaps, a title.
func knownShortcode(name string) string {
	for _, table := range []map[string]string{wpbakery, divi, avada, ultimate, themeShortcodes, documentShortcodes, dynamicShortcodes} {
		if template := table[name]; template != "" {
			return template
		}
	}
	for _, prefix := range []string{"vc_", "et_pb_", "fusion_", "su_", "fl_", "mk_", "qode_", "av_", "tatsu_", "ult_", "kc_", "ux_"} {
		if strings.HasPrefix(name, prefix) {
			return titled
		}
	}
	return ""
}
