package render

import (
	"cmp"
	"slices"

	"wp2pub/migrate/wordpress"
)

// beaver reads what Beaver Builder keeps: a serialized list of nodes, each with its parent and its place there.
func (r *renderer) beaver(stored string) (string, bool) {
	nodes := objectOf(decodedData(stored))
	if nodes == nil {
		return "", false
	}
	children := map[string][]any{}
	for _, n := range nodes {
		parent, _ := member(n.Value, "parent").(string)
		children[parent] = append(children[parent], n.Value)
	}
	for _, list := range children {
		slices.SortStableFunc(list, func(a, b any) int { return cmp.Compare(position(a), position(b)) })
	}
	return beaverModules.page(r, beaverBelow(children, "")), true
}

// position is the place of a node among its siblings; numbers may be stored as text.
func position(node any) int64 {
	switch v := member(node, "position").(type) {
	case int64:
		return v
	case string:
		n, _ := number(v)
		return n
	}
	return 0
}

// beaverBelow returns the nodes below one, each once: those that hold each other in a circle hang on nothing.
func beaverBelow(children map[string][]any, parent string) []module {
	var modules []module
	list := children[parent]
	delete(children, parent)
	for _, node := range list {
		var m module
		if member(node, "type") == "module" {
			m.settings, _ = member(node, "settings").(wordpress.Object)
			m.kind, _ = member(m.settings, "type").(string)
		}
		if id, _ := member(node, "node").(string); id != "" {
			m.children = beaverBelow(children, id)
		}
		modules = append(modules, m)
	}
	return modules
}

var beaverModules = &widgets{builder: "beaver", templates: withTemplate(map[string]string{
	"heading":   "[<{tag|=h2:heading}>{link -> heading}</{tag|=h2:heading}>]",
	"rich-text": "{text:paragraphs}",
	"html":      "{html:html}",
	"photo":     "[<figure>{photo_src|photo_url|photo:image}[<figcaption>{caption}</figcaption>]</figure>]",
	"button":    "[<p>{link -> text}</p>]", "button-group": "{items:html}",
	"callout":   "[<h3>{link -> title}</h3>][<figure>{photo_src:image}</figure>]{text:paragraphs}[<p>{link -> cta_text}</p>]",
	"cta":       "[<h3>{title}</h3>]{text:paragraphs}[<p>{btn_link -> btn_text}</p>]",
	"accordion": "{items:html}", "tabs": "{items:html}",
	"list":             "[<ul>{list_items:html}</ul>]",
	"icon-group":       "",
	"video":            "{video_embed|embed_code:html}{video_src|data.url:embed}",
	"audio":            "{link|data.url:embed}",
	"gallery":          "{photos:html}",
	"slideshow":        "{photos:html}",
	"content-slider":   "{slides:html}",
	"testimonials":     "[<h3>{heading}</h3>]{testimonials:html}",
	"pricing-table":    "{pricing_columns:html}",
	"numbers":          "[<p>{before_number_text} {number_prefix}{number}{number_suffix} {after_number_text}</p>]",
	"icon":             "{link.url|link -> text}",
	"separator":        "<hr />",
	"box":              "{children}",
	".items":           "[<details><summary>{label}</summary>{content:paragraphs}</details>][<p>{link -> text}</p>]",
	".list_items":      "<li>[<strong>{heading}</strong>]{content:paragraphs}</li>",
	".photos":          "[<figure>{0:image}</figure>]",
	".slides":          "[<figure>{fg_photo_src|bg_photo_src:image}</figure>][<h3>{title}</h3>]{text:paragraphs}[<p>{link -> cta_text}</p>]",
	".testimonials":    "<blockquote>{testimonial:paragraphs}</blockquote>",
	".pricing_columns": "[<h3>{title}</h3>][<p>{price} {duration}</p>][<ul>{features:html}{extended_features:html}</ul>][<p>{button_url|btn_link -> button_text|btn_text}</p>]",
	".features":        "<li>{0}</li>", ".extended_features": "<li>{description}</li>",
}, dynamic, "post-grid post-carousel post-slider contact-form subscribe-form login-form menu search sidebar widget map countdown social-buttons reviews loop fl-post-content")}
