package output

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate"
)

// lost returns an output of some posts whose manifest is lost.
func lost(t *testing.T, options Options, posts []post) *Memory {
	t.Helper()
	files := NewMemory()
	mustSync(t, files, options, posts)
	if err := files.Remove(manifestName); err != nil {
		t.Fatal(err)
	}
	return files
}

// What became of posts since the manifest was lost is reported in every run, and made so with overwrite.
func TestRecordsWithoutAManifestAreKnown(t *testing.T) {
	next := changed(library, func(p *post) {
		switch p.id {
		case 1:
			p.title = "Another title"
		case 3:
			p.fate = migrate.Forbidden
		case 5:
			p.slug = "renamed"
		}
	})
	for _, format := range []Format{YAML, JSON} {
		options := Options{Format: format}
		files := lost(t, options, library)
		before := tree(t, files)
		for range 2 {
			summary := mustSync(t, files, Options{}, next) // the format is known, too
			if summary.Counts[migrate.Edited] != 3 || summary.Counts[migrate.Unchanged]+summary.Counts[migrate.Move] != 5 {
				t.Errorf("%+v", summary)
			}
			for _, path := range []string{"publication/annual-report", "publication/brief-2-5", "event/launch"} {
				path += format.extension()
				if theirs(files, path) != before[path] {
					t.Errorf("%s was touched", path)
				}
			}
		}
		plan := planOf(next)
		plan.Overwrite = true
		if _, summary, err := runOver(New(files, options), next, plan); err != nil || inPlace(summary) != 0 || summary.Counts[migrate.Edited] != 1 && options.Format != JSONL {
			t.Errorf("with overwrite: %+v, %v", summary, err)
		}
		kept := slices.DeleteFunc(paths(t, files), func(path string) bool { return !strings.HasSuffix(path, ".local") })
		if len(kept) != 3 {
			t.Errorf("%q are kept aside", kept)
		}
		for _, path := range kept {
			if err := files.Remove(path); err != nil {
				t.Fatal(err)
			}
		}
		if err := removeEmpty(files, map[string]bool{"event": true}); err != nil {
			t.Fatal(err)
		}
		sameAsFresh(t, files, options, next)
	}
}

func TestAnotherSitesRecordsWithoutAManifestAreGuarded(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := lost(t, options, library)
		plan := planOf(library)
		plan.Site = "other.example"
		_, _, err := runOver(New(files, Options{}), nil, plan)
		if guarded := (*GuardError)(nil); !errors.As(err, &guarded) || guarded.Guard != OtherSite {
			t.Error(err)
		}
	})
}

// Of files that say that they are one record, the one that is as a run would write it is taken over; all stay.
func TestCopiesOfRecordsWithoutAManifestStay(t *testing.T) {
	files := lost(t, Options{}, library)
	write(t, files, "copies/launch.yaml", theirs(files, "event/launch.yaml"))
	write(t, files, "others.yaml", "theirs")
	var warnings []string
	summary := mustSync(t, files, Options{Warn: func(text string) { warnings = append(warnings, text) }}, library)
	if summary.Counts[migrate.Unchanged] != 8 || theirs(files, "copies/launch.yaml") == "" || theirs(files, "others.yaml") != "theirs" {
		t.Errorf("%+v, %q", summary, paths(t, files))
	}
	if len(warnings) != 2 || !strings.Contains(warnings[1], "copies/launch.yaml") {
		t.Errorf("%q", warnings)
	}
}

// A file of many records that no run writes any more is reported in every run, whatever its format, and kept aside with overwrite.
func TestLinesWithoutAManifestAreReported(t *testing.T) {
	next := changed(library, func(p *post) {
		if p.id == 3 {
			p.fate = migrate.Forbidden
		}
	})
	for _, format := range []Format{JSONL, YAML} {
		files := lost(t, Options{Format: JSONL}, library)
		before := tree(t, files)
		for range 2 {
			summary := mustSync(t, files, Options{Format: format}, next)
			if !slices.ContainsFunc(summary.Changes, func(c migrate.Change) bool { return c.Action == migrate.Edited && c.Path == "event.jsonl" }) || theirs(files, "event.jsonl") != before["event.jsonl"] {
				t.Errorf("%s: %+v", format, summary)
			}
		}
		plan := planOf(next)
		plan.Overwrite = true
		if _, summary, err := runOver(New(files, Options{}), next, plan); err != nil || summary.Counts[migrate.Edited] != 0 || theirs(files, "event.jsonl.local") != before["event.jsonl"] {
			t.Errorf("%s, with overwrite: %+v, %v", format, summary, err)
		}
		for _, path := range paths(t, files) {
			if strings.HasSuffix(path, ".local") {
				files.Remove(path)
			}
		}
		sameAsFresh(t, files, Options{Format: format}, next)
	}
}

// TestADamagedJournalMisleadsNobody damages the journal of a run that was killed. The next run either makes all as a first run
// does, or reports files, and makes all so with overwrite.
func TestADamagedJournalMisleadsNobody(t *testing.T) {
	believed := 0
	for seed := range uint64(400) {
		random := rand.New(rand.NewPCG(seed, 0))
		files := NewMemory()
		mustResync(t, files, Options{}, library)
		resync(New(&faulty{Files: files, at: 40 + random.IntN(60), dead: true}, Options{}), years, planOf(years))
		files.locked = map[string]bool{}
		journal := []byte(theirs(files, journalName))
		if len(journal) == 0 {
			continue
		}
		at, damage := random.IntN(len(journal)), "cut off"
		if random.IntN(3) == 0 {
			journal = journal[:at]
		} else {
			damage = "flipped"
			journal[at] ^= 1 << random.IntN(8)
		}
		write(t, files, journalName, string(journal))
		plan := planOf(years)
		_, summary, err := resync(New(files, Options{}), years, plan)
		if err != nil {
			t.Fatalf("seed %d, %s at %d: %v", seed, damage, at, err)
		}
		if summary.Counts[migrate.Edited] > 0 {
			plan.Overwrite = true
			if _, summary, err = resync(New(files, Options{}), years, plan); err != nil || summary.Counts[migrate.Edited] > 0 {
				t.Fatalf("seed %d, %s at %d: %v %+v", seed, damage, at, err, summary)
			}
			for _, path := range paths(t, files) {
				if strings.HasSuffix(path, ".local") {
					files.Remove(path)
				}
			}
		} else {
			believed++
		}
		fresh := NewMemory()
		mustResync(t, fresh, Options{}, years)
		removeEmpty(files, map[string]bool{"event": true})
		if difference := compareTrees(tree(t, files), tree(t, fresh)); difference != "" {
			t.Fatalf("seed %d, %s at %d: %s", seed, damage, at, difference)
		}
	}
	if believed == 0 {
		t.Error("no damaged journal was good enough")
	}
}
