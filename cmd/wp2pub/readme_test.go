package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadmeShowsTrueOutput runs the README's first command, inspect and its dry run, and holds the output that the README shows
// against what they print. A line may be cut with "…".
func TestReadmeShowsTrueOutput(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "publications")
	arguments := []string{icat, "--mapping", "../../testdata/icat/mapping.yaml", "--out", dir}
	var inspected, report, migrated, explanation, proposal, stderr bytes.Buffer
	if code := run(context.Background(), []string{"inspect", icat}, nil, &inspected, &stderr); code != exitDone {
		t.Fatalf("inspect: %s", stderr.String())
	}
	if code := run(context.Background(), append([]string{"plan"}, arguments...), nil, &report, &stderr); code != exitDone {
		t.Fatalf("plan: %s", stderr.String())
	}
	if code := run(context.Background(), append([]string{"migrate"}, arguments...), nil, &migrated, &stderr); code != exitDone {
		t.Fatalf("migrate: %s", stderr.String())
	}
	if code := run(context.Background(), []string{"explain", icat, "116", "--mapping", "../../testdata/icat/mapping.yaml"}, nil, &explanation, &stderr); code != exitDone {
		t.Fatalf("explain: %s", stderr.String())
	}
	if code := run(context.Background(), []string{"init", icat, "-q"}, nil, &proposal, &stderr); code != exitDone {
		t.Fatalf("init: %s", stderr.String())
	}
	record, err := os.ReadFile(filepath.Join(dir, "publication", "risky-business-tackling-exploitation-in-the-uk-labour-market.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	outputs := map[string]string{
		"schema: ":                                      string(record),
		"icat.example.org\nICAT ":                       inspected.String(),
		"icat.example.org\nGo on":                       report.String(),
		"post 116, publish\n":                           explanation.String(),
		"records:\n  publication:\n    from:\n      # ": proposal.String(),
		"wp2pub: icat.example.org:":                     strings.ReplaceAll(stderr.String(), dir, "publications"),
	}
	for beginning, output := range outputs {
		shown, ok := block(string(readme), beginning)
		if !ok {
			t.Errorf("the README has no block that begins with %q", beginning)
			continue
		}
		lines := strings.Split(output, "\n")
		for _, line := range strings.Split(shown, "\n") {
			if strings.TrimSpace(line) == "…" {
				continue
			}
			at := -1
			for i, real := range lines {
				real = strings.TrimRight(real, " ")
				if cut, ok := strings.CutSuffix(line, "…"); real == line || ok && strings.HasPrefix(real, strings.TrimRight(cut, " ")) {
					at = i
					break
				}
			}
			if at < 0 {
				t.Errorf("the README shows a line that is not printed, or not there: %q", line)
				continue
			}
			lines = lines[at+1:]
		}
	}
}

// block returns the fenced block of a Markdown text whose content begins so.
func block(text, beginning string) (string, bool) {
	for i, part := range strings.Split(text, "```") {
		_, content, _ := strings.Cut(part, "\n")
		if i%2 == 1 && strings.HasPrefix(content, beginning) {
			return strings.TrimRight(content, "\n"), true
		}
	}
	return "", false
}
