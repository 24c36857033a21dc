package output

import (
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
		stray   bool
	}{
		"a record that was withdrawn":    {stray: true},
		"a copy in another folder":       {path: "publication/old/copy.yaml", stray: true},
		"a copy at the top":              {path: "copy.yaml", stray: true},
		"a copy with another ending":     {path: "event/launch.yaml.bak"},
		"another file":                   {path: "event/notes.yaml", content: "a: b\n"},
		"a record of another site":       {path: "event/other.yaml", content: "other"},
		"a folder that no record needs":  {path: "drafts/launch.yaml", stray: true},
		"what a tool keeps to itself":    {path: ".tool/launch.yaml"},
		"a file of a run that was aside": {path: "event/launch.yaml.local"},
	} {
		t.Run(name, func(t *testing.T) {
			files := NewMemory()
			mustSync(t, files, Options{}, library)
			record, err := readFile(files, "event/launch.yaml")
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
			if _, _, err := runOver(New(files, Options{}), next, plan); err != nil {
				t.Fatal(err)
			}
			_, still := tree(t, files)[path]
			_, aside := tree(t, files)[path+".local"]
			if still == c.stray || aside != c.stray {
				t.Errorf("with Overwrite: %v", paths(t, files))
			}
		})
	}
}
