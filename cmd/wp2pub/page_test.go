//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/rogpeppe/go-internal/txtar"

	"wp2pub/migrate/clean"
	"wp2pub/migrate/finding"
)

// sample is a post as it is stored, and the body of its record.
type sample struct {
	Name, Title string
	Before      string
	After       template.HTML
	Losses      []struct{ Code, Detail string }
}

// TestPages opens samples in a real browser, as a reader would: stored content beside the body of the record. It holds
// that nothing of a body runs or loads but what the body shows, that the browser's tree is the one that was written,
// and that the page reads as it should. The screenshots are its artifacts: make pages keeps them.
func TestPages(t *testing.T) {
	world := serveWorld(t)
	browser := openBrowser(t, world.address)
	artifacts := t.ArtifactDir()
	for _, s := range samples(t) {
		t.Run(s.Name, func(t *testing.T) {
			page, err := world.show(s)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := chromedp.Run(browser, chromedp.Navigate(page)); err != nil {
				t.Fatal(err)
			}
			seen, err := chromedp.Run(browser, chromedp.Evaluate[reading](readPage))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := chromedp.Run(browser, chromedp.EmulateViewport(1400, int64(seen.Height))); err != nil {
				t.Fatal(err)
			}
			picture, err := chromedp.Run(browser, chromedp.CaptureScreenshot())
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(artifacts, s.Name+".png"), picture, 0o644); err != nil {
				t.Fatal(err)
			}
			seen.check(t, s)
			world.check(t, s)
		})
	}
}

// reading is what readPage finds in a page.
type reading struct {
	Ran       bool       // something of the body ran
	HTML      string     // the browser's tree of the body
	Hidden    string     // text of the body that no reader sees
	Dead      []string   // links into the page that lead nowhere
	Direction [][]string // of each element with dir: what it says, what the browser does
	Overlaps  []string   // cells that lie over each other
	Flat      []string   // elements with text that take no room
	Listings  []string   // what the browser makes of white space in each pre
	Captions  []string   // captions outside of their figure's box
	Height    int        // of the whole page, in pixels
}

// readPage is run in the page after it has loaded.
const readPage = `(() => {
	const body = document.querySelector('article');
	const all = (css) => [...body.querySelectorAll(css)];
	const squeeze = (s) => s.replace(/\s+/g, '');
	all('pre').forEach((pre) => pre.textContent.startsWith('\n') && pre.prepend('\n')); // a parser skips the first
	const html = body.innerHTML;
	all('pre').forEach((pre) => pre.textContent.startsWith('\n\n') && pre.firstChild.remove());
	all('details').forEach((d) => d.open = true);
	const copy = body.cloneNode(true);
	copy.querySelectorAll('audio, video, iframe').forEach((e) => e.textContent = '');
	const shown = squeeze(body.innerText), stored = squeeze(copy.textContent);
	const box = (e) => e.getBoundingClientRect();
	const overlaps = [];
	all('table').forEach((table) => {
		const cells = [...table.querySelectorAll('td, th')].filter((c) => c.closest('table') === table);
		cells.forEach((a, i) => cells.slice(i + 1).forEach((b) => {
			const p = box(a), q = box(b);
			if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1) {
				overlaps.push(a.innerText + ' / ' + b.innerText);
			}
		}));
	});
	return {
		Ran: window.ran !== undefined,
		HTML: html,
		Hidden: shown === stored ? '' : 'shown: ' + shown + '\nstored: ' + stored,
		Dead: all('a[href^="#"]').map((a) => decodeURIComponent(a.getAttribute('href').slice(1))).filter((id) => !document.getElementById(id)),
		Direction: all('[dir]').map((e) => [e.getAttribute('dir'), getComputedStyle(e).direction]),
		Overlaps: overlaps,
		Flat: all('p, li, h2, h3, h4, h5, h6, td, th, pre, blockquote, figcaption, dt, dd').filter((e) => e.textContent.trim() && box(e).height < 4).map((e) => e.outerHTML),
		Listings: all('pre').map((e) => e.innerText),
		Captions: all('figure > figcaption').filter((c) => box(c).top < box(c.parentNode).top || box(c).bottom > box(c.parentNode).bottom + 1).map((c) => c.innerText),
		Height: Math.min(8000, Math.ceil(box(document.querySelector('section')).height)),
	};
})()`

