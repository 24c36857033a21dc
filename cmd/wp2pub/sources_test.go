package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wp2pub/migrate/source/sourcetest/mariadb"
)

// made is what a manifest says of how records were made, which depends on the kind of source, and the sum over all of it.
var made = regexp.MustCompile(`,"inputs":"[^"]*"|,"sha256":"[0-9a-f]*"`)

// tree is a directory as a list of paths with a digest of what they hold. What depends on the moment (the lock, times) is not in it.
func tree(t testing.TB, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		if name = filepath.ToSlash(name); strings.HasPrefix(name, ".wp2pub/") && name != ".wp2pub/report.json" && name != ".wp2pub/manifest.jsonl" {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if name == ".wp2pub/manifest.jsonl" {
			data = made.ReplaceAll(data, nil)
		}
		list = append(list, fmt.Sprintf("%s %x", name, sha256.Sum256(data)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// migrateInto runs the program and returns the tree that it wrote.
func migrateInto(t testing.TB, stdin io.Reader, arguments ...string) []string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	var out, err bytes.Buffer
	arguments = append([]string{"migrate", "-q", "--out", dir, "--mapping", "../../testdata/icat/mapping.yaml"}, arguments...)
	if code := run(context.Background(), arguments, stdin, &out, &err); code != exitDone {
		t.Fatalf("%q: exit code %d: %s", arguments, code, err.String())
	}
	return tree(t, dir)
}

// inspected runs inspect and returns what it printed for programs.
func inspected(t testing.TB, stdin io.Reader, arguments ...string) string {
	t.Helper()
	var out, err bytes.Buffer
	if code := run(context.Background(), append([]string{"inspect", "-q", "-f", "json"}, arguments...), stdin, &out, &err); code != exitDone {
		t.Fatalf("inspect %q: exit code %d: %s", arguments, code, err.String())
	}
	return out.String()
}

// TestEverySourceGivesTheSameBytes holds the same site against itself: plain and packed dumps of three tools, the
// standard input, a live server, one and eight goroutines.
func TestEverySourceGivesTheSameBytes(t *testing.T) {
	want := migrateInto(t, nil, icat)
	if len(want) < 120 {
		t.Fatalf("only %d files", len(want))
	}
	survey := inspected(t, nil, icat)
	plain := filepath.Join(t.TempDir(), "icat.sql")
	if err := os.WriteFile(plain, icatDump(t), 0o644); err != nil {
		t.Fatal(err)
	}
	server := mariadb.Start(t)
	server.Load(t, "icat", icat)
	config := filepath.Join(t.TempDir(), "wp-config.php")
	php := fmt.Sprintf("<?php\ndefine( 'DB_NAME', 'icat' );\ndefine( 'DB_USER', 'root' );\ndefine( 'DB_PASSWORD', '' );\ndefine( 'DB_HOST', 'localhost:%s' );\n$table_prefix = 'wp_';\n", server.Socket)
	if err := os.WriteFile(config, []byte(php), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, arguments := range map[string][]string{
		"the same again":   {icat},
		"one goroutine":    {icat, "--jobs", "1"},
		"eight goroutines": {icat, "--jobs", "8"},
		"plain":            {plain},
		"complete inserts": {"../../testdata/icat/icat.complete-insert.sql.gz"},
		"phpMyAdmin":       {"../../testdata/icat/icat.phpmyadmin.sql.gz"},
		"standard input":   {"-"},
		"a live server":    {server.URL("icat")},
		"a wp-config.php":  {config},
	} {
		t.Run(name, func(t *testing.T) {
			got := migrateInto(t, bytes.NewReader(icatDump(t)), arguments...)
			for _, line := range got {
				if !slices.Contains(want, line) {
					t.Errorf("%s is not what the packed dump gives", strings.Fields(line)[0])
				}
			}
			if len(got) != len(want) {
				t.Errorf("%d files instead of %d", len(got), len(want))
			}
			if inspected(t, bytes.NewReader(icatDump(t)), arguments...) != survey {
				t.Error("inspect finds something else than in the packed dump")
			}
		})
	}
}

// TestCutDumpIsRefused cuts the dump at many places: each time it is refused, and what was there stays as it was.
func TestCutDumpIsRefused(t *testing.T) {
	whole := icatDump(t)
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), []string{"migrate", icat, "-q", "--out", out}, nil, &stdout, &stderr); code != exitDone {
		t.Fatal(stderr.String())
	}
	before := tree(t, out)
	cut := filepath.Join(dir, "cut.sql")
	trailing := len(whole) - len(bytes.TrimRight(whole, "\n"))
	for i := range 200 {
		at := (i*7919*104729 + i*i) % (len(whole) - trailing)
		if i == 0 {
			at = len(whole) - trailing - 1
		}
		if err := os.WriteFile(cut, whole[:at], 0o644); err != nil {
			t.Fatal(err)
		}
		stderr.Reset()
		if code := run(context.Background(), []string{"migrate", cut, "-q", "--out", out}, nil, &stdout, &stderr); code != exitFailed {
			t.Fatalf("cut at byte %d of %d: exit code %d", at, len(whole), code)
		}
		if text := stderr.String(); at > 1000 && !strings.Contains(text, "line ") || strings.Count(text, "\n") != 2 {
			t.Fatalf("cut at byte %d: the error names no line, or is not one paragraph before the last line: %q", at, text)
		}
	}
	if after := tree(t, out); !slices.Equal(before, after) {
		t.Error("a refused dump changed the output")
	}
}

// TestPlanOverALiveDatabase makes one edit in a running server after a migration: the dry run says what it changes, and
// nothing before it.
func TestPlanOverALiveDatabase(t *testing.T) {
	server := mariadb.Start(t)
	server.Load(t, "icat", icat)
	out := filepath.Join(t.TempDir(), "out")
	arguments := []string{server.URL("icat"), "--mapping", "../../testdata/icat/mapping.yaml", "--out", out}
	plan := func(want int) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		if code := run(context.Background(), append([]string{"plan", "--exit-code"}, arguments...), nil, &stdout, &stderr); code != want {
			t.Fatalf("plan: exit code %d, want %d: %s", code, want, stderr.String())
		}
		return stdout.String()
	}
	plan(exitChanges)
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), append([]string{"migrate", "-q"}, arguments...), nil, &stdout, &stderr); code != exitDone {
		t.Fatalf("migrate: %s", stderr.String())
	}
	if text := plan(exitDone); !strings.Contains(text, "records:  129 unchanged\n") {
		t.Errorf("after a migration the dry run says\n%s", text)
	}
	server.Exec(t, "icat", "UPDATE wp_terms SET name = 'Europa' WHERE name = 'Europe'", "UPDATE wp_postmeta SET meta_value = '64' WHERE post_id = 154 AND meta_key = 'pages'")
	text := plan(exitChanges)
	for _, want := range []string{"      fields.pages\n        - 62\n        + 64\n", "      regions\n        - [Europe]\n        + [Europa]\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("after an edit the dry run lacks %q:\n%s", want, text)
		}
	}
}
