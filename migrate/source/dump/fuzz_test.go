package dump

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"wp2pub/migrate/wordpress"
)

// FuzzOpen holds that no bytes make the reader panic, that it does not matter how they arrive, and that what the scan
// accepted can be read.
func FuzzOpen(f *testing.F) {
	files, err := filepath.Glob("testdata/*.sql")
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds: ", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(site("", "INSERT INTO wp_postmeta SET meta_id=1,post_id=2,meta_key='a';", "SET NAMES latin1;INSERT INTO wp_posts VALUES ROW(3,_latin1'\xe9','',0x41);")))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx := context.Background()
		whole := newScan(newInput(ctx, bytes.NewReader(data)), nil)
		complete, err := whole.run()
		pieces := newScan(newInput(ctx, &oneByte{data}), nil)
		inPieces, errInPieces := pieces.run()
		if complete != inPieces || !reflect.DeepEqual(err, errInPieces) {
			t.Fatalf("at once: %v, %v; in pieces: %v, %v", complete, err, inPieces, errInPieces)
		}
		if err != nil {
			return
		}
		s := &Source{data: bytes.NewReader(data)}
		if s.take(whole, Options{}) != nil {
			return
		}
		for _, err := range s.Posts(ctx, func(wordpress.Head) bool { return true }) {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}

func BenchmarkScan(b *testing.B) {
	data, err := os.ReadFile("testdata/mariadb-dump.sql")
	if err != nil {
		b.Fatal(err)
	}
	data = bytes.Repeat(bytes.ReplaceAll(data, []byte("DROP TABLE"), []byte("-- ")), 500)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := newScan(newInput(context.Background(), bytes.NewReader(data)), nil).run(); err != nil {
			b.Fatal(err)
		}
	}
}
