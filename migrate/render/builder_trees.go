package render

import (
	"encoding/base64"
	"strings"

	"wp2pub/migrate/wordpress"
)

// breakdance reads what Breakdance and Oxygen 6 keep: a tree as JSON, as text within JSON.
func (r *renderer) breakdance(stored string) (string, bool) {
	tree, ok := member(decodedData(stored), "tree_json_string").(string)
	root := member(decodedData(tree), "root")
	return breakdanceElements.page(r, breakdanceModules(root)), ok && root != nil
}

func breakdanceModules(element any) []module {
	var modules []module
	children, _ := member(element, "children").([]any)
	for _, child := range children {
		data := member(child, "data")
		m := module{children: breakdanceModules(child)}
		m.kind, _ = member(data, "type").(string)
		m.kind = strings.TrimRight(m.kind[strings.LastIndexByte(m.kind, '\\')+1:], "0123456789") // EssentialElements\Image2
		m.settings, _ = member(member(data, "properties"), "content").(wordpress.Object)
		modules = append(modules, m)
	}
	return modules
}

var breakdanceElements = &widgets{builder: "breakdance", templates: withTemplate(withTemplate(map[string]string{
	"Heading": "[<{content.tags|=h2:heading}>{content.link.url -> content.text}</{content.tags|=h2:heading}>]",
	"Text":    "[<p>{content.link.url -> content.text}</p>]", "RichText": "{content.text:html}", "BasicList": "[<ul>{content.items:html}</ul>]",
	"Button": "[<p>{content.link.url|link.url -> content.text}</p>]", "TextLink": "[<p>{content.link.url -> content.text}</p>]",
	"Image": "[<figure>{image.url|content.image.url|image.media.url:image}[<figcaption>{image.caption|content.caption}</figcaption>]</figure>]",
	"Video": "{video.video.url|content.video.url:embed}", "Icon": "", "Spacer": "", "ShortcodeWrapper": "{content.shortcode:html}", "Shortcode": "{content.shortcode:html}",
	"CodeBlock": "{content.php_code:html}", "HtmlElement": "{content.html:html}",
	".content.items": "<li>{link.url -> text|title}</li>",
}, "{children}", "Section Div Columns Column Grid Container DivLink ContainerLink ContainerShortcode"),
	dynamic, "PostsLoop PostsList PostsListBuilder FormBuilder LoginForm RegisterForm MenuBuilder WpMenu SearchForm Comments PostContent PostTitle PostMeta GlobalBlock SocialShareButtons")}

// cornerstone reads what Cornerstone keeps: a tree of elements as JSON, whose settings stand beside their kind.
func (r *renderer) cornerstone(stored string) (string, bool) {
	data := decodedData(stored)
	if inner, ok := member(data, "data").([]any); ok {
		data = inner
	}
	list, ok := data.([]any)
	return cornerstoneElements.page(r, cornerstoneModules(list)), ok
}

func cornerstoneModules(list []any) []module {
	var modules []module
	for _, element := range list {
		var m module
		m.settings, _ = element.(wordpress.Object)
		m.kind, _ = member(element, "_type").(string)
		m.kind = strings.TrimPrefix(m.kind, "classic:")
		inner, _ := member(element, "_modules").([]any)
		m.children = cornerstoneModules(inner)
		m.settings = without(m.settings, "_modules")
		modules = append(modules, m)
	}
	return modules
}

// without returns an Object without one of its members.
func without(o wordpress.Object, name string) wordpress.Object {
	var rest wordpress.Object
	for _, m := range o {
		if m.Name != name {
			rest = append(rest, m)
		}
	}
	return rest
}

var cornerstoneElements = &widgets{builder: "cornerstone", templates: withTemplate(withTemplate(map[string]string{
	"headline": "[<{text_tag|level|=h2:heading}>{text_link_href -> text_content|content}</{text_tag|level|=h2:heading}>][<p>{text_subheadline_content}</p>]",
	"text":     "{text_content|content:paragraphs}", "content-area": "{content:paragraphs}", "raw-content": "{raw_content|content:html}",
	"button": "[<p>{anchor_href|href -> anchor_text_primary_content|content}</p>][<p>{anchor_text_secondary_content}</p>]",
	"image":  "[<figure>{image_src|src:image}[<figcaption>{image_caption}</figcaption>]</figure>]",
	"quote":  "<blockquote>{quote_content|content:paragraphs}[<p><cite>{quote_cite_content|cite}</cite></p>]</blockquote>", "blockquote": "<blockquote>{content:paragraphs}[<p><cite>{cite}</cite></p>]</blockquote>",
	"testimonial": "<blockquote>{testimonial_content:paragraphs}[<p>{testimonial_cite_content}</p>]</blockquote>",
	"alert":       "{alert_content|content:paragraphs}", "accordion": "{children}",
	"accordion-item": "<details><summary>{accordion_item_header_content|title}</summary>{accordion_item_content|content:paragraphs}{children}</details>",
	"tab":            "<details><summary>{tab_label_content|title}</summary>{tab_content|content:paragraphs}{children}</details>",
	"counter":        "[<p>{counter_before_content}</p>][<p>{counter_number_prefix_content}{counter_end}{counter_number_suffix_content}</p>][<p>{counter_after_content}</p>]",
	"video":          "{video_src|video_embed_code:embed}", "line": "<hr />", "gap": "", "icon": "", "statbar": "[<p>{statbar_label_content}</p>]",
}, "{children}", "section row column container layout-row layout-column layout-grid layout-cell layout-div layout-slide layout-slide-container tabs bar region"),
	dynamic, "posts recent-posts form contact-form-7 gravity-forms wpforms mailchimp nav-inline nav-collapsed nav-dropdown search-inline map social countdown widget-area global-block the-content post-title post-nav post-pagination comments comment-form")}

