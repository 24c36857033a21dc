package migrate_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/output"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

var errInjected = errors.New("the source fails here")

// failingSource is a source of which one read fails: the calls of its methods and the elements of its sequences are counted.
type failingSource struct {
	migrate.Source
	left   int // reads that are let through
	failed bool
}

func (f *failingSource) next() error {
	if f.left--; f.left < 0 {
		f.failed = true
		return errInjected
	}
	return nil
}

func (f *failingSource) Site(ctx context.Context) (*wordpress.Site, error) {
	if err := f.next(); err != nil {
		return nil, err
	}
	return f.Source.Site(ctx)
}

func (f *failingSource) Heads(ctx context.Context) iter.Seq2[wordpress.Head, error] {
	return failingSequence(f, f.Source.Heads(ctx))
}

func (f *failingSource) Digests(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[wordpress.Head, error] {
	return failingSequence(f, f.Source.Digests(ctx, want))
}

func (f *failingSource) Posts(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[*wordpress.Post, error] {
	return failingSequence(f, f.Source.Posts(ctx, want))
}

func (f *failingSource) Meta(ctx context.Context, keys wordpress.KeyPatterns) iter.Seq2[wordpress.MetaOf, error] {
	return failingSequence(f, f.Source.Meta(ctx, keys))
}

func failingSequence[T any](f *failingSource, sequence iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		for value, err := range sequence {
			if failed := f.next(); failed != nil {
				yield(none, failed)
				return
			}
			if !yield(value, err) {
				return
			}
		}
		if failed := f.next(); failed != nil { // at the very end
			yield(none, failed)
		}
	}
}

// TestFailingReads lets each read of a source fail in turn, while edits and removals are to be brought over: no record is removed,
// moved or torn, the files for other programs are those of before, the manifest says nothing that is not so, and the next run makes
// what a fresh one does. WP2PUB_FAILING makes it more histories.
func TestFailingReads(t *testing.T) {
	rules, err := mapping.Parse("mapping.yaml", []byte(mappings[1]), migrate.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	histories := 8
	if os.Getenv("WP2PUB_FAILING") != "" {
		histories = 100
	}
	reads := 0
	for seed := range histories {
		example := rapid.Custom(func(t *rapid.T) [2]*blog {
			before := drawBlog(t)
			after := before.clone()
			for _, name := range slices.Sorted(maps.Keys(edits)) {
				edits[name](after, t)
			}
			return [2]*blog{before, after}
		}).Example(seed)
		for at := 0; failAt(t, example[0], example[1], rules, at); at++ {
			reads++
		}
	}
	if reads < 100 {
		t.Errorf("only %d reads were there to fail", reads)
	}
}

// failAt reports whether a run met the read that was to fail.
func failAt(t *testing.T, before, after *blog, rules *mapping.Mapping, at int) (met bool) {
	files, fresh := output.NewMemory(), output.NewMemory()
	run := func(files output.Files, source migrate.Source) error {
		defer source.Close()
		_, err := migrateInto(files, source, rules, "dublin-core", "redirects")
		return err
	}
	if err := errors.Join(run(files, dumpOf(t, before)), run(fresh, dumpOf(t, after))); err != nil {
		t.Fatal(err)
	}
	old, want := contents(t, files), contents(t, fresh)
	source := &failingSource{Source: dumpOf(t, after), left: at}
	err := run(files, source)
	if !source.failed {
		return false
	}
	if !errors.Is(err, errInjected) {
		t.Fatalf("read %d failed, and the run says %v", at, err)
	}
	t.Run(fmt.Sprint("read ", at), func(t *testing.T) { checkInterrupted(t, files, old, want) })
	if err := run(files, dumpOf(t, after)); err != nil {
		t.Fatal(err)
	}
	compareTrees(t, contents(t, files), want)
	return true
}

// checkInterrupted holds an output after a run that failed to what it was before and what it is to be.
func checkInterrupted(t *testing.T, files output.Files, old, want map[string]fileInTree) {
	whole := map[string]bool{} // a new record may stand on a path that it has to share in the end
	for _, file := range want {
		whole[file.content] = true
	}
	got := contents(t, files)
	for path, file := range got {
		switch {
		case strings.HasPrefix(path, ".wp2pub/also/"):
			if file != old[path] {
				t.Errorf("%s was written", path)
			}
		case !strings.HasPrefix(path, ".wp2pub/") && file.content != old[path].content && !whole[file.content]:
			t.Errorf("%s is neither as it was nor a record as it is to be:\n%s", path, file.content)
		}
	}
	for path := range old {
		if _, there := got[path]; !there && !strings.HasPrefix(path, ".wp2pub/tmp/") {
			t.Errorf("%s is gone", path)
		}
	}
	checkKnown(t, files, got, slices.Concat(slices.Collect(maps.Values(old)), slices.Collect(maps.Values(want))))
}

// checkKnown holds what an output knows of records to the files that are there.
func checkKnown(t *testing.T, files output.Files, got map[string]fileInTree, records []fileInTree) {
	run, err := output.New(files, output.Options{}).Begin(t.Context(), migrate.Plan{Site: "example.org", Posts: 1000, Content: 1000})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range records {
		_, line, found := strings.Cut(file.content, "\nid: ")
		id, _, _ := strings.Cut(line, "\n")
		if !found {
			continue
		}
		if entry, known := run.Known(id); known && (entry.Edited || record.Digest([]byte(got[entry.Path].content)) != entry.Digest) {
			t.Errorf("the manifest knows %s in %s, and that is not what stands there", id, entry.Path)
		}
	}
	if err := run.Abort(); err != nil {
		t.Fatal(err)
	}
}
