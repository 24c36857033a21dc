package render

import (
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// Shown returns the stored content of a post without the blocks and shortcodes whose content anonymous visitors do not see. It is for
// those who read what is stored: the marks of blocks may be gone, shortcodes still stand in it.
func Shown(p *wordpress.Post, v *wordpress.View, o Options) string {
	o.Log = &finding.Log{} // the body tells of what is withheld
	return newRenderer(p, v, o).shown(p.Content)
}

func (r *renderer) shown(content string) string {
	if strings.Contains(content, blockMark) {
		if root, _ := parseBlocks(content); root.holdsConcealed() {
			var out strings.Builder
			root.writeShown(&out)
			content = out.String()
		}
	}
	w, code := shortcodesOf(content)
	for i := range w.tags {
		t := &w.tags[i]
		if t.start >= w.at && !t.closing && t.partner >= 0 && w.escapedEnd(i) == 0 && r.template(t, code.covers(t.start)) == secret {
			w.put(t, " ", w.tags[t.partner].end)
		}
	}
	return w.whole()
}

// holdsConcealed reports whether a block, or one within it, is concealed.
func (b *block) holdsConcealed() bool {
	if b.concealed() {
		return true
	}
	for _, p := range b.parts {
		if p.inner != nil && p.inner.holdsConcealed() {
			return true
		}
	}
	return false
}

// writeShown writes the HTML of a block and of those in it that are not concealed.
func (b *block) writeShown(out *strings.Builder) {
	if b.concealed() {
		return
	}
	for _, p := range b.parts {
		if p.inner != nil {
			p.inner.writeShown(out)
		} else {
			out.WriteString(p.html)
		}
	}
}