// zion reads what Zion Builder keeps: a tree of elements as JSON.
func (r *renderer) zion(stored string) (string, bool) {
	list, ok := decodedData(stored).([]any)
	return zionElements.page(r, zionModules(list)), ok
}

func zionModules(list []any) []module {
	var modules []module
	for _, element := range list {
		var m module
		m.kind, _ = member(element, "element_type").(string)
		m.settings, _ = member(element, "options").(wordpress.Object)
		inner, _ := member(element, "content").([]any)
		m.children = zionModules(inner)
		modules = append(modules, m)
	}
	return modules
}

var zionElements = &widgets{builder: "zion", templates: withTemplate(withTemplate(map[string]string{
	"zion_heading": "[<{tag|=h1:heading}>{link.link -> content}</{tag|=h1:heading}>]", "zion_text": "{content:html}", "custom_html": "{content:html}", "zion_shortcode": "{shortcode:html}",
	"zion_button": "[<p>{link.link -> button_text}</p>]", "zion_image": "[<figure>{image.image|image:image}[<figcaption>{caption}</figcaption>]</figure>]",
	"zion_separator": "<hr />", "zion_icon": "", "video": "{video_config.youtubeURL|video_config.vimeoURL|video_config.mp4:embed}",
	"accordion_item": "<details><summary>{title}</summary>{content:html}{children}</details>", "tabs_item": "<details><summary>{title}</summary>{content:html}{children}</details>",
	"alert": "[<p><strong>{title}</strong></p>]{content:html}", "icon_list": "[<ul>{icons:html}</ul>]", ".icons": "<li>{link.link -> text}</li>",
}, "{children}", "zion_section zion_column container accordions tabs"), dynamic, "zion_form posts zion_search zion_sidebar google_maps soundcloud")}

// themify reads what Themify Builder keeps, rows of columns of modules as JSON. It shows them below the post's content,
// which holds a copy of them in newer versions.
func (r *renderer) themify(stored string) (string, bool) {
	rows, ok := decodedData(stored).([]any)
	if strings.Contains(r.post.Content, "<!--themify_builder_static-->") {
		return r.post.Content, true
	}
	return r.post.Content + "\n\n" + themifyModules.page(r, themifyRows(rows)), ok
}

func themifyRows(rows []any) []module {
	var modules []module
	for _, row := range rows {
		var m module
		m.kind, _ = member(row, "mod_name").(string)
		m.settings, _ = member(row, "mod_settings").(wordpress.Object)
		for _, inner := range []string{"cols", "modules"} {
			list, keyed := member(row, inner).([]any)
			if !keyed {
				list = valuesOf(objectOf(member(row, inner)))
			}
			m.children = append(m.children, themifyRows(list)...)
		}
		modules = append(modules, m)
	}
	return modules
}

func objectOf(value any) wordpress.Object {
	object, _ := value.(wordpress.Object)
	return object
}

var themifyModules = &widgets{builder: "themify", templates: withTemplate(map[string]string{
	"text": "{content_text:paragraphs}", "plain-text": "{plain_text:paragraphs}", "fancy-heading": "[<{heading_tag|=h1:heading}>{heading}</{heading_tag|=h1:heading}>][<p>{sub_heading}</p>]",
	"box":   "[<h3>{mod_title_box}</h3>]{content_box:paragraphs}",
	"image": "[<h3>{mod_title_image}</h3>][<figure>{url_image:image}</figure>][<h3>{link_image -> title_image}</h3>][<p>{caption_image}</p>]", "buttons": "{content_button:html}", ".content_button": "[<p>{link -> label}</p>]",
	"accordion": "[<h3>{mod_title_accordion}</h3>]{content_accordion:html}", ".content_accordion": "<details><summary>{title_accordion}</summary>{text_accordion:paragraphs}</details>",
	"tab": "[<h3>{mod_title_tab}</h3>]{tab_content_tab:html}", ".tab_content_tab": "<details><summary>{title_tab}</summary>{text_tab:paragraphs}</details>",
	"callout": "[<h3>{heading_callout}</h3>]{text_callout:paragraphs}[<p>{action_btn_link_callout -> action_btn_text_callout}</p>]",
	"feature": "[<h3>{link_feature -> title_feature}</h3>]{content_feature:paragraphs}", "video": "[<h3>{mod_title_video}</h3>]{url_video:embed}[<h3>{title_video}</h3>][<p>{caption_video}</p>]",
	"divider": "[<h3>{mod_title_divider}</h3>]<hr />", "icon": "{content_icon:html}", ".content_icon": "[<p>{link -> label}</p>]", "gallery": "[<h3>{mod_title_gallery}</h3>]{shortcode_gallery:html}",
	"testimonial-slider": "{tab_content_testimonial:html}", ".tab_content_testimonial": "<blockquote>[<h3>{title_testimonial}</h3>]{content_testimonial:paragraphs}[<p>{person_name_testimonial}</p>][<p>{company_testimonial}</p>]</blockquote>",
}, dynamic, "post portfolio slider menu widget widgetized map contact sharethis optin login twitter layout-part products")}

