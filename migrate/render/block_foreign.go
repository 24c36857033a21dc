package render

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// foreignBlock renders a block of a plugin or theme: its saved HTML. A block that a plugin renders by code has none;
// then the text in its attributes stands for it.
func (r *renderer) foreignBlock(out *strings.Builder, b *block) {
	r.parts(out, b)
	if b.holdsBlocks() || visible(b.text()) {
		return
	}
	r.loseBlock(finding.BlockUnknown, b)
	attributes, err := wordpress.DecodeJSON([]byte(b.attributes))
	if err != nil {
		return
	}
	if data, ok := member(attributes, "data").(wordpress.Object); ok && strings.HasPrefix(b.name, "acf/") {
		for _, value := range r.view.ACFBlock(data, func(_, stored string) string { return stored }) {
			r.fieldValue(out, value.Name, value.Value)
		}
		return
	}
	for _, text := range proseOf(nil, "", attributes) {
		writeText(out, text)
	}
}

// member returns a member of an object: nil where there is none.
func member(v any, name string) any {
	object, _ := v.(wordpress.Object)
	for _, m := range object {
		if m.Name == name {
			return m.Value
		}
	}
	return nil
}

// fieldValue shows what the template of an ACF block most likely shows of a field: its text, its image, its link, and
// the same of all that it holds.
func (r *renderer) fieldValue(out *strings.Builder, name string, value any) {
	switch v := value.(type) {
	case string:
		if isProse(v) {
			writeText(out, v)
		}
	case int64:
		if 1000 <= v && v <= 2999 { // a year is text, another number may be anything
			fmt.Fprintf(out, "<p>%d</p>\n", v)
		}
	case []any:
		for _, element := range v {
			r.fieldValue(out, name, element)
		}
	case wordpress.Object:
		r.fieldObject(out, v)
	}
}

func (r *renderer) fieldObject(out *strings.Builder, v wordpress.Object) {
	url, _ := member(v, "url").(string)
	title, _ := member(v, "title").(string)
	name, _ := member(v, "name").(string)
	if id, ok := member(v, "attachment_id").(int64); ok {
		if a, ok := r.view.Attachment(id); ok && strings.HasPrefix(a.MIMEType, "image/") {
			out.WriteString("<figure>" + r.image(a) + "</figure>\n")
			return
		}
	}
	switch {
	case url != "":
		out.WriteString("<p>" + link(url, firstOf(title, name, fileName(url))) + "</p>\n")
	case member(v, "label") != nil && member(v, "value") != nil:
		r.fieldValue(out, "label", member(v, "label"))
	default:
		for _, m := range v {
			if m.Name != "layout" {
				r.fieldValue(out, m.Name, m.Value)
			}
		}
	}
}

func writeText(out *strings.Builder, text string) {
	if strings.Contains(text, "<") {
		out.WriteString(autop(text))
		return
	}
	for line := range strings.SplitSeq(text, "\n") {
		if !blank(line) {
			out.WriteString("<p>" + html.EscapeString(html.UnescapeString(line)) + "</p>\n")
		}
	}
}

func (b *block) holdsBlocks() bool {
	return slices.ContainsFunc(b.parts, func(p part) bool { return p.inner != nil })
}

// visible reports whether HTML shows anything: text, or something that is no text.
func visible(s string) bool {
	for p := range pieces(s, true) {
		name, _ := tagName(p.raw)
		switch {
		case !p.tag && !blank(strings.ReplaceAll(p.raw, "&nbsp;", " ")):
			return true
		case p.tag && strings.Contains(" img video audio iframe object embed svg hr input ", " "+strings.ToLower(name)+" "):
			return true
		}
	}
	return false
}

// proseOf adds the strings in attributes that a reader would call text, in their order.
func proseOf(texts []string, key string, value any) []string {
	switch v := value.(type) {
	case string:
		if isProse(v) && (textKeys[strings.ToLower(key)] || strings.Count(v, " ") >= 2 && !strings.ContainsAny(v, ";={}")) {
			texts = append(texts, v)
		}
	case []any:
		for _, element := range v {
			texts = proseOf(texts, key, element)
		}
	case wordpress.Object:
		for _, m := range v {
			texts = proseOf(texts, m.Name, m.Value)
		}
	}
	return texts
}

// textKeys are what blocks call the attributes that hold their text.
var textKeys = nameSet("title subtitle heading subheading text content description label caption quote author name question answer excerpt body message summary alt")

// isProse reports whether a value may be text for a reader: no address, color, number or name for machines.
func isProse(value string) bool {
	value = strings.TrimSpace(value)
	for _, prefix := range []string{"http://", "https://", "field_", "#", "var(", "rgb", "{"} {
		if strings.HasPrefix(value, prefix) {
			return false
		}
	}
	return strings.Trim(value, "0123456789.,:px%-+ ") != ""
}
