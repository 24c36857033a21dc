package report

import (
	"cmp"
	"slices"
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
	lists   map[*FieldState]*listTally // lists of fields that records share and that are not counted in fields yet, by their first one
}

type listTally struct {
	fields  []FieldState
	records int
}

type fieldTally struct {
	filled, invalid int
	rules           map[string]int
}

// addShared counts the fields of a record whose list others may share.
func (k *coverage) addShared(fields []FieldState) {
	shared := k.lists[&fields[0]]
	switch {
	case shared == nil:
		k.lists[&fields[0]] = &listTally{fields, 1}
	case len(shared.fields) == len(fields):
		shared.records++
	default: // a part of another list
		k.add(fields, 1)
	}
}

// settle counts what was put off.
func (k *coverage) settle() {
	for _, l := range k.lists {
		k.add(l.fields, l.records)
	}
	clear(k.lists)
}

// add counts the fields of so many records that have the same.
func (k *coverage) add(fields []FieldState, records int) {
	for _, f := range fields {
		t := k.fields[f.Field]
		if t == nil {
			t = &fieldTally{rules: map[string]int{}}
			k.fields[f.Field] = t
		}
		switch f.State {
		case Filled:
			t.filled += records
			if f.Origin != "" {
				t.rules[f.Origin] += records
			}
		case Invalid:
			t.invalid += records
		}
	}
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
		k.settle()
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
