package output

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"wp2pub/migrate"
)

// besideRun is a run over the library in which b is made as an export is.
func besideRun(d *Directory, b *Beside, plan migrate.Plan, content string) error {
	plan.Settled = func(path func(string) string) error {
		if path(site+":1") == "" || path("nobody:1") != "" {
			return errors.New("the paths of records are not known")
		}
		return b.Install()
	}
	run, err := d.Begin(context.Background(), plan)
	if err != nil {
		return err
	}
	if err := b.Begin(); err != nil {
		return errors.Join(err, run.Abort())
	}
	if _, err := io.WriteString(b, content); err != nil {
		return errors.Join(err, b.Drop(), run.Abort())
	}
	for _, p := range library {
		for _, r := range p.records() {
			if _, err := run.Put(r, p.place, p.inputs); err != nil {
				return errors.Join(err, b.Drop(), run.Abort())
			}
		}
	}
	_, err = run.Finish()
	return errors.Join(err, b.Drop())
}

const besideName = besideDir + "/all.txt"

func TestAFileBesideTheRecordsIsWrittenIfItDiffers(t *testing.T) {
	for _, format := range []Format{YAML, JSONL} {
		files := NewMemory()
		options := Options{Format: format}
		d := New(files, options)
		var before Info
		for i, content := range []string{"one", "one", "two"} {
			if err := besideRun(d, d.Beside("all.txt"), planOf(library), content); err != nil {
				t.Fatal(err)
			}
			info, err := files.Lstat(besideName)
			if err != nil || theirs(files, besideName) != content {
				t.Fatalf("%q stands there, want %q: %v", theirs(files, besideName), content, err)
			}
			if same := info.Changed.Equal(before.Changed); i > 0 && same != (i == 1) {
				t.Errorf("%s: written again: %v", content, !same)
			}
			before = info
			if there, _ := exists(files, tmpDir); there {
				t.Error("temporaries are left")
			}
		}
		if err := files.Remove(besideName); err != nil {
			t.Fatal(err)
		}
		if err := files.Remove(besideDir); err != nil {
			t.Fatal(err)
		}
		sameAsFresh(t, files, options, library)
	}
}

func TestARunThatStopsLeavesTheFilesBeside(t *testing.T) {
	files := NewMemory()
	d := New(files, Options{})
	if err := besideRun(d, d.Beside("all.txt"), planOf(library), "one"); err != nil {
		t.Fatal(err)
	}
	extra := append(changed(library, func(*post) {}), post{id: 50, kind: "page", slug: "more-1"}, post{id: 51, kind: "page", slug: "more-2"}, post{id: 52, kind: "page", slug: "more-3"}, post{id: 53, kind: "page", slug: "more-4"})
	mustSync(t, files, Options{}, extra)
	plan := planOf(library)
	plan.MaxRemove = migrate.Limit{N: 1}
	var guard *GuardError
	if err := besideRun(d, d.Beside("all.txt"), plan, "two"); !errors.As(err, &guard) {
		t.Fatalf("no guard stopped it: %v", err)
	}
	if got := theirs(files, besideName); got != "one" {
		t.Errorf("%q stands there after a guard", got)
	}
	for steps := 1; steps < 400; steps++ {
		base := NewMemory()
		base.nodes = files.copy()
		broken := &faulty{Files: base, at: steps}
		d := New(broken, Options{})
		err := besideRun(d, d.Beside("all.txt"), planOf(library), "two")
		content := theirs(base, besideName)
		if content != "one" && content != "two" || err == nil && content != "two" {
			t.Fatalf("after %d steps %q stands there: %v", steps, content, err)
		}
		if broken.count < steps {
			return
		}
	}
	t.Error("no run came to its end without a fault")
}

func TestAnOutputsSecondSiteHasItsOwnFilesBeside(t *testing.T) {
	files := NewMemory()
	mustSync(t, files, Options{}, library)
	d := New(files, Options{})
	run, err := d.Begin(context.Background(), migrate.Plan{Site: "other.example.org", Posts: 1, AddSite: true})
	if err != nil {
		t.Fatal(err)
	}
	b := d.Beside("all.txt")
	if err := errors.Join(b.Begin(), b.Install(), b.Drop()); err != nil {
		t.Fatal(err)
	}
	if _, err := run.Finish(); err != nil || b.String() != besideDir+"/other.example.org/all.txt" {
		t.Fatal(b.String(), err)
	}
	if there, err := exists(files, b.String()); !there || err != nil {
		t.Error(there, err)
	}
}

func TestAFileBesideMayStandElsewhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "all.txt")
	for _, content := range []string{"one", "two"} {
		b := NewBeside(path)
		if err := b.Begin(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(b, "draft of "+content); err != nil {
			t.Fatal(err)
		}
		draft, err := b.Again()
		if err != nil {
			t.Fatal(err)
		}
		written, err := io.ReadAll(draft)
		if err := errors.Join(err, draft.Close()); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Write([]byte(strings.TrimPrefix(string(written), "draft of "))); err != nil {
			t.Fatal(err)
		}
		if content == "two" {
			if err := b.Drop(); err != nil {
				t.Fatal(err)
			}
		} else if err := b.Install(); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != "one" {
			t.Errorf("%q, %v", got, err)
		}
		if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
			t.Errorf("temporaries are left: %v", entries)
		}
	}
	if runtime.GOOS == "windows" {
		return
	}
	link := path + ".link"
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := NewBeside(link).Begin(); !errors.Is(err, errNotRegular) {
		t.Errorf("a link: %v", err)
	}
	if err := NewBeside(filepath.Join(path, "x")).Begin(); err == nil {
		t.Error("a folder that is none")
	}
	if err := NewBeside(filepath.Join(filepath.Dir(path), "none", "x")).Begin(); err == nil {
		t.Error("a folder that is not there")
	}
}

// TestAFileBesideThatNoRunMakesAnyMoreIsToldOf holds that what was withdrawn does not stay unnoticed in a file of an earlier run.
func TestAFileBesideThatNoRunMakesAnyMoreIsToldOf(t *testing.T) {
	files := NewMemory()
	run := func(posts []post, made bool) (told string) {
		d := New(files, Options{Warn: func(text string) { told += text }})
		plan := planOf(posts)
		if made {
			b := d.Beside("all.txt")
			plan.Settled = func(func(string) string) error { return errors.Join(b.Begin(), b.Install(), b.Drop()) }
		}
		if _, _, err := runOver(d, posts, plan); err != nil {
			t.Fatal(err)
		}
		return told
	}
	without := changed(library, func(p *post) {
		if p.id == 3 {
			p.fate = migrate.Forbidden
		}
	})
	for _, step := range []struct {
		posts      []post
		made, told bool
	}{{library, true, false}, {library, false, false}, {without, false, true}, {without, false, false}, {revised, true, false}} {
		if told := run(step.posts, step.made); strings.Contains(told, "also/all.txt is of an earlier run") != step.told {
			t.Errorf("%d posts, made %t: told %q", len(step.posts), step.made, told)
		}
	}
}
