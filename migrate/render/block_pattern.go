package render

import (
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"

	"wp2pub/migrate/finding"
)

// One page may show so many synced patterns, and so many bytes of them, before no further one is put in: patterns that hold
// each other twice grow without end long before they close a circle.
const (
	maxPatterns     = 500
	maxPatternBytes = 2 << 20
)

// pattern puts a synced pattern in its place, with its own embeds and blocks. A pattern that contains itself is cut
// where the circle closes.
func (r *renderer) pattern(out *strings.Builder, b *block) {
	var a struct {
		Ref                postID
		Content, Overrides map[string]map[string]any
	}
	b.decode(&a)
	said := a.Content
	if said == nil {
		said = a.Overrides // what it was called before WordPress 6.6
	}
	for name, of := range said {
		if values, ok := of["values"].(map[string]any); ok { // as it was stored then, too
			said[name] = values
		}
	}
	ref := int64(a.Ref)
	detail := fmt.Sprintf("pattern %d", ref)
	if slices.Contains(r.patterns, ref) || r.expanded >= maxPatterns || r.expandedBytes > maxPatternBytes {
		r.lose(finding.BlockCycle, detail)
		return
	}
	content, ok := r.view.Pattern(ref)
	if !ok {
		r.lose(finding.PatternMissing, detail)
		return
	}
	r.expanded++
	r.expandedBytes += len(content)
	outer := r.overrides
	r.patterns, r.overrides = append(r.patterns, ref), said
	out.WriteString(r.blocks(r.embeds(strings.ReplaceAll(content, "\x00", ""))))
	r.patterns, r.overrides = r.patterns[:len(r.patterns)-1], outer
}

// postID is the ID of a post in the attributes of a block: a number, or one in quotes, which WordPress takes as well.
type postID int64

// UnmarshalJSON reads an ID; what is none becomes 0.
func (id *postID) UnmarshalJSON(data []byte) error {
	n, err := strconv.ParseFloat(strings.Trim(string(data), `"`), 64)
	if err != nil || n < 1 || n > 1<<53 {
		n = 0
	}
	*id = postID(n)
	return nil
}

// override returns what the instance of the pattern around a block says of it: attributes by name, nil where nothing.
func (r *renderer) override(b *block) map[string]any {
	if len(r.overrides) == 0 || !strings.Contains(b.attributes, "core/pattern-overrides") {
		return nil
	}
	var a struct{ Metadata struct{ Name string } }
	b.decode(&a)
	return r.overrides[a.Metadata.Name]
}

// applyOverride puts other text, another image or another address into the saved HTML of a block.
func applyOverride(saved string, override map[string]any) string {
	said := func(names ...string) (string, bool) {
		for _, name := range names {
			if value, ok := override[name].(string); ok {
				return value, true
			}
		}
		return "", false
	}
	if text, ok := said("content", "text"); ok {
		saved = replaceText(saved, text)
	}
	for _, place := range [][3]string{{"img", "src", "url"}, {"a", "href", "url"}, {"img", "alt", "alt"}} {
		if value, ok := said(place[2]); ok {
			saved = setTagAttribute(saved, place[0], place[1], value)
		}
	}
	if value, ok := said("caption"); ok && strings.Contains(saved, "<figcaption") {
		start := strings.Index(saved, "<figcaption")
		saved = saved[:start] + replaceText(saved[start:], value)
	}
	return saved
}

// replaceText replaces what the first element of a block encloses; of several around the text, the innermost.
func replaceText(saved, text string) string {
	at, start, name := 0, -1, ""
	for p := range pieces(saved, true) {
		tag, end := tagName(p.raw)
		if p.tag && end || !p.tag && !blank(p.raw) {
			break
		}
		at += len(p.raw)
		if p.tag && tag != "" {
			start, name = at, tag
		}
	}
	closing := strings.LastIndex(saved, "</"+name+">")
	if start < 0 || closing < start {
		return saved
	}
	return saved[:start] + text + saved[closing:]
}

// setTagAttribute gives the first tag of a name in saved HTML another value of an attribute.
func setTagAttribute(saved, tag, attribute, value string) string {
	at := 0
	for p := range pieces(saved, true) {
		if name, end := tagName(p.raw); p.tag && !end && name == tag {
			return saved[:at] + withAttribute(p.raw, attribute, html.EscapeString(value)) + saved[at+len(p.raw):]
		}
		at += len(p.raw)
	}
	return saved
}

func withAttribute(tag, attribute, value string) string {
	mark := " " + attribute + `="`
	start := strings.Index(tag, mark)
	if start < 0 {
		name, _ := tagName(tag)
		return tag[:1+len(name)] + mark + value + `"` + tag[1+len(name):]
	}
	start += len(mark)
	end := strings.IndexByte(tag[start:], '"')
	if end < 0 {
		return tag
	}
	return tag[:start] + value + tag[start+end:]
}
