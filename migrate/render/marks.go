package render

import (
	"cmp"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// Mark is a shortcode or a block of which a page is made.
type Mark struct {
	Name     string // of a block with its namespace: "core/paragraph"
	Count    int
	Rendered bool // every one of them shows what it shows on the site
}

// Marks returns the shortcodes and the blocks that the content of a post names, by name: those that Post renders, those
// whose output depends on the visitor or on a query, and those of which nothing is known.
func Marks(p *wordpress.Post, v *wordpress.View) (shortcodes, blocks []Mark) {
	r := newRenderer(p, v, Options{Log: &finding.Log{}})
	content, _ := r.source()
	if strings.Contains(content, blockMark) {
		root, _ := parseBlocks(content)
		blocks = markBlocks(nil, root)
	}
	return sumUp(r.markShortcodes(r.divi(content))), sumUp(blocks)
}

// sumUp makes one of the marks that share a name.
func sumUp(marks []Mark) []Mark {
	slices.SortFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Name, b.Name) })
	sums := marks[:0]
	for _, m := range marks {
		if n := len(sums); n > 0 && sums[n-1].Name == m.Name {
			sums[n-1].Count += m.Count
			sums[n-1].Rendered = sums[n-1].Rendered && m.Rendered
			continue
		}
		sums = append(sums, m)
	}
	return sums
}

func (r *renderer) markShortcodes(s string) []Mark {
	w, code := shortcodesOf(s)
	var marks []Mark
	for i := range w.tags {
		t := &w.tags[i]
		if t.closing || w.escapedEnd(i) > 0 {
			continue
		}
		if coreNames[t.name] || t.name == "embed" {
			marks = append(marks, Mark{t.name, 1, true})
			continue
		}
		switch template := r.template(t, code.covers(t.start)); template {
		case "":
		case dynamic, secret, dropped, unknown:
			marks = append(marks, Mark{t.name, 1, false})
		default:
			marks = append(marks, Mark{t.name, 1, true})
		}
	}
	return marks
}

func markBlocks(marks []Mark, b *block) []Mark {
	if b.name != "" {
		marks = append(marks, Mark{b.name, 1, b.rendered()})
	}
	for _, p := range b.parts {
		if p.inner != nil {
			marks = markBlocks(marks, p.inner)
		}
	}
	return marks
}

// rendered reports whether a block shows what it shows on the site.
func (b *block) rendered() bool {
	name := strings.TrimPrefix(b.name, "core/")
	switch {
	case b.concealed(), dynamicBlock(name):
		return false
	case name == "legacy-widget":
		var a struct{ IDBase string }
		b.decode(&a)
		return isTextWidget(a.IDBase)
	case name != b.name, strings.HasPrefix(b.name, "core-embed/"):
		return true
	}
	return b.holdsBlocks() || visible(b.text())
}
