//go:build unix

package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// TestReportPage opens the report of the icat site as a person would, and uses it.
func TestReportPage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "icat.html")
	planReport(t, exitDone, icat, file, "--mapping", "../../testdata/icat/mapping.yaml", "--report-previews", "12")
	opened := openReport(t, file)
	list := func(column string) []string {
		return evaluate[[]string](t, opened.browser, `[...document.querySelectorAll('#rows tr')].map((row) => row.querySelector('`+column+`').innerText)`)
	}
	const title = "th span"
	set := func(id, value string) {
		evaluate[bool](t, opened.browser, `(() => { const e = document.getElementById('`+id+`'); e.value = '`+value+`'; return e.dispatchEvent(new Event('input', {bubbles: true})) })()`)
	}
	found := func(text string) {
		t.Helper()
		opened.wait(t, `document.getElementById('found').textContent === '`+text+`'`)
	}

	found("129 in all")
	set("query", "TRÁFFICKING 2009")
	found("1 of 129 found")
	if got := list(title); !slices.Equal(got, []string{"Global Report on Trafficking in Persons 2009"}) {
		t.Errorf("the search finds %q", got)
	}
	set("query", "الاتجار")
	found("3 of 129 found")
	set("query", "")
	set("kind", "event")
	found("11 of 129 found")
	evaluate[bool](t, opened.browser, `document.querySelector('[data-sort=title]').click() ?? true`)
	ascending := list(title)
	evaluate[bool](t, opened.browser, `document.querySelector('[data-sort=title]').click() ?? true`)
	if descending := list(title); len(ascending) != 11 || ascending[0] > ascending[10] || ascending[0] != descending[10] {
		t.Errorf("sorted by title: %q; and the other way: %q", ascending, descending)
	}
	if sorted := evaluate[string](t, opened.browser, `document.querySelector('[aria-sort]').innerText + document.querySelector('[aria-sort]').ariaSort`); sorted != "Titledescending" {
		t.Errorf("the list says of its order %q", sorted)
	}
	set("kind", "")
	set("note", "script-removed")
	found("4 of 129 found")
	evaluate[bool](t, opened.browser, `document.querySelector('#lost [data-show="note form-removed"]').click() ?? true`)
	found("1 of 129 found")
	reset := func() {
		t.Helper()
		evaluate[bool](t, opened.browser, `document.querySelector('button[type=reset]').click() ?? true`)
		found("129 in all")
	}
	reset()
	evaluate[bool](t, opened.browser, `[...document.querySelectorAll('#doubtful [data-show]')].find((link) => link.dataset.show === 'query id:209').click() ?? true`)
	found("1 of 129 found")
	if got := list("th small"); len(got) != 1 || !strings.HasPrefix(got[0], "post 209 ") {
		t.Errorf("the link to post 209 shows %q", got)
	}
	reset()
	evaluate[bool](t, opened.browser, `document.getElementById('next').click() ?? true`)
	if place := evaluate[string](t, opened.browser, `document.getElementById('place').textContent`); place != "51–100 of 129" {
		t.Errorf("the second page of the list: %s", place)
	}
	opened.openPreviews(t, 12)
	opened.check(t)
}

// TestReportRunsNothing opens the report of a site whose posts try to run and to load, among them one that is rejected and
// one that is unmapped.
func TestReportRunsNothing(t *testing.T) {
	hostile, err := os.ReadFile("testdata/pages/hostile.txtar")
	if err != nil {
		t.Fatal(err)
	}
	body := `<script>parent.postMessage('ran', '*')</script><img src="https://evil.example/x.png" onerror="parent.postMessage('ran', '*')">` +
		`<p style="background: url(https://evil.example/y.png)">Text</p></body></html><script src="https://evil.example/z.js"></script>` + string(hostile)
	dir := t.TempDir()
	dump, rules, file := filepath.Join(dir, "site.sql"), filepath.Join(dir, "mapping.yaml"), filepath.Join(dir, "report.html")
	writeSite(t, dump, []storedPost{{content: body}, {typ: "page", content: body + "</script>"}, {typ: "dossier", content: body}})
	err = os.WriteFile(rules, []byte("version: 1\nrecords:\n  post: {from: [{post_type: post}]}\n  page: {from: [{post_type: page}], fields: {title: title, subtitle: excerpt}, require: [subtitle]}\n"), 0o644)
	if err != nil {
		t.Fatal(err)
	}
	planReport(t, exitFindings, dump, file, "--mapping", rules)
	opened := openReport(t, file)
	rows := evaluate[string](t, opened.browser, `document.getElementById('rows').innerText.replace(/\s+/g, ' ')`)
	for _, want := range []string{"Post 2 post 2 · Before and after of post 2 subtitle is required and has no value page rejected", "(no title) post 3", "dossier unmapped", "Post 1 post 1"} {
		if !strings.Contains(rows, want) {
			t.Errorf("the list does not show %q: %s", want, rows)
		}
	}
	opened.openPreviews(t, 2)
	opened.check(t)

	// What is inert would not run anyway. So the frames themselves are tried, with what is not.
	evaluate[bool](t, opened.browser, `(async () => {
		const frame = document.querySelector('iframe');
		const loaded = new Promise((done) => frame.addEventListener('load', done, {once: true}));
		frame.srcdoc = `+"`<script>parent.postMessage('ran', '*')<\\/script><img src=\"https://evil.example/x.png\" onerror=\"parent.postMessage('ran', '*')\"><iframe src=\"https://evil.example/\"></iframe>`"+`;
		await loaded;
		await new Promise((done) => setTimeout(done, 300));
		return true;
	})()`)
	opened.checkNothingRan(t)
}

