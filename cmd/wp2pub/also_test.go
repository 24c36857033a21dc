package main

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// exportsOfICAT is a folder with what --also writes of a real site.
func exportsOfICAT(t *testing.T) string {
	t.Helper()
	out := t.TempDir()
	var said bytes.Buffer
	args := []string{"migrate", "../../testdata/icat/icat.sql.gz", "--mapping", "../../testdata/icat/mapping.yaml", "--out", out, "--also", "csl-json,bibtex,ris,dublin-core,redirects"}
	if code := run(context.Background(), args, strings.NewReader(""), &said, &said); code != exitDone {
		t.Fatal(code, said.String())
	}
	return filepath.Join(out, ".wp2pub", "also")
}

// TestReadmeOnOtherFormats runs what the README says on files for other programs.
func TestReadmeOnOtherFormats(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(text)
	shown, ok := block(readme, "wp2pub: csl-json")
	command, there := block(readme, "wp2pub migrate testdata/icat/icat.sql.gz -m testdata/icat/mapping.yaml --also")
	if !ok || !there {
		t.Fatal("the README does not show how files for other programs are made")
	}
	folder := t.TempDir()
	command = strings.ReplaceAll(command, "testdata/", "../../testdata/")
	command = strings.ReplaceAll(command, "=publications.bib", "="+filepath.Join(folder, "publications.bib"))
	var said bytes.Buffer
	out := filepath.Join(folder, "publications")
	if code := run(context.Background(), append(strings.Fields(command)[1:], "--out", out), nil, &said, &said); code != exitDone {
		t.Fatal(said.String())
	}
	printed := strings.ReplaceAll(filepath.ToSlash(said.String()), filepath.ToSlash(folder)+"/", "")
	for line := range strings.Lines(shown + "\n") {
		if beginning, _, cut := strings.Cut(line, "…"); !strings.Contains(printed, beginning) || !cut && !strings.Contains(printed, line) {
			t.Errorf("the README shows %q, and this is printed:\n%s", line, printed)
		}
	}
	recipe, ok := block(readme, "python3 -c 'import csv")
	if !ok {
		t.Fatal("the README has no recipe for redirects")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not installed")
	}
	c := exec.Command("sh", "-c", recipe)
	c.Dir = filepath.Join(out, ".wp2pub", "also")
	if told, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, told)
	}
	moved, err := os.ReadFile(filepath.Join(c.Dir, "moved.map"))
	if want := `"/?p=116" "/publication/risky-business-tackling-exploitation-in-the-uk-labour-market/";`; err != nil || !strings.Contains(string(moved), want+"\n") {
		t.Errorf("%v: %s is not in\n%s", err, want, moved)
	}
}

type cited struct {
	ID, Title string
}

func TestPublicationsOfASiteInCitationTools(t *testing.T) {
	folder := exportsOfICAT(t)
	list := filepath.Join(folder, "publications.csl.json")
	text, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.NewCompiler().Compile("../../migrate/export/testdata/csl-json/csl-data.json")
	if err != nil {
		t.Fatal(err)
	}
	data, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err == nil {
		err = schema.Validate(data)
	}
	if err != nil {
		t.Error(err)
	}
	var items []cited
	if err := json.Unmarshal(text, &items); err != nil || len(items) != 64 {
		t.Fatal(len(items), err)
	}
	isXML(t, filepath.Join(folder, "publications.dc.xml"))
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed: make test installs it")
	}
	document := filepath.Join(folder, "list.md")
	if err := os.WriteFile(document, []byte("---\nnocite: '@*'\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	set := pandoc(t, "--citeproc", "--bibliography", list, "-t", "plain", "--wrap=none", document)
	if entries := strings.Count(strings.TrimSpace(set), "\n\n") + 1; entries != len(items) {
		t.Errorf("%d entries were set, of %d", entries, len(items))
	}
	var fromBibTeX []cited
	if err := json.Unmarshal([]byte(pandoc(t, "-f", "bibtex", "-t", "csljson", filepath.Join(folder, "publications.bib"))), &fromBibTeX); err != nil || len(fromBibTeX) != len(items) {
		t.Fatal(len(fromBibTeX), err)
	}
	plain := strings.NewReplacer(`<span class="nocase">`, "", "</span>", "", "‘", "'", "’", "'", "“", "'", "”", "'", `"`, "'", "\u00a0", " ")
	for i, item := range items { // what pandoc does to quotes, and to the first letter behind a colon, is its own
		if got, want := plain.Replace(fromBibTeX[i].Title), plain.Replace(item.Title); !strings.EqualFold(got, want) {
			t.Errorf("%s: the title is %q in BibTeX, want %q", item.ID, got, want)
		}
	}
}

// pandoc runs it, and demands that it has nothing to complain of.
func pandoc(t *testing.T, args ...string) string {
	t.Helper()
	var out, complaints bytes.Buffer
	c := exec.Command("pandoc", args...)
	c.Stdout, c.Stderr = &out, &complaints
	if err := c.Run(); err != nil || complaints.Len() > 0 {
		t.Fatalf("pandoc %s: %v\n%s", strings.Join(args, " "), err, complaints.String())
	}
	return out.String()
}

func isXML(t *testing.T, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	decoder := xml.NewDecoder(bytes.NewReader(text))
	for err == nil {
		_, err = decoder.Token()
	}
	if !errors.Is(err, io.EOF) {
		t.Errorf("%s: %v", file, err)
	}
}
