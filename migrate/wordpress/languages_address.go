package wordpress

import (
	"slices"
	"strings"
)

// addressing is how a multilingual plugin that is switched on tells the language in the addresses of posts: by a folder behind home, or
// by a parameter. Languages that have domains of their own, and those that addresses do not tell, have neither.
type addressing struct {
	folders    map[string]string // code → folder: "fr/", "language/fr/"
	parameters map[string]string // the same: "lang=fr"
	frontPages bool              // the translations of the front page stand at the folders themselves
}

// polylangAddressing reads Polylang's settings. Where there are none, posts are addressed as without it.
func polylangAddressing(s *Site, codes []string) (a addressing) {
	settings, _ := decoded(s.options["polylang"]).(Object)
	if textOf(lookup(settings, "force_lang")) != "1" || !s.structure.pretty() {
		return a
	}
	above := ""
	if !truthy(lookup(settings, "rewrite")) {
		above = "language/"
	}
	first := ""
	if truthy(lookup(settings, "hide_default")) {
		first = textOf(lookup(settings, "default_lang"))
	}
	a.folders, a.frontPages = map[string]string{}, truthy(lookup(settings, "redirect_lang"))
	for _, code := range codes {
		if code != first {
			a.folders[code] = above + code + "/"
		}
	}
	return a
}

// wpmlAddressing reads WPML's settings.
func wpmlAddressing(s *Site, codes []string) (a addressing) {
	settings, _ := decoded(s.options["icl_sitepress_settings"]).(Object)
	urls, _ := lookup(settings, "urls").(Object)
	first, way := textOf(lookup(settings, "default_language")), textOf(lookup(settings, "language_negotiation_type"))
	if first == "" {
		return a
	}
	a.folders, a.parameters, a.frontPages = map[string]string{}, map[string]string{}, true
	for _, code := range codes {
		switch {
		case way == "1" && s.structure.pretty() && (code != first || truthy(lookup(urls, "directory_for_default_language"))):
			a.folders[code] = code + "/"
		case way == "3" && code != first:
			a.parameters[code] = "lang=" + code
		}
	}
	return a
}

// inLanguage is the address of a post as a multilingual plugin has it.
func (s *Site) inLanguage(e *Entry, address string) string {
	said, p := s.languageOf(e.ID)
	if said == nil {
		return address
	}
	code := said.codes[p.code]
	if parameter := said.addressing.parameters[code]; parameter != "" {
		if strings.Contains(address, "?") {
			return address + "&" + parameter
		}
		return address + "?" + parameter
	}
	folder, home := said.addressing.folders[code], s.Home+"/"
	rest, below := strings.CutPrefix(address, home)
	if folder == "" || !below {
		return address
	}
	if said.addressing.frontPages && e.Type == "page" && s.frontPage != 0 && said.translates(p, s.frontPage) {
		return home + folder
	}
	root := strings.TrimLeft(s.structure.root, "/") // "index.php/"
	if after, found := strings.CutPrefix(rest, root); found {
		home, rest = home+root, after
	}
	if e.Type == "attachment" && e.Parent != 0 && strings.HasPrefix(rest, folder) {
		return address // it stands below its parent
	}
	return home + folder + rest
}

// translates reports whether a post is a translation of another.
func (l *languages) translates(p member, other int64) bool {
	return p.group != 0 && slices.ContainsFunc(l.members(p.group), func(m member) bool { return m.post == other })
}
