package render

import (
	"fmt"
	"html"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// module is one element of a page that a builder keeps as data: its kind, its settings, and the elements within it.
type module struct {
	kind     string // empty: only what lies within shows
	settings wordpress.Object
	children []module
	text     string // HTML that stands between modules
}

// decodedData reads a value that is JSON or serialized PHP, also within serialized PHP as importers leave it: nil where
// it is neither.
func decodedData(stored string) any {
	for range 2 {
		if text := strings.TrimLeft(stored, spaces); strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
			value, err := wordpress.DecodeJSON([]byte(stored))
			if err != nil {
				return nil
			}
			return value
		}
		php, err := wordpress.Unserialize(stored)
		text, again := php.Value.(string)
		if err != nil || !again {
			return php.Value
		}
		stored = text
	}
	return nil
}

// widgets shows the modules of one page builder.
type widgets struct {
	builder   string            // for losses
	templates map[string]string // by kind; of an element in a list, by kind.list, or by .list for all kinds
	panels    map[string]string // the setting with the titles of the modules that lie within one of this kind
}

// page shows modules one after the other.
func (w *widgets) page(r *renderer, modules []module) string {
	var out strings.Builder
	w.write(&out, r, modules)
	return out.String()
}

// write shows each module by its template; where there is none, what its settings say of themselves.
func (w *widgets) write(out *strings.Builder, r *renderer, modules []module) {
	for _, m := range modules {
		template, known := w.templates[m.kind]
		switch {
		case m.kind == "":
			out.WriteString(m.text)
			w.write(out, r, m.children)
		case w.panels[m.kind] != "" && len(m.children) > 0:
			w.writePanels(out, r, m)
		case template == dynamic:
			r.loseText(finding.BlockDynamic, w.builder+"/"+m.kind, storedIn(m))
		case known:
			c := call{name: m.kind, attributes: w.flatten(r, m.kind, template, "", m.settings), markup: true}
			if len(m.children) > 0 {
				c.content = place
			}
			before, after, _ := r.expand(template, c)
			out.WriteString(before)
			w.write(out, r, m.children)
			out.WriteString(after + "\n")
		default:
			r.loseText(finding.BlockUnknown, w.builder+"/"+m.kind, storedIn(m))
			r.guessSettings(out, m.settings)
			w.write(out, r, m.children)
		}
	}
}

// writePanels shows tabs or an accordion whose panels are the modules within it.
func (w *widgets) writePanels(out *strings.Builder, r *renderer, m module) {
	titles, _ := member(m.settings, w.panels[m.kind]).([]any)
	for i, child := range m.children {
		title := ""
		if i < len(titles) {
			settings, _ := titles[i].(wordpress.Object)
			title, _ = call{attributes: w.flatten(r, "", "", "", settings), markup: true}.first("tab_title|item_title|slide_title|" + sectionTitle)
		}
		if title != "" {
			out.WriteString("<details><summary>" + title + "</summary>")
		}
		w.write(out, r, []module{child})
		if title != "" {
			out.WriteString("</details>\n")
		}
	}
}

// storedIn is all text that a module stores, and those within it: also what nobody shows.
func storedIn(m module) string {
	var b strings.Builder
	writeStrings(&b, m.settings)
	b.WriteString(" " + m.text)
	for _, child := range m.children {
		b.WriteString(storedIn(child))
	}
	return b.String()
}

func writeStrings(b *strings.Builder, value any) {
	switch v := value.(type) {
	case string:
		b.WriteString(" " + v)
	case []any:
		for _, element := range v {
			writeStrings(b, element)
		}
	case wordpress.Object:
		for _, m := range v {
			writeStrings(b, m.Value)
		}
	}
}

// flatten makes attributes of settings: "link.url" for what lies within another, and for a list that a template names
// what its elements show.
func (w *widgets) flatten(r *renderer, kind, template, prefix string, settings wordpress.Object) attributes {
	var list attributes
	for _, s := range settings {
		name := prefix + s.Name
		switch v := s.Value.(type) {
		case string:
			list = append(list, attribute{name, v})
		case int64, float64:
			list = append(list, attribute{name, fmt.Sprint(v)})
		case wordpress.Object:
			if keyed := valuesOf(v); keyed != nil && placeholder(template, name) { // a PHP list with gaps
				list = append(list, attribute{name, w.elements(r, kind, name, keyed)})
				continue
			}
			list = append(list, w.flatten(r, kind, template, name+".", v)...)
		case []any:
			if placeholder(template, name) {
				list = append(list, attribute{name, w.elements(r, kind, name, v)})
			}
		}
	}
	return list
}

