package render

import (
	"html"
	"strconv"
	"strings"

	"wp2pub/migrate/wordpress"
)

// call is one use of a shortcode, or of a builder's widget.
type call struct {
	name       string
	attributes attributes
	content    string // as written; empty where the shortcode encloses nothing
	markup     bool   // its values are HTML, as those of widgets are, and no text
}

// inner is the name by which a template places what lies within: the content of a shortcode, or the modules in a module.
func (c call) inner() string {
	if c.markup {
		return "children"
	}
	return "content"
}

// shown returns a value as HTML. Entities in it stay what they are, as WordPress's esc_html has it; a value with
// elements in it is HTML already.
func (c call) shown(value string) string {
	if c.markup || strings.Contains(value, "</") || strings.Contains(value, "<br") {
		return value
	}
	return html.EscapeString(html.UnescapeString(value))
}

// value returns what a placeholder names.
func (c call) value(name string) string {
	if literal, ok := strings.CutPrefix(name, "="); ok {
		return literal
	}
	if name == c.inner() {
		return c.content
	}
	if n, err := strconv.Atoi(name); err == nil {
		return strings.TrimSpace(c.attributes.position(n))
	}
	value := strings.TrimSpace(c.attributes.get(name))
	switch {
	case strings.HasPrefix(c.name, "et_pb_"):
		value = diviCharacters.Replace(value)
	case strings.HasPrefix(c.name, "vc_"):
		value = wpbakeryCharacters.Replace(value)
	case strings.HasPrefix(c.name, "kc_"):
		value = decodeText(value)
	}
	return value
}

// These characters, which would end an attribute or a tag, are written in this way in builders' attributes.
var (
	diviCharacters     = strings.NewReplacer("%22", `"`, "%91", "[", "%93", "]", "%92", `\`)
	wpbakeryCharacters = strings.NewReplacer("``", `"`, "`{`", "[", "`}`", "]")
)

// first returns the first of the alternatives "a|b|c" that is not empty, and its name.
func (c call) first(alternatives string) (value, name string) {
	for name := range strings.SplitSeq(alternatives, "|") {
		if value := c.value(name); !blank(value) {
			return value, name
		}
	}
	return "", ""
}

// firstTarget is first for what a link leads to: an ID that is no number leads nowhere.
func (c call) firstTarget(alternatives string) (value, name string) {
	for name := range strings.SplitSeq(alternatives, "|") {
		value := c.value(name)
		if _, isID := number(value); !blank(value) && (isID || !strings.HasSuffix(name, "id")) {
			return value, name
		}
	}
	return "", ""
}

// place stands in an expanded template for what the shortcode encloses. Content holds no NUL.
const place = "\x00"

// expand fills a template for one use of a shortcode: what stands before its content and what stands behind it.
// Consumed says that the content was a value of the template and must not show for itself.
func (r *renderer) expand(template string, c call) (before, after string, consumed bool) {
	x := expansion{r: r, call: c}
	x.fill(template)
	before, after, placed := strings.Cut(x.out.String(), place)
	return before, strings.ReplaceAll(after, place, ""), x.consumed || x.quoted && !placed
}

// expansion is a template that is being filled.
type expansion struct {
	r        *renderer
	call     call
	out      strings.Builder
	inTag    bool // the place that is filled lies within a tag of the template
	valued   bool // some placeholder had a value
	consumed bool // the content was used as a value
	quoted   bool // the content was written into an attribute
}

// literal writes a part of the template itself.
func (x *expansion) literal(part string) {
	if i := strings.LastIndexAny(part, "<>"); i >= 0 {
		x.inTag = part[i] == '<'
	}
	x.out.WriteString(part)
}

func (x *expansion) fill(template string) {
	for template != "" {
		i := strings.IndexAny(template, "{[")
		if i < 0 {
			break
		}
		end := matching(template[i:])
		if end < 0 {
			break
		}
		x.literal(template[:i])
		inside := template[i+1 : i+end]
		if template[i] == '{' {
			x.placeholder(inside)
		} else {
			x.optional(inside)
		}
		template = template[i+end+1:]
	}
	x.literal(template)
}

// optional fills a part that shows only if one of its placeholders has a value.
func (x *expansion) optional(template string) {
	part := expansion{r: x.r, call: x.call, inTag: x.inTag}
	part.fill(template)
	if part.valued {
		x.out.WriteString(part.out.String())
		x.valued = true
	}
	x.consumed, x.quoted = x.consumed || part.consumed, x.quoted || part.quoted
}

// matching returns where the bracket at the start of s is closed: -1 where it is not.
func matching(s string) int {
	open, close := s[0], byte('}')
	if open == '[' {
		close = ']'
	}
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case open:
			depth++
		case close:
			depth--
			if depth == 0 {
				return i
			}
		}
	}
	return -1
}

// placeholder writes the value of what stands between braces.
func (x *expansion) placeholder(inside string) {
	if target, label, ok := strings.Cut(inside, " -> "); ok {
		x.link(target, label)
		return
	}
	alternatives, filter, _ := strings.Cut(inside, ":")
	change := filterNamed(filter)
	value, name := x.call.first(alternatives)
	switch {
	case value == "":
		return
	case change != nil:
		value = change(x.r, x.call, value)
		x.consumed = x.consumed || name == x.call.inner()
	case x.inTag:
		value = html.EscapeString(strings.TrimSpace(wordpress.PlainText(value)))
		x.quoted = x.quoted || name == x.call.inner()
	case name == x.call.inner():
		value = place
	default:
		value = x.call.shown(value)
	}
	x.out.WriteString(value)
	x.valued = x.valued || value != "" && !strings.HasPrefix(name, "=")
}

// link writes a link, or only its text where it leads nowhere. A content that is no address is text.
func (x *expansion) link(target, label string) {
	value, from := x.call.firstTarget(target)
	if from == x.call.inner() {
		if value = strings.TrimSpace(value); !isAddress(value) || strings.ContainsAny(value, spaces) {
			x.out.WriteString(place)
			return
		}
		label, x.consumed = strings.TrimSuffix(label, "|content"), true
	}
	url, title := "", ""
	if value != "" {
		url, title = x.r.target(x.call, value)
	}
	text, name := x.call.first(label)
	switch {
	case name == x.call.inner():
		text = place
	case text == "":
		text = html.EscapeString(title)
	default:
		text = x.call.shown(text)
	}
	if url != "" {
		text = `<a href="` + html.EscapeString(url) + `">` + text + "</a>"
	}
	x.out.WriteString(text)
	x.valued = x.valued || text != ""
}
