package render

import "wp2pub/migrate/wordpress"

// bricks reads what Bricks keeps: a flat list of elements, serialized or as JSON, each with its parent and the IDs of
// those within it.
func (r *renderer) bricks(stored string) (string, bool) {
	list, ok := decodedData(stored).([]any)
	if !ok {
		return "", false
	}
	elements, known := map[string]any{}, map[string]bool{}
	for _, element := range list {
		id, _ := member(element, "id").(string)
		elements[id], known[id] = element, true
	}
	var modules []module
	for _, element := range list {
		if parent, _ := member(element, "parent").(string); !known[parent] {
			modules = append(modules, bricksModule(elements, element))
		}
	}
	return bricksElements.page(r, modules), true
}

// bricksModule reads an element and those within it, each once.
func bricksModule(elements map[string]any, element any) module {
	var m module
	m.kind, _ = member(element, "name").(string)
	m.settings, _ = member(element, "settings").(wordpress.Object)
	children, _ := member(element, "children").([]any)
	for _, child := range children {
		id, _ := child.(string)
		if inner := elements[id]; inner != nil {
			delete(elements, id)
			m.children = append(m.children, bricksModule(elements, inner))
		}
	}
	return m
}

var bricksElements = &widgets{builder: "bricks", templates: withTemplate(withTemplate(map[string]string{
	"heading":    "[<{tag|=h3:heading}>{link.url -> text}</{tag|=h3:heading}>]",
	"text-basic": "[<p>{link.url -> text}</p>]", "text": "{text:html}", "text-link": "[<p>{link.url -> text}</p>]",
	"button": "[<p>{link.url -> text}</p>]", "rich-text": "{text:html}",
	"image": "[<figure>{image.url|image.id:image}[<figcaption>{captionCustom|caption}</figcaption>]</figure>]",
	"video": "{ytId|youTubeId:youtube}{vimeoId:vimeo}{media.url|fileUrl:embed}", "audio": "{file.url|external:embed}",
	"icon": "", "icon-box": "{content:html}", "list": "[<ul>{items:html}</ul>]",
	"accordion": "{accordions:html}", "tabs": "{tabs:html}", "alert": "[<p>{content:html}</p>]",
	"animated-typing": "[<p>{prefix} {strings:html} {suffix}</p>]", "counter": "[<p>{prefix}{countTo}{suffix}</p>]",
	"image-gallery": "{items.images:html}", "carousel": "{items.images:html}{fields:html}",
	"slider": "{items:html}", "testimonials": "{items:html}", "team-members": "{items:html}", "pricing-tables": "{pricingTables:html}",
	"progress-bar": "[<ul>{bars:html}</ul>]", "divider": "<hr />", "code": "{code:html}", "html": "{html:html}", "shortcode": "{shortcode:html}",
	"social-icons":       "[<ul>{icons:html}</ul>]",
	"list.items":         "<li>{link.url -> title} {meta}[<p>{description:html}</p>]</li>",
	"slider.items":       "[<figure>{image.url|image.id:image}</figure>][<h3>{title}</h3>]{content:html}[<p>{buttonLink.url -> buttonText}</p>]",
	"testimonials.items": "<blockquote>{content:html}[<p>{name}</p>][<p>{title}</p>]</blockquote>",
	"team-members.items": "[<figure>{image.url|image.id:image}</figure>][<h3>{title}</h3>][<p>{subtitle}</p>]{description:html}",
	".accordions":        "<details><summary>{title}</summary>[<p>{subtitle}</p>]{content:html}</details>", ".tabs": "<details><summary>{title}</summary>{content:html}</details>",
	".strings": "{text} ", ".items.images": "[<figure>{full|url|id:image}</figure>]",
	".bars": "<li>{title} {percentage}%</li>", ".icons": "[<li>{link.url -> label}</li>]",
	".pricingTables": "[<h3>{title}</h3>][<p>{subtitle}</p>][<p>{pricePrefix}{price}{priceSuffix} {priceMeta}</p>]{features:paragraphs}[<p>{buttonLink.url -> buttonText}</p>][<p>{additionalInfo}</p>]",
}, "{children}", "section container block div accordion-nested tabs-nested slider-nested dropdown offcanvas"),
	dynamic, `form posts query-results-summary pagination map nav-menu nav-nested logo search sidebar wordpress instagram-feed facebook-page template post-title post-content
	post-excerpt post-meta post-author post-comments post-taxonomy post-sharing post-navigation post-reading-time post-reading-progress-bar related-posts breadcrumbs countdown
	filter-checkbox filter-search post-toc toggle-mode back-to-top rating`)}
