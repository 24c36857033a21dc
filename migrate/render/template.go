package render

import (
	"html"
	"strconv"
	"strings"
)

// call is one use of a shortcode.
type call struct {
	name       string
	attributes attributes
	content    string // as written; empty where the shortcode encloses nothing
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

// expansion is what takes the place of a shortcode: HTML before and after its content, which follows its own rules.
type expansion struct {
	before, after strings.Builder
	placed        bool // whether the content has its place, between before and after
	consumed      bool // whether the content was used as a value and must not show
	valued        bool // whether any placeholder had a value
}

func (x *expansion) write(s string) {
	if x.placed && !x.consumed {
		x.after.WriteString(s)
	} else {
		x.before.WriteString(s)
	}
}

// placeContent puts the content here. Content shows only once.
func (x *expansion) placeContent() {
	x.placed, x.valued = true, true
}

// join takes over what a part of the template came to.
func (x *expansion) join(part *expansion) {
	x.write(part.before.String())
	if part.placed && !x.placed {
		x.placed = true
	}
	x.consumed = x.consumed || part.consumed
	x.write(part.after.String())
	x.valued = x.valued || part.valued
}

// expand fills a template for one use of a shortcode.
func (r *renderer) expand(template string, c call) *expansion {
	x := &expansion{}
	r.expandInto(x, template, c)
	return x
}

func (r *renderer) expandInto(x *expansion, template string, c call) {
	for template != "" {
		i := strings.IndexAny(template, "{[")
		if i < 0 {
			x.write(template)
			return
		}
		x.write(template[:i])
		end := matching(template[i:])
		if end < 0 {
			x.write(template[i:])
			return
		}
		inside := template[i+1 : i+end]
		if template[i] == '{' {
			r.placeholder(x, inside, c)
		} else {
			part := &expansion{placed: x.placed, consumed: x.consumed}
			if x.placed {
				part = &expansion{}
			}
			r.expandInto(part, inside, c)
			if part.valued {
				x.join(part)
			}
		}
		template = template[i+end+1:]
	}
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
func (r *renderer) placeholder(x *expansion, inside string, c call) {
	if target, label, ok := strings.Cut(inside, " -> "); ok {
		r.placeLink(x, target, label, c)
		return
	}
	alternatives, filter, filtered := strings.Cut(inside, ":")
	value, name := c.first(alternatives)
	switch {
	case value == "":
		return
	case filtered:
		value = filterNamed(filter)(r, c, value)
		if name == "content" {
			x.placed, x.consumed = true, true
		}
	case name == "content":
		if !x.placed {
			x.placeContent()
		}
		return
	default:
		value = html.EscapeString(value)
	}
	if value != "" {
		x.valued = true
		x.write(value)
	}
}

// placeLink writes a link, or only its text where it leads nowhere.
func (r *renderer) placeLink(x *expansion, target, label string, c call) {
	url, _ := c.first(target)
	if url = linkTarget(url); url != "" {
		x.write(`<a href="` + html.EscapeString(url) + `">`)
	}
	text, name := c.first(label)
	switch {
	case name == "content" && !x.placed:
		x.placeContent()
	case text == "" && url != "":
		text = linkTitle(c, target)
		fallthrough
	case text != "":
		x.write(html.EscapeString(text))
		x.valued = true
	}
	if url != "" {
		x.write("</a>")
		x.valued = true
	}
}
