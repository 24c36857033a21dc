package render

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// target returns the address that a value stands for, and the title that the site has for what is there: the value is
// an address, WPBakery's or Enfold's form of one, or the ID of an attachment or a post.
func (r *renderer) target(c call, value string) (address, title string) {
	if _, id, ok := strings.Cut(value, ","); ok && isWord(strings.TrimSpace(strings.TrimSuffix(value, ","+id))) {
		if isAddress(id) {
			return id, "" // manually,https://…
		}
		value = id // page,12
	}
	if id, ok := number(value); ok {
		return r.targetByID(c, id)
	}
	address = linkTarget(value)
	if a, ok := r.view.AttachmentByURL(address); ok && strings.HasPrefix(address, "?") {
		return r.view.AttachmentURL(a), wordpress.PlainText(a.Title)
	}
	return address, linkTitle(value)
}

// targetByID finds an attachment's file, the file of a post of a download plugin, or the page of a post.
func (r *renderer) targetByID(c call, id int64) (address, title string) {
	if strings.HasPrefix(c.name, "real3dflipbook") {
		return r.flipBook(id), ""
	}
	if a, ok := r.view.Attachment(id); ok {
		return r.view.AttachmentURL(a), firstOf(wordpress.PlainText(a.Title), path.Base(a.File))
	}
	ref := r.view.Reference(id)
	if file := r.view.LibraryURL(id); file != "" {
		return file, firstOf(ref.Title, fileName(file))
	}
	switch {
	case r.view.Library(id).Withheld != "":
		r.lose(finding.FileWithheld, fmt.Sprintf("[%s id=%d]", c.name, id))
	case !ref.Public:
		r.lose(finding.MediaMissing, fmt.Sprintf("attachment %d", id))
	}
	return ref.URL, firstOf(ref.Title, ref.URL)
}

// flipBook returns the file of a book of Real3D FlipBook, which keeps its books in options.
func (r *renderer) flipBook(id int64) string {
	stored, _ := r.view.Option(fmt.Sprintf("real3dflipbook_%d", id))
	book, err := wordpress.Unserialize(stored)
	file, _ := member(book.Value, "pdfUrl").(string)
	if err != nil || file == "" {
		r.lose(finding.MediaMissing, fmt.Sprintf("real3dflipbook %d", id))
	}
	return file
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
	if before, _, ok := strings.Cut(value, "|"); ok && isAddress(before) {
		return before // https://…|title|target
	}
	if lower := strings.ToLower(value); strings.HasPrefix(lower, "https%3a") || strings.HasPrefix(lower, "http%3a") {
		if target, err := url.PathUnescape(value); err == nil {
			return target
		}
	}
	if strings.HasPrefix(value, "title:") || strings.HasPrefix(value, "target:") || strings.HasPrefix(value, "||") {
		return "" // WPBakery's form without a URL
	}
	return value
}

// linkTitle is the text of a link of which only the target is known: its title, else the end of its path.
func linkTitle(value string) string {
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
