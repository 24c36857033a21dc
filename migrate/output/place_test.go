package output

import (
	"fmt"
	"strings"
	"testing"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

func TestPlacesAreSafe(t *testing.T) {
	long := strings.Repeat("x", 1000)
	for _, c := range []struct {
		wish   migrate.Place
		number int
		wanted string
	}{
		{nil, 1, "publication/brief"},
		{nil, 3, "publication/brief-3"},
		{migrate.Place{"publication", "2013", "brief"}, 2, "publication/2013/brief-2"},
		{migrate.Place{"brief"}, 1, "brief"},
		{migrate.Place{"..", "", "a/../../b", `c\d`, "brief"}, 1, "none/none/a-..-..-b/c-d/brief"},
		{migrate.Place{".wp2pub", "manifest"}, 1, "wp2pub/manifest"},
		{migrate.Place{"wp2pub~1", "CON", "aux.b"}, 1, "_wp2pub~1/_CON/_aux.b"},
		{migrate.Place{"report.yaml", "data.JSON", "x.jsonl", "x.jsonl"}, 1, "report-yaml/data-json/x-jsonl/x.jsonl"},
		{migrate.Place{"e\u0301te\u0301", "العربية", "..."}, 1, "été/العربية/post-7"},
	} {
		p := newPlace("", &record.Record{ID: "example.org:7", Kind: "publication", Slug: "brief"}, c.wish, 7, c.number)
		if p.base != c.wanted {
			t.Errorf("%q becomes %q, wanted %q", c.wish, p.base, c.wanted)
		}
	}
	p := newPlace("", &record.Record{}, migrate.Place{long, long}, 7, 1)
	if folder, name, _ := strings.Cut(p.base, "/"); len(folder) > maxName || len(name) > maxName {
		t.Errorf("long names stay: %q", p.base)
	}
}

// TestANewPatternMovesFiles brings an output up to date whose records are to stand elsewhere now.
func TestANewPatternMovesFiles(t *testing.T) {
	posts := func(places ...migrate.Place) []post {
		var all []post
		for i, place := range places {
			all = append(all, post{id: int64(i + 1), kind: "report", slug: "a", title: "A", extra: i % 2, place: place})
		}
		return all
	}
	before := posts(nil, nil, nil)
	after := posts(migrate.Place{"report", "2013", "a"}, migrate.Place{"report", "2013", "a"}, migrate.Place{"report", "undated", "a"})
	wanted := map[Format][]string{
		YAML:  {"report/2013/a-1.yaml", "report/2013/a-2-2.yaml", "report/2013/a-2.yaml", "report/undated/a.yaml"},
		JSON:  {"report/2013/a-1.json", "report/2013/a-2-2.json", "report/2013/a-2.json", "report/undated/a.json"},
		JSONL: {"report/2013.jsonl", "report/undated.jsonl"},
	}
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		mustSync(t, files, options, before)
		summary := mustSync(t, files, options, after)
		if summary.Counts[migrate.Move] != 4 || len(summary.Changes) != 4 {
			t.Errorf("the new pattern did %+v", summary)
		}
		for _, c := range summary.Changes {
			if c.Action != migrate.Move || !strings.HasPrefix(c.OldPath, "report") {
				t.Errorf("%+v", c)
			}
		}
		if found := paths(t, files); fmt.Sprint(found) != fmt.Sprint(wanted[options.Format]) {
			t.Errorf("files are %q", found)
		}
		sameAsFresh(t, files, options, after)
		if summary := mustSync(t, files, options, after); summary.Counts[migrate.Unchanged] != 4 || len(summary.Changes) > 0 {
			t.Errorf("once more: %+v", summary)
		}
	})
}

// TestALostManifestIsBuiltAnewFromPlaces takes the manifest away: each file is taken over where it stands.
func TestALostManifestIsBuiltAnewFromPlaces(t *testing.T) {
	posts := []post{
		{id: 1, kind: "report", slug: "a", title: "A", place: migrate.Place{"a"}, extra: 1},
		{id: 2, kind: "report", slug: "a", title: "B", place: migrate.Place{"r", "2013", "a"}},
	}
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		mustSync(t, files, options, posts)
		want := tree(t, files)
		if err := files.Remove(manifestName); err != nil {
			t.Fatal(err)
		}
		if summary := mustSync(t, files, options, posts); options.Format != JSONL && summary.Counts[migrate.Unchanged] != 3 {
			t.Errorf("%+v", summary)
		}
		if difference := compareTrees(tree(t, files), want); difference != "" {
			t.Error(difference)
		}
	})
}