// check holds what the browser made of a body against what was written.
func (r reading) check(t *testing.T, s sample) {
	t.Helper()
	if r.Ran {
		t.Error("something of the body ran")
	}
	if got, want := clean.HTML(clean.Parse(r.HTML)), clean.HTML(clean.Parse(string(s.After))); got != want {
		t.Errorf("the browser's tree\n%s\nis not the one that was written\n%s", got, want)
	}
	if r.Hidden != "" {
		t.Errorf("some of the text is not shown\n%s", r.Hidden)
	}
	for _, d := range r.Direction {
		if d[0] != "auto" && d[0] != d[1] {
			t.Errorf("dir=%q has the direction %s", d[0], d[1])
		}
	}
	dead := slices.DeleteFunc(r.Dead, func(id string) bool {
		return slices.ContainsFunc(s.Losses, func(l struct{ Code, Detail string }) bool {
			return l.Code == string(finding.LinkBroken) && l.Detail == "#"+id
		})
	})
	for what, found := range map[string][]string{
		"links that lead nowhere, and no loss says so": dead, "cells over each other": r.Overlaps, "text that takes no room": r.Flat, "captions outside of their figures": r.Captions,
	} {
		if len(found) > 0 {
			t.Errorf("%s: %q", what, found)
		}
	}
	written := clean.Parse(string(s.After))
	for i, listing := range listings(written) {
		if want := strings.Trim(listing, "\n"); i >= len(r.Listings) || strings.Trim(r.Listings[i], "\n") != want {
			t.Errorf("the white space of a listing is not shown as it is written: %q", want)
		}
	}
}

// samples are posts of the icat site, and those in testdata/pages.
func samples(t *testing.T) []sample {
	t.Helper()
	var all []sample
	for _, id := range []string{"116", "194", "199", "200", "204", "205", "206", "207", "208", "215", "216"} {
		all = append(all, explained(t, icat, id, "icat-"+id, "Post "+id+" of the icat site"))
	}
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	var posts []storedPost
	var archives []*txtar.Archive
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var post storedPost
		for _, f := range archive.Files {
			if key, ok := strings.CutPrefix(f.Name, "meta/"); ok {
				post.meta = append(post.meta, [2]string{key, strings.TrimSpace(string(f.Data))})
			} else if f.Name == "content" {
				post.content = string(f.Data)
			}
		}
		posts, archives = append(posts, post), append(archives, archive)
	}
	dump := filepath.Join(t.TempDir(), "site.sql")
	writeSite(t, dump, posts)
	for i, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		all = append(all, explained(t, dump, fmt.Sprint(i+1), name, strings.TrimSpace(string(archives[i].Comment))))
	}
	return all
}

// explained is a sample by the program's own explanation of a post.
func explained(t *testing.T, source, id, name, title string) sample {
	t.Helper()
	var out, stderr bytes.Buffer
	if code := run(context.Background(), []string{"explain", source, id, "--format", "json", "--full"}, nil, &out, &stderr); code != exitDone {
		t.Fatalf("%s: %s", name, stderr.String())
	}
	var explanation struct {
		Records []struct {
			Steps  []struct{ Before string }
			Record struct {
				Body   struct{ HTML string }
				Losses []struct{ Code, Detail string }
			}
		}
	}
	if err := json.Unmarshal(out.Bytes(), &explanation); err != nil {
		t.Fatal(err)
	}
	if len(explanation.Records) != 1 || explanation.Records[0].Record.Body.HTML == "" {
		t.Fatalf("%s: there is no body", name)
	}
	r := explanation.Records[0]
	return sample{Name: name, Title: title, Before: r.Steps[0].Before, After: template.HTML(r.Record.Body.HTML), Losses: r.Record.Losses}
}

// openBrowser starts Chromium, which takes every address of the world for the one given.
func openBrowser(t *testing.T, world string) context.Context {
	t.Helper()
	program := slices.IndexFunc(chromiums, func(name string) bool { _, err := exec.LookPath(name); return err == nil })
	if program < 0 {
		t.Fatalf("no Chromium is there (%s): make test installs it", strings.Join(chromiums, ", "))
	}
	path, _ := exec.LookPath(chromiums[program])
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.Flag("host-resolver-rules", "MAP * "+world), chromedp.IgnoreCertErrors, chromedp.WindowSize(1400, 900))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium's own sandbox refuses to work for root
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	browser, closeBrowser := chromedp.NewContext(allocator)
	t.Cleanup(closeBrowser)
	if _, err := chromedp.Run(browser, chromedp.Navigate("about:blank")); err != nil {
		t.Fatalf("Chromium does not start: %v", err)
	}
	browser, cancel := context.WithTimeout(browser, 2*time.Minute)
	t.Cleanup(cancel)
	return browser
}

var chromiums = []string{"chromium", "chromium-browser", "google-chrome"}
