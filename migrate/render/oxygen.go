package render

import (
	"strings"

	"wp2pub/migrate/wordpress"
)

// oxygen reads what Oxygen 4 keeps: a tree of components as JSON.
func (r *renderer) oxygen(stored string) (string, bool) {
	tree := objectOf(decodedData(stored))
	return oxygenComponents.page(r, oxygenModules(tree)), tree != nil
}

func oxygenModules(component any) []module {
	var modules []module
	children, _ := member(component, "children").([]any)
	for _, child := range children {
		kind, _ := member(child, "name").(string)
		m := oxygenModule(kind, member(child, "options"))
		m.children = oxygenModules(child)
		modules = append(modules, m)
	}
	return modules
}

// oxygenModule makes a module of a component's options: what a reader sees of them is in "original" and "ct_content".
func oxygenModule(kind string, options any) module {
	settings := append(wordpress.Object{}, objectOf(member(options, "original"))...)
	if text, ok := member(options, "ct_content").(string); ok {
		settings = append(settings, wordpress.Object{{Name: "ct_content", Value: text}}...)
	}
	return module{kind: kind, settings: settings}
}

// oxygenShortcodes reads what Oxygen kept before its version 4: shortcodes with the same options in an attribute.
// Their JSON may hold brackets, so that they are not shortcodes to WordPress.
func (r *renderer) oxygenShortcodes(stored string) (string, bool) {
	open := []module{{}}
	lastOptions := strings.LastIndex(stored, "']")
	for at := 0; ; {
		start, name := oxygenTag(stored, at)
		open[len(open)-1].addText(stored[at:start])
		if name == "" {
			break
		}
		at = start + len("[") + len(name)
		end := strings.IndexByte(stored[at:], ']')
		if end < 0 {
			break
		}
		tag := stored[at : at+end]
		if closed, ok := strings.CutPrefix(name, "/"); ok {
			if len(open) > 1 && open[len(open)-1].kind == closed {
				open = closeModule(open)
			}
			at += end + 1
			continue
		}
		options := ""
		if i := strings.Index(tag, "ct_options='"); i >= 0 && at+i < lastOptions {
			at += i + len("ct_options='")
			end = strings.Index(stored[at:], "']") + 1
			options = stored[at : at+end-1]
		}
		open = append(open, oxygenModule(name, decodedData(oxygenBrackets.Replace(options))))
		at += end + 1
	}
	for len(open) > 1 {
		open = closeModule(open)
	}
	return oxygenComponents.page(r, open), len(open[0].children) > 0
}

// oxygenTag finds the next tag of a component and its name, with a slash before that of a closing one: none where the
// name is empty.
func oxygenTag(s string, at int) (start int, name string) {
	for {
		i := strings.IndexByte(s[at:], '[')
		if i < 0 {
			return len(s), ""
		}
		at += i
		n := 1
		for at+n < len(s) && (isNameByte(s[at+n]) || s[at+n] == '/') {
			n++
		}
		name := s[at+1 : at+n]
		if plain := strings.TrimPrefix(name, "/"); strings.HasPrefix(plain, "ct_") || strings.HasPrefix(plain, "oxy_") {
			return at, name
		}
		at += n
	}
}

// addText adds text to what lies within a module.
func (m *module) addText(text string) {
	if text != "" {
		m.children = append(m.children, module{text: oxygenBrackets.Replace(text)})
	}
}

// closeModule puts the innermost open module into the one around it.
func closeModule(open []module) []module {
	last := len(open) - 1
	open[last-1].children = append(open[last-1].children, open[last])
	return open[:last]
}

var oxygenBrackets = strings.NewReplacer("_OXY_OPENING_BRACKET_", "[", "_OXY_CLOSING_BRACKET_", "]")

var oxygenComponents = &widgets{builder: "oxygen", templates: withTemplate(withTemplate(map[string]string{
	"ct_headline": "[<{tag|=h1:heading}>{ct_content}{children}</{tag|=h1:heading}>]", "ct_text_block": "[<p>{ct_content}{children}</p>]", "ct_paragraph": "[<p>{ct_content}{children}</p>]",
	"oxy_rich_text": "{ct_content:html}{children}", "ct_span": "{ct_content:html}{children}", "ct_li": "<li>{ct_content}{children}</li>", "ct_ul": "<ul>{children}</ul>",
	"ct_link_text": "[<p>{url -> ct_content|children}</p>]", "ct_link_button": "[<p>{url -> ct_content|children}</p>]", "oxy_tabs_content": "{ct_content:html}{children}",
	"ct_image": "[<figure>{src|attachment_id:image}</figure>]", "ct_video": "{src|embed_src:embed}", "ct_code_block": "{code-php:encoded}", "ct_fancy_icon": "", "ct_shortcode": "{full_shortcode:encoded}",
	"oxy_toggle": "{children}", "ct_svg_icon": "",
	"oxy_testimonial":  "<blockquote>[<figure>{testimonial_photo:image}</figure>]{testimonial_text:encoded}[<p>{testimonial_author:encoded}</p>][<p>{testimonial_author_info:encoded}</p>]</blockquote>",
	"oxy_icon_box":     "[<h2>{icon_box_heading:encoded}</h2>][<p>{icon_box_text:encoded}</p>]{children}",
	"oxy_pricing_box":  "[<h2>{pricing_box_package_title:encoded}</h2>][<p>{pricing_box_package_subtitle:encoded}</p>][<p>{pricing_box_price_amount_currency}{pricing_box_price_amount_main} {pricing_box_price_amount_term}</p>]{pricing_box_content:encoded}{children}",
	"oxy_progress_bar": "[<p>{progress_bar_left_text:encoded} {progress_bar_right_text:encoded}</p>]", "oxy_gallery": "{image_ids|gallery_images:images}",
}, "{children}", "ct_section ct_div_block ct_columns ct_column ct_link ct_new_columns ct_modal ct_slider ct_slide oxy_tabs oxy_tab oxy_tabs_contents oxy_superbox oxy_header oxy_header_row oxy_header_left oxy_header_center oxy_header_right"),
	dynamic, "ct_reusable ct_inner_content ct_widget ct_sidebar ct_data_custom_field oxy_posts_grid oxy_dynamic_list oxy_nav_menu ct_nav_menu oxy_login_form oxy_search_form oxy_comments oxy_comment_form oxy_map oxy_social_icons oxy_soundcloud ct_toolset_view oxy_site_navigation")}
