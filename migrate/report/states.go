package report

import (
	"slices"
	"strings"

	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
)

// States says what became of each field of a record: of those in filled, as record.Filled lists them, of those that the
// mapping assigned, and of those that the log says a value could not stand in. What is filled stays so, whatever the
// log doubts in it. Of an object that was assigned whole, each member counts.
func States(filled []string, assigned []Assigned, log *finding.Log) []FieldState {
	byTarget := make(targets, len(assigned))
	for i := range assigned {
		byTarget[assigned[i].Target] = &assigned[i]
	}
	states := make([]FieldState, 0, len(filled)+len(assigned))
	for _, name := range filled {
		s := FieldState{Field: name}
		if a := byTarget.filling(name); a != nil {
			s.Origin = a.Origin
		}
		states = append(states, s)
	}
	for i := range assigned {
		a := &assigned[i]
		if a.filled || strings.HasSuffix(a.Target, "*") {
			continue
		}
		s := FieldState{Field: a.Target, State: Empty}
		if a.Failed {
			s.State = Invalid
		}
		states = append(states, s)
	}
	for _, path := range misfits(log) {
		states = markInvalid(states, path)
	}
	return states
}

// targets are assignments by their target.
type targets map[string]*Assigned

// filling finds the assignment that filled a field: its own, else that of the object it is a member of.
func (t targets) filling(field string) *Assigned {
	a := t[field]
	if a != nil {
		a.filled = true
	}
	if a == nil || a.Origin == "" {
		above, _, _ := strings.Cut(field, ".")
		a = t[above]
	}
	if a == nil || a.Origin == "" {
		return nil
	}
	return a
}

// misfits lists the fields of which the log says that a value did not fit.
func misfits(log *finding.Log) []string {
	var paths []string
	for _, f := range log.Findings() {
		switch f.Code {
		case finding.ValueInvalid, finding.TypeMismatch, finding.DateImpossible:
			if path := withoutRows(f.Field); path != "" && !slices.Contains(paths, path) {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

// markInvalid marks the empty fields that a misfit concerns. One of the record itself that has no state yet gets one.
func markInvalid(states []FieldState, path string) []FieldState {
	known := false
	for i := range states {
		s := &states[i]
		holds := covers(s.Field, path) && (s.Field == path || !slices.Contains(objects, s.Field))
		if holds && s.State == Empty {
			s.State = Invalid
		}
		known = known || holds || covers(path, s.Field)
	}
	head, _, _ := strings.Cut(path, ".")
	if !known && slices.Contains(record.Keys(), head) {
		states = append(states, FieldState{Field: path, State: Invalid})
	}
	return states
}

// objects are the keys whose members are fields of their own.
var objects = []string{"series", "identifiers", "event", "body", "fields"}

// covers reports whether a path is another one or stands below it.
func covers(above, path string) bool {
	return path == above || strings.HasPrefix(path, above) && path[len(above)] == '.'
}

// withoutRows takes the numbers of rows out of a path: acf.authors.0.name is acf.authors.name.
func withoutRows(path string) string {
	if !strings.ContainsAny(path, "0123456789") {
		return path
	}
	parts := strings.Split(path, ".")
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool {
		return part != "" && strings.Trim(part, "0123456789") == ""
	}), ".")
}
