package render

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// image returns the element that shows an attachment.
func (r *renderer) image(a *wordpress.Attachment) string {
	return imageElement(r.view.AttachmentURL(a), wordpress.PlainText(a.Alt))
}

func imageElement(src, alt string) string {
	return `<img src="` + html.EscapeString(src) + `" alt="` + html.EscapeString(strings.TrimSpace(alt)) + `" />`
}

// imageValue shows the image that an ID or a URL names.
func (r *renderer) imageValue(c call, value string) string {
	if id, _, ok := strings.Cut(value, ":"); ok && leadingDigits(id) == id {
		value = id // 12:full
	}
	value, _, _ = strings.Cut(value, "|") // 12|full
	if id, ok := number(value); ok {
		if a, ok := r.view.Attachment(id); ok {
			return r.image(a)
		}
		r.lose(finding.MediaMissing, fmt.Sprintf("attachment %d", id))
		return ""
	}
	if strings.Contains(value, "<img") {
		return value
	}
	if !strings.ContainsAny(value, "/.") {
		return "" // no address
	}
	alt := firstOf(c.value("alt"), c.value("title_text"))
	if a, ok := r.view.AttachmentByURL(value); ok && alt == "" {
		alt = wordpress.PlainText(a.Alt)
	}
	return imageElement(value, alt)
}

func link(target, text string) string {
	return `<a href="` + html.EscapeString(target) + `">` + html.EscapeString(text) + `</a>`
}

// gallery shows images one after the other, each a figure with its caption. Linked is what the images link to, as in
// the shortcode: "file", "none", or the attachment's page.
func (r *renderer) gallery(ids []int64, linked string) string {
	var b strings.Builder
	for _, id := range ids {
		a, ok := r.view.Attachment(id)
		if !ok {
			r.lose(finding.MediaMissing, fmt.Sprintf("attachment %d", id))
			continue
		}
		if !strings.HasPrefix(a.MIMEType, "image/") {
			continue
		}
		picture := r.image(a)
		switch linked {
		case "none":
		case "file":
			picture = `<a href="` + html.EscapeString(r.view.AttachmentURL(a)) + `">` + picture + `</a>`
		default:
			picture = `<a href="` + html.EscapeString(r.view.Permalink(id)) + `">` + picture + `</a>`
		}
		b.WriteString("<figure>" + picture)
		if !blank(a.Caption) {
			b.WriteString("<figcaption>" + a.Caption + "</figcaption>")
		}
		b.WriteString("</figure>\n")
	}
	return b.String()
}

// pictures shows images as builders' galleries do: without captions, each with a link to its file.
func (r *renderer) pictures(ids []int64) string {
	var b strings.Builder
	for _, id := range ids {
		if a, ok := r.view.Attachment(id); !ok {
			r.lose(finding.MediaMissing, fmt.Sprintf("attachment %d", id))
		} else if strings.HasPrefix(a.MIMEType, "image/") {
			b.WriteString(`<figure><a href="` + html.EscapeString(r.view.AttachmentURL(a)) + `">` + r.image(a) + "</a></figure>\n")
		}
	}
	return b.String()
}

// fileList shows files as links, each with its title.
func (r *renderer) fileList(ids []int64) string {
	var b strings.Builder
	for _, id := range ids {
		address, title := r.targetByID(call{}, id)
		if address != "" {
			b.WriteString("<li>" + link(address, title) + "</li>")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "<ul>" + b.String() + "</ul>"
}

// idList reads the IDs of "12, 13,14".
func idList(s string) []int64 {
	var ids []int64
	for part := range strings.FieldsFuncSeq(s, func(c rune) bool { return c == ',' || c == ' ' || c == '|' }) {
		if id, ok := number(part); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// number reads a positive ID.
func number(s string) (int64, bool) {
	id, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	return id, err == nil && id > 0
}

func firstOf(values ...string) string {
	for _, value := range values {
		if !blank(value) {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
