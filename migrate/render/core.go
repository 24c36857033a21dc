package render

import (
	"html"
	"path"
	"slices"
	"strconv"
	"strings"

	"wp2pub/migrate/wordpress"
)

// coreNames are the shortcodes of WordPress itself, but for embed, whose turn comes before the paragraphs.
var coreNames = nameSet("caption wp_caption gallery playlist audio video")

// coreShortcodes puts HTML in the place of WordPress's own shortcodes. A paragraph that holds nothing but a shortcode
// goes with it.
func (r *renderer) coreShortcodes(s string) string {
	tags := slices.DeleteFunc(brackets(s), func(b bracket) bool { return !coreNames[b.name] })
	if len(tags) == 0 {
		return s
	}
	pairFirst(tags)
	var b strings.Builder
	at := 0
	for i, t := range tags {
		if t.start < at || t.closing {
			continue
		}
		c := call{name: t.name, attributes: parseAttributes(t.attributes)}
		end := t.end
		if t.partner >= 0 {
			c.content = s[tags[i].end:tags[t.partner].start]
			end = tags[t.partner].end
		}
		if strings.HasSuffix(t.name, "caption") {
			c.attributes = storedAttributes(t.attributes) // the old form of a caption stands in one, as HTML
		}
		before, next := s[at:t.start], end
		if opened, ok := strings.CutSuffix(strings.TrimRight(before, spaces), "<p>"); ok {
			if rest, closed := strings.CutPrefix(strings.TrimLeft(s[end:], spaces), "</p>"); closed {
				before, next = opened, len(s)-len(rest)
			}
		}
		b.WriteString(before)
		b.WriteString(r.coreShortcode(c))
		at = next
	}
	b.WriteString(s[at:])
	return b.String()
}

func (r *renderer) coreShortcode(c call) string {
	switch c.name {
	case "gallery":
		return r.galleryShortcode(c)
	case "playlist":
		return r.playlist(c)
	case "audio", "video":
		return r.player(c)
	}
	return r.caption(c)
}

// caption makes a figure of an image and its caption, which stands behind the image or in an attribute. Without
// a width or a caption, WordPress shows the content alone.
func (r *renderer) caption(c call) string {
	content := r.coreShortcodes(c.content)
	text := c.attributes.get("caption")
	picture := content
	if text == "" {
		end := imageEnd(content)
		picture, text = content[:end], content[end:]
		if end == 0 {
			picture, text = content, ""
		}
	}
	width, _ := strconv.Atoi(strings.TrimRight(c.attributes.get("width"), "px "))
	if width < 1 || blank(text) {
		return content
	}
	return "<figure>" + picture + "<figcaption>" + strings.Trim(text, spaces) + "</figcaption></figure>"
}

// imageEnd returns where the first image ends, together with the link around it: 0 where there is none.
func imageEnd(s string) int {
	at, end := 0, 0
	linked := false
	for p := range pieces(s, true) {
		at += len(p.raw)
		name, closing := tagName(p.raw)
		switch {
		case !p.tag && end > 0 && !blank(p.raw):
			return end
		case p.tag && end > 0:
			if linked && closing && strings.EqualFold(name, "a") {
				return at
			}
			return end
		case p.tag && strings.EqualFold(name, "img"):
			end = at
		case p.tag && strings.EqualFold(name, "a"):
			linked = !closing
		}
	}
	return end
}

// galleryShortcode shows the images that ids or include name, or the post's own.
func (r *renderer) galleryShortcode(c call) string {
	ids := idList(firstOf(c.attributes.get("ids"), c.attributes.get("include")))
	if len(ids) == 0 {
		ids = r.attached(c, "image/")
	}
	order(ids, c.attributes, r.view)
	return r.gallery(ids, c.attributes.get("link"))
}

