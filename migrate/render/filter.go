package render

import (
	"bytes"
	"encoding/base64"
	"html"
	"net/url"
	"strings"
	"unicode/utf8"

	"wp2pub/migrate/wordpress"
)

// filterNamed returns a filter of the template language: nil where there is none of this name.
//
//	link      the URL in it, escaped, for use in an attribute
//	heading   the element name of a heading: "h2" of "2", "h2" or "tag:h2|…"
//	html      HTML as it is
//	paragraphs HTML whose blank lines are paragraphs
//	encoded   HTML that is base64 or URL encoded
//	table     a table as WPBakery packs it: rows between "|", URL-encoded cells between ","
//	list      a list of labels with values, as WPBakery's charts have them
//	image     an image by its attachment's ID or its URL
//	images    images by their attachments' IDs
//	files     a list of links to files by their attachments' IDs
//	embed     a video or other embed by its URL
//	youtube   a video by its URL or its ID there; also vimeo
//	number    the digits that it begins with
//	tablepress a table of TablePress by its number
//	template  a template of Elementor by its ID
//	siteorigin a widget of SiteOrigin, as its shortcode encloses it
func filterNamed(name string) filter {
	switch name {
	case "link":
		return plain(func(value string) string { return html.EscapeString(linkTarget(value)) })
	case "heading":
		return plain(headingName)
	case "html":
		return plain(func(value string) string { return value })
	case "paragraphs":
		return plain(autop)
	case "encoded":
		return plain(decodeMarkup)
	case "list":
		return plain(labelledValues)
	case "table":
		return plain(packedTable)
	case "number":
		return plain(leadingDigits)
	case "image":
		return (*renderer).imageValue
	case "images":
		return func(r *renderer, _ call, value string) string { return r.pictures(idList(value)) }
	case "files":
		return func(r *renderer, _ call, value string) string { return r.fileList(idList(value)) }
	case "embed":
		return func(r *renderer, _ call, value string) string { return r.embed(strings.TrimSpace(value)) }
	case "youtube":
		return func(r *renderer, _ call, value string) string {
			return r.embed(addressOf("https://www.youtube.com/watch?v=", value))
		}
	case "vimeo":
		return func(r *renderer, _ call, value string) string { return r.embed(addressOf("https://vimeo.com/", value)) }
	case "tablepress":
		return (*renderer).tablePress
	case "template":
		return (*renderer).shownTemplate
	case "siteorigin":
		return (*renderer).siteOriginWidget
	}
	return nil
}

// filter turns a value of a shortcode into HTML.
type filter func(r *renderer, c call, value string) string

// plain is a filter that needs nothing but the value.
func plain(f func(string) string) filter {
	return func(_ *renderer, _ call, value string) string { return f(value) }
}

// filterNames are all of them, for messages.
const filterNames = "embed, encoded, files, heading, html, image, images, link, list, number, paragraphs, siteorigin, table, tablepress, template, vimeo, youtube"

// addressOf returns the address of a video, which may be written as its ID alone.
func addressOf(base, value string) string {
	if strings.Contains(value, "/") {
		return value
	}
	return base + value
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
	value = decodeText(value)
	if decoded, err := url.PathUnescape(value); err == nil {
		value = decoded
	}
	return strings.ToValidUTF8(value, "\ufffd")
}

// decodeText reads base64. What is text already, though a short word may look like base64, stays.
func decodeText(value string) string {
	decoded, err := base64.StdEncoding.DecodeString(value)
	if err != nil || !utf8.Valid(decoded) || bytes.ContainsFunc(decoded, func(c rune) bool { return c < ' ' && !strings.ContainsRune(spaces, c) }) {
		return value
	}
	return string(decoded)
}

// labelledValues reads WPBakery's parameter groups, URL-encoded JSON, for what they show.
func labelledValues(value string) string {
	rows, _ := parameterGroup(value)
	var b strings.Builder
	for _, row := range rows {
		var texts []string
		for _, m := range objectOf(row) {
			if text, _ := m.Value.(string); !blank(text) && (m.Name == "value" || holdsText(m.Name, text)) {
				texts = append(texts, html.EscapeString(html.UnescapeString(strings.TrimSpace(text))))
			}
		}
		if len(texts) > 0 {
			b.WriteString("<li>" + strings.Join(texts, " ") + "</li>")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "<ul>" + b.String() + "</ul>"
}

// parameterGroup decodes a list of settings in an attribute.
func parameterGroup(value string) (rows []any, ok bool) {
	decoded, err := url.PathUnescape(value)
	if err != nil {
		decoded = value
	}
	data, err := wordpress.DecodeJSON([]byte(decoded))
	rows, ok = data.([]any)
	return rows, ok && err == nil
}

func leadingDigits(s string) string {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return s[:n]
}

// packedTable unpacks a table: rows between "|", cells between ",", each of them URL-encoded behind its format in brackets.
func packedTable(value string) string {
	var b strings.Builder
	b.WriteString("<table>")
	for row := range strings.SplitSeq(strings.TrimSpace(value), "|") {
		b.WriteString("<tr>")
		for cell := range strings.SplitSeq(row, ",") {
			if strings.HasPrefix(cell, "[") {
				_, cell, _ = strings.Cut(cell, "]")
			}
			if decoded, err := url.PathUnescape(cell); err == nil {
				cell = decoded
			}
			b.WriteString("<td>" + html.EscapeString(html.UnescapeString(strings.ToValidUTF8(cell, "\ufffd"))) + "</td>")
		}
		b.WriteString("</tr>")
	}
	return b.String() + "</table>"
}
