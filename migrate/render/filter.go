package render

import (
	"encoding/base64"
	"encoding/json"
	"html"
	"net/url"
	"strings"
)

// filterNamed returns a filter of the template language: it turns a value into HTML.
//
//	link      the URL in it, escaped, for use in an attribute
//	heading   the element name of a heading: "h2" of "2", "h2" or "tag:h2|…"
//	html      HTML as it is
//	paragraphs HTML whose blank lines are paragraphs
//	encoded   HTML that is base64 or URL encoded
//	list      a list of labels with values, as WPBakery's charts have them
//	image     an image by its attachment's ID or its URL
//	images    a gallery by IDs
//	embed     a video or other embed by its URL
//	youtube   a video by its URL or its ID there; also vimeo
//	file      a link to a file by its URL or its attachment's ID
func filterNamed(name string) func(r *renderer, c call, value string) string {
	switch name {
	case "link":
		return func(_ *renderer, _ call, value string) string { return html.EscapeString(linkTarget(value)) }
	case "heading":
		return func(_ *renderer, _ call, value string) string { return headingName(value) }
	case "html":
		return func(_ *renderer, _ call, value string) string { return value }
	case "paragraphs":
		return func(_ *renderer, _ call, value string) string { return autop(value) }
	case "encoded":
		return func(_ *renderer, _ call, value string) string { return decodeMarkup(value) }
	case "list":
		return func(_ *renderer, _ call, value string) string { return labelledValues(value) }
	case "image":
		return (*renderer).imageValue
	case "images":
		return func(r *renderer, _ call, value string) string { return r.gallery(idList(value), "file") }
	case "embed":
		return func(r *renderer, _ call, value string) string { return r.embed(strings.TrimSpace(value)) }
	case "youtube":
		return func(r *renderer, _ call, value string) string {
			return r.embed(addressOf("https://www.youtube.com/watch?v=", value))
		}
	case "vimeo":
		return func(r *renderer, _ call, value string) string { return r.embed(addressOf("https://vimeo.com/", value)) }
	case "file":
		return (*renderer).fileValue
	}
	return func(_ *renderer, _ call, value string) string { return html.EscapeString(value) }
}

// addressOf returns the address of a video, which may be written as its ID alone.
func addressOf(base, value string) string {
	if strings.Contains(value, "/") {
		return value
	}
	return base + value
}

// linkTarget reads a link parameter: a URL, or WPBakery's form "url:http%3A%2F%2F…|title:…|target:…".
func linkTarget(value string) string {
	value = strings.TrimSpace(value)
	for part := range strings.SplitSeq(value, "|") {
		if encoded, ok := strings.CutPrefix(part, "url:"); ok {
			if target, err := url.PathUnescape(encoded); err == nil {
				return strings.TrimSpace(target)
			}
			return encoded
		}
	}
	if strings.HasPrefix(value, "title:") || strings.HasPrefix(value, "target:") || strings.HasPrefix(value, "||") {
		return "" // WPBakery's form without a URL
	}
	return value
}

// linkTitle is the text of a link of which only the target is known: its title, else the end of its path.
func linkTitle(c call, alternatives string) string {
	value, _ := c.first(alternatives)
	for part := range strings.SplitSeq(value, "|") {
		if encoded, ok := strings.CutPrefix(part, "title:"); ok {
			if title, err := url.PathUnescape(encoded); err == nil && !blank(title) {
				return strings.TrimSpace(title)
			}
		}
	}
	return fileName(linkTarget(value))
}

// fileName is the last part of a URL's path, decoded; the URL itself where there is none.
func fileName(target string) string {
	u, err := url.Parse(target)
	if err != nil {
		return target
	}
	if name := u.Path[strings.LastIndexByte(u.Path, '/')+1:]; name != "" {
		return name
	}
	return target
}

// headingName finds the level in "2", "h2" and "tag:h2|font_size:…". Where there is none, it is a paragraph.
func headingName(value string) string {
	value = strings.ToLower(value)
	if i := strings.Index(value, "tag:"); i >= 0 {
		value, _, _ = strings.Cut(value[i+len("tag:"):], "|")
	}
	value = strings.TrimPrefix(strings.TrimSpace(value), "h")
	if len(value) == 1 && '1' <= value[0] && value[0] <= '6' {
		return "h" + value
	}
	return "p"
}

// decodeMarkup reads HTML that a builder hid from WordPress's editor: base64, URL encoding, or one in the other.
func decodeMarkup(value string) string {
	value = strings.TrimSpace(value)
	if stripped, ok := strings.CutPrefix(value, "#E-8_"); ok {
		value = stripped
	}
	if decoded, err := base64.StdEncoding.DecodeString(value); err == nil {
		value = string(decoded)
	}
	if decoded, err := url.PathUnescape(value); err == nil {
		value = decoded
	}
	return strings.ToValidUTF8(value, "\ufffd")
}

// labelledValues reads WPBakery's parameter groups, URL-encoded JSON, for what they show.
func labelledValues(value string) string {
	decoded, err := url.PathUnescape(value)
	if err != nil {
		decoded = value
	}
	var rows []struct {
		Label, Title, Value, Text string
	}
	if json.Unmarshal([]byte(decoded), &rows) != nil {
		return ""
	}
	var b strings.Builder
	for _, row := range rows {
		text := strings.TrimSpace(strings.Join([]string{row.Label + row.Title, row.Value + row.Text}, " "))
		if text != "" {
			b.WriteString("<li>" + html.EscapeString(text) + "</li>")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "<ul>" + b.String() + "</ul>"
}
