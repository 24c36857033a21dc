// Package report says what a run found and did.
//
// A Report accounts for every row of the posts table: each is in exactly one of five dispositions. It is plain data,
// filled by package migrate while the rows go by, and knows nothing of clocks, so that the same site gives the same
// report. json.go writes it for programs, text.go for people.
package report

import (
	"cmp"
	"fmt"
	"slices"

	"wp2pub/migrate/finding"
)

// Disposition is what becomes of a row of the posts table.
type Disposition string

// The dispositions. Their order is that of reports.
const (
	Migrate  Disposition = "migrate"  // it becomes one or more records
	Media    Disposition = "media"    // it is an attachment
	Exclude  Disposition = "exclude"  // it is left out, with a reason
	Unmapped Disposition = "unmapped" // nothing speaks of its post type
	Reject   Disposition = "reject"   // it should have become a record and could not
)

// Dispositions returns all dispositions in the order of reports.
func Dispositions() []Disposition { return []Disposition{Migrate, Media, Exclude, Unmapped, Reject} }

// Row is what became of one row of the posts table.
type Row struct {
	PostID      int64       `json:"post_id"`
	PostType    string      `json:"post_type"`
	Status      string      `json:"status"`
	Disposition Disposition `json:"disposition"`
	Reason      string      `json:"reason,omitempty"`
	RecordIDs   []string    `json:"record_ids,omitempty"`
}

// PostType sums up the rows of one post type. Disposition, Kind and Reason are those of the part that decides: the
// rows that become records where there are any, else the largest part.
type PostType struct {
	PostType    string         `json:"post_type"`
	Label       string         `json:"label"`
	Rows        int            `json:"rows"`
	Statuses    map[string]int `json:"statuses"`
	Disposition Disposition    `json:"disposition"`
	Kind        string         `json:"kind,omitempty"`
	Reason      string         `json:"reason"`
	Parts       []Part         `json:"parts"`
}

// Part is the rows of one post type that went the same way.
type Part struct {
	Disposition Disposition    `json:"disposition"`
	Kind        string         `json:"kind,omitempty"`
	Reason      string         `json:"reason"`
	Rows        int            `json:"rows"`
	Statuses    map[string]int `json:"statuses"`
}

// Field is the coverage of one field in the records of one kind.
type Field struct {
	Kind   string `json:"kind"`
	Field  string `json:"field"`
	Filled int    `json:"filled"`
	Of     int    `json:"of"`
}

// Count says how often a code came up, and where.
type Count struct {
	Code  finding.Code `json:"code"`
	Count int          `json:"count"`
	Posts []int64      `json:"posts"`
}

// Records counts the records by what became of them.
type Records struct {
	Create    int `json:"create"`
	Update    int `json:"update"`
	Move      int `json:"move"`
	Remove    int `json:"remove"`
	Stale     int `json:"stale"`
	Unchanged int `json:"unchanged"`
	Edited    int `json:"edited"`
}

// Changes reports whether the run changed anything, or would.
func (r Records) Changes() bool { return r.Create+r.Update+r.Move+r.Remove > 0 }

// Change is what became of one record, where it did not stay as it was.
type Change struct {
	Action  string   `json:"action"`
	ID      string   `json:"id"`
	Path    string   `json:"path"`
	OldPath string   `json:"old_path,omitempty"`
	Fields  []string `json:"fields,omitempty"`
}

// Report is what a run found and did. The zero Report is ready for use.
type Report struct {
	Site     string
	Warnings []string // what people must see first
	Records  Records
	Rejected []Row    // every rejected row, with its reason
	Changes  []Change // by record id; only where KeepChanges
	Rows     []Row    // by post ID; only where KeepRows

	KeepRows, KeepChanges bool

	types    map[string]*tally
	buckets  map[Disposition]int
	total    int
	records  map[string]int    // by kind
	filled   map[[2]string]int // kind, field
	losses   map[finding.Code]*counter
	findings map[finding.Code]*counter
}

type partKey struct {
	disposition  Disposition
	kind, reason string
}

type tally struct {
	label string
	parts map[partKey]*Part
}

type counter struct {
	count int
	posts []int64
}

// AddRow accounts for one row. Label is the name that people know the post type by; kind, that of its records.
func (r *Report) AddRow(row Row, label, kind string) {
	if r.types == nil {
		r.types, r.buckets = map[string]*tally{}, map[Disposition]int{}
	}
	r.total++
	r.buckets[row.Disposition]++
	t := r.types[row.PostType]
	if t == nil {
		t = &tally{label, map[partKey]*Part{}}
		r.types[row.PostType] = t
	}
	key := partKey{row.Disposition, kind, row.Reason}
	part := t.parts[key]
	if part == nil {
		part = &Part{Disposition: row.Disposition, Kind: kind, Reason: row.Reason, Statuses: map[string]int{}}
		t.parts[key] = part
	}
	part.Rows++
	part.Statuses[row.Status]++
	if row.Disposition == Reject {
		r.Rejected = append(r.Rejected, row)
	}
	if r.KeepRows {
		r.Rows = append(r.Rows, row)
	}
}

