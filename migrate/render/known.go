package render

import (
	"slices"
	"strings"
)

// knownShortcode returns the template of a shortcode by its name: "" where nothing is known of it.
// The tables of builders, themes and plugins are beside this file.
func knownShortcode(name string) string {
	for _, table := range shortcodeTables {
		if template := table[name]; template != "" {
			return template
		}
	}
	return ""
}

var shortcodeTables = []map[string]string{
	wpbakery, diviModules, avada, ultimate, enfold, cornerstone, flatsome, themeShortcodes, documentShortcodes, memberShortcodes, noteShortcodes, dynamicShortcodes,
}

// ofBuilder reports whether a name is that of a shortcode of a page builder, though it is in no table.
func ofBuilder(name string) bool {
	return slices.ContainsFunc(builderPrefixes, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
}

// builderPrefixes begin the names of the shortcodes of page builders and of themes with many shortcodes.
var builderPrefixes = strings.Fields("vc_ vcex_ et_pb_ fusion_ su_ fl_ mk_ qode_ qodef_ mkd_ mkdf_ eltd_ eltdf_ edgtf_ av_ x_ cs_ tatsu_ ult_ ultimate_ bsf- kc_ ux_ dt_ themify_ " +
	"tve_ thrive_ nectar_ trx_ cz_ porto_ stm_ thb_ wpb_ mp_ cmsms_ gt3_ dfd_ gem_ bt_bb_ ct_ td_block_ tdc_ penci_ siteorigin_ jeg_ wolf_ zozo_ cmb_ motopress_")
