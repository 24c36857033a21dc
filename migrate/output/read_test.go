package output

import (
	"bytes"
	"context"
	"testing"
)

func TestAHeldRecordIsReadBack(t *testing.T) {
	for _, format := range []Format{YAML, JSON, JSONL} {
		files := NewMemory()
		options := Options{Format: format}
		mustSync(t, files, options, library)
		run, err := New(files, options).Begin(context.Background(), planOf(library))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range library {
			for _, want := range p.records() {
				got, err := run.Read(want.ID)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got.AppendYAML(nil), want.AppendYAML(nil)) {
					t.Errorf("%s: read\n%s, want\n%s", format, got.AppendYAML(nil), want.AppendYAML(nil))
				}
			}
		}
		if r, err := run.Read(site + ":404"); err == nil {
			t.Errorf("%s: a record that is not held was read: %+v", format, r)
		}
		if err := run.Abort(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAnEditedRecordIsNotReadAsOurs(t *testing.T) {
	files := NewMemory()
	mustSync(t, files, Options{}, library)
	write(t, files, "publication/annual-report.yaml", "schema: wp2pub.record/1\nid: example.org:1\ntitle: Theirs\n")
	run, err := New(files, Options{}).Begin(context.Background(), planOf(library))
	if err != nil {
		t.Fatal(err)
	}
	if known, ok := run.Known(site + ":1"); !ok || !known.Edited {
		t.Errorf("%+v %v: it is known as edited", known, ok)
	}
	if known, ok := run.Known(site + ":2"); !ok || known.Edited {
		t.Errorf("%+v %v: it is known as it was written", known, ok)
	}
	if r, err := run.Read(site + ":1"); err == nil {
		t.Errorf("it was read: %+v", r)
	}
	if err := run.Abort(); err != nil {
		t.Fatal(err)
	}
}