// AddRecord accounts for one record: its kind, the fields that have a value, what it lost and what is doubtful.
func (r *Report) AddRecord(post int64, kind string, fields []string, log *finding.Log) {
	if r.records == nil {
		r.records, r.filled = map[string]int{}, map[[2]string]int{}
	}
	r.records[kind]++
	for _, f := range fields {
		r.filled[[2]string{kind, f}]++
	}
	r.AddLog(post, log)
}

// AddLog accounts for the losses and findings of a post.
func (r *Report) AddLog(post int64, log *finding.Log) {
	for _, l := range log.Losses() {
		r.losses = count(r.losses, l.Code, post, l.Count)
	}
	for _, f := range log.Findings() {
		r.findings = count(r.findings, f.Code, post, 1)
	}
}

func count(m map[finding.Code]*counter, code finding.Code, post int64, n int) map[finding.Code]*counter {
	if m == nil {
		m = map[finding.Code]*counter{}
	}
	c := m[code]
	if c == nil {
		c = &counter{}
		m[code] = c
	}
	c.count += n
	if n := len(c.posts); n == 0 || c.posts[n-1] != post { // posts come one after the other
		c.posts = append(c.posts, post)
	}
	return m
}

// Sort puts the lists into their order once everything is accounted for.
func (r *Report) Sort() {
	slices.SortFunc(r.Rows, func(a, b Row) int { return cmp.Compare(a.PostID, b.PostID) })
	slices.SortFunc(r.Rejected, func(a, b Row) int { return cmp.Compare(a.PostID, b.PostID) })
	slices.SortStableFunc(r.Changes, func(a, b Change) int { return cmp.Compare(a.ID, b.ID) })
}

// UnmappedTypes says of each post type that nothing speaks of how many rows it has, for people: what may be lost
// without anyone having decided so.
func (r *Report) UnmappedTypes() []string {
	var all []string
	for _, t := range r.PostTypes() {
		for _, part := range t.Parts {
			if part.Disposition == Unmapped {
				all = append(all, fmt.Sprintf("%d rows of the post type %q are unmapped: %s. Name the type in the mapping, or take it with --unmapped take", part.Rows, t.PostType, part.Reason))
			}
		}
	}
	return all
}

// Total is the number of rows of the posts table.
func (r *Report) Total() int { return r.total }

// Bucket is the number of rows with a disposition.
func (r *Report) Bucket(d Disposition) int { return r.buckets[d] }

// Kinds returns the number of records of each kind, by kind.
func (r *Report) Kinds() []Field {
	var kinds []Field
	for kind, n := range r.records {
		kinds = append(kinds, Field{Kind: kind, Filled: n, Of: n})
	}
	slices.SortFunc(kinds, func(a, b Field) int { return cmp.Compare(a.Kind, b.Kind) })
	return kinds
}

// PostTypes returns what became of each post type, in the order of the dispositions and then by name.
func (r *Report) PostTypes() []PostType {
	types := []PostType{}
	for name, t := range r.types {
		types = append(types, t.sum(name))
	}
	slices.SortFunc(types, func(a, b PostType) int {
		return cmp.Or(cmp.Compare(rank(a.Disposition), rank(b.Disposition)), cmp.Compare(a.PostType, b.PostType))
	})
	return types
}

func rank(d Disposition) int { return slices.Index(Dispositions(), d) }

func (t *tally) sum(name string) PostType {
	sum := PostType{PostType: name, Label: t.label, Statuses: map[string]int{}}
	for _, part := range t.parts {
		sum.Rows += part.Rows
		for status, n := range part.Statuses {
			sum.Statuses[status] += n
		}
		sum.Parts = append(sum.Parts, *part)
	}
	slices.SortFunc(sum.Parts, func(a, b Part) int {
		migrates := func(p Part) bool { return p.Disposition == Migrate }
		if migrates(a) != migrates(b) {
			return cmp.Compare(rank(a.Disposition), rank(b.Disposition))
		}
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(rank(a.Disposition), rank(b.Disposition)),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Reason, b.Reason))
	})
	sum.Disposition, sum.Kind, sum.Reason = sum.Parts[0].Disposition, sum.Parts[0].Kind, sum.Parts[0].Reason
	return sum
}

// Fields returns the coverage of each field that any record of its kind has, by kind and field.
func (r *Report) Fields() []Field {
	fields := []Field{}
	for key, n := range r.filled {
		fields = append(fields, Field{Kind: key[0], Field: key[1], Filled: n, Of: r.records[key[0]]})
	}
	slices.SortFunc(fields, func(a, b Field) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Field, b.Field))
	})
	return fields
}

// Losses returns how often each loss came up, by code.
func (r *Report) Losses() []Count { return counts(r.losses) }

// Findings returns how often each finding came up, by code.
func (r *Report) Findings() []Count { return counts(r.findings) }

func counts(m map[finding.Code]*counter) []Count {
	all := []Count{}
	for code, c := range m {
		all = append(all, Count{code, c.count, c.posts})
	}
	slices.SortFunc(all, func(a, b Count) int { return cmp.Compare(a.Code, b.Code) })
	return all
}
