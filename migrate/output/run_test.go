package output

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"wp2pub/migrate"
	"wp2pub/migrate/record"
)

func show(changes []migrate.Change, summary migrate.Summary) string {
	var b strings.Builder
	for _, c := range append(changes, summary.Changes...) {
		fmt.Fprintf(&b, "%+v\n", c)
	}
	fmt.Fprintf(&b, "%v\n", summary.Counts)
	return b.String()
}

func TestOneRunAtATime(t *testing.T) {
	everyFiles(t, func(t *testing.T, files Files) {
		first, err := New(files, Options{}).Begin(context.Background(), planOf(library))
		if err != nil {
			t.Fatal(err)
		}
		_, err = New(files, Options{}).Begin(context.Background(), planOf(library))
		var locked *LockedError
		if !errors.As(err, &locked) || locked.Holder.PID != os.Getpid() || time.Since(locked.Holder.Started) > time.Minute || !strings.Contains(err.Error(), fmt.Sprint(os.Getpid())) {
			t.Fatalf("the second run: %v", err)
		}
		if err := first.Abort(); err != nil {
			t.Fatal(err)
		}
		mustSync(t, files, Options{}, library)
	})
}

// TestHoldLock is no test: it is the process that TestADeadProcessHoldsNoLock kills.
func TestHoldLock(t *testing.T) {
	dir := os.Getenv("WP2PUB_TEST_HOLD")
	if dir == "" {
		t.Skip("only run by another test")
	}
	if _, err := New(NewOSFiles(dir), Options{}).Begin(context.Background(), planOf(library)); err != nil {
		t.Fatal(err)
	}
	fmt.Println("held")
	time.Sleep(time.Minute)
}

func TestADeadProcessHoldsNoLock(t *testing.T) {
	dir := t.TempDir()
	holder := exec.Command(os.Args[0], "-test.run=^TestHoldLock$")
	holder.Env = append(os.Environ(), "WP2PUB_TEST_HOLD="+dir)
	out, err := holder.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	if line := make([]byte, 5); true {
		if _, err := out.Read(line); err != nil || string(line) != "held\n" {
			t.Fatalf("%q, %v", line, err)
		}
	}
	_, err = New(NewOSFiles(dir), Options{}).Begin(context.Background(), planOf(library))
	var locked *LockedError
	if !errors.As(err, &locked) || locked.Holder.PID != holder.Process.Pid {
		t.Errorf("while it lives: %v", err)
	}
	if err := holder.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = holder.Wait()
	mustSync(t, NewOSFiles(dir), Options{}, library)
}

func TestAnUnwritableDirectoryIsNamed(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("nothing is unwritable here")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	_, _, err := runOver(New(NewOSFiles(filepath.Join(dir, "out")), Options{}), library, planOf(library))
	if !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), dir) {
		t.Error(err)
	}
}

func TestAFileInTheWayOfTheDirectoryIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(path, []byte("theirs"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, _, err := runOver(New(NewOSFiles(path), Options{}), library, planOf(library))
	if err == nil || !strings.Contains(err.Error(), path) {
		t.Error(err)
	}
}

func TestAFailedRunRemovesNothing(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		mustSync(t, files, options, library)
		before := paths(t, files)
		run, err := New(files, options).Begin(context.Background(), planOf(years))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range years[:2] {
			for _, r := range p.records() {
				if _, err := run.Put(r, nil, nil); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := run.Abort(); err != nil {
			t.Fatal(err)
		}
		if after := paths(t, files); fmt.Sprint(after) != fmt.Sprint(before) {
			t.Errorf("%q, before %q", after, before)
		}
		mustSync(t, files, options, years)
		sameAsFresh(t, files, options, years)
	})
}

func TestMistakesOfTheCallerAreErrors(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		run, err := New(NewMemory(), options).Begin(context.Background(), planOf(library))
		if err != nil {
			t.Fatal(err)
		}
		r := library[0].records()[0]
		if _, err := run.Put(r, nil, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := run.Put(r, nil, nil); err == nil {
			t.Error("a record was put twice")
		}
		r.ID = "other.example:1"
		if _, err := run.Put(r, nil, nil); err == nil {
			t.Error("a record of another site was put")
		}
		if _, err := run.Finish(); err != nil {
			t.Error(err)
		}
	})
}

