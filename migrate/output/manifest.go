package output

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"iter"
	"os"
	"path/filepath"
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

// Exists reports whether a directory holds an output already.
func Exists(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(manifestName)))
	return err == nil
}

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

// of reports whether a path is that of a file in the format.
func (f Format) of(path string) bool {
	base, found := strings.CutSuffix(path, string(f))
	return found && strings.HasSuffix(base, ".")
}

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
	ID      string   `json:"id"`
	Home    string   `json:"home,omitempty"` // Plan.Home, and so on, of its last run
	Posts   int      `json:"posts"`
	Content int      `json:"content,omitempty"`
	Files   int      `json:"files,omitempty"`
	Tables  []string `json:"tables,omitempty"` // of the last run that knew them
	// MissingRules are the Plan.MissingRules of that run, which were admitted.
	MissingRules []string `json:"missing_rules,omitempty"`
}

func (s Site) equal(other Site) bool {
	return s.ID == other.ID && s.Home == other.Home && s.Posts == other.Posts && s.Content == other.Content && s.Files == other.Files && slices.Equal(s.Tables, other.Tables) &&
		slices.Equal(s.MissingRules, other.MissingRules)
}

// Part is a file that holds many records.
type Part struct {
	Path   string `json:"path"`
	Digest string `json:"digest"` // empty where nobody knows what was written: then it counts as edited
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
	Was    []Part `json:"was,omitempty"`    // its files in earlier formats, which go when the run is finished
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

// site returns what is known of a site, nil if nothing is.
func (m *Manifest) site(id string) *Site {
	for i := range m.Sites {
		if m.Sites[i].ID == id {
			return &m.Sites[i]
		}
	}
	return nil
}

// encode writes a manifest down that has these items, which come in order.
func (m *Manifest) encode(w io.Writer, items iter.Seq[*Item]) error {
	sum := sha256.New()
	lines := bufio.NewWriterSize(io.MultiWriter(w, sum), 256<<10)
	line, err := appendLine(nil, manifestHead{manifestSchema, m.Format, m.Sites, m.Parts})
	if err != nil {
		return err
	}
	lines.Write(line) // what fails, Flush tells
	records := 0
	for item := range items {
		if line, err = appendItem(line[:0], item); err != nil {
			return err
		}
		lines.Write(line)
		records++
	}
	if err := lines.Flush(); err != nil {
		return err
	}
	foot, err := appendLine(nil, manifestFoot{records, hex.EncodeToString(sum.Sum(nil))})
	if err != nil {
		return err
	}
	_, err = w.Write(foot)
	return err
}

// appendLine writes a line of JSON.
func appendLine(b []byte, value any) ([]byte, error) {
	buffer := bytes.NewBuffer(b)
	lines := json.NewEncoder(buffer)
	lines.SetEscapeHTML(false)
	err := lines.Encode(value)
	return buffer.Bytes(), err
}
