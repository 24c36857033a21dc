package render

import (
	"html"
	"strconv"
	"strings"
)

// call is one use of a shortcode, or of a builder's widget.
type call struct {
	name       string
	attributes attributes
	content    string // as written; empty where the shortcode encloses nothing
	markup     bool   // its values are HTML, as those of widgets are, and no text
}

// shown returns a value as HTML. Entities in it stay what they are, as WordPress's esc_html has it.
func (c call) shown(value string) string {
	if c.markup {
		return value
	}
	return html.EscapeString(html.UnescapeString(value))
}

// value returns what a placeholder names.
func (c call) value(name string) string {
	if literal, ok := strings.CutPrefix(name, "="); ok {
		return literal
	}
	if name == "content" {
		return c.content
	}
	if n, err := strconv.Atoi(name); err == nil {
		return strings.TrimSpace(c.attributes.position(n))
	}
	value := strings.TrimSpace(c.attributes.get(name))
	if strings.HasPrefix(c.name, "et_pb_") {
		value = diviCharacters.Replace(value)
	}
	return value
}

// diviCharacters are written in this way in Divi's attributes.
var diviCharacters = strings.NewReplacer("%22", `"`, "%91", "[", "%93", "]", "%92", `\`)

// first returns the first of the alternatives "a|b|c" that is not empty, and its name.
func (c call) first(alternatives string) (value, name string) {
	for name := range strings.SplitSeq(alternatives, "|") {
		if value := c.value(name); !blank(value) {
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
	before, after, _ = strings.Cut(x.out.String(), place)
	return before, strings.ReplaceAll(after, place, ""), x.consumed
}

// expansion is a template that is being filled.
type expansion struct {
	r        *renderer
	call     call
	out      strings.Builder
	valued   bool // some placeholder had a value
	consumed bool // the content was used as a value
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
		x.out.WriteString(template[:i])
		inside := template[i+1 : i+end]
		if template[i] == '{' {
			x.placeholder(inside)
		} else {
			x.optional(inside)
		}
		template = template[i+end+1:]
	}
	x.out.WriteString(template)
}

// optional fills a part that shows only if one of its placeholders has a value.
func (x *expansion) optional(template string) {
	part := expansion{r: x.r, call: x.call}
	part.fill(template)
	if part.valued {
		x.out.WriteString(part.out.String())
		x.valued = true
	}
	x.consumed = x.consumed || part.consumed
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
	alternatives, filter, filtered := strings.Cut(inside, ":")
	value, name := x.call.first(alternatives)
	switch {
	case value == "":
		return
	case filtered:
		value = filterNamed(filter)(x.r, x.call, value)
		x.consumed = x.consumed || name == "content"
	case name == "content":
		value = place
	default:
		value = x.call.shown(value)
	}
	x.out.WriteString(value)
	x.valued = x.valued || value != "" && !strings.HasPrefix(name, "=")
}

// link writes a link, or only its text where it leads nowhere.
func (x *expansion) link(target, label string) {
	url, _ := x.call.first(target)
	url = linkTarget(url)
	text, name := x.call.first(label)
	switch {
	case name == "content":
		text = place
	case text == "" && url != "":
		text = html.EscapeString(linkTitle(x.call, target))
	default:
		text = x.call.shown(text)
	}
	if url != "" {
		text = `<a href="` + html.EscapeString(url) + `">` + text + "</a>"
	}
	x.out.WriteString(text)
	x.valued = x.valued || text != ""
}
