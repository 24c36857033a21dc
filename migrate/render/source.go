package render

import (
	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// source returns what the page of a post is made from, and whether its blank lines are paragraphs: the post's content,
// or what a page builder keeps in meta for a post that was built with it.
func (r *renderer) source() (content string, paragraphs bool) {
	for _, b := range pageBuilders {
		stored, _ := r.post.MetaValue(b.key)
		if stored == "" || !b.used(r.post) {
			continue
		}
		content, ok := b.page(r, stored)
		if ok && !blank(content) {
			return content, b.paragraphs
		}
		if !ok {
			r.loseText(finding.BlockUnknown, b.name+" page that cannot be read", stored)
		}
	}
	return r.post.Content, true
}

// pageBuilder is a page builder that keeps its pages in meta.
type pageBuilder struct {
	name       string
	key        string                                                  // the meta key
	used       func(*wordpress.Post) bool                              // the page shows that, and not the post's content
	page       func(r *renderer, stored string) (page string, ok bool) // the page in WordPress's own terms; not ok where it cannot be read
	paragraphs bool                                                    // its blank lines are paragraphs
}

var pageBuilders = []pageBuilder{
	{"elementor", "_elementor_data", metaIs("_elementor_edit_mode", "builder"), (*renderer).elementor, false},
	{"beaver", "_fl_builder_data", metaIsOn("_fl_builder_enabled"), (*renderer).beaver, false},
	{"bricks", "_bricks_page_content_2", metaIsNot("_bricks_editor_mode", "wordpress"), (*renderer).bricks, false},
	{"breakdance", "_breakdance_data", always, (*renderer).breakdance, false},
	{"breakdance", "breakdance_data", always, (*renderer).breakdance, false},
	{"oxygen", "_oxygen_data", always, (*renderer).breakdance, false}, // from its version 6 on it is made of Breakdance
	{"oxygen", "_ct_builder_json", always, (*renderer).oxygen, false},
	{"oxygen", "ct_builder_json", always, (*renderer).oxygen, false},
	{"oxygen", "_ct_builder_shortcodes", always, (*renderer).oxygenShortcodes, false},
	{"oxygen", "ct_builder_shortcodes", always, (*renderer).oxygenShortcodes, false},
	{"cornerstone", "_cornerstone_data", metaIsOff("_cornerstone_override"), (*renderer).cornerstone, false},
	{"siteorigin", "panels_data", always, (*renderer).siteOrigin, false},
	{"zion", "_zionbuilder_page_elements", metaIsNot("_zionbuilder_page_status", "disabled"), (*renderer).zion, false},
	{"themify", "_themify_builder_settings_json", always, (*renderer).themify, false},
	{"muffin", "mfn-page-items", always, (*renderer).muffin, false},
	{"live composer", "dslc_code", always, (*renderer).liveComposer, false},
	{"enfold", "_aviaLayoutBuilderCleanData", metaIs("_aviaLayoutBuilder_active", "active"), storedAsIs, true},
	{"thrive", "tve_updated_post", metaIsOn("tcb_editor_enabled"), (*renderer).thrive, false},
	{"brizy", "brizy", always, (*renderer).brizy, false},
}

func always(*wordpress.Post) bool { return true }

func metaIs(key, value string) func(*wordpress.Post) bool {
	return func(p *wordpress.Post) bool {
		stored, _ := p.MetaValue(key)
		return stored == value
	}
}

func metaIsNot(key, value string) func(*wordpress.Post) bool {
	return func(p *wordpress.Post) bool { return !metaIs(key, value)(p) }
}

func metaIsOff(key string) func(*wordpress.Post) bool {
	return func(p *wordpress.Post) bool {
		stored, _ := p.MetaValue(key)
		return stored == "" || stored == "0"
	}
}

func metaIsOn(key string) func(*wordpress.Post) bool {
	return func(p *wordpress.Post) bool { return !metaIsOff(key)(p) }
}

// storedAsIs is a page in WordPress's own terms already.
func storedAsIs(_ *renderer, stored string) (string, bool) { return stored, true }
