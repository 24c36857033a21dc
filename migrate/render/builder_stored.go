package render

import (
	"encoding/base64"
	"strings"
)

// thrive reads what Thrive Architect keeps: the page as HTML, with settings of its elements between marks in the text.
func (r *renderer) thrive(stored string) (string, bool) {
	const mark = "__CONFIG_"
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(stored, mark)
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		name, _, _ := strings.Cut(rest, "__")
		closing := name + "__" // __CONFIG_group__{…}__CONFIG_group__
		_, after, closed := strings.Cut(strings.TrimPrefix(rest, closing), mark+closing)
		if !closed {
			after = rest
		}
		stored = after
	}
}

// brizy reads what Brizy keeps: the page as HTML in base64, beside what it was made from. The post's content is a copy
// of it.
func (r *renderer) brizy(stored string) (string, bool) {
	if visible(r.post.Content) {
		return r.post.Content, true
	}
	page := member(decodedData(stored), "brizy-post")
	for _, name := range []string{"compiled_html", "compiled_html_body"} {
		encoded, _ := member(page, name).(string)
		if decoded, err := base64.StdEncoding.DecodeString(encoded); err == nil && len(decoded) > 0 {
			text := string(decoded)
			if _, body, ok := strings.Cut(text, "<body"); ok {
				text = "<div" + strings.ReplaceAll(body, "</body>", "</div>")
			}
			return strings.ReplaceAll(text, "</html>", ""), true
		}
	}
	return "", false
}
