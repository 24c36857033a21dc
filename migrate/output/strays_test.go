package output

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate"
)

// A file with a record that no manifest knows is left alone and reported, run after run: one that was withdrawn and came back, a copy,
// one that was kept aside. With Overwrite it is kept aside, and reported still.
func TestStrays(t *testing.T) {
	for name, c := range map[string]struct {
		path    string // of the file that comes; empty: that of the record that was withdrawn
		content string // empty: of that record
		from    string // another record that it is a copy of
		beside  string // a folder beside it
		stray   bool
	}{
		"a record that was withdrawn":    {stray: true},
		"in another folder of records":   {path: "publication/copy.yaml", stray: true},
		"in a folder with a dot":         {path: "v1.0/copy.yaml", stray: true},
		"in another output":              {path: "other/launch.yaml", beside: "other/.wp2pub"},
		"a copy of a record that stands": {path: "event/copy.yaml", from: "page/about-8.yaml"},
		"at the top":                     {path: "copy.yaml", stray: true},
		"in the other format":            {path: "event/launch.json", stray: true},
		"far below":                      {path: "event/2017/05/launch.yaml", stray: true},
		"with another ending":            {path: "event/launch.yaml.bak"},
		"another file":                   {path: "event/notes.yaml", content: "a: b\n"},
		"a record of another site":       {path: "event/other.yaml", content: "other"},
		"a folder that no record needs":  {path: "drafts/launch.yaml", stray: true},
		"what a tool keeps to itself":    {path: ".tool/launch.yaml"},
		"a file that was kept aside":     {path: "event/launch.yaml.local", stray: true},
		"another that was kept aside":    {path: "event/launch.yaml.local2", stray: true},
		"a name that is only like that":  {path: "event/launch.yaml.locality"},
	} {
		t.Run(name, func(t *testing.T) {
			files := NewMemory()
			mustSync(t, files, Options{}, library)
			record, err := readFile(files, cmp.Or(c.from, "event/launch.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			next := changed(library, func(p *post) {
				if p.id == 3 {
					p.fate = migrate.Forbidden
				}
			})
			mustSync(t, files, Options{}, next)
			mustSync(t, files, Options{}, next)
			path, content := c.path, c.content
			if path == "" {
				path = "event/launch.yaml"
			}
			switch content {
			case "":
				content = string(record)
			case "other":
				content = strings.ReplaceAll(string(record), "id: "+site, "id: other.example")
			}
			if err := files.MkdirAll(folder(path)); err != nil {
				t.Fatal(err)
			}
			if c.beside != "" {
				if err := files.MkdirAll(c.beside); err != nil {
					t.Fatal(err)
				}
			}
			write(t, files, path, content)
			for range 2 {
				before := tree(t, files)
				summary := mustSync(t, files, Options{}, next)
				found := slices.ContainsFunc(summary.Changes, func(c migrate.Change) bool {
					return c.Action == migrate.Edited && c.Gone && c.Path == path && c.ID == site+":3"
				})
				if found != c.stray || (summary.Counts[migrate.Edited] == 1) != c.stray {
					t.Errorf("counts %v, changes %+v", summary.Counts, summary.Changes)
				}
				if difference := compareTrees(tree(t, files), before); difference != "" {
					t.Errorf("the output was touched: %s", difference)
				}
			}
			plan := planOf(next)
			plan.Overwrite = true
			_, summary, err := runOver(New(files, Options{}), next, plan)
			_, was := cutAside(path)
			moves := c.stray && !was
			if err != nil || (summary.Counts[migrate.Remove] == 1) != moves || (summary.Counts[migrate.Edited] == 1) != c.stray || inPlace(summary) != 0 {
				t.Fatalf("with Overwrite: %v, %v", summary.Counts, err)
			}
			_, still := tree(t, files)[path]
			_, aside := tree(t, files)[path+".local"]
			if still == moves || aside != moves {
				t.Errorf("with Overwrite: %v", paths(t, files))
			}
		})
	}
}

// withdrawn is the library when the post of event/launch.yaml may not leave any more.
var withdrawn = changed(library, func(p *post) {
	if p.id == 3 {
		p.fate = migrate.Forbidden
	}
})

// tellsOf reports whether a run told of a file with the record of withdrawn, and of no other.
func tellsOf(summary migrate.Summary, path string) bool {
	return summary.Counts[migrate.Edited] == 1 && slices.ContainsFunc(summary.Changes, func(c migrate.Change) bool {
		return c.Action == migrate.Edited && c.Gone && c.Path == path && c.ID == site+":3"
	})
}

