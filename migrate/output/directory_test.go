package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

func formats(t *testing.T, f func(t *testing.T, options Options)) {
	for _, format := range []Format{YAML, JSON, JSONL} {
		t.Run(string(format), func(t *testing.T) { f(t, Options{Format: format}) })
	}
}

var library = []post{
	{id: 1, kind: "publication", slug: "annual-report", title: "Annual report"},
	{id: 2, kind: "publication", slug: "brief", title: "Brief", extra: 2},
	{id: 3, kind: "event", slug: "launch", title: "Launch"},
	{id: 5, kind: "publication", slug: "brief-2", title: "Wants what a further record wants"},
	{id: 8, kind: "page", slug: "about", title: "About"},
	{id: 9, kind: "page", slug: "About", title: "Equal but for case"},
}

func changed(posts []post, change func(p *post)) []post {
	posts = slices.Clone(posts)
	for i := range posts {
		change(&posts[i])
	}
	return posts
}

func TestFirstRunWritesEveryRecordToItsPath(t *testing.T) {
	files := NewMemory()
	summary := mustSync(t, files, Options{}, library)
	want := []string{"event/launch.yaml", "page/About-9.yaml", "page/about-8.yaml", "publication/annual-report.yaml", "publication/brief-2-2.yaml",
		"publication/brief-2-5.yaml", "publication/brief-3.yaml", "publication/brief.yaml"}
	if got := paths(t, files); !slices.Equal(got, want) {
		t.Errorf("paths are %q, want %q", got, want)
	}
	if summary.Counts[migrate.Create] != 8 || len(summary.Changes) != 4 { // those that want one path
		t.Errorf("summary is %+v", summary)
	}
	m, err := ReadManifest(files)
	if err != nil || len(m.Items) != 8 || m.Format != YAML || m.Sites[0].ID != site || m.Sites[0].Posts != 6 {
		t.Errorf("manifest is %+v, %v", m, err)
	}
}

func TestUnchangedRunWritesNothing(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		mustSync(t, files, options, library)
		before := files.copy()
		summary := mustSync(t, files, options, library)
		if summary.Counts[migrate.Unchanged] != 8 || len(summary.Counts) != 1 {
			t.Errorf("counts are %v", summary.Counts)
		}
		for name, n := range before {
			if now := files.nodes[name]; now == nil || n.mode.IsRegular() && !now.changed.Equal(n.changed) {
				t.Errorf("%s was touched", name)
			}
		}
	})
}

// Records of a post are numbered by their order, also where those of others come in between, first or again.
func TestRecordsComeInAnyOrder(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		run, err := New(files, options).Begin(context.Background(), planOf(library))
		if err != nil {
			t.Fatal(err)
		}
		left := 0
		for n := 0; n == 0 || left > 0; n++ {
			left = 0
			for _, p := range library {
				all := p.records()
				if left += max(0, len(all)-n-1); n >= len(all) {
					continue
				}
				if _, err := run.Put(all[n], p.place, p.inputs); err != nil {
					t.Fatal(err)
				}
			}
		}
		if _, err := run.Finish(); err != nil {
			t.Fatal(err)
		}
		sameAsFresh(t, files, options, library)
	})
}

func TestKeepLeavesARecordAsItIs(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		posts := changed(library, func(p *post) { p.inputs = migrate.Inputs(p.slug) })
		mustSync(t, files, options, posts)
		run, err := New(files, options).Begin(context.Background(), planOf(posts))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range posts {
			for _, r := range p.records() {
				entry, known := run.Known(r.ID)
				if !known || string(entry.Inputs) != p.slug {
					t.Fatalf("%s: %+v, %v", r.ID, entry, known)
				}
				if _, err := run.Keep(r.ID); err != nil {
					t.Fatal(err)
				}
			}
		}
		_, known := run.Known(site + ":77")
		if _, err := run.Keep(site + ":77"); known || err == nil {
			t.Error("a record that is not there was known")
		}
		summary, err := run.Finish()
		if err != nil || summary.Counts[migrate.Unchanged] != 8 || len(summary.Changes) != 0 {
			t.Errorf("%+v, %v", summary, err)
		}
		sameAsFresh(t, files, options, posts)
	})
}

