package report

import (
	"slices"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

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
	r.account(a).add(a.Fields, 1)
	if r.KeepRecords {
		r.Made = append(r.Made, entry(rec, log, path))
	}
	return a
}

// AddAccount accounts for a record that was not made again and need not be listed. Where such records share one list of fields,
// it is gone through once for all of them; it must not be changed.
func (r *Report) AddAccount(a Account) {
	if k := r.account(a); len(a.Fields) > 0 {
		k.addShared(a.Fields)
	}
}

// account accounts for all of a record but its fields, and returns what counts them.
func (r *Report) account(a Account) *coverage {
	if r.kinds == nil {
		r.kinds = map[string]*coverage{}
	}
	k := r.kinds[a.Kind]
	if k == nil {
		k = &coverage{fields: map[string]*fieldTally{}, lists: map[*FieldState]*listTally{}}
		r.kinds[a.Kind] = k
	}
	k.records++
	if a.MainFile != 0 {
		r.files = append(r.files, mainFile{a.MainFile, a.Post})
	}
	r.addNotes(a)
	return k
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