// A copy of a record that stands is no news. The run that withdraws the record tells of the copy, and so does every run after it,
// until someone deletes it.
func TestCopiesOutliveTheirRecord(t *testing.T) {
	asItIs := func(record string) string { return record }
	for name, c := range map[string]struct {
		path string
		made func(record string) string
	}{
		"a backup":                      {"publication/backup of it.yaml", asItIs},
		"beside the record":             {"event/copy.yaml", asItIs},
		"at the top":                    {"copy.yaml", asItIs},
		"below, where no record stands": {"event/2017/05/copy.yaml", asItIs},
		"kept aside":                    {"event/launch.yaml.local", asItIs},
		"with a note":                   {"page/copy.yaml", func(record string) string { return "# mine\n" + record + "note: mine\n" }},
		"that is no YAML any more":      {"page/copy.yaml", func(record string) string { return strings.Replace(record, "title: ", "title: a: ", 1) }},
		"in JSON on one line": {"page/copy.json", func(string) string {
			return `{"schema":"wp2pub.record/1","id":"` + site + `:3","note":{"id":"other"}}`
		}},
	} {
		t.Run(name, func(t *testing.T) {
			everyFiles(t, func(t *testing.T, files Files) {
				mustSync(t, files, Options{}, library)
				write(t, files, c.path, c.made(content(t, files, "event/launch.yaml")))
				title := func(posts []post, title string) []post { // so that the run sets another mark
					return changed(posts, func(p *post) {
						if p.id == 1 {
							p.title = title
						}
					})
				}
				for _, posts := range [][]post{library, title(library, "One"), library} {
					if summary := mustSync(t, files, Options{}, posts); summary.Counts[migrate.Edited] != 0 {
						t.Fatalf("while the record stands: %+v", summary)
					}
				}
				if summary := mustSync(t, files, Options{}, withdrawn); !tellsOf(summary, c.path) || summary.Counts[migrate.Remove] != 1 {
					t.Errorf("when the record goes: %+v", summary)
				}
				for _, posts := range [][]post{withdrawn, title(withdrawn, "Two"), withdrawn} {
					if summary := mustSync(t, files, Options{}, posts); !tellsOf(summary, c.path) {
						t.Errorf("after the record went: %+v", summary)
					}
				}
				if err := files.Remove(c.path); err != nil {
					t.Fatal(err)
				}
				if summary := mustSync(t, files, Options{}, withdrawn); summary.Counts[migrate.Edited] != 0 {
					t.Errorf("after the copy went: %+v", summary)
				}
			})
		})
	}
}

// What Overwrite keeps aside of a record that goes is told of by the run that does it.
func TestWhatIsKeptAsideOfARecordThatGoes(t *testing.T) {
	everyFiles(t, func(t *testing.T, files Files) {
		mustSync(t, files, Options{}, library)
		write(t, files, "event/launch.yaml", content(t, files, "event/launch.yaml")+"note: mine\n")
		plan := planOf(withdrawn)
		plan.Overwrite = true
		for range 2 {
			_, summary, err := runOver(New(files, Options{}), withdrawn, plan)
			if err != nil || !tellsOf(summary, "event/launch.yaml.local") {
				t.Errorf("%+v, %v", summary, err)
			}
		}
	})
}

// A copy that comes while nothing is known of copies, or just before a run that is killed, is told of once its record went.
func TestCopiesAreFoundAfterAKill(t *testing.T) {
	for _, known := range []bool{false, true} {
		base := NewMemory()
		mustResync(t, base, Options{}, library)
		write(t, base, "page/copy.yaml", content(t, base, "event/launch.yaml"))
		if known {
			mustResync(t, base, Options{}, changed(library, func(p *post) { p.title += "!" }))
		}
		for at := 1; ; at++ {
			files := NewMemory()
			files.nodes, files.now = base.copy(), base.now
			f := &faulty{Files: files, at: at, dead: true}
			resync(New(f, Options{}), withdrawn, planOf(withdrawn))
			if f.count < at {
				break
			}
			files.locked = map[string]bool{}
			for range 2 {
				if summary := mustResync(t, files, Options{}, withdrawn); !tellsOf(summary, "page/copy.yaml") {
					t.Fatalf("killed at %d, known %t: %+v", at, known, summary)
				}
			}
		}
	}
}

