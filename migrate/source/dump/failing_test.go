package dump

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/output"
)

// reports writes a dump of a site whose posts come by descending ID, so that each is read again by itself. A text of version 2 is
// as long as one of version 1.
func reports(version int, statuses ...string) string {
	var posts, meta []string
	for i, status := range statuses {
		id := len(statuses) - i
		posts = append(posts, fmt.Sprintf("(%d,'<p>Text %d of %d</p>','Title %d of %d','report-%d','%s','post')", id, version, id, version, id, id, status))
		meta = append(meta, fmt.Sprintf("(%d,%d,'note','note %d of %d')", id, id, version, id))
	}
	return "-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)\n" +
		"CREATE TABLE `wp_options` (`option_id` int, `option_name` text, `option_value` text);\nINSERT INTO `wp_options` VALUES (1,'home','https://example.org');\n" +
		"CREATE TABLE `wp_posts` (`ID` int, `post_content` text, `post_title` text, `post_name` text, `post_status` text, `post_type` text);\nINSERT INTO `wp_posts` VALUES " + strings.Join(posts, ",") + ";\n" +
		"CREATE TABLE `wp_postmeta` (`meta_id` int, `post_id` int, `meta_key` text, `meta_value` text);\nINSERT INTO `wp_postmeta` VALUES " + strings.Join(meta, ",") + ";\n" +
		"-- Dump completed on 2024-01-01  0:00:00\n"
}

// The site before, and after: the text of each post is another, the third post is to be withdrawn, the last one has come.
var (
	reportsBefore = reports(1, "publish", "publish", "publish", "publish", "publish", "publish")
	reportsAfter  = reports(2, "publish", "publish", "publish", "publish", "draft", "publish", "publish")
)

// failingReads is a file that fails at one reading.
type failingReads struct {
	io.ReaderAt
	left   int // readings that are let through
	failed bool
}

func (f *failingReads) ReadAt(p []byte, offset int64) (int, error) {
	if f.left--; f.left == -1 {
		f.failed = true
		return 0, syscall.EIO
	}
	return f.ReaderAt.ReadAt(p, offset)
}

// TestFailingReads lets each reading of a dump fail in turn: the error names the dump, nothing is removed, no record is torn,
// and the next run makes what a fresh one does.
func TestFailingReads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "site.sql")
	write(t, path, reportsAfter)
	want := output.NewMemory()
	mustMigrate(t, want, path)
	for at := 0; ; at++ {
		files := output.NewMemory()
		write(t, path, reportsBefore)
		mustMigrate(t, files, path)
		before := recordsIn(t, files)
		write(t, path, reportsAfter)
		fault := &failingReads{left: at}
		err := migrateWith(t, files, path, func(s *Source) { fault.ReaderAt, s.data = s.data, fault })
		if !fault.failed {
			if at < 20 {
				t.Errorf("there were only %d readings", at)
			}
			return
		}
		if !errors.Is(err, syscall.EIO) || !strings.Contains(err.Error(), path) {
			t.Fatalf("reading %d failed, and the run says %v", at, err)
		}
		checkInterrupted(t, recordsIn(t, files), before, recordsIn(t, want))
		mustMigrate(t, files, path)
		checkSame(t, recordsIn(t, files), recordsIn(t, want))
	}
}

// TestFailingStream lets each reading of a stream fail in turn.
func TestFailingStream(t *testing.T) {
	for cut := range len(reportsAfter) / 64 {
		stream := io.MultiReader(strings.NewReader(reportsAfter[:64*cut]), failingStream{})
		_, err := Open(t.Context(), "-", Options{Stdin: stream})
		if !errors.Is(err, syscall.EIO) || !strings.Contains(err.Error(), "standard input") {
			t.Fatalf("after %d bytes: %v", 64*cut, err)
		}
	}
}

type failingStream struct{}

func (failingStream) Read([]byte) (int, error) { return 0, syscall.EIO }

