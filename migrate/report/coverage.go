package report

import (
	"cmp"
	"slices"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// Field is the coverage of one field in the records of one kind. Filled, Empty and Invalid add up to Of.
type Field struct {
	Kind    string `json:"kind"`
	Field   string `json:"field"`
	Filled  int    `json:"filled"`
	Empty   int    `json:"empty"`
	Invalid int    `json:"invalid"` // there was a value, and the field could not take it
	Of      int    `json:"of"`
	Rules   []Rule `json:"rules,omitempty"` // what filled it, most first
}

// Everywhere reports whether the field says nothing about coverage: every record has it, or its members are listed.
func (f Field) Everywhere() bool { return slices.Contains(everywhere, f.Field) && f.Invalid == 0 }

// Rule is what filled a field, as the mapping writes it, and in how many records.
type Rule struct {
	Origin string `json:"origin"`
	Count  int    `json:"count"`
}

// Entry is one record in a list of all.
type Entry struct {
	ID        string `json:"id"`
	Kind      string `json:"kind"`
	Title     string `json:"title,omitempty"`
	Issued    string `json:"issued,omitempty"` // as precisely as the record knows
	Language  string `json:"language,omitempty"`
	Path      string `json:"path"`
	PostID    int64  `json:"post_id"`
	Losses    int    `json:"losses"`    // how much it lost that nobody asked for: the sum of their counts
	Findings  int    `json:"findings"`  // how many there are
	Uncertain bool   `json:"uncertain"` // one of them says that a reading may be wrong
}

// Assigned is what a mapping made of one target of a record.
type Assigned struct {
	Target string
	Origin string // what filled it, as the mapping writes it; empty: nothing did
	Failed bool   // there was a value that could not be made one of this target

	filled bool // the target has a value
}

// State says what became of a field.
type State int

// The states.
const (
	Filled State = iota
	Empty
	Invalid
)

// FieldState is what became of one field of one record.
type FieldState struct {
	Field  string
	State  State
	Origin string // of what filled it; empty: every record has it by itself
}

// coverage counts the records of one kind and their fields.
type coverage struct {
	records int
	fields  map[string]*fieldTally
}

type fieldTally struct {
	filled, invalid int
	rules           map[string]int
}

// Account is what one record adds to a report.
type Account struct {
	Kind     string
	Post     int64 // ID of its post
	Fields   []FieldState
	Losses   []Lost
	Findings []Found
	MainFile uint64 // hash of the address of its main download; 0: it has none
}

// Lost is how much of something a record lost.
type Lost struct {
	Code  finding.Code
	Count int
}

// Found is something doubtful in a record, and where.
type Found struct {
	Code  finding.Code
	Field string
}

func accountOf(rec *record.Record, fields []FieldState, log *finding.Log) Account {
	a := Account{Kind: rec.Kind, Post: rec.Source.PostID, Fields: fields, MainFile: hashOfFile(rec)}
	for _, l := range log.Losses() {
		a.Losses = append(a.Losses, Lost{l.Code, l.Count})
	}
	for _, f := range log.Findings() {
		a.Findings = append(a.Findings, Found{f.Code, f.Field})
	}
	return a
}

// AddRecord accounts for one record: what became of its fields, what it lost and what is doubtful, and where it goes. It
// returns what the record adds, by which it can be accounted for again.
func (r *Report) AddRecord(rec *record.Record, fields []FieldState, log *finding.Log, path string) Account {
	a := accountOf(rec, fields, log)
	r.AddAccount(a)
	if r.KeepRecords {
		r.Made = append(r.Made, entry(rec, log, path))
	}
	return a
}

// AddAccount accounts for a record that was not made again and need not be listed.
func (r *Report) AddAccount(a Account) {
	if r.kinds == nil {
		r.kinds = map[string]*coverage{}
	}
	k := r.kinds[a.Kind]
	if k == nil {
		k = &coverage{fields: map[string]*fieldTally{}}
		r.kinds[a.Kind] = k
	}
	k.records++
	for _, f := range a.Fields {
		k.add(f)
	}
	if a.MainFile != 0 {
		r.files = append(r.files, mainFile{a.MainFile, a.Post})
	}
	r.addNotes(a)
}

func (k *coverage) add(f FieldState) {
	t := k.fields[f.Field]
	if t == nil {
		t = &fieldTally{rules: map[string]int{}}
		k.fields[f.Field] = t
	}
	switch f.State {
	case Filled:
		t.filled++
		if f.Origin != "" {
			t.rules[f.Origin]++
		}
	case Invalid:
		t.invalid++
	}
}

// entry keeps none of the record's texts alive but its own.
func entry(rec *record.Record, log *finding.Log, path string) Entry {
	e := Entry{ID: rec.ID, Kind: rec.Kind, Title: strings.Clone(rec.Title), Issued: strings.Clone(rec.Issued), Language: strings.Clone(rec.Language),
		Path: path, PostID: rec.Source.PostID, Findings: len(log.Findings())}
	for _, l := range log.Losses() {
		if !l.Code.AskedFor() {
			e.Losses += l.Count
		}
	}
	e.Uncertain = slices.ContainsFunc(log.Findings(), func(f finding.Finding) bool { return f.Code == finding.Uncertain })
	return e
}

// Kinds returns the number of records of each kind, by kind.
func (r *Report) Kinds() []Field {
	var kinds []Field
	for kind, k := range r.kinds {
		kinds = append(kinds, Field{Kind: kind, Filled: k.records, Of: k.records})
	}
	slices.SortFunc(kinds, func(a, b Field) int { return cmp.Compare(a.Kind, b.Kind) })
	return kinds
}

// Fields returns the coverage of each field that any record of its kind has, or that the mapping assigns, by kind and
// field.
func (r *Report) Fields() []Field {
	fields := []Field{}
	for kind, k := range r.kinds {
		for name, t := range k.fields {
			f := Field{Kind: kind, Field: name, Filled: t.filled, Invalid: t.invalid, Empty: k.records - t.filled - t.invalid, Of: k.records}
			for origin, n := range t.rules {
				f.Rules = append(f.Rules, Rule{origin, n})
			}
			slices.SortFunc(f.Rules, func(a, b Rule) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Origin, b.Origin)) })
			fields = append(fields, f)
		}
	}
	slices.SortFunc(fields, func(a, b Field) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Field, b.Field))
	})
	return fields
}
