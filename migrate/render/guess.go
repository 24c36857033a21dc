package render

import (
	"path"
	"slices"
	"strings"
)

// guess makes a template for a shortcode that is in no table, of what it says itself: its name tells what it most
// likely is, the names of its attributes tell which of them are text and links. Inline says that it stands within
// a line of text.
func (c call) guess(inline bool) string {
	kind := c.kind()
	if kind == nothing || kind == dynamic {
		return kind
	}
	texts := c.texts()
	if !visible(c.content) && c.attributes.get("id") != "" && kind == "" && c.link() == "" {
		return dynamic // something that is stored under this ID; its title is for editors
	}
	template := kind
	switch {
	case kind != "" && (!inline || kind == button):
	case inline:
		template = " {content} "
	default:
		template = layout
		if i := slices.IndexFunc(texts, isTitle); i >= 0 {
			template = "\n\n[<p><strong>{" + texts[i] + "}</strong></p>\n\n]{content}\n\n"
		}
		if name := c.pictured(); name != "" {
			template = "\n\n[<figure>{" + name + ":image}</figure>]" + template
		}
	}
	return template + c.rest(template, texts, inline)
}

// rest is the part of a template for the texts and the link that the rest of it does not name.
func (c call) rest(template string, texts []string, inline bool) string {
	texts = slices.DeleteFunc(texts, func(name string) bool { return placeholder(template, name) })
	before, after := "[<p>", "</p>\n\n]"
	if inline {
		before, after = "[", " ]"
	}
	link := c.link()
	if placeholder(template, link) {
		link = ""
	}
	var b strings.Builder
	for _, name := range texts {
		if link != "" && isLabel(name) {
			b.WriteString(before + "{" + link + " -> " + name + "}" + after)
			link = ""
			continue
		}
		b.WriteString(before + "{" + name + "}" + after)
	}
	if link != "" {
		b.WriteString(before + "{" + link + " -> " + link + "_text}" + after) // no such attribute: the end of its path
	}
	return b.String()
}

// placeholder reports whether a template has a placeholder for an attribute.
func placeholder(template, attribute string) bool {
	for i := 0; i < len(template) && attribute != ""; {
		j := strings.Index(template[i:], attribute)
		if j < 0 {
			return false
		}
		start, end := i+j, i+j+len(attribute)
		if start > 0 && strings.IndexByte("{|>< ", template[start-1]) >= 0 && end < len(template) && strings.IndexByte("}|: ", template[end]) >= 0 {
			return true
		}
		i = start + 1
	}
	return false
}

// kinds are what shortcodes are by a word in their names, the surest first.
var kinds = []struct {
	words    map[string]bool
	template string
}{
	{nameSet("button btn buttons"), button},
	{nameSet("hr divider separator spacer gap clear clearfix space"), nothing},
	{nameSet("video youtube vimeo"), film},
	{nameSet("pdf document download"), document},
	{nameSet("tab toggle spoiler collapse faq question panel"), section},
	{nameSet("quote blockquote testimonial"), quotation},
	{nameSet("gallery carousel"), "\n\n{images|ids|gallery_ids|image_ids|include:images}{content}\n\n"},
	{nameSet("image img photo picture"), picture},
	{nameSet("heading headline title"), "\n\n<h2>{content|title|heading|text|main_heading}</h2>\n\n"},
	{nameSet("highlight dropcap tooltip badge icon"), inline},
	{nameSet("form forms login register search map gmap calendar slider posts blog grid portfolio products feed menu sidebar countdown newsletter subscribe"), dynamic},
}

// kind returns the template for what a shortcode is by its name: "" where the name does not say it, or what the
// shortcode holds does not fit.
func (c call) kind() string {
	words := wordsOf(c.name)
	for _, k := range kinds {
		if !slices.ContainsFunc(words, func(word string) bool { return k.words[word] }) {
			continue
		}
		switch {
		case k.template == dynamic || k.template == nothing:
			if visible(c.content) {
				return ""
			}
		case k.template == section:
			if title, _ := c.first(sectionTitle); title == "" {
				return ""
			}
		case !c.fills(k.template):
			return ""
		}
		return k.template
	}
	return ""
}

// fills reports whether a shortcode has a value for any placeholder of a template.
func (c call) fills(template string) bool {
	if c.content != "" && strings.Contains(template, "content") {
		return true
	}
	return slices.ContainsFunc(c.attributes, func(a attribute) bool { return !blank(a.value) && placeholder(template, a.name) })
}

// texts returns the names of the attributes that hold text for a reader.
func (c call) texts() []string {
	var found []string
	for _, a := range c.attributes {
		if a.name != "" && isTextName(a.name) && isProse(a.value) && !settings[strings.ToLower(strings.TrimSpace(a.value))] && !slices.Contains(found, a.name) {
			found = append(found, a.name)
		}
	}
	return found
}

// settings are values of attributes that look like text by their names.
var settings = nameSet("yes no on off true false default none left right center top bottom small medium large normal inherit")

// isTextName reports whether an attribute holds text by its name: "title", "button_text", "main_heading", and not
// "title_color" or "text_align".
func isTextName(name string) bool {
	words := wordsOf(name)
	last := len(words) - 1
	return last >= 0 && textKeys[words[last]] && !slices.ContainsFunc(words, func(w string) bool { return editorWords[w] }) && (last == 0 || words[last] != "name" || personWords[words[last-1]])
}

var (
	editorWords = nameSet("admin el element css class icon image img font style color type id")
	personWords = nameSet("author client person member first last company full")
	labelWords  = nameSet("button btn link more label cta linktext")
	titleWords  = nameSet("title heading headline name question label")
)

func isTitle(name string) bool {
	words := wordsOf(name)
	return titleWords[words[len(words)-1]] && !isLabel(name)
}

func isLabel(name string) bool {
	return slices.ContainsFunc(wordsOf(name), func(w string) bool { return labelWords[w] })
}

// link returns the name of the attribute that holds an address to go to: "" where there is none.
func (c call) link() string {
	for _, a := range c.attributes {
		words := wordsOf(a.name)
		if len(words) == 0 || !linkWords[words[len(words)-1]] || slices.ContainsFunc(words, func(w string) bool { return fileWords[w] }) {
			continue
		}
		target := linkTarget(a.value)
		if isAddress(target) && !imageExtensions[strings.ToLower(path.Ext(target))] {
			return a.name
		}
	}
	return ""
}

// pictured returns the name of the attribute that holds an image: "" where there is none.
func (c call) pictured() string {
	for _, a := range c.attributes {
		words := wordsOf(a.name)
		_, isID := number(a.value)
		if len(words) > 0 && pictureWords[words[0]] && (len(words) == 1 || words[1] == "id" || words[1] == "url" || words[1] == "src") &&
			(isID || imageExtensions[strings.ToLower(path.Ext(a.value))]) {
			return a.name
		}
	}
	return ""
}

var pictureWords = nameSet("image img photo picture avatar portrait")

var (
	linkWords       = nameSet("link url href")
	fileWords       = nameSet("image img photo picture icon bg background video thumb thumbnail logo poster")
	imageExtensions = nameSet(".jpg .jpeg .png .gif .webp .svg .avif")
)

func isAddress(s string) bool {
	for _, prefix := range []string{"http://", "https://", "/", "mailto:", "tel:", "?"} {
		if strings.HasPrefix(s, prefix) && len(s) > len(prefix) {
			return true
		}
	}
	return false
}

// wordsOf cuts a name into its words.
func wordsOf(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return c == '_' || c == '-' || c == '.' || '0' <= c && c <= '9' })
}
