package migrate_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/export"
	"wp2pub/migrate/ledger"
	"wp2pub/migrate/output"
	"wp2pub/migrate/report"
	"wp2pub/migrate/source/dump"
)

// mappings are what people make of the sites of these tests, one after another.
var mappings = []string{
	"version: 1\n",
	`version: 1
defaults: {fields.seo: seo}
records:
  publication:
    from: [{post_type: post, where: {category: [term-1, news]}}, {post_type: publication}]
    fields:
      issued: {first: [acf.year | date, citation.issued]}
      publishers: citation.publishers
      authors: {first: [authors, byline, author]}
      downloads: {all: [acf.file, body.files, citation.files, attachments]}
      fields.links: body.links
      fields.related: acf.related
      fields.note: meta.note
      subjects: terms.post_tag.name
    body: {drop: [citation]}
  event: {from: [{post_type: ai1ec_event}]}
  page: {from: [{post_type: page}], path: "{language}/{slug}"}
`,
	`version: 1
statuses: [publish, draft]
records:
  listed: {from: [{post_type: page}], each: citations, key: this.title, fields: {title: this.title, downloads: this.files}}
  "*": {from: [{post_type: public}]}
exclude: [{post_type: post, where: {category: term-2}, because: so}]
`,
}

// TestResyncEqualsFreshRun holds for any history of a site: after each step, a run with prune leaves what a run into an
// empty output makes, has written no file that need not change, and reports the same; over a source that knows whether it was
// touched, too.
func TestResyncEqualsFreshRun(t *testing.T) {
	var asked vouchedFor
	checkHistories(t, func(t *rapid.T, site *blog) migrate.Source {
		if !site.vouches {
			return dumpOf(t, site)
		}
		return newWitness(t, site, &asked)
	})
	if asked.all == 0 || asked.meta == 0 || asked.known == 0 {
		t.Errorf("the word of sources was not taken: %+v", asked)
	}
}

// TestResyncWithMovedMapping holds that reasons name the places at which a mapping stands now, though nothing else has changed.
func TestResyncWithMovedMapping(t *testing.T) {
	var site *blog
	drawing(1, func(t *rapid.T) { site = drawBlog(t) })
	for _, kind := range []string{"page", "publication"} {
		site.add("posts", "1", someDays[1], someDays[1], "", "Title", "", "publish", "", kind, someDays[1], someDays[1], "0", "", "0", kind, "")
	}
	var asked vouchedFor
	for name, open := range map[string]func() migrate.Source{
		"dump":    func() migrate.Source { return dumpOf(t, site) },
		"witness": func() migrate.Source { return newWitness(t, site, &asked) },
	} {
		files := output.NewMemory()
		for i, at := range []int{2, 2, 4, 4, 2} {
			rules := parsed(t, "version: 1"+strings.Repeat("\n", at-1)+"exclude: [{post_type: page}]\nrecords:\n  publication: {from: [{post_type: publication}]}\n")
			told := textOf(t, run(t, files, open(), rules))
			for _, want := range []string{fmt.Sprintf("excluded by the mapping (mapping.yaml:%d)", at), fmt.Sprintf("taken by the rule for publication (mapping.yaml:%d)", at+2)} {
				if !strings.Contains(told, want) {
					t.Errorf("%s, run %d: the report does not say %q:\n%s", name, i, want, told)
				}
			}
		}
	}
	if asked.all != 2 {
		t.Errorf("the site was taken for untouched %d times, not twice", asked.all)
	}
}

// A run over a site that is as it was writes nothing, though its source vouches for the meta of posts alone, and at another time.
func TestResyncWhereOnlyMetaIsVouchedFor(t *testing.T) {
	var site *blog
	drawing(1, func(t *rapid.T) { site = drawBlog(t) })
	rules := parsed(t, mappings[0])
	var asked vouchedFor
	again := func(files output.Files) map[string]fileInTree {
		source := newWitness(t, site, &asked)
		source.blind = true
		run(t, files, source, rules)
		return contents(t, files)
	}
	files := output.NewMemory()
	before := again(files)
	if after := again(files); !reflect.DeepEqual(before, after) || asked.meta != 1 {
		t.Errorf("the files are\n%v\nand were\n%v, and meta was vouched for in %d runs", after, before, asked.meta)
	}
}

// So does a run over an output of several sites, which tells too late what the run before left.
func TestResyncOfSeveralSites(t *testing.T) {
	var sites [2]*blog
	drawing(2, func(t *rapid.T) { sites = [2]*blog{drawBlog(t), drawBlog(t)} })
	rules := parsed(t, mappings[0])
	var asked vouchedFor
	files := output.NewMemory()
	both := func() map[string]fileInTree {
		for i, site := range sites {
			source := newWitness(t, site, &asked)
			source.blind = true // each testimony is another
			_, err := migrate.Migrate(t.Context(), source, output.New(files, output.Options{}), migrate.Options{
				Mapping: rules, SiteID: fmt.Sprintf("%d.example.org", i), AddSite: true, Jobs: 1})
			if err := errors.Join(err, source.Close()); err != nil {
				t.Fatal(err)
			}
		}
		return contents(t, files)
	}
	both()
	before := both() // the first site was alone in the first run
	if after := both(); !reflect.DeepEqual(before, after) {
		t.Errorf("the files are\n%v\nand were\n%v", after, before)
	}
}

