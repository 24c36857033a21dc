package dump

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// TestRealSite reads a real dump packed, unpacked and as a stream.
func TestRealSite(t *testing.T) {
	const packed = "../../../testdata/icat/icat.sql.gz"
	file, err := os.Open(packed)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	unpacked := filepath.Join(t.TempDir(), "icat.sql")
	if err := os.WriteFile(unpacked, text, 0o600); err != nil {
		t.Fatal(err)
	}
	var first snapshot
	for i, open := range []func() (*Source, error){
		func() (*Source, error) { return Open(t.Context(), packed, Options{Temp: t.TempDir()}) },
		func() (*Source, error) { return Open(t.Context(), unpacked, Options{}) },
		func() (*Source, error) {
			return Open(t.Context(), "-", Options{Stdin: bytes.NewReader(text), Temp: t.TempDir()})
		},
	} {
		s, err := open()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		shot := take(t, s)
		if !s.Complete() {
			t.Error("not known to be complete")
		}
		if i == 0 {
			first = shot
		} else if !reflect.DeepEqual(shot, first) {
			t.Errorf("form %d differs", i)
		}
	}
	meta, rows := 0, 0
	types := map[string]int{}
	for _, p := range first.Posts {
		types[p.Type]++
		meta += len(p.Meta)
		for _, list := range p.Rows {
			rows += len(list)
		}
	}
	if len(first.Posts) != 320 || len(first.Heads) != 320 || len(first.Terms) != 62 || meta != 2865 || rows != 12+23 {
		t.Errorf("%d posts, %d heads, %d terms, %d meta, %d rows of plugins", len(first.Posts), len(first.Heads), len(first.Terms), meta, rows)
	}
	if types["post"] != 82 || types["publication"] != 30 || types["attachment"] != 63 || types["revision"] != 12 {
		t.Errorf("types %v", types)
	}
}