// attached returns the attachments of the post, or of the post that the shortcode names, of one kind.
func (r *renderer) attached(c call, mime string) []int64 {
	parent := r.post.ID
	if id, ok := number(c.attributes.get("id")); ok {
		parent = id
		if ref := r.view.Reference(id); id != r.post.ID && !ref.Public {
			return nil
		}
	}
	if parent == 0 {
		return nil
	}
	without := idList(c.attributes.get("exclude"))
	return slices.DeleteFunc(slices.Clone(r.view.Children(parent)), func(id int64) bool {
		a, ok := r.view.Attachment(id)
		return !ok || !strings.HasPrefix(a.MIMEType, mime) || slices.Contains(without, id)
	})
}

// order sorts IDs as the attributes orderby and order say. Random order is left as it is.
func order(ids []int64, l attributes, v *wordpress.View) {
	descending := strings.EqualFold(l.get("order"), "DESC")
	switch by := strings.ToLower(l.get("orderby")); by {
	case "id":
		slices.Sort(ids)
	case "title":
		title := func(id int64) string {
			if a, ok := v.Attachment(id); ok {
				return strings.ToLower(a.Title)
			}
			return ""
		}
		slices.SortStableFunc(ids, func(a, b int64) int { return strings.Compare(title(a), title(b)) })
	case "rand":
		return
	}
	if descending && (l.get("ids") == "" || l.get("orderby") != "") {
		slices.Reverse(ids)
	}
}

// playlist shows each track as a figure with a player and its title.
func (r *renderer) playlist(c call) string {
	kind := "audio"
	if c.attributes.get("type") == "video" {
		kind = "video"
	}
	ids := idList(firstOf(c.attributes.get("ids"), c.attributes.get("include")))
	if len(ids) == 0 {
		ids = r.attached(c, kind+"/")
	}
	order(ids, c.attributes, r.view)
	var b strings.Builder
	for _, id := range ids {
		a, ok := r.view.Attachment(id)
		if !ok || !strings.HasPrefix(a.MIMEType, kind+"/") {
			continue
		}
		src := html.EscapeString(r.view.AttachmentURL(a))
		title := firstOf(wordpress.PlainText(a.Title), path.Base(a.File))
		b.WriteString("<figure><" + kind + ` controls="controls" src="` + src + `"></` + kind + "><figcaption>" + html.EscapeString(title) + "</figcaption></figure>\n")
	}
	return b.String()
}

var mediaExtensions = map[string][]string{
	"audio": {"mp3", "ogg", "flac", "m4a", "wav"},
	"video": {"mp4", "m4v", "webm", "ogv", "flv"},
}

// player shows the audio or video file that src or an attribute of the file's type names, else the first of the
// post's own. For those who can't play it, the address is its text, as WordPress has it.
func (r *renderer) player(c call) string {
	src := c.attributes.get("src")
	for _, extension := range mediaExtensions[c.name] {
		src = firstOf(src, c.attributes.get(extension))
	}
	if src == "" {
		for _, id := range r.attached(call{}, c.name+"/") {
			if a, ok := r.view.Attachment(id); ok {
				src = r.view.AttachmentURL(a)
				break
			}
		}
	}
	if src == "" {
		return c.content
	}
	address := html.EscapeString(src)
	if !playable(src, c.name) && !strings.Contains(src, "youtu") && !strings.Contains(src, "vimeo.com") {
		return link(src, src)
	}
	poster := ""
	if image := c.attributes.get("poster"); image != "" {
		poster = ` poster="` + html.EscapeString(image) + `"`
	}
	return "<" + c.name + ` controls="controls"` + poster + `><source src="` + address + `" />` + strings.TrimSpace(c.content) + link(src, src) + "</" + c.name + ">"
}

// playable reports whether a URL names a file that WordPress's player takes.
func playable(src, kind string) bool {
	src, _, _ = strings.Cut(src, "?")
	extension := strings.ToLower(strings.TrimPrefix(path.Ext(src), "."))
	return slices.Contains(mediaExtensions[kind], extension)
}
