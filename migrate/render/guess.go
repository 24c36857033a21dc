package render

import (
	"slices"
	"strings"
)

// guess makes a template for a shortcode that is in no table, of what it says itself: its name tells what it most
// likely is, the names of its attributes tell which of them are text and links. Inline says that it stands within
// a line of text.
func (c call) guess(inline bool) string {
	kind, link, texts := c.kind(), c.link(), c.texts()
	switch {
	case kind == nothing || kind == dynamic:
		return kind
	case kind == button:
		return " " + linked(link, strings.Join(append([]string{"content"}, labelsFirst(texts)...), "|")) + " "
	case kind == heading:
		text := "{" + strings.Join(append([]string{"content"}, texts...), "|") + "}"
		shown := "\n\n" + heading + text + strings.Replace(heading, "<", "</", 1) + "\n\n"
		return shown + c.remaining(shown, link, texts)
	case kind != "" && !inline:
		return kind + c.remaining(kind, link, texts)
	case kind == "" && link == "" && !visible(c.content) && c.attributes.get("id") != "":
		return dynamic // something that is stored under this ID; its title is for editors
	case inline:
		return c.guessPhrase(link, texts)
	}
	return c.guessBox(link, texts) + c.groups()
}

// groups is the part of a template for lists of settings in attributes.
func (c call) groups() string {
	template := ""
	for _, a := range c.attributes {
		if strings.HasPrefix(a.value, "%5B%7B") || strings.HasPrefix(a.value, "[{") {
			template += "{" + a.name + ":list}"
		}
	}
	return template
}

// guessPhrase makes a template for a shortcode within a line: what it encloses, or its texts. The first is the link.
func (c call) guessPhrase(link string, texts []string) string {
	if visible(c.content) {
		return " " + linked(link, "content") + " "
	}
	template := ""
	for _, name := range labelsFirst(texts) {
		template += "[ " + linked(link, name) + " ]"
		link = ""
	}
	if link != "" {
		template += " " + linked(link, noLabel) + " "
	}
	return firstOf(template, " ")
}

// guessBox makes a template for a shortcode that is a box: its image, its title, its texts, what it encloses, and a
// link at the end.
func (c call) guessBox(link string, texts []string) string {
	labelled := slices.ContainsFunc(texts, isLabel)
	template := "\n\n"
	if name := c.pictured(); name != "" {
		template += "[<figure>{" + name + ":image}</figure>]"
	}
	if i := slices.IndexFunc(texts, isTitle); i >= 0 {
		title := linked(link, texts[i])
		if labelled {
			title = linked("", texts[i])
		}
		template += "[<p><strong>" + title + "</strong></p>\n\n]"
	}
	enclosed := "{content}"
	if c.isPhrase() && !labelled && !c.takes(template, link) {
		enclosed = linked(link, "content")
	}
	notes := slices.DeleteFunc(slices.Clone(texts), isLabel)
	template += c.remaining(template+enclosed, "", notes) + "\n\n" + enclosed + "\n\n"
	return template + c.remaining(template, link, texts)
}

// remaining is the part of a template for the texts and the link that the rest of it does not show. A link without any
// text has the end of its path for one.
func (c call) remaining(template, link string, texts []string) string {
	texts = slices.DeleteFunc(slices.Clone(texts), func(name string) bool { return c.takes(template, name) })
	if c.takes(template, link) {
		link = ""
	}
	if link != "" && len(texts) == 0 && !visible(c.content) {
		texts = []string{noLabel}
	}
	label := slices.IndexFunc(texts, isLabel)
	if label < 0 && !visible(c.content) {
		label = 0
	}
	var b strings.Builder
	for i, name := range texts {
		target := ""
		if i == label {
			target = link
		}
		b.WriteString("[<p>" + linked(target, name) + "</p>\n\n]")
	}
	return b.String()
}

// noLabel is an attribute that no shortcode has: a link with it for a text shows the end of its path.
const noLabel = "no_label"

// linked is a placeholder for a value, or for a link with the value as its text.
func linked(link, text string) string {
	if link == "" {
		return "{" + text + "}"
	}
	return "{" + link + " -> " + text + "}"
}

// labelsFirst puts the texts that are labels of a link before the others.
func labelsFirst(texts []string) []string {
	isOther := func(name string) bool { return !isLabel(name) }
	return append(slices.DeleteFunc(slices.Clone(texts), isOther), slices.DeleteFunc(slices.Clone(texts), isLabel)...)
}

// isPhrase reports whether what a shortcode encloses is a line of text that a link or a heading can hold.
func (c call) isPhrase() bool {
	if !visible(c.content) || strings.ContainsAny(strings.TrimSpace(c.content), "\n[") {
		return false
	}
	for p := range pieces(c.content, true) {
		if name, _ := tagName(p.raw); p.tag && (blockNames[strings.ToLower(name)] || name == "a") {
			return false
		}
	}
	return true
}

// takes reports whether a template shows an attribute: it is the first of a placeholder's alternatives that has a value.
func (c call) takes(template, attribute string) bool {
	for attribute != "" {
		_, rest, found := strings.Cut(template, "{")
		inside, rest, closed := strings.Cut(rest, "}")
		if !found || !closed {
			return false
		}
		for part := range strings.SplitSeq(inside, " -> ") {
			alternatives, _, _ := strings.Cut(part, ":")
			if _, name := c.first(alternatives); name == attribute {
				return true
			}
		}
		template = rest
	}
	return false
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
