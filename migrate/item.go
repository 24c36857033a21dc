package migrate

import (
	"strings"

	"golang.org/x/net/html"

	"wp2pub/mapping"
	"wp2pub/migrate/clean"
	"wp2pub/migrate/facts/download"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/render"
	"wp2pub/migrate/report"
	"wp2pub/migrate/wordpress"
)

// item is a post as the mapping sees it. Each value is worked out when first asked for: a mapping that names no body
// renders none. An item belongs to one goroutine.
type item struct {
	run   *engine
	post  *wordpress.Post
	view  *wordpress.View
	log   *finding.Log
	cache map[string]cached
	pages map[string]*page
	// rendered is the page before it is cleaned, and part the piece of it that was cleaned last.
	rendered *page
	part     struct {
		key  partKey
		page *page
	}
	// cleaned are the texts that cleaning has looked at already.
	cleaned map[string]bool
	// languages are those that pieces of the page are written in, as far as they were asked for; nil is the whole page.
	languages map[*html.Node]read
	// versions are the post in the languages that it is written in, where these are several; this one is in spoken.
	versions []*item
	spoken   string
	// watched says which steps towards the body are noted.
	watched watching
}

type cached struct {
	value mapping.Value
	err   error
}

// page is the rendered and cleaned body.
type page struct {
	root  *html.Node
	log   *finding.Log
	steps []report.Step // how it came about; only of a watched item
	// offers are the links that say by themselves that a file lies behind them.
	offers download.Offers
}

func newItem(post *wordpress.Post, run *engine) *item {
	view := run.site.View()
	it := &item{run: run, post: post, view: view, log: view.Log, cache: map[string]cached{}, pages: map[string]*page{}, cleaned: map[string]bool{}}
	it.speak()
	return it
}

// Value returns what a path names, following the names table.
func (it *item) Value(path mapping.Path) (mapping.Value, error) {
	if len(path) == 0 {
		return nil, nil
	}
	known, rest := 1, path[1:]
	name, ok := names[path[0]]
	if !ok && len(path) > 1 {
		name, ok = names[path[0]+"."+path[1]]
		known, rest = 2, path[2:]
	}
	if !ok {
		return nil, nil
	}
	if name.open && len(rest) > 0 {
		known, rest = known+1, rest[1:]
	}
	key := strings.Join(path[:known], ".")
	c, done := it.cache[key]
	if !done {
		argument := ""
		if name.open && known > 1 {
			argument = path[known-1]
		}
		c.value, c.err = name.read(it, argument)
		if typed[path[0]] && c.err == nil {
			c.value = it.typedValue(key, c.value)
		}
		it.cache[key] = c
	}
	return inside(c.value, rest), c.err
}

// inside follows a path into a value; over a list, into every element.
func inside(value mapping.Value, path mapping.Path) mapping.Value { return mapping.Inside(value, path) }

// page renders and cleans the body once for each list of what is to be dropped from it. What the body of the record
// loses is written into its own log, and reaches the record only if that body does.
func (it *item) page(drop []string) *page {
	key := strings.Join(drop, "\n")
	if p := it.pages[key]; p != nil {
		return p
	}
	log := &finding.Log{}
	var w *watcher
	if it.watched != noStep {
		w = watch(it.watched, log, it.post.Content)
	}
	root := render.Post(it.post, it.view, render.Options{Log: log, Shortcode: it.run.shortcode})
	w.rendered(root)
	cleaning := it.cleaning("body", log, it.run.selectors(drop))
	cleaning.Observe, cleaning.Offers = w.observer(), download.Offers{}
	clean.Tree(root, cleaning)
	it.dropCitations(root, drop, log)
	p := &page{root, log, w.all(), cleaning.Offers}
	it.pages[key] = p
	return p
}

// public is the stored content of the post without what its page shows to some visitors only.
func (it *item) public() string {
	return render.Shown(it.post, it.view, render.Options{Shortcode: it.run.shortcode})
}

// rich renders and cleans a piece of HTML that an editor wrote into a field.
func (it *item) rich(field, raw string) string {
	out := clean.HTML(it.fragment(field, raw))
	it.cleaned[out] = true
	return out
}

func (it *item) fragment(field, raw string) *html.Node {
	root := render.Fragment(raw, it.view, render.Options{Log: it.log, Shortcode: it.run.shortcode})
	clean.Tree(root, it.cleaning(field, it.log, nil))
	return root
}

// cleaning is what cleaning a text of this post works with.
func (it *item) cleaning(field string, log *finding.Log, drop []clean.Selector) *clean.Context {
	return &clean.Context{View: it.view, Log: log, Field: field, Base: it.view.Permalink(it.post.ID), Drop: drop, RepairEncoding: it.run.options.RepairEncoding}
}