// dumpOf opens a dump of a site.
func dumpOf(t rapid.TB, site *blog) migrate.Source {
	source, err := dump.Open(context.Background(), "-", dump.Options{Stdin: strings.NewReader(site.dump())})
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// checkHistories holds TestResyncEqualsFreshRun with any kind of source.
func checkHistories(t *testing.T, open func(*rapid.T, *blog) migrate.Source) {
	var parsed []*mapping.Mapping
	for _, text := range mappings {
		rules, err := mapping.Parse("mapping.yaml", []byte(text), migrate.Vocabulary())
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, rules)
	}
	kept := 0
	rapid.Check(t, func(t *rapid.T) {
		site, rules := drawBlog(t), rapid.SampledFrom(parsed).Draw(t, "mapping")
		files := output.NewMemory()
		run(t, files, open(t, site), rules)
		for range rapid.IntRange(1, 4).Draw(t, "steps") {
			before := site.clone()
			for range rapid.IntRange(0, 3).Draw(t, "edits") {
				name := rapid.SampledFrom(slices.Sorted(maps.Keys(edits))).Draw(t, "edit")
				edits[name](site, t)
			}
			if rapid.IntRange(0, 5).Draw(t, "undo") == 0 {
				site = before
			}
			if rapid.IntRange(0, 4).Draw(t, "other mapping") == 0 {
				rules = rapid.SampledFrom(parsed).Draw(t, "mapping")
			}
			old := contents(t, files)
			planned := run(t, output.NewReadOnly(files), open(t, site), rules)
			result := run(t, files, open(t, site), rules)
			told := textOf(t, result)
			fresh := output.NewMemory()
			freshlyTold := textOf(t, run(t, fresh, open(t, site), rules))
			got, want := contents(t, files), contents(t, fresh)
			compareTrees(t, got, want)
			done := differences(old, got)
			compareChanges(t, "the plan", planned, done)
			compareChanges(t, "the run", result, done)
			for path, file := range got {
				if was, there := old[path]; there && was.content == file.content && was.changed != file.changed {
					t.Fatalf("%s was written, and its bytes are as they were", path)
				} else if there {
					kept++
				}
			}
			if told != freshlyTold {
				t.Fatalf("the report of the re-sync\n%s\nis not that of a fresh run\n%s", told, freshlyTold)
			}
		}
	})
	if kept == 0 {
		t.Error("no file of any history was left alone")
	}
}

type fileInTree struct{ content, changed string }

// contents reads every file but those of the run itself.
func contents(t rapid.TB, files output.Files) map[string]fileInTree {
	all := map[string]fileInTree{}
	var walk func(dir string)
	walk = func(dir string) {
		names, err := files.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			path := strings.TrimPrefix(dir+"/"+name, "./")
			info, err := files.Lstat(path)
			switch {
			case err != nil:
				t.Fatal(err)
			case info.Mode.IsDir():
				walk(path)
			case path == ".wp2pub/checked", path == ".wp2pub/lock", path == ".wp2pub/report.json":
			default:
				f, err := files.Open(path)
				if err != nil {
					t.Fatal(err)
				}
				content := make([]byte, info.Size)
				if _, err := f.Read(content); err != nil && info.Size > 0 {
					t.Fatal(err)
				}
				all[path] = fileInTree{string(content), info.Changed.String()}
			}
		}
	}
	walk(".")
	return all
}

func compareTrees(t rapid.TB, got, want map[string]fileInTree) {
	paths := slices.Sorted(maps.Keys(want))
	slices.SortStableFunc(paths, func(a, b string) int { return cmp.Compare(strings.Count(a, ".wp2pub"), strings.Count(b, ".wp2pub")) }) // records first
	for _, path := range paths {
		file := want[path]
		if got[path].content != file.content && strings.HasPrefix(path, ".wp2pub/ledger.") {
			one, concluded := ledger.Split([]byte(got[path].content))
			other, freshlyConcluded := ledger.Split([]byte(file.content))
			t.Fatalf("the ledger is\n%s\nand that of a fresh run\n%s", ledgerText(one, concluded), ledgerText(other, freshlyConcluded))
		}
		if got[path].content != file.content {
			t.Fatalf("%s is\n%s\nand a fresh run makes\n%s", path, got[path].content, file.content)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(got)) {
		if _, there := want[path]; !there {
			t.Fatalf("%s is left over", path)
		}
	}
}

func ledgerText(text []byte, c *ledger.Conclusion) string {
	l, err := ledger.Read(text)
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%x %x %x %+v\n", l.Terms, l.Site, l.Public, l.Questions)
	var p ledger.Post
	for n := range l.Posts() {
		l.Post(n, &p)
		shared, own := l.List(p.Asked)
		fmt.Fprintf(&b, "%+v asked %v and %v\n", p, shared, own)
	}
	fmt.Fprintf(&b, "%+v", c)
	return b.String()
}

// run runs once, and closes the source.
func run(t rapid.TB, files output.Files, source migrate.Source, rules *mapping.Mapping) *report.Report {
	defer source.Close()
	result, err := migrateInto(files, source, rules)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// textOf is a report, apart from what became of records.
func textOf(t rapid.TB, result *report.Report) string {
	told := *result
	told.Records, told.Changes = report.Records{}, nil
	var text strings.Builder
	if err := told.WriteJSON(&text); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// migrateInto runs once, and makes files of these formats beside the records.
func migrateInto(files output.Files, source migrate.Source, rules *mapping.Mapping, formats ...string) (*report.Report, error) {
	directory := output.New(files, output.Options{})
	var exports []migrate.Export
	for _, name := range formats {
		format, _ := export.ByName(name)
		exports = append(exports, export.New(format, directory.Beside(format.File)))
	}
	return migrate.Migrate(context.Background(), source, directory, migrate.Options{
		Mapping: rules, SiteID: "example.org", Prune: true, MaxRemove: migrate.Limit{Percent: 100}, AnyTables: true, Jobs: 1, KeepChanges: true, Exports: exports})
}
