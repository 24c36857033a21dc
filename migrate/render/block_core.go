package render

import (
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
)

// dynamicBlocks are the core blocks whose output depends on other posts, the visitor or the theme, with all that
// stands in them. Names that end in "-" stand for all that begin so.
var dynamicBlocks = []string{
	"archives", "avatar", "calendar", "categories", "home-link", "latest-comments", "latest-posts", "loginout", "navigation",
	"navigation-", "page-list", "page-list-item", "pattern", "post-", "query", "query-", "read-more", "rss", "search", "site-", "tag-cloud",
	"template-part", "term-description", "term-", "terms-query", "comment-", "comments", "comments-", "breadcrumbs", "widget-area", "nextpage-",
}

func dynamicBlock(name string) bool {
	return slices.ContainsFunc(dynamicBlocks, func(d string) bool {
		return name == d || strings.HasSuffix(d, "-") && strings.HasPrefix(name, d)
	})
}

// blockRenderers names what is done for those core blocks that a server renders. All others show what was saved.
var blockRenderers = map[string]string{
	"block": "pattern", "footnotes": "footnotes", "social-link": "social link", "shortcode": "paragraphs", "more": "nothing",
	"nextpage": "nothing", "legacy-widget": "widget", "widget-group": "widget group", "cover": "featured image", "media-text": "featured image",
	"accordion-heading": "accordion heading",
}

func (r *renderer) coreBlock(out *strings.Builder, b *block, renderer string) {
	switch renderer {
	case "pattern":
		r.pattern(out, b)
	case "footnotes":
		r.footnotes(out)
	case "social link":
		r.socialLink(out, b)
	case "paragraphs":
		out.WriteString(autop(b.text()))
	case "widget":
		r.widget(out, b)
	case "widget group":
		var a struct{ Title string }
		b.decode(&a)
		if a.Title != "" {
			out.WriteString("<h2>" + html.EscapeString(a.Title) + "</h2>")
		}
		r.parts(out, b)
	case "featured image":
		r.featuredImage(out, b)
	case "accordion heading":
		accordionHeading(out, b.text())
	case "nothing": // marks of pages and excerpts: the whole post is shown
	}
}

// accordionHeading writes the heading of a section without what opens it: the button around its title, and the mark behind that.
func accordionHeading(out *strings.Builder, stored string) {
	mark := false
	for p := range pieces(stored, true) {
		name, end := tagName(p.raw)
		switch {
		case p.tag && strings.EqualFold(name, "button"):
		case p.tag && !end && strings.Contains(p.raw, "wp-block-accordion-heading__toggle-icon"):
			mark = true
		case mark:
			mark = !p.tag || !end
		default:
			out.WriteString(p.raw)
		}
	}
}

// footnotes lists the notes that WordPress keeps in the post's meta. Each leads back to the place that refers to it.
func (r *renderer) footnotes(out *strings.Builder) {
	stored, _ := r.post.MetaValue("footnotes")
	var notes []struct{ ID, Content string }
	if stored == "" || json.Unmarshal([]byte(stored), &notes) != nil || len(notes) == 0 {
		return
	}
	out.WriteString("<ol>")
	for i, note := range notes {
		id := html.EscapeString(note.ID)
		fmt.Fprintf(out, `<li id="%s">%s <a href="#%s-link" aria-label="Jump to footnote reference %d">↩︎</a></li>`, id, note.Content, id, i+1)
	}
	out.WriteString("</ol>")
}

// featuredImage puts the post's featured image into a cover or beside a text that shows it.
func (r *renderer) featuredImage(out *strings.Builder, b *block) {
	var a struct{ UseFeaturedImage bool }
	b.decode(&a)
	if stored, _ := r.post.MetaValue("_thumbnail_id"); a.UseFeaturedImage {
		if id, ok := number(stored); ok {
			if image, ok := r.view.Attachment(id); ok {
				out.WriteString("<figure>" + r.image(image) + "</figure>")
			}
		}
	}
	r.saved(out, b)
}

// widget shows a classic widget that holds a text. Others depend on the site.
func (r *renderer) widget(out *strings.Builder, b *block) {
	var a struct {
		IDBase   string
		Instance struct {
			Raw struct{ Title, Text, Content string }
		}
	}
	b.decode(&a)
	if !isTextWidget(a.IDBase) {
		r.loseText(finding.BlockDynamic, strings.TrimSpace(b.name+" "+a.IDBase), b.attributes)
		return
	}
	raw := a.Instance.Raw
	if raw.Title != "" {
		out.WriteString("<h2>" + raw.Title + "</h2>")
	}
	out.WriteString(autop(raw.Text) + raw.Content)
}

// isTextWidget reports whether a classic widget holds a text.
func isTextWidget(name string) bool { return name == "text" || name == "custom_html" }

// socialLink shows a link to a profile, named as WordPress names the service.
func (r *renderer) socialLink(out *strings.Builder, b *block) {
	var a struct{ URL, Service, Label string }
	b.decode(&a)
	if a.URL == "" {
		return
	}
	label := firstOf(a.Label, serviceName(a.Service))
	switch {
	case strings.Contains(a.URL, "@") && !strings.ContainsAny(a.URL, ":/"):
		a.URL = "mailto:" + a.URL
	case !strings.Contains(a.URL, ":") && !strings.HasPrefix(a.URL, "//"):
		a.URL = "https://" + a.URL
	}
	out.WriteString("<li>" + link(a.URL, label) + "</li>")
}

// serviceName returns the name of a service as WordPress writes it.
func serviceName(service string) string {
	if name := serviceNames[service]; name != "" {
		return name
	}
	if service == "" {
		return "Share Icon"
	}
	return strings.ToUpper(service[:1]) + service[1:]
}

// serviceNames are those that are not just the key with a capital letter.
var serviceNames = map[string]string{
	"chain": "Link", "codepen": "CodePen", "deviantart": "DeviantArt", "feed": "RSS Feed", "fivehundredpx": "500px", "github": "GitHub",
	"lastfm": "Last.fm", "linkedin": "LinkedIn", "mail": "Mail", "soundcloud": "SoundCloud", "tiktok": "TikTok", "vimeo": "Vimeo", "vk": "VK",
	"whatsapp": "WhatsApp", "wordpress": "WordPress", "youtube": "YouTube", "x": "X", "share": "Share Icon",
}
