package survey

import (
	"slices"
	"strings"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// addMeta counts the meta values of a post that are not ACF's: neither a value with the key of its field beside it, nor
// such a key.
func (c *Collector) addMeta(at *place, post *wordpress.Post) {
	fields := map[string]bool{}
	for _, m := range post.Meta {
		if name, ok := strings.CutPrefix(m.Key, "_"); ok && strings.HasPrefix(m.Value, "field_") {
			fields[name], fields[m.Key] = true, true
		}
	}
	for _, m := range post.Meta {
		if m.Key == "" || fields[m.Key] || strings.TrimSpace(m.Value) == "" {
			continue
		}
		c.useMeta(m)
		n := c.names.at(mapping.Path{"meta", family(m.Key)})
		if n != nil && n.Plugin == "" {
			n.Plugin = pluginOfMeta(m.Key)
		}
		c.addStored(at, n, wordpress.Decode(m.Value, "", &finding.Log{}))
	}
}

// addStored counts a meta value: of a list each element, of other data that it is some.
func (c *Collector) addStored(at *place, n *name, value any) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			c.addStored(at, n, element)
		}
	case wordpress.Object:
		at.note(n, ShapeObject, "")
	default:
		if mapping.Empty(v) {
			return
		}
		text, _ := mapping.Words(v)
		at.note(n, shapeOf(v), text)
	}
}

// useMeta takes into account the files that a meta value names: its address, or an ID under a key that speaks of files.
func (c *Collector) useMeta(m wordpress.Meta) {
	if strings.Contains(m.Value, "://") || slices.ContainsFunc(wordsOf(m.Key), func(word string) bool { return slices.Contains(fileWords, word) }) {
		c.useStored(m.Value)
	}
}

// fileWords are the words in the keys under which plugins and themes keep IDs of files.
var fileWords = strings.Fields("thumbnail thumb image images img icon logo cover photo photos picture pictures gallery file files pdf document documents attachment attachments media download downloads video audio background banner slide poster")

// family is a key, or what keys share that end in a hash or in the ID of something: "_oembed_*".
func family(key string) string {
	at := strings.LastIndexAny(key, "_-")
	tail := key[at+1:]
	if at < 1 || len(tail) < 8 || strings.Trim(tail, "0123456789abcdefABCDEF") != "" || !strings.ContainsAny(tail, "0123456789") {
		return key
	}
	return key[:at+1] + "*"
}
