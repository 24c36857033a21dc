package output

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"wp2pub/migrate/record"
)

// Names in an output that are no records.
const (
	private      = ".wp2pub"
	manifestName = private + "/manifest.jsonl"
	nextName     = private + "/manifest.next"
	journalName  = private + "/journal.jsonl"
	reportName   = private + "/report.json"
	markName     = private + "/checked"
	lockName     = private + "/lock"
	holderName   = private + "/holder.json"
	stagedDir    = private + "/staged"
	tmpDir       = private + "/tmp"
)

// manifestSchema names the version of the manifest's format.
const manifestSchema = "wp2pub.manifest/1"

// Format is how records are written.
type Format string

// The formats.
const (
	YAML  Format = "yaml"  // one file per record
	JSON  Format = "json"  // one file per record
	JSONL Format = "jsonl" // one file per kind, a record a line
)

func (f Format) extension() string { return "." + string(f) }

// encode appends a record in the format to b.
func (f Format) encode(b []byte, r *record.Record) []byte {
	switch f {
	case JSON:
		return r.AppendJSON(b)
	case JSONL:
		return r.AppendJSONLine(b)
	}
	return r.AppendYAML(b)
}

// Manifest is what an output holds: its format, its sites, and each record with its path and digest. It stands in
// .wp2pub/manifest.jsonl: a head, a line per record by site, post and number, and a foot with the SHA-256 of all before.
// Equal outputs have equal manifests.
type Manifest struct {
	Format Format
	Sites  []Site // the first one's records stand at the top of the output, those of others in a folder
	Parts  []Part // the files of the format jsonl, by path
	Items  []Item
}

// Site is a WordPress site whose records an output holds.
type Site struct {
	ID    string `json:"id"`
	Posts int    `json:"posts"` // rows of its posts table when it was last read
}

// Part is a file that holds many records.
type Part struct {
	Path   string `json:"path"`
	Digest string `json:"digest"`
	Size   int64  `json:"size"`
	Edited bool   `json:"edited,omitempty"`
}

// Item is one record that an output holds.
type Item struct {
	ID     string `json:"id"`
	Path   string `json:"path"`             // of its file
	Digest string `json:"digest"`           // of its bytes as they were written, hexadecimal SHA-256
	Size   int64  `json:"size"`             // of its bytes
	Offset int64  `json:"offset,omitempty"` // where they begin in a file of many records
	Number int    `json:"number,omitempty"` // which record of its post it is, where it is not the first
	Wanted string `json:"wanted,omitempty"` // path without extension that it would have if no other record wanted it
	Inputs []byte `json:"inputs,omitempty"` // what package migrate knows of its making
	Edited bool   `json:"edited,omitempty"` // the file was found to be different, and left alone
	Was    string `json:"was,omitempty"`    // a file of an earlier format that goes when the run is finished
}

type manifestHead struct {
	Schema string `json:"schema"`
	Format Format `json:"format"`
	Sites  []Site `json:"sites"`
	Parts  []Part `json:"parts,omitempty"`
}

type manifestFoot struct {
	Records int    `json:"records"`
	SHA256  string `json:"sha256"`
}

// DamagedError says that a manifest is not whole.
type DamagedError struct{ Detail string }

func (e *DamagedError) Error() string { return "the manifest is damaged: " + e.Detail }

// ReadManifest reads the manifest of an output. The error is a *DamagedError where it is not whole, a *GuardError where
// a newer version of wp2pub wrote it, and wraps fs.ErrNotExist where there is none.
func ReadManifest(files Files) (*Manifest, error) { return readManifest(files, manifestName) }

func readManifest(files Files, name string) (*Manifest, error) {
	content, err := readFile(files, name)
	if err != nil {
		if errors.Is(err, errNotRegular) {
			return nil, &DamagedError{err.Error()}
		}
		return nil, err
	}
	content = bytes.TrimSuffix(content, []byte("\n"))
	at := bytes.LastIndexByte(content, '\n')
	if at < 0 {
		return nil, &DamagedError{"it is cut off"}
	}
	var foot manifestFoot
	if json.Unmarshal(content[at+1:], &foot) != nil || foot.SHA256 != record.Digest(content[:at+1]) {
		return nil, &DamagedError{"its checksum is not that of its lines"}
	}
	return parseManifest(content[:at+1], foot.Records)
}

func parseManifest(content []byte, records int) (*Manifest, error) {
	head, rest, _ := bytes.Cut(content, []byte("\n"))
	var h manifestHead
	if err := json.Unmarshal(head, &h); err != nil || !strings.HasPrefix(h.Schema, "wp2pub.manifest/") {
		return nil, &DamagedError{"its head is unknown"}
	}
	if h.Schema != manifestSchema {
		return nil, &GuardError{NewerStore, fmt.Sprintf("this output was written by another version of wp2pub (%s, not %s); use that version, or write elsewhere with --out", h.Schema, manifestSchema)}
	}
	m := &Manifest{Format: h.Format, Sites: h.Sites, Parts: h.Parts, Items: make([]Item, 0, bytes.Count(rest, []byte("\n")))}
	for line := range bytes.Lines(rest) {
		var i Item
		if err := json.Unmarshal(line, &i); err != nil {
			return nil, &DamagedError{err.Error()}
		}
		m.Items = append(m.Items, i)
	}
	if len(m.Items) != records {
		return nil, &DamagedError{"records are missing"}
	}
	return m, nil
}

// site returns what is known of a site, nil if nothing is.
func (m *Manifest) site(id string) *Site {
	for i := range m.Sites {
		if m.Sites[i].ID == id {
			return &m.Sites[i]
		}
	}
	return nil
}

// encode writes the manifest down, its items in order.
func (m *Manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	if err := lines.Encode(manifestHead{manifestSchema, m.Format, m.Sites, m.Parts}); err != nil {
		return nil, err
	}
	slices.SortFunc(m.Items, compareItems)
	for i := range m.Items {
		if err := lines.Encode(&m.Items[i]); err != nil {
			return nil, err
		}
	}
	w.Flush()
	foot, err := json.Marshal(manifestFoot{len(m.Items), record.Digest(b.Bytes())})
	return append(append(b.Bytes(), foot...), '\n'), err
}

// compareItems orders by site, post, number and id.
func compareItems(a, b Item) int {
	siteA, postA, _, _ := splitID(a.ID)
	siteB, postB, _, _ := splitID(b.ID)
	return cmp.Or(strings.Compare(siteA, siteB), cmp.Compare(postA, postB), cmp.Compare(a.Number, b.Number), strings.Compare(a.ID, b.ID))
}

// loadManifest reads what an output holds; nothing where there is none. A damaged manifest is as good as none: each
// file is then taken over if its bytes are what the run writes, and left alone otherwise.
func loadManifest(files Files, warn func(string)) (*Manifest, error) {
	m, err := ReadManifest(files)
	var damaged *DamagedError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Manifest{}, nil
	case errors.As(err, &damaged):
		warn(err.Error() + "; it is built anew: files that are not exactly what this run writes count as edited")
		return &Manifest{}, nil
	}
	return m, err
}