// valuesOf returns the values of an Object that holds nothing but Objects.
func valuesOf(o wordpress.Object) []any {
	var values []any
	for _, m := range o {
		if _, ok := m.Value.(wordpress.Object); !ok {
			return nil
		}
		values = append(values, m.Value)
	}
	return values
}

// elements shows the elements of a list in a setting.
func (w *widgets) elements(r *renderer, kind, name string, list []any) string {
	template, own := w.templates[kind+"."+name]
	if !own {
		template = w.templates["."+name]
	}
	var b strings.Builder
	for _, element := range list {
		c := call{markup: true}
		switch v := element.(type) {
		case wordpress.Object:
			c.attributes = w.flatten(r, kind, template, "", v)
		case string:
			c.attributes = attributes{{"", v}}
		case int64:
			c.attributes = attributes{{"", fmt.Sprint(v)}}
		}
		before, after, _ := r.expand(template, c)
		b.WriteString(before + after)
	}
	return b.String()
}

// guessSettings shows what settings of which nothing is known say of themselves: the names tell which of them are
// text, images and links.
func (r *renderer) guessSettings(out *strings.Builder, settings wordpress.Object) {
	link := r.linkIn(settings)
	for _, s := range settings {
		if strings.HasPrefix(s.Name, "_") {
			continue // the builder's own
		}
		switch v := s.Value.(type) {
		case string:
			switch {
			case !holdsText(s.Name, v) && !strings.Contains(v, "</p>"):
			case link != "" && isLabel(s.Name):
				out.WriteString(`<p><a href="` + html.EscapeString(link) + `">` + call{markup: strings.Contains(v, "<")}.shown(v) + "</a></p>\n")
				link = ""
			default:
				writeText(out, v)
			}
		case wordpress.Object:
			if picture := r.pictureIn(s.Name, v); picture != "" {
				out.WriteString("<figure>" + picture + "</figure>\n")
			} else if !isDesign(s.Name) {
				r.guessSettings(out, v)
			}
		case []any:
			r.guessList(out, s.Name, v)
		}
	}
}

func (r *renderer) guessList(out *strings.Builder, name string, list []any) {
	for _, element := range list {
		switch v := element.(type) {
		case wordpress.Object:
			if picture := r.pictureIn("image", v); picture != "" && len(proseOf(nil, "", v)) == 0 {
				out.WriteString("<figure>" + picture + "</figure>\n")
			} else {
				r.guessSettings(out, v)
			}
		case string:
			if holdsText(name, v) {
				writeText(out, v)
			}
		}
	}
}

// linkIn finds the address that settings link to: "" where they link to none.
func (r *renderer) linkIn(settings wordpress.Object) string {
	for _, s := range settings {
		words := wordsOf(s.Name)
		if len(words) == 0 || !linkWords[words[len(words)-1]] {
			continue
		}
		address, ok := s.Value.(string)
		if !ok {
			address, _ = member(s.Value, "url").(string)
		}
		if isAddress(address) {
			return address
		}
	}
	return ""
}

// pictureIn shows the image that a setting names, by its address or its attachment: "" where it names none, or one
// that lies behind the text.
func (r *renderer) pictureIn(name string, setting wordpress.Object) string {
	words := wordsOf(name)
	if len(words) == 0 || !pictureWords[words[len(words)-1]] || isDesign(name) {
		return ""
	}
	if id, ok := member(setting, "id").(int64); ok {
		if a, ok := r.view.Attachment(id); ok {
			return r.image(a)
		}
	}
	address, _ := member(setting, "url").(string)
	alt, _ := member(setting, "alt").(string)
	if !isAddress(address) {
		return ""
	}
	return imageElement(address, alt)
}

// isDesign reports whether a setting is about looks by its name.
func isDesign(name string) bool {
	for _, word := range wordsOf(name) {
		if designWords[word] {
			return true
		}
	}
	return false
}

var designWords = nameSet("background bg overlay style styles css design color colors typography font border shadow animation margin padding spacing layout size icon responsive transform mask filter filters")
