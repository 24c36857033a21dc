package migrate

import (
	"slices"

	"wp2pub/mapping"
	"wp2pub/migrate/finding"
	"wp2pub/migrate/record"
	"wp2pub/migrate/report"
)

// statesOf says what became of each field of a record that a draft made.
func statesOf(r *record.Record, draft mapping.Draft, log *finding.Log) []report.FieldState {
	assigned := make([]report.Assigned, len(draft.Assignments))
	for i, a := range draft.Assignments {
		assigned[i] = report.Assigned{Target: a.Target, Origin: a.Origin}
		assigned[i].Failed = a.Value == nil && slices.ContainsFunc(a.Tried, func(t mapping.Attempt) bool { return t.Err != nil })
	}
	return report.States(r.Filled(), assigned, log)
}

// commit writes the records of one post and accounts for its row.
func (e *engine) commit(m made, run Run) error {
	var accounts []report.Account
	for _, f := range m.records {
		change, err := run.Put(f.record, f.place, inputsOf(m.inputs))
		if err != nil {
			return err
		}
		e.noteChange(change, f.record.Kind)
		accounts = append(accounts, e.report.AddRecord(f.record, f.states, f.log, change.Path))
		if err := e.export(f.record); err != nil {
			return err
		}
	}
	e.account(m)
	e.remember(m, accounts)
	return nil
}

// noteChange notes what became of a record in the output.
func (e *engine) noteChange(c Change, kind string) {
	if e.options.KeepChanges {
		e.kinds[c.ID] = kind
	}
	if c.Action != Create {
		e.old++
	}
	if c.Action == Update {
		e.updated[c.ID] = true
	}
	if c.Action != Unchanged {
		e.report.AddChange(e.changed(c))
	}
}

// account notes what became of a post's row.
func (e *engine) account(m made) {
	e.decided[m.entry] = true
	for _, key := range m.taken {
		e.taken[key] = true
	}
	if m.row.Disposition == report.Reject {
		e.rejected[m.row.PostID] = true
	}
	if m.row.Disposition == report.Reject || e.options.KeepRows {
		m.row.Title = e.site.View().Reference(m.row.PostID).Title // of public posts only
	}
	if m.withheld {
		e.withheld[m.row.PostID] = m.row.Reason
	}
	e.judge(m)
	e.report.AddRow(m.row, m.label, m.kind)
}

// changed is a change as reports show it.
func (e *engine) changed(c Change) report.Change {
	change := report.Change{Action: string(c.Action), ID: c.ID, Kind: e.kinds[c.ID], Path: c.Path, OldPath: c.OldPath, Fields: c.Fields}
	if c.Action == Remove || c.Action == Stale || c.Action == Edited && c.Gone {
		change.Reason = e.whyGone(c.ID)
	}
	return change
}

// finish takes over what the output did in the end.
func (e *engine) finish(s Summary) {
	var late []report.Change
	movedAndChanged := 0
	for _, c := range s.Changes {
		late = append(late, e.changed(c))
		if c.Action == Move && e.updated[c.ID] {
			movedAndChanged++
		}
	}
	e.report.AddLate(late)
	e.warnUntaken()
	e.report.Records = report.Records{
		Create: s.Counts[Create], Update: s.Counts[Update], Move: s.Counts[Move], Remove: s.Counts[Remove],
		Stale: s.Counts[Stale], Unchanged: s.Counts[Unchanged], Edited: s.Counts[Edited], MovedAndChanged: movedAndChanged,
	}
	e.report.Idle = e.options.Mapping.Idle(e.decided)
	e.judgeExpectations()
	e.report.Sort()
}