// TestFileWrittenToMeanwhile writes to a dump before the reading of each post: no byte of what stands there now is taken.
func TestFileWrittenToMeanwhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "site.sql")
	after := reports(2, "publish", "publish", "publish", "publish", "publish", "publish")
	if len(after) != len(reportsBefore) {
		t.Fatal("the dumps are to be equally long")
	}
	write(t, path, after)
	want := output.NewMemory()
	mustMigrate(t, want, path)
	for name, change := range map[string]func(){
		"other rows":    func() { overwrite(t, path, after) },
		"cut short":     func() { overwrite(t, path, after[:len(after)/2]) },
		"made anew":     func() { overwrite(t, path, "") },
		"one more line": func() { overwrite(t, path, after+"-- and more\n") },
	} {
		for at := 0; ; at++ {
			files := output.NewMemory()
			write(t, path, reports(1, "publish", "publish", "publish", "publish", "publish"))
			mustMigrate(t, files, path)
			before := recordsIn(t, files)
			write(t, path, reportsBefore)
			old := output.NewMemory()
			mustMigrate(t, old, path)
			written := &meanwhile{left: at, change: change}
			err := migrateWith(t, files, path, func(s *Source) { written.ReaderAt, s.data = s.data, written })
			if written.left >= 0 {
				if at < 12 {
					t.Errorf("%s: there were only %d readings", name, at)
				}
				break
			}
			if !errors.Is(err, errChanged) || !strings.Contains(err.Error(), path) {
				t.Fatalf("%s, reading %d: the run says %v", name, at, err)
			}
			checkInterrupted(t, recordsIn(t, files), before, recordsIn(t, old))
			write(t, path, after)
			mustMigrate(t, files, path)
			checkSame(t, recordsIn(t, files), recordsIn(t, want))
		}
	}
}

// meanwhile is a file to which something happens between two readings.
type meanwhile struct {
	io.ReaderAt
	left   int
	change func()
}

func (m *meanwhile) ReadAt(p []byte, offset int64) (int, error) {
	if m.left--; m.left == -1 {
		m.change()
	}
	return m.ReaderAt.ReadAt(p, offset)
}

// write makes a file as of long ago, so that whoever writes to it next changes its time.
func write(t *testing.T, path, text string) {
	t.Helper()
	old := time.Now().Add(-time.Hour)
	if err := errors.Join(os.WriteFile(path, []byte(text), 0o600), os.Chtimes(path, old, old)); err != nil {
		t.Fatal(err)
	}
}

// overwrite puts another text into the same file.
func overwrite(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// migrateWith brings a dump over into files, once something was done to its source.
func migrateWith(t *testing.T, files output.Files, path string, change func(*Source)) error {
	t.Helper()
	rules, err := mapping.Parse("mapping.yaml", []byte("version: 1\nrecords: {report: {from: [{post_type: post}], fields: {fields.note: meta.note}}}\n"), migrate.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	change(s)
	_, err = migrate.Migrate(context.Background(), s, output.New(files, output.Options{}), migrate.Options{Mapping: rules, Prune: true, MaxRemove: migrate.Limit{Percent: 100}, Jobs: 1})
	return err
}

func mustMigrate(t *testing.T, files output.Files, path string) {
	t.Helper()
	if err := migrateWith(t, files, path, func(*Source) {}); err != nil {
		t.Fatal(err)
	}
}

// recordsIn are the records of an output by their path.
func recordsIn(t *testing.T, files output.Files) map[string]string {
	t.Helper()
	records := map[string]string{}
	names, err := files.ReadDir("report")
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	for _, name := range names {
		file, err := files.Open("report/" + name)
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(io.NewSectionReader(file, 0, 1<<20))
		if err := errors.Join(err, file.Close()); err != nil {
			t.Fatal(err)
		}
		records[name] = string(content)
	}
	return records
}

// checkInterrupted holds that each record is as it was before a run that failed, or as it was to be, and none is gone.
func checkInterrupted(t *testing.T, got, before, want map[string]string) {
	t.Helper()
	for name, content := range got {
		if content != before[name] && content != want[name] {
			t.Fatalf("%s is neither as it was nor as it was to be:\n%s", name, content)
		}
	}
	for name := range before {
		if got[name] == "" {
			t.Fatalf("%s is gone", name)
		}
	}
}

func checkSame(t *testing.T, got, want map[string]string) {
	t.Helper()
	names := func(records map[string]string) (all []string) {
		for name := range records {
			all = append(all, name)
		}
		slices.Sort(all)
		return all
	}
	if !slices.Equal(names(got), names(want)) {
		t.Fatalf("the records are %v, wanted %v", names(got), names(want))
	}
	for name, content := range got {
		if content != want[name] {
			t.Fatalf("%s is\n%s\nwanted\n%s", name, content, want[name])
		}
	}
}
