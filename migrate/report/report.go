// Package report says what a run found and did.
//
// A Report accounts for every row of the posts table: each is in exactly one of five dispositions. It is plain data,
// filled by package migrate while the rows go by, and knows nothing of clocks, so that the same site gives the same
// report. rows.go, account.go, coverage.go, counts.go and changes.go hold what it knows; json.go writes it for programs, the files
// named text for people, and package page as a page. verdict.go says the first word; preview.go chooses what a page shows
// before and after.
package report

import (
	"cmp"
	"slices"
)

// Report is what a run found and did. The zero Report is ready for use.
type Report struct {
	Site     string
	Noted    []string // what the source says of itself: that nobody knows whether it is complete, and the like
	Unseen   []string // what the mapping names and the site does not have, with the place: "acf.x (mapping.yaml:9)"
	Idle     []string // the entries of the mapping that took no post: "publication (mapping.yaml:12)"
	Stopped  string   // why a guard stopped the run; empty: none did
	Records  Records
	Rejected []Row     // every rejected row, with its reason
	Unmapped []Row     // every unmapped row, by post ID; only where KeepRecords
	Changes  []Change  // by record id; only where KeepChanges
	Rows     []Row     // by post ID; only where KeepRows
	Made     []Entry   // by post ID; only where KeepRecords
	Previews []Preview // only where some were asked for
	// Expectations is nil where the mapping states none.
	Expectations *Expectations

	KeepRows, KeepChanges, KeepRecords bool

	types    map[string]*tally
	buckets  map[Disposition]int
	total    int
	kinds    map[string]*coverage
	losses   counters
	findings counters
	files    []mainFile        // main downloads of the records
	edited   map[string]Change // files that were left alone, by what they are about: the path, and why the record is to go if it is
}

// Sort puts the lists into their order once everything is accounted for.
func (r *Report) Sort() {
	slices.SortFunc(r.Rows, func(a, b Row) int { return cmp.Compare(a.PostID, b.PostID) })
	slices.SortFunc(r.Rejected, func(a, b Row) int { return cmp.Compare(a.PostID, b.PostID) })
	slices.SortFunc(r.Unmapped, func(a, b Row) int { return cmp.Compare(a.PostID, b.PostID) })
	slices.SortStableFunc(r.Changes, func(a, b Change) int { return cmp.Compare(a.ID, b.ID) })
}
