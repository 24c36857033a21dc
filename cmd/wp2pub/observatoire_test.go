package main

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"testing"
)

const observatoire = "../../testdata/observatoire/observatoire.sql.gz"

// TestFrenchSite reads a site whose types and fields have French names, made without a look at this program: every row is accounted for,
// every post that visitors see becomes a record, and nothing else leaves.
func TestFrenchSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), []string{"migrate", observatoire, "--out", out, "-q"}, nil, &stdout, &stderr); code != exitDone {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	var report struct {
		Summary struct {
			Rows    map[string]int `json:"rows"`
			Records map[string]int `json:"records"`
		} `json:"summary"`
	}
	data, err := os.ReadFile(filepath.Join(out, ".wp2pub", "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &report); err != nil {
		t.Fatal(err)
	}
	rows := map[string]int{"total": 340, "migrate": 130, "media": 128, "exclude": 82, "unmapped": 0, "reject": 0}
	if !maps.Equal(report.Summary.Rows, rows) || report.Summary.Records["create"] != 130 {
		t.Errorf("rows %v, records %v; want rows %v and 130 created", report.Summary.Rows, report.Summary.Records, rows)
	}
	for kind, want := range map[string]int{"note": 15, "page": 12, "post": 50, "ressource": 35, "event": 10} {
		if records, err := os.ReadDir(filepath.Join(out, kind)); len(records) != want {
			t.Errorf("%d records of kind %s, want %d (%v)", len(records), kind, want, err)
		}
	}
	for _, secret := range []string{"ne doit pas sortir", "courriel.example", "croussel", "reserve-0"} {
		if found := filesWith(t, out, secret); found != nil {
			t.Errorf("%q left the site in %v", secret, found)
		}
	}
}

// filesWith lists the files below a folder that hold a text.
func filesWith(t *testing.T, folder, text string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(text)) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
