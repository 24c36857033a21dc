package wordpress

import (
	"slices"
	"strings"
)

// shownTypes are post types without pages whose posts show inside others, where a shortcode or an element names them.
var shownTypes = []string{"tablepress_table", "elementor_library"}

// shownMeta are the keys of postmeta in which such posts keep what shows, and those of libraries what they stand for.
var shownMeta = append([]string{"_tablepress_table_options", "_tablepress_table_visibility"}, libraryMeta...)

// indexShown keeps what posts of those types show. Of a password, only that there is one is kept.
func (s *Site) indexShown(post int64, meta []Meta) {
	for _, m := range meta {
		if !slices.Contains(shownMeta, m.Key) {
			continue
		}
		if strings.HasSuffix(m.Key, "_password") && m.Value != "" {
			m.Value = "1"
		}
		s.shown[post] = append(s.shown[post], m)
	}
	if e, ok := s.Entry(post); ok && e.Type == "dlm_download_version" && e.Status == "publish" {
		s.versions[e.Parent] = append(s.versions[e.Parent], post)
	}
}

// Shown is what a page shows of another post.
type Shown struct {
	Type    string
	Content string // post_content
	Meta    []Meta // the keys that its plugin keeps it in
}

// Shown returns what a page shows of a post that has no page of its own, a table or a template, where a shortcode names it. It
// returns nothing of one that is not published or has a password.
func (v *View) Shown(id int64) (Shown, bool) {
	var shown Shown
	e, ok := v.site.Entry(id)
	if ok = ok && slices.Contains(shownTypes, e.Type) && e.Status == "publish" && !v.site.locked(e); ok {
		shown = Shown{e.Type, v.site.contents[id], v.site.shown[id]}
	}
	v.note("Shown", id, "", shown)
	return shown, ok
}

// decoded reads a value as PHP or JSON; it stays text where it is neither.
func decoded(stored string) any {
	if php, err := Unserialize(stored); err == nil {
		return php.Value
	}
	if value, err := DecodeJSON([]byte(stored)); err == nil {
		return value
	}
	return stored
}

// textsIn adds the texts within a value, in its order.
func textsIn(texts []string, value any) []string {
	switch v := value.(type) {
	case string:
		texts = append(texts, v)
	case []any:
		for _, element := range v {
			texts = textsIn(texts, element)
		}
	case Object:
		for _, member := range v {
			texts = textsIn(texts, member.Value)
		}
	}
	return texts
}
