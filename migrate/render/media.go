package render

import (
	"fmt"
	"html"
	"path"
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
	alt := firstOf(c.value("alt"), c.value("title_text"))
	if a, ok := r.view.AttachmentByURL(value); ok && alt == "" {
		alt = wordpress.PlainText(a.Alt)
	}
	return imageElement(value, alt)
}

// fileValue links to the file that an ID or a URL names.
func (r *renderer) fileValue(c call, value string) string {
	title := firstOf(c.value("title"), c.value("name"), c.value("text"))
	id, isID := number(value)
	if isID {
		return r.fileByID(id, title)
	}
	if !strings.Contains(value, "/") && !strings.Contains(value, ".") {
		return ""
	}
	if a, ok := r.view.AttachmentByURL(value); ok && title == "" {
		title = wordpress.PlainText(a.Title)
	}
	return link(value, firstOf(title, fileName(value)))
}

// fileByID links to an attachment's file, or to the page of the post that stands for a file in a download plugin.
func (r *renderer) fileByID(id int64, title string) string {
	if a, ok := r.view.Attachment(id); ok {
		return link(r.view.AttachmentURL(a), firstOf(title, wordpress.PlainText(a.Title), path.Base(a.File)))
	}
	if ref := r.view.Reference(id); ref.Public {
		return link(ref.URL, firstOf(title, ref.Title, ref.URL))
	}
	r.lose(finding.MediaMissing, fmt.Sprintf("attachment %d", id))
	return html.EscapeString(title)
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
