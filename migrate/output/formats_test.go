package output

import (
	"testing"

	"wp2pub/migrate"
)

// A file of someone else on the path that a record would have in another format stops it: the record stays as it was, is
// reported, and follows once the path is free.
func TestARecordInWhoseWayAFileStandsKeepsItsFormat(t *testing.T) {
	for _, c := range []struct {
		from, to  Format
		way, kept string
		edited    int
	}{
		{YAML, JSON, "event/launch.json", "event/launch.yaml", 1},
		{YAML, JSONL, "publication.jsonl", "publication/annual-report.yaml", 5},
		{JSON, JSONL, "event.jsonl", "event/launch.json", 1},
	} {
		files := NewMemory()
		mustResync(t, files, Options{Format: c.from}, library)
		before := theirs(files, c.kept)
		write(t, files, c.way, "theirs")
		for range 2 {
			summary := mustResync(t, files, Options{Format: c.to}, library)
			if summary.Counts[migrate.Edited] != c.edited || theirs(files, c.way) != "theirs" || theirs(files, c.kept) != before {
				t.Errorf("%s to %s: %+v; %q", c.from, c.to, summary, theirs(files, c.kept))
			}
		}
		if err := files.Remove(c.way); err != nil {
			t.Fatal(err)
		}
		mustResync(t, files, Options{Format: c.to}, library)
		resyncedAsFresh(t, files, Options{Format: c.to}, library)
	}
}

// With overwrite, an edited file of the format before is kept aside, whatever becomes of its record.
func TestAnEditedFileOfAnotherFormatIsKeptAside(t *testing.T) {
	for _, to := range []Format{JSON, JSONL} {
		for _, fate := range []migrate.Fate{"", migrate.Forbidden} {
			files := NewMemory()
			mustResync(t, files, Options{Format: YAML}, library)
			write(t, files, "event/launch.yaml", "theirs")
			posts := changed(library, func(p *post) {
				if p.id == 3 {
					p.fate = fate
				}
			})
			plan := planOf(posts)
			plan.Overwrite = true
			if _, _, err := resync(New(files, Options{Format: to}), posts, plan); err != nil {
				t.Fatal(err)
			}
			if got := theirs(files, "event/launch.yaml.local"); got != "theirs" {
				t.Errorf("to %s, %q: kept aside is %q", to, fate, got)
			}
			if there, _ := exists(files, "event/launch.yaml"); there {
				t.Errorf("to %s, %q: it stands there still", to, fate)
			}
		}
	}
}

// What someone edits between a run that was killed and the next is no leftover of ours.
func TestAnEditAmidAChangeOfFormatIsKept(t *testing.T) {
	for _, to := range []Format{JSON, JSONL} {
		for at := 1; ; at++ {
			files := NewMemory()
			mustResync(t, files, Options{Format: YAML}, library)
			f := &faulty{Files: files, at: at, dead: true}
			_, _, err := resync(New(f, Options{Format: to}), library, planOf(library))
			files.locked = map[string]bool{}
			if there, _ := exists(files, "event/launch.yaml"); !there || err == nil {
				break
			}
			write(t, files, "event/launch.yaml", "theirs")
			mustResync(t, files, Options{Format: to}, library)
			if got := theirs(files, "event/launch.yaml"); got != "theirs" {
				t.Fatalf("to %s, killed at operation %d: the edited file is %q", to, at, got)
			}
		}
	}
}
