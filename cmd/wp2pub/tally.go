package main

import (
	"context"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

// tally is an output over the runs of one job, of which each but the last broke off. It keeps count over all of them: what an
// earlier one wrote is no record that stayed as it was, though the last one finds it so.
type tally struct {
	migrate.Output
	past changes
}

// changes is what runs that broke off did to records, by id. Of 500,000 that they created, it takes some 15 MB.
type changes map[string]*migrate.Change

// created is the change of a record of which there is nothing more to say.
var created = &migrate.Change{Action: migrate.Create}

// Begin implements migrate.Output.
func (t *tally) Begin(ctx context.Context, plan migrate.Plan) (migrate.Run, error) {
	tallied, ended := &talliedRun{past: t.past, counted: map[string]migrate.Action{}}, plan.Ended
	plan.Ended = func(summary migrate.Summary, err error) error {
		tallied.recount(summary)
		if ended == nil {
			return nil
		}
		return ended(summary, err)
	}
	run, err := t.Output.Begin(ctx, plan)
	if err != nil {
		return nil, err
	}
	tallied.Run = run
	return tallied, nil
}

// Ahead implements migrate.AheadReader.
func (t *tally) Ahead(ctx context.Context, recalled func([]byte)) (leave func() error, err error) {
	return migrate.Ahead(ctx, t.Output, recalled)
}

type talliedRun struct {
	migrate.Run
	past    changes
	counted map[string]migrate.Action // of records written before: as what the run itself counts them
}

// Put implements migrate.Run.
func (r *talliedRun) Put(rec *record.Record, place migrate.Place, inputs migrate.Inputs) (migrate.Change, error) {
	change, err := r.Run.Put(rec, place, inputs)
	return r.over(change), err
}

// Keep implements migrate.Run.
func (r *talliedRun) Keep(id string) (migrate.Change, error) {
	change, err := r.Run.Keep(id)
	return r.over(change), err
}

// over is what became of a record over all runs.
func (r *talliedRun) over(now migrate.Change) migrate.Change {
	before := r.past[now.ID]
	switch {
	case before != nil && (now.Action == migrate.Unchanged || now.Action == migrate.Update && before.Action == migrate.Create):
		r.counted[now.ID] = now.Action
		whole := *before
		whole.ID, whole.Path = now.ID, now.Path
		return whole
	case now.Action == migrate.Create:
		r.past[now.ID] = created
	case now.Action == migrate.Update, now.Action == migrate.Move:
		kept := now
		r.past[now.ID] = &kept
	}
	return now
}

// recount makes a summary one of all runs.
func (r *talliedRun) recount(summary migrate.Summary) {
	for _, late := range summary.Changes {
		delete(r.counted, late.ID) // counted as what became of it in the end
	}
	for id, as := range r.counted {
		if summary.Counts != nil {
			summary.Counts[as]--
			summary.Counts[r.past[id].Action]++
		}
	}
}
