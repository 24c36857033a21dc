package render

import (
	"encoding/base64"
	"encoding/json"
	"html"
	"net/url"
	"strings"
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
//	embed     a video or other embed by its URL
//	youtube   a video by its URL or its ID there; also vimeo
//	number    the digits that it begins with
//	tablepress a table of TablePress by its number
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
const filterNames = "embed, encoded, heading, html, image, images, link, list, number, paragraphs, table, tablepress, vimeo, youtube"

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
