package render

import (
	"fmt"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// source returns what the page of a post is made from, and whether its blank lines are paragraphs: the post's content,
// or what a page builder keeps in meta for a post that was built with it.
func (r *renderer) source() (content string, paragraphs bool) {
	for _, builder := range []func(*wordpress.Post) (string, bool){r.elementor, r.beaver} {
		if content, ok := builder(r.post); ok {
			return content, false
		}
	}
	return r.post.Content, true
}

// widget is one element of a page builder that keeps its pages as data: its kind and its settings.
type widget struct {
	kind     string
	settings wordpress.Object
}

// widgets shows the elements of one page builder.
type widgets struct {
	builder   string            // for losses
	templates map[string]string // by kind; of an element in a list, by the name of the list with a dot before it
}

// write shows a widget by its template; the text in its settings where there is none.
func (w widgets) write(out *strings.Builder, r *renderer, one widget) {
	template, known := w.templates[one.kind]
	switch {
	case template == dynamic:
		r.lose(finding.BlockDynamic, w.builder+"/"+one.kind)
	case known:
		out.WriteString(r.fill(template, call{name: one.kind, attributes: w.flatten(r, "", one.settings)}))
		out.WriteString("\n")
	default:
		r.lose(finding.BlockUnknown, w.builder+"/"+one.kind)
		for _, text := range proseOf(nil, "", one.settings) {
			writeText(out, text)
		}
	}
}

// flatten makes attributes of settings: "link.url" for what lies within another, and for a list what its elements show.
func (w widgets) flatten(r *renderer, prefix string, settings wordpress.Object) attributes {
	var list attributes
	for _, s := range settings {
		name := prefix + s.Name
		switch v := s.Value.(type) {
		case string:
			list = append(list, attribute{name, v})
		case int64:
			list = append(list, attribute{name, fmt.Sprint(v)})
		case float64:
			list = append(list, attribute{name, fmt.Sprint(v)})
		case wordpress.Object:
			list = append(list, w.flatten(r, name+".", v)...)
		case []any:
			list = append(list, attribute{name, w.elements(r, "."+name, v)})
		}
	}
	return list
}

// elements shows the elements of a list in a setting.
func (w widgets) elements(r *renderer, name string, list []any) string {
	template := w.templates[name]
	if template == "" {
		return ""
	}
	var b strings.Builder
	for _, element := range list {
		switch v := element.(type) {
		case wordpress.Object:
			b.WriteString(r.fill(template, call{attributes: w.flatten(r, "", v)}))
		case string:
			b.WriteString(r.fill(template, call{attributes: attributes{{"", v}}}))
		case int64:
			b.WriteString(r.fill(template, call{attributes: attributes{{"", fmt.Sprint(v)}}}))
		}
	}
	return b.String()
}

// fill fills a template of a widget, which encloses nothing and whose values are HTML.
func (r *renderer) fill(template string, c call) string {
	c.markup = true
	before, after, _ := r.expand(template, c)
	return before + after
}
