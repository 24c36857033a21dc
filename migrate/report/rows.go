package report

import (
	"cmp"
	"fmt"
	"slices"
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
	Internal    bool        `json:"internal,omitempty"` // of an excluded row: of a type that the site keeps for itself, not content
	Reason      string      `json:"reason,omitempty"`
	RecordIDs   []string    `json:"record_ids,omitempty"`
	Title       string      `json:"title,omitempty"` // where its post is public
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
	Internal    bool           `json:"internal,omitempty"` // as in Row
	Reason      string         `json:"reason"`
	Rows        int            `json:"rows"`
	Statuses    map[string]int `json:"statuses"`
}

type partKey struct {
	disposition  Disposition
	internal     bool
	kind, reason string
}

type tally struct {
	label string
	parts map[partKey]*Part
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
	key := partKey{row.Disposition, row.Internal, kind, row.Reason}
	part := t.parts[key]
	if part == nil {
		part = &Part{Disposition: row.Disposition, Kind: kind, Internal: row.Internal, Reason: row.Reason, Statuses: map[string]int{}}
		t.parts[key] = part
	}
	part.Rows++
	part.Statuses[row.Status]++
	if row.Disposition == Reject {
		r.Rejected = append(r.Rejected, row)
	}
	if row.Disposition == Unmapped && r.KeepRecords {
		r.Unmapped = append(r.Unmapped, row)
	}
	if r.KeepRows {
		r.Rows = append(r.Rows, row)
	}
}

// AddPostTypes accounts for all rows of a run at once, by what its report said of them. Rejected rows are listed by themselves.
func (r *Report) AddPostTypes(types []PostType, rejected []Row) {
	r.types, r.buckets = map[string]*tally{}, map[Disposition]int{}
	for _, typ := range types {
		t := &tally{typ.Label, map[partKey]*Part{}}
		r.types[typ.PostType] = t
		for _, part := range typ.Parts {
			t.parts[partKey{part.Disposition, part.Internal, part.Kind, part.Reason}] = &part
			r.buckets[part.Disposition] += part.Rows
			r.total += part.Rows
		}
	}
	r.Rejected = append(r.Rejected, rejected...)
}

// UnmappedTypes says of each post type that nothing speaks of how many rows it has, for people: what may be lost
// without anyone having decided so.
func (r *Report) UnmappedTypes() []string {
	var all []string
	for _, t := range r.PostTypes() {
		for _, part := range t.Parts {
			if part.Disposition == Unmapped {
				all = append(all, fmt.Sprintf("%s of the post type %q %s unmapped: %s. Name the type in the mapping, or take it with --unmapped take",
					Plural(part.Rows, "row", "rows"), t.PostType, map[bool]string{true: "is", false: "are"}[part.Rows == 1], part.Reason))
			}
		}
	}
	return all
}

// Total is the number of rows of the posts table.
func (r *Report) Total() int { return r.total }

// Bucket is the number of rows with a disposition.
func (r *Report) Bucket(d Disposition) int { return r.buckets[d] }

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
