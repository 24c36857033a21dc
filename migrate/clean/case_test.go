package clean

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wp2pub/migrate/finding"
)

var update = flag.Bool("update", false, "write what comes out as what is wanted")

// TestCases cleans the page of every directory of testdata/cases: in.html becomes want.html, and losses holds what is
// written down on the way, a line each.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*/in.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	for _, file := range files {
		folder := filepath.Dir(file)
		t.Run(filepath.Base(folder), func(t *testing.T) {
			in, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			share, err := Compile(".share-buttons")
			if err != nil {
				t.Fatal(err)
			}
			log := &finding.Log{}
			root := Fragment(string(in), &Context{View: newSite(), Log: log, Base: "https://icat.example.org/2013/10/frameworks/", Drop: []Selector{share}})
			out := HTML(root)
			compare(t, filepath.Join(folder, "want.html"), out)
			compare(t, filepath.Join(folder, "losses"), written(log))
			if _, err := os.Stat(filepath.Join(folder, "want.md")); err == nil {
				compare(t, filepath.Join(folder, "want.md"), Markdown(root)+"\n")
				compare(t, filepath.Join(folder, "want.txt"), Text(root)+"\n")
			}
			again := Fragment(out, &Context{View: newSite(), Base: "https://icat.example.org/2013/10/frameworks/"})
			if twice := HTML(again); twice != out {
				t.Errorf("cleaning again changes something:\n%s", twice)
			}
		})
	}
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s:\n got\n%s\nwant\n%s", file, got, want)
	}
}

func written(log *finding.Log) string {
	var b strings.Builder
	for _, l := range log.Losses() {
		fmt.Fprintf(&b, "%s | %s | %d\n", l.Code, l.Detail, l.Count)
	}
	for _, f := range log.Findings() {
		fmt.Fprintf(&b, "finding %s | %s | %s\n", f.Code, f.Value, f.Detail)
	}
	return b.String()
}
