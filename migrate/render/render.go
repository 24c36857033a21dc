package render

import (
	"strings"

	"golang.org/x/net/html"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/wordpress"
)

// Options says how a page is to be rendered. The zero Options renders as WordPress with the plugins whose shortcodes
// and blocks this package knows.
type Options struct {
	// Log takes the losses; the View's own log where it is nil.
	Log *finding.Log
	// Shortcode decides about a shortcode before anything else does. It may be nil, and returns the zero Policy for
	// shortcodes that it has no opinion of.
	Shortcode func(name string) Policy
}

// Post renders the content of a post as WordPress shows it on the post's own page, all pages of a paged post. The
// nodes of the page are the children of the returned element.
func Post(p *wordpress.Post, v *wordpress.View, o Options) *html.Node {
	r := newRenderer(p, v, o)
	return r.parse(r.content(r.source()))
}

// Fragment renders a piece of rich text that is not the content of a post, such as the value of an ACF editor field,
// with the same rules.
func Fragment(raw string, v *wordpress.View, o Options) *html.Node {
	r := newRenderer(&wordpress.Post{}, v, o)
	return r.parse(r.content(raw, true))
}

// renderer renders one post.
type renderer struct {
	post    *wordpress.Post
	view    *wordpress.View
	options Options
	log     *finding.Log

	patterns []int64 // the synced patterns that are being rendered, the outermost first
	showing  []int64 // the tables and templates that are being shown, the outermost first
	expanded int     // how many patterns were put into the page
	// expandedBytes is how long they were as stored.
	expandedBytes int
	told          int                       // how many losses were written down
	overrides     map[string]map[string]any // what the innermost pattern's instance says in place of its text
	cache         *embedCache
}

func newRenderer(p *wordpress.Post, v *wordpress.View, o Options) *renderer {
	r := &renderer{post: p, view: v, options: o, log: o.Log}
	if r.log == nil {
		r.log = v.Log
	}
	return r
}

// content turns stored content into the HTML of the page. Paragraphs are made of blank lines if they are wanted and the
// content is not made of blocks.
func (r *renderer) content(raw string, paragraphs bool) string {
	s := strings.ReplaceAll(raw, "\x00", "")
	s = r.embeds(s)
	hasBlocks := strings.Contains(s, blockMark)
	if hasBlocks {
		s = r.blocks(s)
	}
	s = r.typography(r.foreignShortcodes(s))
	if paragraphs && !hasBlocks {
		s = autop(s)
	}
	return r.coreShortcodes(s)
}

// lose writes down one loss.
func (r *renderer) lose(code finding.Code, detail string) { r.loseText(code, detail, "") }

// loseText writes down one loss and the stored content that goes with it.
func (r *renderer) loseText(code finding.Code, detail, content string) {
	r.told++
	r.log.LoseText(code, detail, 1, content)
}
