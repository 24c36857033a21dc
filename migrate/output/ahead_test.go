package output

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wp2pub/migrate"
)

// lookedAhead looks ahead in an output.
func lookedAhead(t *testing.T, d *Directory) (leave func()) {
	t.Helper()
	left, err := d.Ahead(context.Background(), func([]byte) {})
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		if err := left(); err != nil {
			t.Error(err)
		}
	}
}

func TestAheadOfNothingLeavesNoTrace(t *testing.T) {
	files := NewMemory()
	lookedAhead(t, New(files, Options{}))()
	if names, err := files.ReadDir("."); err != nil || len(names) > 0 {
		t.Errorf("%v, %v", names, err)
	}
}

func TestWhoLooksAheadHoldsTheOutput(t *testing.T) {
	files := NewOSFiles(t.TempDir())
	mustSync(t, files, Options{}, library)
	leave := lookedAhead(t, New(files, Options{}))
	other := New(files, Options{})
	var locked *LockedError
	if _, err := other.Ahead(context.Background(), func([]byte) {}); !errors.As(err, &locked) {
		t.Errorf("a second one that looks ahead: %v", err)
	}
	if _, _, err := runOver(other, library, planOf(library)); !errors.As(err, &locked) {
		t.Errorf("a run: %v", err)
	}
	leave()
	leave()
	d := New(files, Options{})
	leave = lookedAhead(t, d)
	plan := planOf(library)
	plan.Site = "other.example.org"
	var guard *GuardError
	if _, _, err := runOver(d, library, plan); !errors.As(err, &guard) {
		t.Errorf("another site: %v", err)
	}
	leave()
	mustSync(t, files, Options{}, library)
}

// TestEditsAfterALookAhead edits files between the look ahead and the run: they count as edited, in this run and those to come.
func TestEditsAfterALookAhead(t *testing.T) {
	const path = "publication/annual-report.yaml"
	gone := changed(library, func(p *post) {
		if p.id == 1 {
			p.fate = migrate.Gone
		}
	})
	for name, posts := range map[string][]post{"unchanged": library, "changed": revised, "gone": gone} {
		t.Run(name, func(t *testing.T) {
			files := NewMemory()
			mustSync(t, files, Options{}, library)
			mustSync(t, files, Options{}, library) // so that a mark is set
			d := New(files, Options{})
			leave := lookedAhead(t, d)
			<-d.ahead.done
			if d.ahead.session == nil {
				t.Fatal("nothing was looked at")
			}
			write(t, files, path, "theirs")
			if _, _, err := runOver(d, posts, planOf(posts)); err != nil {
				t.Fatal(err)
			}
			leave()
			if summary := mustSync(t, files, Options{}, posts); summary.Counts[migrate.Edited] != 1 || theirs(files, path) != "theirs" {
				t.Errorf("%v: %q", summary, theirs(files, path))
			}
		})
	}
}

// TestAheadOfDamagedManifest holds that nothing is taken over of what a manifest says that is not whole, however many of its lines can be read.
func TestAheadOfDamagedManifest(t *testing.T) {
	for name, damage := range map[string]func(string) string{
		"cut off":                func(text string) string { return text[:len(text)*2/3] },
		"without its foot":       func(text string) string { return text[:strings.LastIndex(strings.TrimSpace(text), "\n")+1] },
		"another path":           func(text string) string { return strings.Replace(text, "publication/", "../publication/", 1) },
		"a line that is no JSON": func(text string) string { return strings.Replace(text, `{"id"`, `{id`, 1) },
		"empty":                  func(string) string { return "" },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustSync(t, NewOSFiles(dir), Options{}, library)
			file := filepath.Join(dir, filepath.FromSlash(manifestName))
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(damage(string(text))), 0o644); err != nil {
				t.Fatal(err)
			}
			d := New(NewOSFiles(dir), Options{})
			leave := lookedAhead(t, d)
			<-d.ahead.done
			if d.ahead.session != nil {
				t.Errorf("it holds %d records", len(d.ahead.session.held.list))
			}
			if _, _, err := runOver(d, library, planOf(library)); err != nil {
				t.Error(err)
			}
			leave()
			if after, err := os.ReadFile(file); err != nil || string(after) != string(text) {
				t.Errorf("the manifest is\n%s\nand was\n%s", after, text)
			}
		})
	}
}
