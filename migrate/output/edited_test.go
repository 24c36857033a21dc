package output

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate"
)

func theirs(files Files, path string) string {
	b, _ := readFile(files, path)
	return string(b)
}

var revised = changed(library, func(p *post) { p.title += ", revised" })

func TestEditedFilesAreLeftAlone(t *testing.T) {
	const path = "publication/annual-report"
	for _, format := range []Format{YAML, JSON} {
		for _, content := range []string{"theirs", ""} {
			files := NewMemory()
			options := Options{Format: format}
			mustSync(t, files, options, library)
			name := path + format.extension()
			if content == "" { // as long as ours
				content = strings.Replace(theirs(files, name), "Annual", "annual", 1)
			}
			write(t, files, name, content)
			for _, posts := range [][]post{library, revised, library} {
				summary := mustSync(t, files, options, posts)
				if summary.Counts[migrate.Edited] != 1 || theirs(files, name) != content {
					t.Errorf("%v: %q", summary, theirs(files, name))
				}
			}
			gone := changed(library, func(p *post) {
				if p.id == 1 {
					p.fate = migrate.Gone
				}
			})
			if summary := mustSync(t, files, options, gone); summary.Counts[migrate.Edited] != 1 || theirs(files, name) != content || len(summary.Changes) != 1 {
				t.Errorf("a deleted post: %+v", summary)
			}
			plan := planOf(revised)
			plan.Overwrite = true
			_, summary, err := runOver(New(files, options), revised, plan)
			if err != nil || summary.Counts[migrate.Edited] != 0 || theirs(files, name+".local") != content {
				t.Errorf("with overwrite: %+v, %v", summary, err)
			}
			if err := files.Remove(name + ".local"); err != nil {
				t.Fatal(err)
			}
			sameAsFresh(t, files, options, revised)
		}
	}
}

func TestAnEditThatIsTakenBackIsNoEdit(t *testing.T) {
	files := NewMemory()
	mustSync(t, files, Options{}, library)
	ours := theirs(files, "event/launch.yaml")
	write(t, files, "event/launch.yaml", "theirs")
	mustSync(t, files, Options{}, library)
	write(t, files, "event/launch.yaml", ours)
	if summary := mustSync(t, files, Options{}, library); summary.Counts[migrate.Edited] != 0 {
		t.Errorf("%+v", summary)
	}
	sameAsFresh(t, files, Options{}, library)
}

func TestEditedLinesAreLeftAlone(t *testing.T) {
	files := NewMemory()
	options := Options{Format: JSONL}
	mustSync(t, files, options, library)
	write(t, files, "publication.jsonl", "theirs\n")
	summary := mustSync(t, files, options, revised)
	if summary.Counts[migrate.Edited] != 5 || summary.Counts[migrate.Update] != 3 || theirs(files, "publication.jsonl") != "theirs\n" {
		t.Errorf("%+v", summary)
	}
	plan := planOf(revised)
	plan.Overwrite = true
	if _, summary, err := runOver(New(files, options), revised, plan); err != nil || summary.Counts[migrate.Update] != 5 || theirs(files, "publication.jsonl.local") != "theirs\n" {
		t.Errorf("with overwrite: %+v, %v", summary, err)
	}
	if err := files.Remove("publication.jsonl.local"); err != nil {
		t.Fatal(err)
	}
	sameAsFresh(t, files, options, revised)
}

func TestFilesOfOthersAreNotWrittenOver(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		name := map[Format]string{YAML: "event/launch.yaml", JSON: "event/launch.json", JSONL: "event.jsonl"}[options.Format]
		files := NewMemory()
		write(t, files, name, "theirs")
		for range 2 {
			summary := mustSync(t, files, options, library)
			if summary.Counts[migrate.Edited] != 1 || theirs(files, name) != "theirs" {
				t.Errorf("%+v", summary)
			}
		}
		if err := files.Remove(name); err != nil {
			t.Fatal(err)
		}
		if summary := mustSync(t, files, options, library); summary.Counts[migrate.Create] != 1 {
			t.Errorf("%+v", summary)
		}
		sameAsFresh(t, files, options, library)
	})
}