func TestChangesAreWrittenAndNamed(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		mustSync(t, files, options, library)
		next := changed(library, func(p *post) {
			if p.id == 1 {
				p.title = "Annual report, revised"
			}
		})
		changes, summary, err := runOver(New(files, options), next, planOf(next))
		if err != nil {
			t.Fatal(err)
		}
		if c := changes[0]; c.Action != migrate.Update || !slices.Equal(c.Fields, []record.Difference{{Field: "title", Old: "Annual report", New: "Annual report, revised"}}) {
			t.Errorf("the change is %+v", c)
		}
		if summary.Counts[migrate.Update] != 1 || summary.Counts[migrate.Unchanged] != 7 {
			t.Errorf("counts are %v", summary.Counts)
		}
		sameAsFresh(t, files, options, next)
	})
}

func TestRecordsMove(t *testing.T) {
	cases := map[string]struct {
		change func(p *post)
		moves  int
	}{
		"a slug changes": {func(p *post) { p.slug = strings.Replace(p.slug, "launch", "opening", 1) }, 1},
		"a kind changes": {func(p *post) { p.kind = strings.Replace(p.kind, "event", "meeting", 1) }, 1},
		"slugs are swapped": {func(p *post) {
			p.slug = map[int64]string{1: "brief-2", 5: "annual-report"}[p.id] + map[bool]string{true: p.slug}[p.id != 1 && p.id != 5]
		}, 2},
		"a clash ends":   {func(p *post) { p.slug = map[bool]string{true: "other", false: p.slug}[p.id == 9] }, 2},
		"a clash begins": {func(p *post) { p.slug = map[bool]string{true: "annual-report", false: p.slug}[p.id == 5] }, 3},
		"a chain": {func(p *post) {
			p.slug = map[int64]string{1: "brief", 2: "x", 5: "annual-report"}[p.id] + map[bool]string{true: p.slug}[p.id != 1 && p.id != 2 && p.id != 5]
		}, 5},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			files := NewMemory()
			mustSync(t, files, Options{}, library)
			next := changed(library, c.change)
			summary := mustSync(t, files, Options{}, next)
			if summary.Counts[migrate.Move] != c.moves {
				t.Errorf("counts are %v, changes %+v", summary.Counts, summary.Changes)
			}
			sameAsFresh(t, files, Options{}, next)
		})
	}
}

func TestFormatsAreRewrittenWhole(t *testing.T) {
	for _, from := range []Format{YAML, JSON, JSONL} {
		for _, to := range []Format{YAML, JSON, JSONL} {
			t.Run(fmt.Sprintf("%s to %s", from, to), func(t *testing.T) {
				files := NewMemory()
				mustSync(t, files, Options{Format: from}, library)
				stays := changed(library, func(p *post) { // one that is not made now stays, in the other format
					if p.id == 2 {
						p.fate = migrate.Rejected
					}
				})
				summary := mustSync(t, files, Options{Format: to}, stays)
				if from != to && summary.Counts[migrate.Update] != 5 {
					t.Errorf("counts are %v", summary.Counts)
				}
				sameAsFresh(t, files, Options{Format: to}, library)
				mustSync(t, files, Options{}, library)
				sameAsFresh(t, files, Options{Format: to}, library)
			})
		}
	}
}

func TestFates(t *testing.T) {
	cases := []struct {
		fate      migrate.Fate
		prune     bool
		withdraw  bool
		remaining bool
	}{
		{migrate.Gone, true, true, false}, {migrate.Gone, false, true, true}, {migrate.LeftOut, true, true, false}, {migrate.LeftOut, false, true, true},
		{migrate.Forbidden, false, true, false}, {migrate.Forbidden, false, false, true}, {migrate.Gone, true, false, true}, {migrate.Rejected, true, true, true},
	}
	formats(t, func(t *testing.T, options Options) {
		for _, c := range cases {
			files := NewMemory()
			mustSync(t, files, options, library)
			next := changed(library, func(p *post) {
				if p.id == 3 {
					p.fate = c.fate
				}
			})
			plan := planOf(next)
			plan.Prune, plan.Withdraw = c.prune, c.withdraw
			_, summary, err := runOver(New(files, options), next, plan)
			if err != nil {
				t.Fatal(err)
			}
			m, err := ReadManifest(files)
			if err != nil {
				t.Fatal(err)
			}
			there := slices.ContainsFunc(m.Items, func(i Item) bool { return i.ID == site+":3" })
			if there != c.remaining || (summary.Counts[migrate.Remove] == 1) == c.remaining {
				t.Errorf("%+v: still there: %v, counts %v", c, there, summary.Counts)
			}
			if !c.remaining {
				sameAsFresh(t, files, options, next)
			}
		}
	})
}

