package output

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate"
)

// A file with a record that no manifest knows is left alone and reported, run after run: one that was withdrawn and came back, a copy.
// With Overwrite it is kept aside.
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
		"with another ending":            {path: "event/launch.yaml.bak"},
		"another file":                   {path: "event/notes.yaml", content: "a: b\n"},
		"a record of another site":       {path: "event/other.yaml", content: "other"},
		"a folder that no record needs":  {path: "drafts/launch.yaml", stray: true},
		"what a tool keeps to itself":    {path: ".tool/launch.yaml"},
		"a file of a run that was aside": {path: "event/launch.yaml.local"},
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
			if err != nil || (summary.Counts[migrate.Remove] == 1) != c.stray || summary.Counts[migrate.Edited] != 0 {
				t.Fatalf("with Overwrite: %v, %v", summary.Counts, err)
			}
			_, still := tree(t, files)[path]
			_, aside := tree(t, files)[path+".local"]
			if still == c.stray || aside != c.stray {
				t.Errorf("with Overwrite: %v", paths(t, files))
			}
		})
	}
}
