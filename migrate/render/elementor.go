package render

import (
	"strings"

	"wp2pub/migrate/wordpress"
)

// elementor reads what Elementor keeps: sections, containers and columns with widgets in them, as JSON.
func (r *renderer) elementor(stored string) (string, bool) {
	list, ok := decodedData(stored).([]any)
	return elementorWidgets.page(r, r.elementorModules(list)), ok
}

// elementorModules reads elements. Those of the fourth generation are of a kind themselves, and have typed settings.
func (r *renderer) elementorModules(list []any) []module {
	modules := make([]module, 0, len(list))
	for _, element := range list {
		var m module
		settings, _ := member(element, "settings").(wordpress.Object)
		m.settings = r.elementorDynamic(settings)
		m.kind, _ = member(element, "widgetType").(string)
		if kind, _ := member(element, "elType").(string); strings.HasPrefix(kind, "e-") && m.kind == "" {
			m.kind = kind
		}
		if strings.HasPrefix(m.kind, "e-") {
			m.settings = objectOf(untyped(m.settings))
		}
		if id := member(element, "templateID"); m.kind == "global" && id != nil {
			m.kind, m.settings = "template", wordpress.Object{{Name: "template_id", Value: id}}
		}
		inner, _ := member(element, "elements").([]any)
		m.children = r.elementorModules(inner)
		modules = append(modules, m)
	}
	return modules
}

// untyped takes the types off a value: {"$$type": "string", "value": "…"}.
func untyped(value any) any {
	switch v := value.(type) {
	case wordpress.Object:
		if member(v, "$$type") != nil {
			return untyped(member(v, "value"))
		}
		plain := make(wordpress.Object, len(v))
		for i, m := range v {
			plain[i].Name, plain[i].Value = m.Name, untyped(m.Value)
		}
		return plain
	case []any:
		plain := make([]any, len(v))
		for i, element := range v {
			plain[i] = untyped(element)
		}
		return plain
	}
	return value
}

