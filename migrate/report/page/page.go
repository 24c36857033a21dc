// Package page writes a report as one HTML page for people: a verdict, charts, lists, and posts before and after.
//
// The page is whole in itself. It loads nothing, and its policy forbids that anything be loaded; its one script is named
// by its digest. What comes from posts is shown as text, or inert (inert.go) in frames that may neither run nor load
// anything. The lists of a large site lie in the page compressed (pack.go), and the script shows a part of them at a
// time. The same report gives the same bytes.
package page

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"

	"wp2pub/migrate/report"
)

// Options say what kind of run the page tells of.
type Options struct {
	Dry bool // nothing was written
}

// say chooses between what would be and what is.
func (o Options) say(dry, done string) string {
	if o.Dry {
		return dry
	}
	return done
}

//go:embed assets/page.html
var pageHTML string

//go:embed assets/page.css
var pageCSS string

//go:embed assets/page.js
var pageJS string

//go:embed assets/preview.css
var previewCSS string

// page is parsed by the first run that writes one.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"grouped": grouped, "counted": counted, "percent": percent,
	}).Parse(pageHTML))
})

// view is what the page's template shows.
type view struct {
	*report.Report
	Options
	Policy, Style, Script template.HTML

	Head     head
	Flow     flow
	Years    years
	Coverage []coverage
	Lost     []noted
	Doubtful []noted
	Changed  []changed
	Listed   int // records and rows in the list
	Listable int // that there are
	List     template.HTML
	Shown    []preview
	NotShown int // previews that did not fit
	Frame    template.HTML
}

// Write writes the page.
func Write(out io.Writer, r *report.Report, o Options) error {
	v := view{
		Report: r, Options: o,
		Policy: policy(), Style: template.HTML("<style>" + pageCSS + "</style>"), Script: template.HTML("<script>" + pageJS + "</script>"),
		Head: newHead(r, o), Flow: newFlow(r), Years: newYears(r.Made), Coverage: newCoverage(r),
		Lost: notedCodes(r.Losses()), Doubtful: notedCodes(r.Findings()), Changed: newChanges(r),
	}
	list, listable := newColumns(r)
	v.Listed, v.Listable = len(list.Posts), listable
	var err error
	if v.List, err = list.pack(); err != nil {
		return err
	}
	if v.Frame, err = pack("frame-data", frame()); err != nil {
		return err
	}
	if v.Shown, v.NotShown, err = newPreviews(r.Previews); err != nil {
		return err
	}
	return page().Execute(out, v)
}

// policy lets the page's own script and styles work, and nothing else. Frames have the same policy and one of their own.
func policy() template.HTML {
	digest := sha256.Sum256([]byte(pageJS))
	return template.HTML(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-` +
		base64.StdEncoding.EncodeToString(digest[:]) + `'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">`)
}

// frame is the document around what a preview shows, in two halves.
func frame() [2]string {
	return [2]string{`<!doctype html><html><head><meta charset="utf-8">` +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">` +
		`<style>` + previewCSS + `</style></head><body dir="auto">`, `</body></html>`}
}
