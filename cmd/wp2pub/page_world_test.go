//go:build unix

package main

import (
	"bytes"
	"fmt"
	"html/template"
	"image"
	"image/color"
	"image/png"
	"io"
	"log"
	"maps"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"wp2pub/migrate/clean"
)

// world answers every address that a page names: with a picture, a frame, or the page itself. It remembers what was
// asked for.
type world struct {
	address string // host:port
	pages   map[string][]byte
	picture []byte

	lock  sync.Mutex
	asked map[string]bool
}

const pagesHost = "pages.example"

func serveWorld(t *testing.T) *world {
	t.Helper()
	w := &world{pages: map[string][]byte{}, asked: map[string]bool{}, picture: drawPicture(t)}
	server := httptest.NewUnstartedServer(http.HandlerFunc(w.answer))
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // the browser itself calls home, without TLS
	server.StartTLS()
	t.Cleanup(server.Close)
	w.address = strings.TrimPrefix(server.URL, "https://")
	return w
}

func drawPicture(t *testing.T) []byte {
	t.Helper()
	drawn := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for y := range 200 {
		for x := range 300 {
			drawn.Set(x, y, color.RGBA{uint8(90 + y/2), uint8(120 + x/4), 180, 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, drawn); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (w *world) answer(out http.ResponseWriter, r *http.Request) {
	if r.Host == pagesHost {
		if page, ok := w.pages[r.URL.Path]; ok {
			out.Header().Set("Content-Type", "text/html; charset=utf-8")
			out.Write(page)
			return
		}
		if r.URL.Path == "/favicon.ico" {
			http.NotFound(out, r)
			return
		}
	}
	if site := r.Header.Get("Sec-Fetch-Site"); site == "" || site == "none" {
		http.NotFound(out, r) // the browser's own business, not the page's
		return
	}
	w.lock.Lock()
	w.asked["https://"+r.Host+r.URL.RequestURI()] = true
	w.lock.Unlock()
	switch strings.ToLower(path.Ext(r.URL.Path)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp":
		out.Header().Set("Content-Type", "image/png")
		out.Write(w.picture)
	case ".mp3", ".mp4", ".m4a", ".ogg", ".webm":
		http.NotFound(out, r)
	default:
		fmt.Fprintf(out, "<!doctype html><p>%s%s</p>", template.HTMLEscapeString(r.Host), template.HTMLEscapeString(r.URL.Path))
	}
}

// show puts a sample on a page and returns its address.
func (w *world) show(s sample) (string, error) {
	var b bytes.Buffer
	if err := samplePage.Execute(&b, s); err != nil {
		return "", err
	}
	w.lock.Lock()
	defer w.lock.Unlock()
	w.pages["/"+s.Name], w.asked = b.Bytes(), map[string]bool{}
	return "https://" + pagesHost + "/" + s.Name, nil
}

// check holds that nothing was asked for but what the body shows.
func (w *world) check(t *testing.T, s sample) {
	t.Helper()
	w.lock.Lock()
	defer w.lock.Unlock()
	for _, address := range slices.Sorted(maps.Keys(w.asked)) {
		if !slices.Contains(sources(clean.Parse(string(s.After))), address) {
			t.Errorf("the page asked for %s, which the body does not show", address)
		}
	}
}

// sources are the addresses of what a body shows.
func sources(n *html.Node) []string {
	var found []string
	for d := range n.Descendants() {
		for _, a := range d.Attr {
			if a.Key == "src" || a.Key == "poster" {
				found = append(found, a.Val)
			}
		}
	}
	return found
}

// listings are the texts of the pre elements of a body.
func listings(n *html.Node) []string {
	var found []string
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == "pre" {
			var text strings.Builder
			for below := range d.Descendants() {
				if below.Type == html.TextNode {
					text.WriteString(below.Data)
				} else if below.Data == "br" {
					text.WriteByte('\n')
				}
			}
			found = append(found, text.String())
		}
	}
	return found
}

var samplePage = template.Must(template.New("sample").Parse(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{{.Title}}</title>
<style>
body { margin: 0; font: 16px/1.5 "Noto Sans", sans-serif }
section { padding: 16px; width: 1340px }
.title { font-weight: bold; border-bottom: 2px solid; margin: 0 0 12px }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 24px }
.before { white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.4 "Noto Sans Mono", monospace; background: #f4f4f0; padding: 12px; margin: 0 }
article { overflow-wrap: break-word; min-width: 0 }
article table { border-collapse: collapse }
article :is(td, th) { border: 1px solid #999; padding: 2px 8px }
article :is(img, iframe, video) { max-width: 100%; height: auto }
article figure { margin: 8px 0; border-inline-start: 3px solid #ccc; padding-inline-start: 12px }
article pre { background: #eee; padding: 8px; overflow: auto }
.losses { font-size: 13px; color: #a00 }
</style>
<section><p class="title">{{.Title}}</p>
<div class="pair"><div class="before">{{.Before}}</div><article>{{.After}}</article></div>
<p class="losses">{{range .Losses}}{{.Code}}: {{.Detail}}<br>{{end}}</p>
</section></html>`))