// TestFilesOfManyRecordsOfOneLook have folders whose temporaries might be taken for one another's.
func TestFilesOfManyRecordsOfOneLook(t *testing.T) {
	files := NewMemory()
	options := Options{Format: JSONL}
	posts := []post{
		{id: 1, kind: "k", slug: "a", title: "A", place: migrate.Place{"a+b", "c", "x"}},
		{id: 2, kind: "k", slug: "a", title: "B", place: migrate.Place{"a", "b+c", "x"}},
		{id: 3, kind: "k", slug: "a", title: "C", place: migrate.Place{"a", "b", "c", "x"}},
		{id: 4, kind: "k", slug: "a", title: "D", place: migrate.Place{"x"}},
	}
	mustSync(t, files, options, posts)
	if found := fmt.Sprint(paths(t, files)); found != "[a+b/c.jsonl a/b+c.jsonl a/b/c.jsonl records.jsonl]" {
		t.Errorf("files are %s", found)
	}
	for i, path := range []string{"a+b/c.jsonl", "a/b+c.jsonl", "a/b/c.jsonl", "records.jsonl"} {
		if got := content(t, files, path); strings.Count(got, "\n") != 1 || !strings.Contains(got, fmt.Sprintf(`"id":"example.org:%d"`, i+1)) {
			t.Errorf("%s holds %s", path, got)
		}
	}
}

// TestARowThatIsGone takes rows out of a post that still makes records: first, in the middle, all but one.
func TestARowThatIsGone(t *testing.T) {
	rows := func(keys ...string) []post {
		return []post{{id: 5, kind: "report", slug: "a", title: "A", extra: len(keys), keys: keys}, {id: 6, kind: "report", slug: "b", title: "B", extra: 2}}
	}
	stillThere := func(posts []post) migrate.Plan {
		plan := planOf(posts)
		plan.Fate = func(int64) migrate.Fate { return migrate.LeftOut }
		return plan
	}
	formats(t, func(t *testing.T, options Options) {
		for _, left := range [][]string{{"y", "z"}, {"x", "z"}, {"z", "x"}, {"y"}, {}} {
			for _, prune := range []bool{false, true} {
				files := NewMemory()
				mustSync(t, files, options, rows("x", "y", "z"))
				posts := rows(left...)
				plan := stillThere(posts)
				plan.Prune = prune
				_, summary, err := runOver(New(files, options), posts, plan)
				if err != nil {
					t.Fatal(err)
				}
				gone := 3 - len(left)
				if prune && summary.Counts[migrate.Remove] != gone || !prune && summary.Counts[migrate.Stale] != gone {
					t.Errorf("%q is left: %+v", left, summary.Counts)
				}
				if found := paths(t, files); options.Format != JSONL && len(found) != map[bool]int{true: 7 - gone, false: 7}[prune] {
					t.Errorf("%q is left, prune %t: %q", left, prune, found)
				}
				mustSync(t, files, options, posts)
				sameAsFresh(t, files, options, posts)
			}
		}
	})
}

// TestChangesNameTheLastPath holds what a run tells of new records against where they stand: a record is put before its rivals
// for a path are known.
func TestChangesNameTheLastPath(t *testing.T) {
	one := []post{{id: 1, kind: "report", slug: "a", title: "A"}}
	three := append(one, post{id: 2, kind: "report", slug: "a", title: "B"}, post{id: 3, kind: "report", slug: "A", title: "C"})
	for _, before := range [][]post{nil, one} {
		for _, old := range []Format{YAML, JSON, JSONL} {
			files := NewMemory()
			if before != nil {
				mustSync(t, files, Options{Format: old}, before)
			}
			changes, summary, err := runOver(New(files, Options{Format: YAML}), three, planOf(three))
			if err != nil {
				t.Fatal(err)
			}
			last := map[string]string{}
			for _, c := range append(changes, summary.Changes...) {
				last[c.ID] = c.Path
			}
			for id, path := range last {
				if text := tree(t, files)[path]; !strings.Contains(text, "id: "+id+"\n") {
					t.Errorf("after %d records as %s, %s is said to stand in %s", len(before), old, id, path)
				}
			}
		}
	}
}