func TestMissingFilesAreWrittenAgain(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		mustSync(t, files, options, library)
		name := map[Format]string{YAML: "page/about-8.yaml", JSON: "page/about-8.json", JSONL: "page.jsonl"}[options.Format]
		if err := files.Remove(name); err != nil {
			t.Fatal(err)
		}
		run, err := New(files, options).Begin(context.Background(), planOf(library))
		if err != nil {
			t.Fatal(err)
		}
		if _, known := run.Known(site + ":8"); known {
			t.Error("a record whose file is gone is known")
		}
		if err := run.Abort(); err != nil {
			t.Fatal(err)
		}
		if summary := mustSync(t, files, options, library); summary.Counts[migrate.Create] == 0 {
			t.Errorf("%+v", summary)
		}
		sameAsFresh(t, files, options, library)
	})
}

func TestALostManifestIsRebuilt(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		for _, damage := range []string{"", "rubbish\n", "{}\n{}\n"} {
			files := NewMemory()
			mustSync(t, files, options, library)
			if err := files.Remove(manifestName); err != nil {
				t.Fatal(err)
			}
			warned := 0
			if damage != "" {
				write(t, files, manifestName, damage)
			}
			mine := options
			mine.Warn = func(string) { warned++ }
			summary := mustSync(t, files, mine, library)
			if summary.Counts[migrate.Edited] != 0 || warned != 1 {
				t.Errorf("%q: %+v, %d warnings", damage, summary, warned)
			}
			sameAsFresh(t, files, options, library)
		}
	})
}

func TestThePlanDecidesAsTheRunDoes(t *testing.T) {
	for _, format := range []Format{YAML, JSON, JSONL} {
		for _, next := range []Format{YAML, JSONL} {
			files := NewMemory()
			mustSync(t, files, Options{Format: format}, library)
			write(t, files, "page/x.txt", "theirs")
			if format != JSONL {
				write(t, files, "event/launch"+format.extension(), "theirs")
			}
			before := files.copy()
			planned, plannedSummary, err := runOver(New(NewReadOnly(files), Options{Format: next}), years, planOf(years))
			if err != nil {
				t.Fatal(err)
			}
			if len(before) != len(files.nodes) {
				t.Error("the dry run changed the output")
			}
			for name, n := range before {
				if !files.nodes[name].changed.Equal(n.changed) {
					t.Errorf("the dry run touched %s", name)
				}
			}
			done, doneSummary, err := runOver(New(files, Options{Format: next}), years, planOf(years))
			if err != nil {
				t.Fatal(err)
			}
			if got, want := show(planned, plannedSummary), show(done, doneSummary); got != want {
				t.Errorf("%s to %s: planned\n%s\ndone\n%s", format, next, got, want)
			}
		}
	}
}

func TestTheFirstPlanMakesNoDirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	files := NewOSFiles(dir)
	summary := mustSync(t, NewReadOnly(files), Options{}, library)
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) || summary.Counts[migrate.Create] != 8 {
		t.Errorf("%v, %+v", err, summary)
	}
}

func TestPlantedLinksAreNotFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege there")
	}
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.WriteFile(outside, []byte("theirs"), 0o644); err != nil {
		t.Fatal(err)
	}
	check := func(name string, plant func(path string) error, wantEdited int) {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.MkdirAll(filepath.Join(dir, "event"), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := plant(filepath.Join(dir, "event", "launch.yaml")); err != nil {
				t.Fatal(err)
			}
			files := NewOSFiles(dir)
			defer files.Close()
			summary := mustSync(t, files, Options{}, library)
			left := slices.DeleteFunc(slices.Clone(summary.Changes), func(c migrate.Change) bool { return c.Action != migrate.Edited })
			if summary.Counts[migrate.Edited] != wantEdited || len(left) != wantEdited || left[0].Path != "event/launch.yaml" {
				t.Errorf("%+v", summary)
			}
			plan := planOf(library)
			plan.Overwrite = true
			if _, _, err := runOver(New(files, Options{}), library, plan); err != nil {
				t.Fatal(err)
			}
			if b, err := os.ReadFile(outside); err != nil || string(b) != "theirs" {
				t.Errorf("outside is %q, %v", b, err)
			}
		})
	}
	check("symlink", func(path string) error { return os.Symlink(outside, path) }, 1)
	check("hard link", func(path string) error { return os.Link(outside, path) }, 1)
	check("folder", func(path string) error { return os.MkdirAll(path, 0o755) }, 1)
	check("dangling", func(path string) error { return os.Symlink(outside+"-none", path) }, 1)
	if _, err := os.Lstat(outside + "-none"); err == nil {
		t.Error("a file was made through a dangling link")
	}
}