// muffin reads what BeTheme keeps: sections with wraps with items, serialized and mostly in base64. It shows them above
// the post's content, unless that is switched off.
func (r *renderer) muffin(stored string) (string, bool) {
	data := decodedData(stored)
	if data == nil {
		decoded, _ := base64.StdEncoding.DecodeString(strings.TrimSpace(stored))
		data = decodedData(string(decoded))
	}
	sections, ok := data.([]any)
	if !ok {
		sections = valuesOf(objectOf(data))
	}
	page := muffinItems.page(r, muffinModules(sections))
	if metaIsOff("mfn-post-hide-content")(r.post) {
		page += "\n\n" + r.post.Content
	}
	return page, len(sections) > 0
}

func muffinModules(list []any) []module {
	var modules []module
	for _, element := range list {
		var m module
		m.kind, _ = member(element, "type").(string)
		if m.settings = objectOf(member(element, "fields")); m.settings == nil {
			m.settings = objectOf(member(element, "attr"))
		}
		for _, inner := range []string{"wraps", "items"} {
			within, ok := member(element, inner).([]any)
			if !ok {
				within = valuesOf(objectOf(member(element, inner)))
			}
			m.children = append(m.children, muffinModules(within)...)
		}
		if len(m.children) > 0 {
			m.kind = ""
		}
		modules = append(modules, m)
	}
	return modules
}

var muffinItems = &widgets{builder: "muffin", templates: withTemplate(map[string]string{
	"column": "[<h2>{title}</h2>]{content:paragraphs}", "visual": "{content:paragraphs}", "code": "{content:html}", "heading": "[<{header_tag|=h2:heading}>{link -> title}</{header_tag|=h2:heading}>]",
	"image": "[<figure>{src:image}[<figcaption>{caption}</figcaption>]</figure>]", "accordion": "[<h2>{title}</h2>]{tabs:html}", "tabs": "[<h2>{title}</h2>]{tabs:html}", "faq": "[<h2>{title}</h2>]{tabs:html}",
	".tabs": "<details><summary>{title}</summary>{content:paragraphs}</details>", "blockquote": "<blockquote>{content:paragraphs}[<p><cite>{link -> author}</cite></p>]</blockquote>",
	"button": "[<p>{link -> title}</p>]", "video": "{video:embed}", "divider": "", "content": "", "placeholder": "",
}, dynamic, "blog blog_news blog_slider blog_teaser portfolio portfolio_grid clients offer slider slider_plugin map map_basic sidebar_widget shop shop_slider testimonials testimonials_list contact_box countdown popular_posts")}

// liveComposer reads what Live Composer keeps: rows of areas of modules as JSON.
func (r *renderer) liveComposer(stored string) (string, bool) {
	rows, ok := decodedData(stored).([]any)
	return liveComposerModules.page(r, liveComposerRows(rows)), ok
}

func liveComposerRows(rows []any) []module {
	var modules []module
	for _, row := range rows {
		m := module{settings: objectOf(row)}
		m.kind, _ = member(row, "module_id").(string)
		inner, _ := member(row, "content").([]any)
		m.children = liveComposerRows(inner)
		modules = append(modules, m)
	}
	return modules
}

var liveComposerModules = &widgets{builder: "live composer", templates: withTemplate(map[string]string{
	"DSLC_Text_Simple": "{content:paragraphs}", "DSLC_Html": "{content:html}", "DSLC_Separator": "<hr />", "DSLC_Button": "[<p>{button_url -> button_text}</p>]",
	"DSLC_Info_Box": "[<h4>{title_link -> title}</h4>]{content:paragraphs}[<p>{button_link -> button_title}</p>]", "DSLC_Image": "[<figure>{image:image}[<figcaption>{caption}</figcaption>]</figure>]",
}, dynamic, "DSLC_Blog DSLC_Posts DSLC_Projects DSLC_Downloads DSLC_Widgets DSLC_Navigation DSLC_Social")}
