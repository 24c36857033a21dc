package seo

import (
	"slices"

	"wp2pub/migrate/finding"
)

// plugin is how one plugin stores the heads of pages.
type plugin struct {
	name    string
	folders []string // of its editions; it is switched on where one of them is
	theme   string   // that uses the same values by itself
	option  string   // that holds its settings
	own     func(*page) said
	usual   func(*page) said // what its settings say of posts of this type, and what it does without them
	syntax  syntax
}

// plugins are those that are known; of several that are switched on, the first speaks.
func plugins() []*plugin {
	return []*plugin{&yoast, &rankMath, &allInOne, &allInOnePack, &press, &framework}
}

// choose finds the plugin that speaks for the page, and what it says. Pages show what the plugin says that is switched on.
// What others left behind counts only where none is: then it is what the editors once wrote, and nothing from settings.
func (p *page) choose() said {
	known := false
	for _, candidate := range plugins() {
		for _, folder := range candidate.folders {
			active, told := p.view.PluginActive(folder)
			known = known || told
			if active && p.sharesFolder(candidate) {
				p.plugin = candidate
				return candidate.own(p).or(candidate.usual(p))
			}
		}
	}
	theme, _ := p.view.Option("template")
	for _, candidate := range plugins() {
		own := candidate.own(p)
		if own.nothing() {
			continue
		}
		p.plugin = candidate
		if candidate.theme != "" && candidate.theme == theme {
			return own
		}
		if known {
			p.inactive = true
			p.view.Log.Find(finding.Finding{Code: finding.PluginInactive, Field: "seo", Detail: candidate.name + " is not switched on"})
			return own
		}
		return own.or(candidate.usual(p))
	}
	if known {
		return said{}
	}
	for _, candidate := range plugins() {
		if p.view.Setting(candidate.option) != nil {
			p.plugin = candidate
			return candidate.usual(p)
		}
	}
	return said{}
}

// sharesFolder reports whether it is this plugin that lives in its folder: All in One SEO became another one with version 4,
// and keeps the settings of the old.
func (p *page) sharesFolder(candidate *plugin) bool {
	if candidate != &allInOne && candidate != &allInOnePack {
		return true
	}
	renewed := p.view.Setting(allInOne.option) != nil || len(p.post.Rows["aioseo_posts"]) > 0 || p.view.Setting(allInOnePack.option) == nil
	return renewed == (candidate == &allInOne)
}

// meta is a value of postmeta, as text.
func (p *page) meta(key string) string {
	value, _ := p.post.MetaValue(key)
	return value
}

// setting is a value of the speaking plugin's settings.
func (p *page) setting(path ...string) any { return p.view.Setting(p.plugin.option, path...) }

// terms are the names of the post's terms of a taxonomy.
func (p *page) terms(taxonomy string) []string {
	var names []string
	for _, term := range p.view.Terms(p.post.ID) {
		if term.Taxonomy == taxonomy {
			names = append(names, term.PublicName())
		}
	}
	return slices.Compact(names)
}
