package render

import (
	"cmp"
	"slices"
	"strings"

	"wp2pub/migrate/wordpress"
)

// beaver returns the page of a post that was built with Beaver Builder: a serialized list of nodes in the post's meta,
// each with its parent and its place there.
func (r *renderer) beaver(p *wordpress.Post) (string, bool) {
	enabled, _ := p.MetaValue("_fl_builder_enabled")
	stored, _ := p.MetaValue("_fl_builder_data")
	if enabled == "" || enabled == "0" || stored == "" {
		return "", false
	}
	data, err := wordpress.Unserialize(stored)
	nodes, ok := data.Value.(wordpress.Object)
	if err != nil || !ok || len(nodes) == 0 {
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
	var out strings.Builder
	r.beaverNodes(&out, children, "")
	return out.String(), true
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

// beaverNodes shows the nodes below one, each once: those that hold each other in a circle hang on nothing.
func (r *renderer) beaverNodes(out *strings.Builder, children map[string][]any, parent string) {
	list := children[parent]
	delete(children, parent)
	for _, node := range list {
		settings, _ := member(node, "settings").(wordpress.Object)
		if kind, ok := member(settings, "type").(string); ok && member(node, "type") == "module" {
			beaverModules.write(out, r, widget{kind, settings})
		}
		if id, _ := member(node, "node").(string); id != "" {
			r.beaverNodes(out, children, id)
		}
	}
}

var beaverModules = widgets{"beaver", withTemplate(map[string]string{
	"heading":   "[<{tag|=h2:heading}>{link -> heading}</{tag|=h2:heading}>]",
	"rich-text": "{text:paragraphs}",
	"html":      "{html:html}",
	"photo":     "[<figure>{photo_src|photo_url|photo:image}[<figcaption>{caption}</figcaption>]</figure>]",
	"button":    "[<p>{link -> text}</p>]",
	"callout":   "[<h3>{link -> title}</h3>][<figure>{photo_src:image}</figure>]{text:paragraphs}[<p>{link -> cta_text}</p>]",
	"cta":       "[<h3>{title}</h3>]{text:paragraphs}[<p>{btn_link -> btn_text}</p>]",
	"accordion": "{items:html}", "tabs": "{items:html}",
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
	".items":           "<details><summary>{label}</summary>{content:paragraphs}</details>",
	".photos":          "[<figure>{0:image}</figure>]",
	".slides":          "[<figure>{bg_photo_src:image}</figure>][<h3>{title}</h3>]{text:paragraphs}[<p>{link -> cta_text}</p>]",
	".testimonials":    "<blockquote>{testimonial:paragraphs}</blockquote>",
	".pricing_columns": "[<h3>{title}</h3>][<p>{price} {duration}</p>][<p>{btn_link -> btn_text}</p>]",
}, dynamic, "post-grid post-carousel post-slider contact-form subscribe-form login-form menu search sidebar widget map countdown social-buttons reviews loop fl-post-content")}
