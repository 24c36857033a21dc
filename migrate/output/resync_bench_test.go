package output

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

// benchmarkRecords is how many records the output of a benchmark holds.
const benchmarkRecords = 50_000

// benchmarkRecord is one of them, about 1 KB long, in one of its editions.
func benchmarkRecord(n, edition int) *record.Record {
	kind := []string{"publication", "event", "page"}[n%3]
	r := post{id: int64(n + 1), kind: kind, slug: "the-title-of-a-publication-" + strconv.Itoa(n), title: fmt.Sprintf("The title of publication %d, edition %d", n, edition)}.records()[0]
	r.Body.HTML = strings.Repeat("<p>A paragraph of a body: some words, and a link.</p>\n", 12)
	return r
}

// benchmarkInputs are as long as those of package migrate.
func benchmarkInputs(n, edition int) migrate.Inputs {
	return migrate.Inputs(record.Digest(fmt.Append(nil, n, edition)))
}

// benchmarkRun brings an output up to date as package migrate does: it asks for every record, keeps most of them, and puts
// those that changed.
func benchmarkRun(b *testing.B, dir string, edition int, put func(n int) bool, memory []byte) migrate.Summary {
	files := NewOSFiles(dir)
	defer files.Close()
	plan := planOf(nil)
	plan.Posts, plan.Compare = benchmarkRecords, false
	run, err := New(files, Options{}).Begin(context.Background(), plan)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := run.Recall(); err != nil {
		b.Fatal(err)
	}
	for n := range benchmarkRecords {
		run.Known(site + ":" + strconv.Itoa(n+1))
	}
	for n := range benchmarkRecords {
		if put(n) {
			_, err = run.Put(benchmarkRecord(n, edition), nil, benchmarkInputs(n, edition))
		} else {
			_, err = run.Keep(site + ":" + strconv.Itoa(n+1))
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	if memory != nil {
		run.Remember(func() ([][]byte, error) { return [][]byte{memory}, nil })
	}
	summary, err := run.Finish()
	if err != nil {
		b.Fatal(err)
	}
	return summary
}

// benchmarkLedger stands for what a run leaves for the next.
func benchmarkLedger(edition int) []byte {
	return slices.Repeat(fmt.Appendf(nil, "%09d\n", edition), benchmarkRecords*26)
}

func everyRecord(int) bool { return true }

// BenchmarkUnchanged looks at an output in which nothing changed.
func BenchmarkUnchanged(b *testing.B) {
	dir := b.TempDir()
	benchmarkRun(b, dir, 0, everyRecord, benchmarkLedger(0))
	for b.Loop() {
		summary := benchmarkRun(b, dir, 0, func(int) bool { return false }, nil)
		if summary.Counts[migrate.Unchanged] != benchmarkRecords {
			b.Fatal(summary.Counts)
		}
	}
}

// BenchmarkTenChanged brings an output up to date in which ten records changed.
func BenchmarkTenChanged(b *testing.B) {
	dir := b.TempDir()
	benchmarkRun(b, dir, 0, everyRecord, benchmarkLedger(0))
	edition := 0
	for b.Loop() {
		edition++
		summary := benchmarkRun(b, dir, edition, func(n int) bool { return n%(benchmarkRecords/10) == 7 }, benchmarkLedger(edition))
		if summary.Counts[migrate.Update] != 10 || summary.Counts[migrate.Unchanged] != benchmarkRecords-10 {
			b.Fatal(summary.Counts)
		}
	}
}