// A copy that comes while a run is at work that does not look is found when its record goes.
func TestACopyThatComesAmidARun(t *testing.T) {
	files := NewMemory()
	mustSync(t, files, Options{}, library)
	mustSync(t, files, Options{}, changed(library, func(p *post) { p.title += "?" }))
	d := New(files, Options{})
	plan := planOf(library)
	run, err := d.Begin(t.Context(), plan)
	if err != nil {
		t.Fatal(err)
	}
	write(t, files, "page/copy.yaml", content(t, files, "publication/annual-report.yaml"))
	for _, p := range library {
		for _, r := range p.records() {
			if _, err := run.Put(r, p.place, p.inputs); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := run.Finish(); err != nil {
		t.Fatal(err)
	}
	without := changed(library, func(p *post) {
		if p.id == 1 {
			p.fate = migrate.Forbidden
		}
	})
	for range 2 {
		if summary := mustSync(t, files, Options{}, without); summary.Counts[migrate.Edited] != 1 {
			t.Errorf("%+v", summary)
		}
	}
}

// A copy of a record of another site waits for a run of that site.
func TestACopyOfAnotherSitesRecord(t *testing.T) {
	files := NewMemory()
	mustSync(t, files, Options{}, library)
	other := changed(library, func(p *post) { p.site = second })
	sync := func(posts []post) migrate.Summary {
		plan := planOf(posts)
		plan.Site, plan.AddSite = second, true
		_, summary, err := runOver(New(files, Options{}), posts, plan)
		if err != nil {
			t.Fatal(err)
		}
		return summary
	}
	sync(other)
	path := second + "/event/launch.yaml"
	write(t, files, "page/copy.yaml", content(t, files, path))
	sync(changed(other, func(p *post) {
		if p.id == 3 {
			p.fate = migrate.Forbidden
		}
	}))
	for range 2 { // the runs of the one tell nothing, and forget nothing
		if summary := mustSync(t, files, Options{}, changed(library, func(p *post) { p.title += "!" })); summary.Counts[migrate.Edited] != 0 {
			t.Errorf("a run of the first site: %+v", summary)
		}
		if summary := sync(changed(other, func(p *post) {
			if p.id == 3 {
				p.fate = migrate.Forbidden
			}
		})); summary.Counts[migrate.Edited] != 1 {
			t.Errorf("a run of the second site: %+v", summary)
		}
	}
}

// Two files that say that they are one record, where the manifest is lost, are claimed by no run: once the record may not leave, both
// are told of.
func TestFilesThatNobodyClaims(t *testing.T) {
	files := NewMemory()
	mustSync(t, files, Options{}, library)
	write(t, files, "page/copy.yaml", content(t, files, "event/launch.yaml"))
	if err := files.Remove(manifestName); err != nil {
		t.Fatal(err)
	}
	mustSync(t, files, Options{}, withdrawn)
	for range 2 {
		if summary := mustSync(t, files, Options{}, withdrawn); summary.Counts[migrate.Edited] != 2 {
			t.Errorf("%+v", summary)
		}
	}
}

// What came into a folder far below is found at the latest when a record moves there.
func TestARecordMovesToAStray(t *testing.T) {
	files := NewMemory()
	mustSync(t, files, Options{}, library)
	record := content(t, files, "event/launch.yaml")
	write(t, files, "page/deep/notes.txt", "mine")
	mustSync(t, files, Options{}, withdrawn)
	write(t, files, "page/deep/copy.yaml", record)
	moved := changed(withdrawn, func(p *post) {
		if p.id == 1 {
			p.place = migrate.Place{"page", "deep", "report"}
		}
	})
	for range 2 {
		if summary := mustSync(t, files, Options{}, moved); !tellsOf(summary, "page/deep/copy.yaml") {
			t.Errorf("%+v", summary)
		}
	}
}

// A run in which nothing goes reads none of the records' files where there are copies, and lists no folder where there are none.
func TestLooksForStraysCostLittle(t *testing.T) {
	files := NewMemory()
	mustResync(t, files, Options{}, library)
	files.now = files.now.Add(1)
	mustResync(t, files, Options{}, library)
	look := &reading{Files: files}
	mustResync(t, look, Options{}, library)
	if look.count != 0 || look.listed != 0 {
		t.Errorf("without copies: %d files read, %d folders listed", look.count, look.listed)
	}
	write(t, files, "page/copy.yaml", content(t, files, "event/launch.yaml"))
	write(t, files, "page/another.yaml.local", content(t, files, "event/launch.yaml"))
	for range 2 {
		look := &reading{Files: files}
		mustResync(t, look, Options{}, library)
		if look.count != 2 {
			t.Errorf("with two copies: %d files read", look.count)
		}
	}
}
