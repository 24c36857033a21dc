package render

import (
	"html"
	"strings"

	"wp2pub/migrate/wordpress"
)

// siteOrigin reads what SiteOrigin's Page Builder keeps: a list of widgets, each with its class and its place. The
// post's content is a copy of them.
func (r *renderer) siteOrigin(stored string) (string, bool) {
	list, ok := member(decodedData(stored), "widgets").([]any)
	return siteOriginWidgets.page(r, siteOriginModules(list)), ok
}

func siteOriginModules(list []any) []module {
	var modules []module
	for _, w := range list {
		info := member(w, "panels_info")
		if info == nil {
			info = member(w, "info")
		}
		class, _ := member(info, "class").(string)
		modules = append(modules, siteOriginModule(class, objectOf(w)))
	}
	return modules
}

// siteOriginModule makes a module of a widget. A layout holds a page of its own, in itself or in its frames.
func siteOriginModule(class string, settings wordpress.Object) module {
	m := module{kind: siteOriginKind(class), settings: without(without(settings, "panels_info"), "info")}
	if inner, ok := member(member(settings, "panels_data"), "widgets").([]any); ok {
		m.kind, m.children = "", siteOriginModules(inner)
	}
	frames, _ := member(settings, "frames").([]any)
	for _, frame := range frames {
		if inner, ok := member(member(frame, "content"), "widgets").([]any); ok {
			m.kind, m.children = "", append(m.children, siteOriginModules(inner)...)
		}
	}
	return m
}

// siteOriginKind is the short name of a widget's class: SiteOrigin_Widget_Editor_Widget, WP_Widget_Text.
func siteOriginKind(class string) string {
	class = class[strings.LastIndexByte(class, '\\')+1:]
	for _, prefix := range []string{"SiteOrigin_Widgets_", "SiteOrigin_Widget_", "SiteOrigin_Panels_Widgets_", "WP_Widget_"} {
		class = strings.TrimPrefix(class, prefix)
	}
	return strings.ToLower(strings.TrimSuffix(class, "_Widget"))
}

// siteOriginWidget shows the widget that a shortcode in the copy encloses: its class is an attribute, its settings are
// JSON in a hidden field.
func (r *renderer) siteOriginWidget(c call, enclosed string) string {
	_, field, _ := strings.Cut(enclosed, `value="`)
	field, _, _ = strings.Cut(field, `"`)
	data := decodedData(html.UnescapeString(field))
	settings := objectOf(member(data, "instance"))
	return siteOriginWidgets.page(r, []module{siteOriginModule(html.UnescapeString(c.attributes.get("class")), settings)})
}

var siteOriginWidgets = &widgets{builder: "siteorigin", templates: withTemplate(map[string]string{
	"editor": "[<h3>{title}</h3>]{text:paragraphs}", "text": "[<h3>{title}</h3>]{text:paragraphs}", "black_studio_tinymce": "[<h3>{title}</h3>]{text:paragraphs}", "custom_html": "[<h3>{title}</h3>]{content:html}",
	"headline": "[<{headline.tag|=h2:heading}>{headline.destination_url -> headline.text}</{headline.tag|=h2:heading}>][<{sub_headline.tag|=h3:heading}>{sub_headline.destination_url -> sub_headline.text}</{sub_headline.tag|=h3:heading}>]",
	"button":   "[<p>{url -> text}</p>]", "image": "[<figure>{image|image_fallback:image}</figure>][<h3>{title}</h3>]", "media_image": "[<h3>{title}</h3>][<figure>{attachment_id|url:image}[<figcaption>{caption}</figcaption>]</figure>]",
	"cta": "[<h4>{title}</h4>][<h5>{sub_title}</h5>][<p>{button.url -> button.text}</p>]", "features": "{features:html}", ".features": "[<h5>{more_url -> title}</h5>]{text:paragraphs}[<p>{more_url -> more_text}</p>]",
	"accordion": "[<h3>{title}</h3>]{panels:html}", ".panels": "<details><summary>{title}</summary>{content_text:paragraphs}</details>",
	"tabs": "[<h3>{title}</h3>]{tabs:html}", ".tabs": "<details><summary>{title}</summary>{content_text:paragraphs}</details>",
	"hero": "{frames:html}", "slider": "{frames:html}", ".frames": "[<figure>{foreground_image|background_image:image}</figure>]{content:paragraphs}{buttons:html}", ".buttons": "[<p>{button.url -> button.text}</p>]",
	"video": "[<h3>{title}</h3>]{video.external_video:embed}", "videoplayer": "[<h3>{title}</h3>]{video.external_video:embed}", "media_video": "[<h3>{title}</h3>]{url:embed}", "media_audio": "[<h3>{title}</h3>]{url:embed}",
	"testimonial": "[<h3>{title}</h3>]{testimonials:html}", "testimonials": "[<h3>{title}</h3>]{testimonials:html}", ".testimonials": "<blockquote>{text:paragraphs}[<p>{url -> name}</p>][<p>{location}</p>]</blockquote>",
	"pricetable": "[<h3>{title}</h3>]{columns:html}", "price_table": "[<h3>{title}</h3>]{columns:html}", ".columns": "[<h4>{title}</h4>][<p>{subtitle}</p>][<p>{price} {per}</p>][<ul>{features:html}</ul>][<p>{url -> button}</p>]",
	"pricetable.features": "<li>{text}</li>", "price_table.features": "<li>{text}</li>", "imagegrid": "{images:html}", "simple_masonry": "{items:html}", ".images": "[<figure>{image:image}</figure>][<p>{url -> title}</p>]", ".items": "[<figure>{image:image}</figure>]",
	"socialmediabuttons": "", "icon": "", "gallery": "{ids:images}", "media_gallery": "[<h3>{title}</h3>]{ids:images}",
}, dynamic, `contactform contact googlemap google_map postcarousel post_carousel postloop postcontent blog recentposts recent_posts pages categories archives calendar search tag_cloud nav_menu rss
	meta links recent_comments taxonomy`)}
