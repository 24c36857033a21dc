package render

import (
	"strings"

	"wp2pub/migrate/wordpress"
)

// elementor returns the page of a post that was built with Elementor: sections, containers and columns hold widgets, as
// JSON in the post's meta.
func (r *renderer) elementor(p *wordpress.Post) (string, bool) {
	mode, _ := p.MetaValue("_elementor_edit_mode")
	stored, _ := p.MetaValue("_elementor_data")
	if mode != "builder" || stored == "" {
		return "", false
	}
	data, err := wordpress.DecodeJSON([]byte(stored))
	elements, ok := data.([]any)
	if err != nil || !ok || len(elements) == 0 {
		return "", false
	}
	var out strings.Builder
	r.elementorElements(&out, elements)
	return out.String(), true
}

func (r *renderer) elementorElements(out *strings.Builder, elements []any) {
	for _, element := range elements {
		settings, _ := member(element, "settings").(wordpress.Object)
		if kind, ok := member(element, "widgetType").(string); ok {
			elementorWidgets.write(out, r, widget{kind, settings})
		}
		if inner, ok := member(element, "elements").([]any); ok {
			r.elementorElements(out, inner)
		}
	}
}

var elementorWidgets = widgets{"elementor", withTemplate(map[string]string{
	"heading":      "[<{header_size|=h2:heading}>{link.url -> title}</{header_size|=h2:heading}>]",
	"text-editor":  "{editor:html}",
	"image":        "[<figure>{image.url|image.id:image}[<figcaption>{caption}</figcaption>]</figure>]",
	"button":       "[<p>{link.url -> text}</p>]",
	"icon-box":     "[<h3>{link.url -> title_text}</h3>][<p>{description_text:html}</p>]",
	"image-box":    "[<figure>{image.url|image.id:image}</figure>][<h3>{link.url -> title_text}</h3>][<p>{description_text:html}</p>]",
	"icon-list":    "[<ul>{icon_list:html}</ul>]",
	"price-list":   "[<ul>{price_list:html}</ul>]",
	"social-icons": "[<ul>{social_icon_list:html}</ul>]",
	"accordion":    "{tabs:html}", "toggle": "{tabs:html}", "tabs": "{tabs:html}", "nested-accordion": "{items:html}", "nested-tabs": "{tabs:html}",
	"video":          "{youtube_url|vimeo_url|dailymotion_url|hosted_url.url|external_url.url:embed}",
	"audio":          "{link.url:embed}",
	"image-gallery":  "{wp_gallery:html}",
	"gallery":        "{gallery:html}",
	"image-carousel": "{carousel:html}",
	"media-carousel": "{slides:html}",
	"slides":         "{slides:html}",
	"testimonial":    "<blockquote>[<p>{testimonial_content:html}</p>][<p>{testimonial_name}</p>][<p>{testimonial_job}</p>]</blockquote>",
	"blockquote":     "<blockquote>[<p>{blockquote_content:html}</p>][<p><cite>{author_name}</cite></p>]</blockquote>",
	"counter":        "[<p>{prefix}{ending_number}{suffix}</p>][<p>{title}</p>]",
	"progress":       "[<p>{title} {inner_text}</p>]",
	"alert":          "[<p><strong>{alert_title}</strong></p>][<p>{alert_description:html}</p>]",
	"html":           "{html:html}",
	"shortcode":      "{shortcode:html}",
	"call-to-action": "[<h2>{title}</h2>][<p>{description:html}</p>][<p>{link.url -> button}</p>]",
	"flip-box":       "[<h3>{title_text_a}</h3>][<p>{description_text_a:html}</p>][<h3>{title_text_b}</h3>][<p>{description_text_b:html}</p>][<p>{link.url -> button_text}</p>]",
	"price-table":    "[<h3>{heading}</h3>][<p>{sub_heading}</p>][<p>{currency_symbol_custom}{price} {period}</p>][<ul>{features_list:html}</ul>][<p>{link.url -> button_text}</p>]",
	"divider":        "<hr />[<p>{text}</p>]",
	"star-rating":    "[<p>{title}</p>]",
	"spacer":         "", "menu-anchor": "", "icon": "",
	".icon_list":        "<li>{link.url -> text}</li>",
	".price_list":       "<li>{title} {price}[<p>{item_description}</p>]</li>",
	".social_icon_list": "[<li>{link.url -> label|social|social_icon.value}</li>]",
	".features_list":    "[<li>{item_text}</li>]",
	".tabs":             "<details><summary>{tab_title}</summary>{tab_content:html}</details>",
	".items":            "[<p><strong>{item_title}</strong></p>]",
	".slides":           "[<figure>{image.url:image}</figure>][<h3>{heading}</h3>][<p>{description:html}</p>][<p>{link.url -> button_text}</p>]",
	".wp_gallery":       "[<figure>{url|id:image}</figure>]",
	".gallery":          "[<figure>{url|id:image}</figure>]",
	".carousel":         "[<figure>{url|id:image}</figure>]",
}, dynamic, `posts portfolio form login nav-menu search-form google_maps sidebar theme-post-title theme-post-content theme-post-excerpt theme-post-featured-image
	post-info post-navigation post-comments author-box share-buttons breadcrumbs archive-posts archive-title loop-grid loop-carousel table-of-contents countdown
	facebook-page facebook-button facebook-comments site-logo site-title page-title sitemap template reviews wp-widget-recent-posts wp-widget-recent-comments
	wp-widget-categories wp-widget-archives wp-widget-pages wp-widget-search wp-widget-nav_menu wp-widget-tag_cloud wp-widget-calendar wp-widget-meta wp-widget-rss`)}

// withTemplate adds names that share a template to a table.
func withTemplate(table map[string]string, template, names string) map[string]string {
	for name := range nameSet(names) {
		table[name] = template
	}
	return table
}
