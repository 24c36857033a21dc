package output

import (
	"slices"
	"testing"

	"wp2pub/migrate"
)

// killedAnywhere kills a run at each of its operations, and lets someone write to a file and runs follow.
func killedAnywhere(t *testing.T, format Format, posts []post, plan migrate.Plan, name string, before func(files Files), check func(t *testing.T, at int, files *Memory, written bool)) {
	t.Helper()
	base := NewMemory()
	mustResync(t, base, Options{Format: format}, library)
	if before != nil {
		before(base)
	}
	for at := 1; ; at++ {
		files := NewMemory()
		files.nodes, files.now = base.copy(), base.now
		f := &faulty{Files: files, at: at, dead: true}
		resync(New(f, Options{}), posts, plan)
		if f.count < at {
			return
		}
		files.locked = map[string]bool{}
		there := theirs(files, name) != ""
		if there {
			write(t, files, name, theirs(files, name)+"theirs\n")
		}
		check(t, at, files, there)
	}
}

// An edit between a run that was killed and the next stays, and with overwrite is kept aside; nothing else suffers from it.
func TestAnEditAfterAKillIsKept(t *testing.T) {
	edits := 0
	for name, format := range map[string]Format{"publication.jsonl": JSONL, "publication/brief-2-1.yaml": YAML} {
		for _, overwrite := range []bool{false, true} {
			killedAnywhere(t, format, years, planOf(years), name, nil, func(t *testing.T, at int, files *Memory, written bool) {
				if !written {
					return
				}
				edits++
				wrote := theirs(files, name)
				plan := planOf(years)
				plan.Overwrite = overwrite
				_, summary, err := resync(New(files, Options{}), years, plan)
				switch {
				case err != nil:
					t.Fatalf("%s, killed at %d: %v", name, at, err)
				case overwrite && theirs(files, name+".local") != wrote, !overwrite && (theirs(files, name) != wrote || summary.Counts[migrate.Edited] == 0):
					t.Fatalf("%s, killed at %d, overwrite %t: the edit is lost: %+v", name, at, overwrite, summary)
				case overwrite:
					files.Remove(name + ".local")
					resyncedAsFresh(t, files, Options{Format: format}, years)
				}
			})
		}
	}
	if edits < 50 {
		t.Errorf("only %d edits", edits)
	}
}

// A record that was to go, and whose edited file was to be kept aside, is not forgotten before it is.
func TestAnEditedRecordThatGoesIsRememberedWhenKilled(t *testing.T) {
	const name = "event/launch.yaml"
	plan := planOf(years)
	plan.Overwrite = true
	edit := func(files Files) { write(t, files, name, "theirs\n") }
	killedAnywhere(t, YAML, years, plan, name, edit, func(t *testing.T, at int, files *Memory, there bool) {
		_, summary, err := resync(New(files, Options{}), years, planOf(years))
		told := slices.ContainsFunc(summary.Changes, func(c migrate.Change) bool { return c.Action == migrate.Edited && c.Path == name })
		if err != nil || told != there {
			t.Fatalf("killed at %d: there %t, told of %t, %v", at, there, told, err)
		}
	})
}
