package migrate_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"

	"wp2pub/mapping"
	"wp2pub/migrate"
	"wp2pub/migrate/output"
	"wp2pub/migrate/record"
	"wp2pub/migrate/wordpress"
)

// exported is an export that notes what it is told.
type exported struct {
	files *output.Memory
	told  []string
	bytes []byte // of the records
}

func (x *exported) Begin() error { x.told = append(x.told, "begin"); return nil }

func (x *exported) Add(r *record.Record) error { x.told = append(x.told, r.ID); return nil }

func (x *exported) Finish(path func(string) string) error {
	for _, id := range x.told[1:] {
		if _, err := x.files.Lstat(path(id)); err != nil {
			return fmt.Errorf("%s does not stand in its place: %w", id, err)
		}
	}
	x.told = append(x.told, "finish")
	return nil
}

func (x *exported) Drop() error { x.told = append(x.told, "drop"); return nil }

// failing is a source that fails behind its last post.
type failing struct{ generated }

var errSource = errors.New("the connection is lost")

func (f failing) Posts(ctx context.Context, want func(wordpress.Head) bool) iter.Seq2[*wordpress.Post, error] {
	return func(yield func(*wordpress.Post, error) bool) {
		for p := range f.generated.Posts(ctx, want) {
			if !yield(p, nil) {
				return
			}
		}
		yield(nil, errSource)
	}
}

func TestExportsAreMadeOfAllRecords(t *testing.T) {
	var site generated
	want := []string{"begin"}
	for id := int64(1); id <= 40; id++ {
		site = append(site, &wordpress.Post{ID: id, Type: "post", Status: "publish", Name: "same", Title: "Title", Date: "2020-01-02 03:04:05", DateGMT: "2020-01-02 03:04:05"})
		want = append(want, fmt.Sprintf("example.org:%d", id))
	}
	rules, err := mapping.Parse("mapping.yaml", []byte("version: 1\nrecords: {news: {from: [{post_type: post}]}}\n"), migrate.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []output.Format{output.YAML, output.JSON, output.JSONL} {
		exportTwice(t, site, rules, output.Options{Format: format}, append(slices.Clone(want), "finish", "drop"))
	}
	files := output.NewMemory()
	if _, err := migrate.Migrate(context.Background(), site, output.New(files, output.Options{}), migrate.Options{Mapping: rules}); err != nil {
		t.Fatal(err)
	}
	stopped := func(source migrate.Source) error {
		x := &exported{files: files}
		_, err := migrate.Migrate(context.Background(), source, output.New(files, output.Options{}), migrate.Options{Mapping: rules, Prune: true, MaxRemove: migrate.Limit{N: 1}, Exports: []migrate.Export{x}})
		if slices.Contains(x.told, "finish") || x.told[len(x.told)-1] != "drop" {
			t.Errorf("%v stopped the run, and it was told %v", err, x.told)
		}
		return err
	}
	if err := stopped(failing{site}); !errors.Is(err, errSource) {
		t.Error(err)
	}
	if guard := (*output.GuardError)(nil); !errors.As(stopped(site[:25]), &guard) {
		t.Error("no guard stopped the run")
	}
}

// exportTwice makes an export of a new output, and again of one in which nothing changed but a file that someone edited.
func exportTwice(t *testing.T, site generated, rules *mapping.Mapping, options output.Options, want []string) {
	t.Helper()
	files := output.NewMemory()
	var first []byte
	for range 3 {
		x := &exported{files: files}
		_, err := migrate.Migrate(context.Background(), site, output.New(files, options), migrate.Options{Mapping: rules, Jobs: 3, Exports: []migrate.Export{x}})
		if err != nil || !slices.Equal(x.told, want) {
			t.Errorf("%v: it was told %v, want %v", err, x.told, want)
		}
		if first == nil {
			first = x.bytes
			continue
		}
		if !bytes.Equal(x.bytes, first) {
			t.Errorf("%s: the records are not those of the first run", options.Format)
		}
		edit(t, files, "news")
	}
}

// edit has someone write over the first file of a kind.
func edit(t *testing.T, files output.Files, kind string) {
	t.Helper()
	names, err := files.ReadDir(kind)
	file := kind + ".jsonl"
	if err == nil {
		file = kind + "/" + names[0]
	}
	if err := files.Remove(file); err != nil {
		t.Fatal(err)
	}
	w, err := files.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("someone's words")); err != nil {
		t.Fatal(err)
	}
}
