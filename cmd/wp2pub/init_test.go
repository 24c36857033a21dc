package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// TestProposedMappingFindsThePublications makes records of a site by the mapping that is proposed for it, unread, and
// holds the posts that became publications against those of which the site's makers say so.
func TestProposedMappingFindsThePublications(t *testing.T) {
	const site = "../../testdata/observatoire/"
	source, dir := site+"observatoire.sql.gz", t.TempDir()
	file, out := filepath.Join(dir, "mapping.yaml"), filepath.Join(dir, "out")
	for _, arguments := range [][]string{{"init", source, "-o", file, "-q"}, {"migrate", source, "-m", file, "-o", out, "-f", "json", "-q"}} {
		var stderr bytes.Buffer
		if code := run(context.Background(), arguments, nil, &stderr, &stderr); code != exitDone {
			t.Fatalf("%v: %s", arguments, stderr.String())
		}
	}
	var truth struct{ Records []struct{ From int64 } }
	readJSON(t, site+"oracle/truth.json", &truth)
	wanted := map[int64]bool{}
	for _, r := range truth.Records {
		wanted[r.From] = true
	}
	files, err := filepath.Glob(filepath.Join(out, "publication", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	dated := 0
	for _, name := range files {
		var r struct {
			Issued string
			Source struct {
				PostID int64 `json:"post_id"`
			}
		}
		readJSON(t, name, &r)
		if !wanted[r.Source.PostID] {
			t.Errorf("post %d became a publication, and is none", r.Source.PostID)
		}
		if r.Issued != "" {
			dated++
		}
	}
	if len(wanted) == 0 || len(files)*10 < len(wanted)*9 || dated*10 < len(files)*8 {
		t.Errorf("%d publications, %d of them with a date; the site has %d", len(files), dated, len(wanted))
	}
}

func readJSON(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
