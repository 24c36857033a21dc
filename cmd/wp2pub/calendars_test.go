package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write anew what the calendars give")

// TestCalendars reads dumps of sites with an event calendar each, and holds what the records say of their events, and what
// is doubtful in it, against the file that lies beside the dump.
func TestCalendars(t *testing.T) {
	dumps, err := filepath.Glob("testdata/calendars/*.sql")
	if err != nil || len(dumps) < 5 {
		t.Fatal(dumps, err)
	}
	for _, dump := range dumps {
		t.Run(strings.TrimSuffix(filepath.Base(dump), ".sql"), func(t *testing.T) {
			golden := strings.TrimSuffix(dump, ".sql") + ".yaml"
			want, err := os.ReadFile(golden)
			if err != nil && !*update {
				t.Fatal(err)
			}
			got := eventsOf(t, dump)
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if !bytes.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// eventsOf writes title, event, losses and findings of every record of kind event that the program makes of a dump.
func eventsOf(t *testing.T, dump string) []byte {
	t.Helper()
	out := t.TempDir()
	rules := filepath.Join(filepath.Dir(dump), "mapping.yaml")
	var stderr bytes.Buffer
	if code := run(context.Background(), []string{"migrate", dump, "--mapping", rules, "-q", "--out", out}, nil, &stderr, &stderr); code != exitDone {
		t.Fatal(stderr.String())
	}
	files, err := filepath.Glob(out + "/event/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, file := range files {
		record, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		wanted := false
		for line := range strings.Lines(string(record)) {
			if key, _, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, " ") {
				wanted = key == "id" || key == "title" || key == "event" || key == "losses" || key == "findings"
				if key == "id" {
					all.WriteString("---\n")
				}
			}
			if wanted {
				all.WriteString(line)
			}
		}
	}
	return all.Bytes()
}
