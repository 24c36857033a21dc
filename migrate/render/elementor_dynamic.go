package render

import (
	"encoding/json"
	"net/url"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// elementorDynamic puts the values of dynamic tags in place of the settings that they stand for: Elementor looks them
// up when it shows the page. What is not known here leaves the setting empty, with a loss.
func (r *renderer) elementorDynamic(settings wordpress.Object) wordpress.Object {
	tags, _ := member(settings, "__dynamic__").(wordpress.Object)
	if len(tags) == 0 {
		return settings
	}
	changed := make(wordpress.Object, 0, len(settings)+len(tags))
	for _, s := range settings {
		if member(tags, s.Name) == nil && s.Name != "__dynamic__" {
			changed = append(changed, s)
		}
	}
	for _, t := range tags {
		tag, _ := t.Value.(string)
		if value := r.elementorTag(tag); value != nil {
			changed = append(changed, wordpress.Object{{Name: t.Name, Value: value}}...)
		}
	}
	return changed
}

// elementorTag looks up a dynamic tag, [elementor-tag name="…" settings="…"]: nil where nothing is known of it. An
// address is an Object, as in other settings.
func (r *renderer) elementorTag(tag string) any {
	a := parseAttributes(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(tag), "[elementor-tag"), "]"))
	name := a.get("name")
	encoded, err := url.PathUnescape(a.get("settings"))
	var settings struct {
		Before, After, Fallback, Key, Type, Custom_key string
		Post_id, Attachment                            any
	}
	if err == nil {
		_ = json.Unmarshal([]byte(encoded), &settings) // what does not fit is as good as absent
	}
	value := ""
	switch name {
	case "post-title", "page-title":
		value = wordpress.PlainText(r.post.Title)
	case "site-title":
		stored, _ := r.view.Option("blogname")
		value = wordpress.PlainText(stored)
	case "site-tagline":
		stored, _ := r.view.Option("blogdescription")
		value = wordpress.PlainText(stored)
	case "post-excerpt":
		value = r.post.Excerpt
	case "site-url":
		return address(r.view.Setup().Home)
	case "post-url":
		return address(r.view.Permalink(r.post.ID))
	case "internal-url":
		if id, ok := idOf(settings.Post_id); ok {
			return address(r.view.Reference(id).URL)
		}
	case "acf-text", "acf-number", "acf-url", "post-custom-field", "jet-post-custom-field":
		key := firstOf(settings.Custom_key, settings.Key)
		if _, named, ok := strings.Cut(key, ":"); ok {
			key = named // field_5f…:name
		}
		if key != "" && !strings.HasPrefix(key, "_") {
			value, _ = r.post.MetaValue(key)
		}
		if name == "acf-url" {
			return address(value)
		}
	}
	if value = firstOf(value, settings.Fallback); value == "" {
		r.lose(finding.BlockDynamic, "elementor "+firstOf(name, "tag"))
		return nil
	}
	return settings.Before + value + settings.After
}

func address(url string) wordpress.Object { return wordpress.Object{{Name: "url", Value: url}} }

// idOf reads an ID that may be written as a text.
func idOf(value any) (int64, bool) {
	switch v := value.(type) {
	case string:
		return number(v)
	case int64:
		return v, v > 0
	case float64:
		return int64(v), v >= 1
	}
	return 0, false
}
