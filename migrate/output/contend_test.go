package output

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wp2pub/migrate"
)

// anyPosts draws posts many of which want one path.
func anyPosts(t *rapid.T) []post {
	slugs := rapid.SampledFrom([]string{"a", "A", "b", "c", "a-1", "a-2", "a-1-1", "b-3", "é", "e\u0301"})
	var posts []post
	for id := range int64(rapid.IntRange(1, 6).Draw(t, "posts")) {
		posts = append(posts, post{id: id + 1, kind: "k", slug: slugs.Draw(t, "slug"), title: rapid.SampledFrom([]string{"t", "u"}).Draw(t, "title"), extra: rapid.IntRange(0, 1).Draw(t, "extra"),
			fate: rapid.SampledFrom([]migrate.Fate{"", "", "", "", migrate.Forbidden, migrate.Gone, migrate.Rejected}).Draw(t, "fate")})
	}
	return posts
}

// meddle lets someone write, edit or remove a file of an output, as drawn.
func meddle(t *rapid.T, files ...Files) {
	name := "k/" + rapid.SampledFrom([]string{"a", "A", "b", "a-1", "a-2", "b-3", "c", "é"}).Draw(t, "meddled with") + ".yaml"
	write := rapid.Bool().Draw(t, "written")
	for _, f := range files {
		err := f.Remove(name)
		if err != nil && !strings.Contains(err.Error(), "not exist") {
			t.Fatal(err)
		}
		if write {
			if err := errors.Join(f.MkdirAll("k"), createFile(f, name, []byte("theirs"))); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestOnlyContendersMove holds runs that settle the paths of contenders against runs in which every record contends, over
// histories in which posts come, change and go, someone meddles with the files, and runs are interrupted.
func TestOnlyContendersMove(t *testing.T) {
	contended, all := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		some, every := NewMemory(), NewMemory()
		for range rapid.IntRange(1, 6).Draw(t, "runs") {
			posts := anyPosts(t)
			plan := planOf(posts)
			plan.Prune, plan.Overwrite = rapid.Bool().Draw(t, "prune"), rapid.IntRange(0, 3).Draw(t, "overwrite") == 0
			options := Options{Format: rapid.SampledFrom([]Format{YAML, YAML, YAML, YAML, JSON, JSONL}).Draw(t, "format")}
			at := max(0, rapid.IntRange(-100, 60).Draw(t, "interrupted at"))
			for again := range 1 + rapid.IntRange(0, 2).Draw(t, "times again") {
				if rapid.Bool().Draw(t, "meddle") {
					meddle(t, some, every)
				}
				if again > 0 {
					at = 0
				}
				run := func(files *Memory, wide bool) string {
					run, err := New(&faulty{Files: files, at: at, dead: true}, options).Begin(context.Background(), plan)
					files.locked = map[string]bool{}
					if err != nil {
						return err.Error()
					}
					if r, ok := run.(*fileRun); ok {
						r.broken = r.broken || wide
					}
					changes, err := resyncPosts(run, posts)
					if r, ok := run.(*fileRun); ok && err == nil && wide {
						all += len(r.held.sorted())
					} else if ok && err == nil {
						contended += len(r.contenders())
					}
					summary, finished := run.Finish()
					files.locked = map[string]bool{}
					return show(changes, summary) + fmt.Sprint(err, finished)
				}
				if got, want := run(some, false), run(every, true); got != want {
					t.Fatalf("contenders settled, the run did\n%s\nall settled, it did\n%s", got, want)
				}
				left, wanted := tree(t, some), tree(t, every)
				delete(left, holderName) // of a run that was killed: it has the time
				delete(wanted, holderName)
				if difference := compareTrees(left, wanted); difference != "" {
					t.Fatal(difference)
				}
			}
		}
	})
	if contended*4 > all*3 {
		t.Errorf("%d of %d records contended", contended, all)
	}
}

// TestWhoContends lists the posts whose records contend where only content changes, and where a record comes into the way of
// others.
func TestWhoContends(t *testing.T) {
	posts := []post{{id: 1, kind: "k", slug: "a"}, {id: 2, kind: "k", slug: "b"}, {id: 3, kind: "k", slug: "b-4"}, {id: 4, kind: "l", slug: "b"}}
	for name, c := range map[string]struct {
		change func(p *post)
		wanted string
	}{
		"nothing":           {func(*post) {}, "[]"},
		"content":           {func(p *post) { p.title = "changed" }, "[]"},
		"a post that goes":  {func(p *post) { p.fate = map[bool]migrate.Fate{p.id == 1: migrate.Gone}[true] }, "[]"},
		"a new slug":        {func(p *post) { p.slug = strings.Replace(p.slug, "a", "c", 1) }, "[1]"},
		"a slug of another": {func(p *post) { p.slug = strings.Replace(p.slug, "a", "b", 1) }, "[1 2]"},
		"one whose path with ID is that of a slug": {func(p *post) { p.kind = "k" }, "[2 3 4]"},
	} {
		t.Run(name, func(t *testing.T) {
			files := NewMemory()
			mustResync(t, files, Options{}, posts)
			next := changed(posts, c.change)
			run, err := New(files, Options{}).Begin(context.Background(), planOf(next))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := resyncPosts(run, next); err != nil {
				t.Fatal(err)
			}
			var found []int64
			for _, claim := range run.(*fileRun).contenders() {
				found = append(found, claim.held.post)
			}
			if fmt.Sprint(found) != c.wanted {
				t.Errorf("%d contend, wanted %s", found, c.wanted)
			}
			if err := run.Abort(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// TestANewRecordThatWantsAHeldPathIsNoEdit takes in a post that wants the path of a record.
func TestANewRecordThatWantsAHeldPathIsNoEdit(t *testing.T) {
	files := NewMemory()
	mustResync(t, files, Options{}, library)
	next := append(slices.Clone(library), post{id: 11, kind: "event", slug: "launch", title: "Another"})
	changes, summary, err := resync(New(files, Options{}), next, planOf(next))
	if last := changes[len(changes)-1]; err != nil || last.Action != migrate.Create || summary.Counts[migrate.Create] != 1 || summary.Counts[migrate.Edited] != 0 {
		t.Errorf("%+v, %+v, %v", last, summary, err)
	}
	resyncedAsFresh(t, files, Options{}, next)
}

// TestARecordGoesOnWantingWhatWasNotFree puts a file of someone into the way of a record that is renamed. It is told of in
// every run, and once the file is gone the record moves, though it is not made again.
func TestARecordGoesOnWantingWhatWasNotFree(t *testing.T) {
	for _, format := range []Format{YAML, JSON} {
		options := Options{Format: format}
		files := NewMemory()
		mustResync(t, files, options, library)
		renamed := changed(library, func(p *post) { p.slug = strings.Replace(p.slug, "launch", "opening", 1) })
		name := "event/opening" + format.extension()
		write(t, files, name, "theirs")
		for range 3 {
			summary := mustResync(t, files, options, renamed)
			if summary.Counts[migrate.Edited] != 1 || len(summary.Changes) != 1 || summary.Changes[0].Path != name || theirs(files, name) != "theirs" {
				t.Errorf("%+v", summary)
			}
		}
		if !slices.Contains(paths(t, files), "event/launch"+format.extension()) {
			t.Error(paths(t, files))
		}
		if err := files.Remove(name); err != nil {
			t.Fatal(err)
		}
		if summary := mustResync(t, files, options, renamed); summary.Counts[migrate.Move] != 1 {
			t.Errorf("%+v", summary)
		}
		resyncedAsFresh(t, files, options, renamed)
	}
}

// TestARecordTakesThePathOfOneThatGoesThoughCaseDiffers holds where case counts in names and where it does not: neither is the
// file of a record that goes an obstacle, nor somebody's file free.
func TestARecordTakesThePathOfOneThatGoesThoughCaseDiffers(t *testing.T) {
	before := []post{{id: 1, kind: "page", slug: "about", title: "Goes"}, {id: 2, kind: "page", slug: "us", title: "Moves"}}
	after := []post{{id: 2, kind: "page", slug: "About", title: "Moves"}}
	for _, folds := range []bool{false, true} {
		memory := NewMemory()
		var files Files = memory
		if folds {
			files = folded{memory, memory}
		}
		mustSync(t, files, Options{}, before)
		if !folds {
			write(t, files, "page/About.yaml", "theirs")
		}
		summary := mustSync(t, files, Options{}, after)
		switch {
		case folds && (summary.Counts[migrate.Move] != 1 || summary.Counts[migrate.Edited] != 0):
			t.Errorf("where case does not count: %+v", summary)
		case !folds && (summary.Counts[migrate.Edited] != 1 || theirs(files, "page/About.yaml") != "theirs"):
			t.Errorf("where case counts: %+v, %q", summary, theirs(files, "page/About.yaml"))
		}
	}
}