var elementorWidgets = &widgets{
	builder: "elementor",
	panels:  map[string]string{"nested-tabs": "tabs", "nested-accordion": "items", "nested-carousel": "carousel_items", "e-tabs": "tabs"},
	templates: withTemplate(map[string]string{
		"heading":           "[<{header_size|=h2:heading}>{link.url -> title}</{header_size|=h2:heading}>]",
		"animated-headline": "[<{tag|=h2:heading}>{before_text} {highlighted_text|rotating_text} {after_text}</{tag|=h2:heading}>]",
		"text-editor":       "{editor:html}",
		"text-path":         "[<p>{link.url -> text}</p>]",
		"image":             "[<figure>{image.url|image.id:image}[<figcaption>{caption}</figcaption>]</figure>]",
		"button":            "[<p>{link.url -> text}</p>]",
		"icon-box":          "[<h3>{link.url -> title_text}</h3>][<p>{description_text:html}</p>]",
		"image-box":         "[<figure>{image.url|image.id:image}</figure>][<h3>{link.url -> title_text}</h3>][<p>{description_text:html}</p>]",
		"icon-list":         "[<ul>{icon_list:html}</ul>]",
		"price-list":        "[<ul>{price_list:html}</ul>]",
		"social-icons":      "[<ul>{social_icon_list:html}</ul>]",
		"accordion":         "{tabs:html}", "toggle": "{tabs:html}", "tabs": "{tabs:html}", "nested-accordion": "{items:html}", "nested-tabs": "{tabs:html}",
		"video":                "{youtube_url|vimeo_url|dailymotion_url|videopress_url|hosted_url.url|external_url.url:embed}",
		"video-playlist":       "[<h2>{playlist_title}</h2>]{tabs:html}",
		"audio":                "{link.url:embed}",
		"image-gallery":        "{wp_gallery:html}",
		"gallery":              "{gallery:html}{galleries:html}",
		"image-carousel":       "{carousel:html}",
		"media-carousel":       "{slides:html}",
		"testimonial-carousel": "{slides:html}", "reviews": "{slides:html}",
		"slides":         "{slides:html}",
		"testimonial":    "<blockquote>[<p>{testimonial_content:html}</p>][<figure>{testimonial_image.url:image}</figure>][<p>{testimonial_name}</p>][<p>{testimonial_job}</p>]</blockquote>",
		"blockquote":     "<blockquote>[<p>{blockquote_content:html}</p>][<p><cite>{author_name}</cite></p>]</blockquote>",
		"counter":        "[<p>{prefix}{ending_number|=100}{suffix}</p>][<p>{title}</p>]",
		"progress":       "[<p>{title} {inner_text} {percent.size}%</p>]",
		"alert":          "[<p><strong>{alert_title}</strong></p>][<p>{alert_description:html}</p>]",
		"html":           "{html:html}",
		"code-highlight": "<pre><code>{code}</code></pre>",
		"shortcode":      "{shortcode:html}",
		"template":       "{template_id:template}",
		"call-to-action": "[<figure>{graphic_image.url|bg_image.url:image}</figure>][<h2>{title}</h2>][<p>{description:html}</p>][<p>{link.url -> button}</p>][<p>{ribbon_title}</p>]",
		"flip-box":       "[<h3>{title_text_a}</h3>][<p>{description_text_a:html}</p>][<h3>{title_text_b}</h3>][<p>{description_text_b:html}</p>][<p>{link.url -> button_text}</p>]",
		"price-table":    "[<h3>{heading}</h3>][<p>{sub_heading}</p>][<p>{currency_symbol_custom}{price} {period}</p>][<ul>{features_list:html}</ul>][<p>{link.url -> button_text}</p>][<p>{footer_additional_info}</p>][<p>{ribbon_title}</p>]",
		"divider":        "<hr />[<p>{text}</p>]",
		"star-rating":    "[<p>{title}</p>]", "rating": "[<p>{title}</p>]",
		"hotspot": "[<figure>{image.url:image}</figure>]{hotspot:html}",
		"spacer":  "", "menu-anchor": "", "icon": "", "lottie": "[<p>{link.url -> caption}</p>]",
		"off-canvas": "{children}", "mega-menu": dynamic, "link-in-bio": "",
		"wp-widget-text": "[<h5>{wp.title}</h5>]{wp.text:paragraphs}", "wp-widget-custom_html": "[<h5>{wp.title}</h5>]{wp.content:html}",
		"wp-widget-media_image": "[<h5>{wp.title}</h5>][<figure>{wp.attachment_id|wp.url:image}[<figcaption>{wp.caption}</figcaption>]</figure>]",
		"wp-widget-media_video": "[<h5>{wp.title}</h5>]{wp.url:embed}",
		"wp-widget-media_audio": "[<h5>{wp.title}</h5>]{wp.url:embed}",
		"e-div-block":           "{children}",
		"e-flexbox":             "{children}",
		"e-heading":             "[<{tag|=h2:heading}>{link.destination -> title|title.content}</{tag|=h2:heading}>]",
		"e-paragraph":           "[<p>{link.destination -> paragraph|paragraph.content}</p>]",
		"e-button":              "[<p>{link.destination -> text|text.content}</p>]",
		"e-image":               "[<figure>{image.src.id|image.src.url:image}</figure>]",
		"e-youtube":             "{source:embed}",
		"e-svg":                 "",
		"e-divider":             "<hr />",
		".icon_list":            "<li>{link.url -> text}</li>",
		".price_list":           "<li>{link.url -> title} {price}[<p>{item_description}</p>]</li>",
		".social_icon_list":     "[<li>{link.url -> label|social}</li>]",
		".features_list":        "[<li>{item_text}</li>]",
		".tabs":                 "<details><summary>{tab_title|title}</summary>{tab_content|inner_tab_content_1:html}{youtube_url|vimeo_url:embed}</details>",
		".items":                "[<p><strong>{item_title}</strong></p>]",
		".slides":               "[<figure>{image.url:image}</figure>][<blockquote>{content:html}</blockquote>][<p>{name}</p>][<p>{title}</p>]",
		"slides.slides":         "[<h2>{heading}</h2>][<p>{description:html}</p>][<p>{link.url -> button_text}</p>]",
		".hotspot":              "[<p>{hotspot_link.url -> hotspot_label}</p>][<p>{hotspot_tooltip_content:html}</p>]",
		".wp_gallery":           "[<figure>{url|id:image}</figure>]",
		".gallery":              "[<figure>{url|id:image}</figure>]",
		".galleries":            "[<h3>{gallery_title}</h3>]{multiple_gallery:html}",
		".multiple_gallery":     "[<figure>{url|id:image}</figure>]",
		".carousel":             "[<figure>{url|id:image}</figure>]",
	}, dynamic, `posts portfolio form login nav-menu search-form search google_maps sidebar theme-post-title theme-post-content theme-post-excerpt theme-post-featured-image
		post-info post-navigation post-comments author-box share-buttons breadcrumbs archive-posts archive-title loop-grid loop-carousel table-of-contents countdown
		facebook-page facebook-button facebook-comments facebook-embed site-logo site-title theme-site-logo theme-site-title page-title theme-page-title sitemap wp-widget-recent-posts
		wp-widget-recent-comments wp-widget-categories wp-widget-archives wp-widget-pages wp-widget-search wp-widget-nav_menu wp-widget-tag_cloud wp-widget-calendar wp-widget-meta
		wp-widget-rss paypal-button stripe-button contact-buttons floating-buttons floating-bars-1 menu-cart`),
}

// withTemplate adds names that share a template to a table.
func withTemplate(table map[string]string, template, names string) map[string]string {
	for name := range nameSet(names) {
		table[name] = template
	}
	return table
}