func TestGuards(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		first := planOf(library)
		first.Tables = []string{"ai1ec_events", "terms", "users"}
		if _, _, err := runOver(New(files, options), library, first); err != nil {
			t.Fatal(err)
		}
		before := tree(t, files)
		var guarded *GuardError
		check := func(name string, guard Guard, plan migrate.Plan, posts []post) {
			t.Helper()
			_, _, err := runOver(New(files, options), posts, plan)
			if !errors.As(err, &guarded) || guarded.Guard != guard {
				t.Errorf("%s: %v", name, err)
			}
			if difference := compareTrees(tree(t, files), before); difference != "" {
				t.Errorf("%s: the output was touched: %s", name, difference)
			}
		}
		other := planOf(library)
		other.Site = "other.example"
		check("another site", OtherSite, other, nil)
		empty := planOf(library)
		empty.Posts = 0
		check("an empty site", EmptySite, empty, nil)
		half := planOf(library)
		half.Posts, half.MaxRemove = 2, migrate.Limit{Percent: 10}
		check("half gone", HalfGone, half, library[:2])
		lacking := planOf(library)
		lacking.Tables = []string{"postmeta", "users"}
		check("tables gone", TablesGone, lacking, library)
		if text := guarded.Error(); !strings.Contains(text, "ai1ec_events, terms;") {
			t.Errorf("it does not say which: %s", text)
		}
		lacking.Tables = nil
		if _, _, err := runOver(New(files, options), library, lacking); err != nil {
			t.Errorf("where nobody knows the tables: %v", err)
		}
		if difference := compareTrees(tree(t, files), before); difference != "" {
			t.Errorf("where nobody knows the tables, something changed: %s", difference)
		}
		lacking.Tables, lacking.AnyTables = []string{"users"}, true
		if _, _, err := runOver(New(files, options), library, lacking); err != nil {
			t.Errorf("what is meant is not done: %v", err)
		}
		lacking.AnyTables = false
		if _, _, err := runOver(New(files, options), library, lacking); err != nil {
			t.Errorf("what was meant is not remembered: %v", err)
		}
	})
}

// A site of which nobody can tell which posts are for members only is not begun, until somebody means it.
func TestMissingRules(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		plan := planOf(library)
		plan.Tables, plan.MissingRules = []string{"users"}, []string{"levels (A Plugin)"}
		stopped := func(name string, output migrate.Output, plan migrate.Plan, missing string) {
			t.Helper()
			var guarded *GuardError
			if _, err := output.Begin(t.Context(), plan); !errors.As(err, &guarded) || guarded.Guard != TablesGone || !strings.Contains(guarded.Error(), ": "+missing+"; ") {
				t.Errorf("%s: %v", name, err)
			}
		}
		goesOn := func(name string, plan migrate.Plan) {
			t.Helper()
			if _, _, err := runOver(New(files, options), library, plan); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		meant := plan
		meant.AnyTables = true
		stopped("a first run", New(files, options), plan, "levels (A Plugin)")
		stopped("a stream", NewStream(io.Discard), plan, "levels (A Plugin)")
		if run, err := NewStream(io.Discard).Begin(t.Context(), meant); run == nil || err != nil {
			t.Errorf("a stream that is meant: %v", err)
		}
		goesOn("what is meant", meant)
		goesOn("what was meant", plan)
		unknown := plan
		unknown.Tables, unknown.MissingRules = nil, nil
		goesOn("where nobody knows", unknown)
		goesOn("what was meant before that", plan)
		more := plan
		more.MissingRules = []string{"levels (A Plugin)", "more (Another)"}
		stopped("one more", New(files, options), more, "more (Another)")
		whole := plan
		whole.MissingRules = nil
		goesOn("what is there", whole)
		stopped("what is missing again", New(files, options), plan, "levels (A Plugin)")
	})
}