func TestTheReportIsWrittenWhenItDiffers(t *testing.T) {
	files := NewMemory()
	d := New(files, Options{})
	for _, report := range []string{"{}", "{}", `{"a":1}`} {
		if err := d.WriteReport([]byte(report)); err != nil {
			t.Fatal(err)
		}
		if got := content(t, files, reportName); got != report {
			t.Errorf("the report is %q", got)
		}
	}
}

// Whoever is told that a run has ended may still write to the output: no other has begun.
func TestARunEndsBeforeAnotherBegins(t *testing.T) {
	formats(t, func(t *testing.T, options Options) {
		files := NewMemory()
		told := 0
		for _, limit := range []migrate.Limit{{Percent: 100}, {}} { // the second run is stopped by a guard
			plan := planOf(library)
			plan.MaxRemove = limit
			plan.Ended = func(summary migrate.Summary, err error) error {
				told++
				if summary.Counts == nil || (err != nil) != (limit.Percent == 0) {
					t.Errorf("told of %+v, %v", summary, err)
				}
				_, _, err = runOver(New(files, options), library, planOf(library))
				if locked := (*LockedError)(nil); !errors.As(err, &locked) {
					t.Errorf("another run began: %v", err)
				}
				return nil
			}
			posts := library
			if limit.Percent == 0 {
				posts = library[1:]
			}
			if _, _, err := runOver(New(files, options), posts, plan); (err != nil) != (limit.Percent == 0) {
				t.Error(err)
			}
		}
		if told != 2 {
			t.Errorf("told %d times", told)
		}
	})
}

func TestANewerManifestIsRefused(t *testing.T) {
	files := NewMemory()
	line := []byte(`{"schema":"wp2pub.manifest/2"}` + "\n")
	write(t, files, manifestName, fmt.Sprintf("%s{\"records\":0,\"sha256\":%q}\n", line, record.Digest(line)))
	_, _, err := runOver(New(files, Options{}), library, planOf(library))
	var guarded *GuardError
	if !errors.As(err, &guarded) || guarded.Guard != NewerStore {
		t.Error(err)
	}
}

func TestStream(t *testing.T) {
	var out bytes.Buffer
	run, err := NewStream(&out).Begin(context.Background(), planOf(library))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range library {
		for _, r := range p.records() {
			if _, err := run.Put(r, nil, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	summary, err := run.Finish()
	if err != nil || summary.Counts[migrate.Create] != 8 {
		t.Errorf("%+v, %v", summary, err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	for _, line := range lines {
		if !json.Valid([]byte(line)) {
			t.Errorf("%s is no JSON", line)
		}
	}
	if len(lines) != 8 {
		t.Errorf("%d lines", len(lines))
	}
}

// BenchmarkDirectory commits 10,000 records of about 6 KB to a real directory, and then finds them unchanged.
func BenchmarkDirectory(b *testing.B) {
	const records = 10_000
	make1 := func(n int) *record.Record {
		r := post{id: int64(n + 1), kind: "publication", slug: fmt.Sprintf("publication-%d", n), title: fmt.Sprint("Publication ", n)}.records()[0]
		r.Body.HTML = strings.Repeat("<p>A paragraph of a body, as long as they are: some words, and a link.</p>\n", 80)
		return r
	}
	run := func(b *testing.B, dir string) {
		files := NewOSFiles(dir)
		defer files.Close()
		plan := planOf(nil)
		plan.Posts = records
		run, err := New(files, Options{Format: JSON}).Begin(context.Background(), plan)
		if err != nil {
			b.Fatal(err)
		}
		for n := range records {
			if _, err := run.Put(make1(n), nil, nil); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := run.Finish(); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			run(b, b.TempDir())
		}
	})
	b.Run("unchanged", func(b *testing.B) {
		dir := b.TempDir()
		run(b, dir)
		for b.Loop() {
			run(b, dir)
		}
	})
}
