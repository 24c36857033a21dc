// Command make writes a made-up WordPress site: that of a French observatory, whose resource library uses French names
// for its post types, taxonomies and fields. The dump and the facts that were put into it come out the same in every run.
//
//	go run ./testdata/observatoire/make testdata/observatoire
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"log"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: make DIRECTORY")
	}
	s := build()
	packed, err := pack(s.dump())
	if err == nil {
		err = os.WriteFile(filepath.Join(os.Args[1], "observatoire.sql.gz"), packed, 0o644)
	}
	if err == nil {
		err = writeTruth(filepath.Join(os.Args[1], "oracle", "truth.json"), s.truth)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// build makes the site as its editors did: settings first, then the library, the news, the rest.
func build() *site {
	s := &site{uploads: map[string]*post{}}
	phrases := load[map[string][]string]("phrases.yaml")
	s.people()
	s.define()
	s.taxonomy()
	s.pages()
	s.resources(phrases)
	s.studies(phrases)
	s.notes(phrases)
	s.news(load[[]news]("actualites.yaml"))
	s.agenda()
	s.reserved()
	s.messages()
	s.menu()
	s.remarks()
	s.settings()
	return s
}

// pack compresses without a name or a time in the header.
func pack(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func writeTruth(path string, records []record) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(map[string]any{"_note": "What was put into the site. stated_in_body: whether the fact stands in post_content.", "records": records}); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