func TestTooManyRemovalsAreRefusedAfterThePass(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		mustSync(t, files, options, library)
		next := changed(library, func(p *post) {
			p.title += "!"
			if p.id == 2 || p.id == 3 {
				p.fate = migrate.Forbidden
			}
		})
		plan := planOf(next)
		plan.MaxRemove = migrate.Limit{Percent: 10}
		_, summary, err := runOver(New(files, options), next, plan)
		var guarded *GuardError
		if !errors.As(err, &guarded) || guarded.Guard != TooMany {
			t.Fatalf("the error is %v", err)
		}
		if summary.Counts[migrate.Update] != 4 || summary.Counts[migrate.Remove] != 0 || summary.Counts[migrate.Stale] != 4 {
			t.Errorf("counts are %v", summary.Counts)
		}
		all := strings.Join(func() (c []string) {
			for _, content := range tree(t, files) {
				c = append(c, content)
			}
			return
		}(), "")
		if !strings.Contains(all, "Annual report!") || !strings.Contains(all, "Launch") {
			t.Error("updates did not stand, or something was removed")
		}
		mustSync(t, files, options, next)
		sameAsFresh(t, files, options, next)
	})
}

func TestAnotherSiteIsAdmitted(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		mustSync(t, files, options, library)
		plan := planOf(nil)
		plan.Site, plan.AddSite = "b.example/sub", true
		run, err := New(files, options).Begin(context.Background(), plan)
		if err != nil {
			t.Fatal(err)
		}
		r := library[0].records()[0]
		r.ID = "b.example/sub:1"
		if _, err := run.Put(r, nil, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := run.Finish(); err != nil {
			t.Fatal(err)
		}
		found := paths(t, files)
		if len(found) != map[Format]int{JSONL: 4}[options.Format]+map[bool]int{true: 9}[options.Format != JSONL] || !strings.HasPrefix(found[0], "b.example-sub/publication") {
			t.Errorf("paths are %q", found)
		}
		summary := mustSync(t, files, options, library)
		if summary.Counts[migrate.Unchanged] != 8 || len(summary.Changes) != 0 {
			t.Errorf("the first site's run did %+v", summary)
		}
	})
}

func TestAnyHistoryEndsAsAFreshRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := NewMemory()
		slugs := rapid.SampledFrom([]string{"a", "A", "b", "a-2", "a-1", "a-1-1", "", "a-2-3", "é", "e\u0301"})
		places := rapid.SampledFrom([]migrate.Place{nil, nil, {"a"}, {"x", "a"}, {"x", "2013", "a-2"}, {"x/2013", "b"}, {"..", "b"}, {".wp2pub", "manifest"}, {"x.yaml", ""}, {"", "x", "y.jsonl"}})
		var posts []post
		var options Options
		for range rapid.IntRange(1, 5).Draw(t, "runs") {
			options = Options{Format: rapid.SampledFrom([]Format{YAML, YAML, JSON, JSONL}).Draw(t, "format")}
			posts = nil
			for id := range int64(rapid.IntRange(1, 6).Draw(t, "posts")) {
				posts = append(posts, post{id: id + 1, kind: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "kind"), slug: slugs.Draw(t, "slug"),
					title: rapid.SampledFrom([]string{"t", "u"}).Draw(t, "title"), extra: rapid.IntRange(0, 2).Draw(t, "extra"),
					keys: rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"x", "y/#z", "2x"}), 0, 3, rapid.ID).Draw(t, "keys"), place: places.Draw(t, "place"),
					fate: rapid.SampledFrom([]migrate.Fate{"", "", "", migrate.Forbidden, migrate.Gone, migrate.Rejected}).Draw(t, "fate")})
			}
			plan := planOf(posts)
			plan.Prune = rapid.Bool().Draw(t, "prune")
			if _, _, err := runOver(New(files, options), posts, plan); err != nil {
				t.Fatal(err)
			}
		}
		for i := range posts {
			if posts[i].fate == migrate.Rejected {
				posts[i].fate = migrate.LeftOut
			}
		}
		mustSync(t, files, options, posts)
		fresh := NewMemory()
		mustSync(t, fresh, options, posts)
		if difference := compareTrees(tree(t, files), tree(t, fresh)); difference != "" {
			t.Fatal(difference)
		}
	})
}
