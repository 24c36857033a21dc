//go:build unix

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/report"
	"wp2pub/migrate/report/page"
)

// TestReportOfLargeSite holds the page of a library of 50,000 publications below 10 MB, previews included, and what a
// browser works to open it within bounds. Its titles are 100 random letters of two bytes each: they pack worse than
// any text.
func TestReportOfLargeSite(t *testing.T) {
	const records, most, mostOfPreviews = 50_000, 10 << 20, 3 << 20
	var written bytes.Buffer
	if err := page.Write(&written, library(records), page.Options{Dry: true}); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d records make a page of %.1f MB", records, float64(written.Len())/(1<<20))
	if written.Len() > most-mostOfPreviews {
		t.Errorf("the page has %d bytes; with previews it would have more than %d", written.Len(), most)
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, written.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	opened := openReport(t, file)
	if rows := evaluate[int](t, opened.browser, `document.querySelectorAll('#rows tr').length`); rows != 50 {
		t.Errorf("%d rows are shown, want 50", rows)
	}
	worked := workOf(t, opened)
	t.Logf("opened after %v; the page's thread worked for %v", opened.took.Round(time.Millisecond), worked.Round(time.Millisecond))
	if worked > 4*time.Second { // twice what is wanted: a busy machine is slower
		t.Errorf("opening the page took %v of a processor", worked)
	}
}

// workOf is how long the page's thread has worked since it began.
func workOf(t *testing.T, opened openedReport) time.Duration {
	t.Helper()
	metrics, err := chromedp.Call(opened.browser, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range metrics.Metrics {
		if m.Name == "TaskDuration" {
			return time.Duration(m.Value * float64(time.Second))
		}
	}
	t.Fatal("the browser does not tell how long it worked")
	return 0
}

// library is the report of a site with n new publications.
func library(n int) *report.Report {
	r := &report.Report{Site: "library.example.org", KeepRecords: true, KeepChanges: true}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		log := &finding.Log{}
		if i%3 == 0 {
			log.Lose(finding.ScriptRemoved, "script", 1+i%4)
		}
		if i%7 == 0 {
			log.Find(finding.Finding{Code: finding.Uncertain, Field: "issued"})
		}
		post := int64(1000 + 3*i)
		made := &record.Record{ID: fmt.Sprintf("%s:%d", r.Site, post), Kind: "publication", Title: randomTitle(random),
			Issued: fmt.Sprint(1990 + i%36), Language: "uk", Source: record.Origin{PostID: post}}
		path := "publication/" + strings.ReplaceAll(made.Title, " ", "-") + ".yaml"
		r.AddRecord(made, []report.FieldState{{Field: "title", Origin: "title"}, {Field: "issued", Origin: "acf.year"}}, log, path)
		r.AddRow(report.Row{PostID: post, PostType: "post", Status: "publish", Disposition: report.Migrate, RecordIDs: []string{made.ID}}, "Posts", "publication")
		r.AddChange(report.Change{Action: "create", ID: made.ID, Path: path})
	}
	r.Records.Create = n
	r.Sort()
	return r
}

func randomTitle(random *rand.Rand) string {
	letters := []rune("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")
	var title strings.Builder
	for utf8.RuneCountInString(title.String()) < 100 {
		for range 2 + random.IntN(9) {
			title.WriteRune(letters[random.IntN(len(letters))])
		}
		title.WriteByte(' ')
	}
	return strings.TrimSpace(title.String())
}
