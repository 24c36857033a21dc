package output

import (
	"strings"
	"testing"

	"wp2pub/migrate"
)

// kept is the library when two of its posts went whose records are kept: runs over it do not prune.
var kept = changed(library, func(p *post) {
	if p.id == 1 || p.id == 5 {
		p.fate = migrate.Gone
	}
})

func resyncKept(t *testing.T, files Files, overwrite bool) migrate.Summary {
	t.Helper()
	plan := planOf(kept)
	plan.Prune, plan.Overwrite = false, overwrite
	_, summary, err := runOver(New(files, Options{}), kept, plan)
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

// A line that no run makes any more outlives an edit of its file; one that someone took away is no longer held.
func TestStaleLinesInFilesThatSomeoneChanged(t *testing.T) {
	const name = "publication.jsonl"
	stale := func(t *testing.T) (files *Memory, lines []string) {
		files = NewMemory()
		mustSync(t, files, Options{Format: JSONL}, library)
		resyncKept(t, files, false)
		return files, strings.SplitAfter(theirs(files, name), "\n")
	}
	t.Run("edited", func(t *testing.T) {
		files, lines := stale(t)
		write(t, files, name, "theirs\n"+strings.Join(lines[1:], "")) // without the first, and all others elsewhere
		if summary := resyncKept(t, files, false); summary.Counts[migrate.Edited] == 0 {
			t.Errorf("%+v", summary)
		}
		resyncKept(t, files, true)
		if want := strings.Join(lines[1:], ""); theirs(files, name) != want {
			t.Errorf("%s\nwant\n%s", theirs(files, name), want)
		}
	})
	t.Run("gone", func(t *testing.T) {
		files, lines := stale(t)
		if err := files.Remove(name); err != nil {
			t.Fatal(err)
		}
		resyncKept(t, files, false)
		if want := strings.Join(lines[1:4], ""); theirs(files, name) != want {
			t.Errorf("%s\nwant\n%s", theirs(files, name), want)
		}
	})
}

// The files of one site are no matter of another's runs.
func TestLinesOfAnotherSiteAreLeftToItsRuns(t *testing.T) {
	for _, damage := range []string{"", "theirs\n"} {
		files := NewMemory()
		mustSync(t, files, Options{Format: JSONL}, library)
		if err := files.Remove("event.jsonl"); err != nil {
			t.Fatal(err)
		}
		if damage != "" {
			write(t, files, "event.jsonl", damage)
		}
		other := planOf(nil)
		other.Site, other.AddSite, other.Overwrite = "other.example", true, true
		if _, _, err := runOver(New(files, Options{}), nil, other); err != nil || theirs(files, "event.jsonl") != damage {
			t.Fatalf("%v, %q", err, theirs(files, "event.jsonl"))
		}
		if damage != "" {
			if err := files.Remove("event.jsonl"); err != nil {
				t.Fatal(err)
			}
		}
		before := theirs(files, "page.jsonl")
		summary := mustSync(t, files, Options{}, library)
		if summary.Counts[migrate.Edited] != 0 || theirs(files, "event.jsonl") == "" || theirs(files, "page.jsonl") != before {
			t.Errorf("%+v", summary)
		}
	}
}

// Nor are those whose manifest is lost.
func TestUnknownLinesOfAnotherSiteAreLeftToItsRuns(t *testing.T) {
	const name = second + "/page.jsonl"
	others := changed(library, func(p *post) { p.site = second })
	plan := planOf(others)
	plan.Site, plan.AddSite = second, true
	for _, format := range []Format{JSONL, YAML} {
		for _, overwrite := range []bool{false, true} {
			files := NewMemory()
			mustSync(t, files, Options{Format: JSONL}, library)
			if _, _, err := runOver(New(files, Options{}), others, plan); err != nil {
				t.Fatal(err)
			}
			before := theirs(files, name)
			if err := files.Remove(manifestName); err != nil {
				t.Fatal(err)
			}
			own := planOf(library)
			own.Overwrite = true
			_, summary, err := runOver(New(files, Options{Format: format}), library, own)
			if err != nil || summary.Counts[migrate.Edited] != 0 || theirs(files, name) != before {
				t.Errorf("%s: %+v, %v", format, summary, err)
			}
			again := plan
			again.Overwrite = overwrite
			_, summary, err = runOver(New(files, Options{}), others, again)
			if told := summary.Counts[migrate.Edited] != 0; err != nil || told != (format == YAML && !overwrite) || overwrite && format == YAML && theirs(files, name+".local") != before {
				t.Errorf("%s, overwrite %t: %+v, %v", format, overwrite, summary, err)
			}
		}
	}
}
