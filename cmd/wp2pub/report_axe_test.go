//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestReportIsAccessible lets axe-core look at the report in both colour schemes, wide and narrow, with everything
// opened. make test fetches axe-core; it is no part of this repository.
func TestReportIsAccessible(t *testing.T) {
	checkers, err := filepath.Glob("../../bin/axe-core-*.js")
	if err != nil {
		t.Fatal(err)
	}
	if len(checkers) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("axe-core is not there: make axe fetches it into bin")
		}
		t.Skip("axe-core is not there: make axe fetches it into bin")
	}
	axe, err := os.ReadFile(checkers[len(checkers)-1])
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "icat.html")
	planReport(t, exitDone, icat, file, "--mapping", "../../testdata/icat/mapping.yaml", "--report-previews", "2")
	opened := openReport(t, file)
	evaluate[bool](t, opened.browser, `(() => { document.querySelectorAll('details:not(.preview)').forEach((d) => d.open = true); return true })()`)
	opened.openPreviews(t, 2)
	evaluate[bool](t, opened.browser, string(axe)+`; true`)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1280, 400} {
			opened.look(t, scheme, width)
			found := evaluate[[]string](t, opened.browser, `axe.run({iframes: false, resultTypes: ['violations']}).then((result) =>
				result.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html + ' ' + n.failureSummary)))`)
			if len(found) > 0 {
				t.Errorf("%s, %d pixels wide: %d violations\n%s", scheme, width, len(found), strings.Join(found[:min(5, len(found))], "\n"))
			}
		}
	}
	passed := evaluate[int](t, opened.browser, `axe.run({iframes: false, resultTypes: ['passes']}).then((result) => result.passes.length)`)
	if passed < 20 {
		t.Errorf("axe-core found only %d rules to check: it does not see the page", passed)
	}
}

// look shows the page in a colour scheme and a width.
func (o openedReport) look(t *testing.T, scheme string, width int64) {
	t.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
	if _, err := chromedp.Call(o.browser, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Run(o.browser, chromedp.EmulateViewport(width, 1000)); err != nil {
		t.Fatal(err)
	}
}