// planReport writes the report of a dry run.
func planReport(t *testing.T, want int, source, file string, arguments ...string) {
	t.Helper()
	var out, stderr bytes.Buffer
	arguments = append([]string{"plan", source, "--report", file, "--out", filepath.Join(t.TempDir(), "none")}, arguments...)
	if code := run(context.Background(), arguments, nil, &out, &stderr); code != want {
		t.Fatalf("exit code %d, want %d: %s", code, want, stderr.String())
	}
}

// openedReport is a report in a browser that has noted everything about it from the beginning.
type openedReport struct {
	browser context.Context
	world   *world
	address string
	took    time.Duration

	lock    *sync.Mutex
	console *[]string
	asked   *[]string
}

// openReport opens a file and waits until its list is there.
func openReport(t *testing.T, file string) openedReport {
	t.Helper()
	world := serveWorld(t)
	o := openedReport{browser: openBrowser(t, world.address), world: world, address: "file://" + file, lock: &sync.Mutex{}, console: &[]string{}, asked: &[]string{}}
	for _, command := range []cdp.Command[cdp.Empty, cdp.Empty]{log.Enable, runtime.Enable} {
		if _, err := chromedp.Call(o.browser, command, cdp.Empty{}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := chromedp.Call(o.browser, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(o.browser, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Listen(o.browser, o.note); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if _, err := chromedp.Run(o.browser, chromedp.Navigate(o.address)); err != nil {
		t.Fatal(err)
	}
	o.wait(t, `'ready' in document.documentElement.dataset`)
	o.took = time.Since(start)
	evaluate[bool](t, o.browser, `(() => {
		window.heard = [], window.loaded = 0;
		addEventListener('message', (message) => heard.push(message.data));
		document.addEventListener('load', (event) => { if (event.target.tagName === 'IFRAME') loaded++; }, true);
		return true;
	})()`)
	return o
}

func (o openedReport) note(event any) {
	o.lock.Lock()
	defer o.lock.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		*o.console = append(*o.console, string(e.Type))
	case *runtime.EventExceptionThrown:
		*o.console = append(*o.console, e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		*o.console = append(*o.console, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		*o.asked = append(*o.asked, e.Request.URL)
	}
}

// wait waits until a condition is true in the page.
func (o openedReport) wait(t *testing.T, condition string) {
	t.Helper()
	if _, err := chromedp.Run(o.browser, chromedp.Poll[bool](condition, chromedp.WithPollingInterval(20*time.Millisecond))); err != nil {
		t.Fatalf("the page never came to %s: %v", condition, err)
	}
}

// openPreviews opens all of them and waits for their frames.
func (o openedReport) openPreviews(t *testing.T, want int) {
	t.Helper()
	if n := evaluate[int](t, o.browser, `document.querySelectorAll('iframe').length`); n != 0 {
		t.Errorf("%d frames are there before anyone opened a preview", n)
	}
	if n := evaluate[int](t, o.browser, `[...document.querySelectorAll('.preview')].filter((p) => p.open = true).length`); n != want {
		t.Errorf("%d previews, want %d", n, want)
	}
	o.wait(t, `loaded >= 2 * document.querySelectorAll('.preview').length`)
}

// check holds that the console is empty, that nothing was asked for but the file, and that nothing of a body ran.
func (o openedReport) check(t *testing.T) {
	t.Helper()
	o.checkNothingRan(t)
	o.lock.Lock()
	defer o.lock.Unlock()
	if len(*o.console) > 0 {
		t.Errorf("the console says %q", *o.console)
	}
}

func (o openedReport) checkNothingRan(t *testing.T) {
	t.Helper()
	if heard := evaluate[[]string](t, o.browser, `heard`); len(heard) > 0 {
		t.Errorf("something ran in a preview, and said %q", heard)
	}
	o.world.lock.Lock()
	defer o.world.lock.Unlock()
	if len(o.world.asked) > 0 {
		t.Errorf("the page asked for %v", o.world.asked)
	}
	o.lock.Lock()
	defer o.lock.Unlock()
	for _, address := range *o.asked {
		if address != o.address && !strings.HasPrefix(address, "data:") {
			t.Errorf("the page asked for %s", address)
		}
	}
}

// evaluate runs a script in the page.
func evaluate[T any](t *testing.T, browser context.Context, script string) T {
	t.Helper()
	value, err := chromedp.Run(browser, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return value
}
