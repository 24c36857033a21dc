package render

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"wp2pub/migrate/finding"
)

// blocks turns content made of blocks into HTML.
func (r *renderer) blocks(s string) string {
	root, tooDeep := parseBlocks(s)
	r.log.Lose(finding.BlockDepth, fmt.Sprintf("blocks nested deeper than %d", maxBlockDepth), tooDeep)
	var out strings.Builder
	out.Grow(len(s))
	r.block(&out, root)
	return out.String()
}

// block renders one block: as it was saved, unless a server would have its say.
func (r *renderer) block(out *strings.Builder, b *block) {
	name := strings.TrimPrefix(b.name, "core/")
	switch {
	case b.name == "":
		r.parts(out, b)
	case b.concealed():
		r.loseBlock(finding.PostWithheld, b)
	case dynamicBlock(name):
		r.loseBlock(finding.BlockDynamic, b)
	case blockRenderers[name] != "":
		r.coreBlock(out, b, blockRenderers[name])
	case name != b.name || strings.HasPrefix(b.name, "core-embed/"):
		r.saved(out, b)
	default:
		r.foreignBlock(out, b)
	}
}

// saved renders a block as it was saved, with what the instance of a pattern says in place of its text.
func (r *renderer) saved(out *strings.Builder, b *block) {
	override := r.override(b)
	if override == nil {
		r.parts(out, b)
		return
	}
	var own strings.Builder
	r.parts(&own, b)
	out.WriteString(applyOverride(own.String(), override))
}

func (r *renderer) parts(out *strings.Builder, b *block) {
	for _, p := range b.parts {
		if p.inner != nil {
			r.block(out, p.inner)
		} else {
			out.WriteString(p.html)
		}
	}
}

// text returns the HTML of a block without the blocks in it.
func (b *block) text() string {
	var s strings.Builder
	for _, p := range b.parts {
		s.WriteString(p.html)
	}
	return s.String()
}

// loseBlock writes down the loss of a block, with the blocks in it.
func (r *renderer) loseBlock(code finding.Code, b *block) {
	var stored strings.Builder
	if r.log.Witness != nil {
		b.writeStored(&stored)
	}
	r.loseText(code, b.name, stored.String())
}

// writeStored writes all that a block stores: its attributes, its HTML, and the same of the blocks in it.
func (b *block) writeStored(out *strings.Builder) {
	out.WriteString(" " + html.EscapeString(b.attributes) + " ")
	for _, p := range b.parts {
		if p.inner != nil {
			p.inner.writeStored(out)
		} else {
			out.WriteString(p.html)
		}
	}
}

// decode reads the attributes that a renderer wants. Broken JSON leaves them empty.
func (b *block) decode(into any) {
	if b.attributes != "" {
		_ = json.Unmarshal([]byte(b.attributes), into) // what does not fit is as good as absent
	}
}
