package output

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"strings"
	"unsafe"
)

// DamagedError says that a manifest is not whole.
type DamagedError struct{ Detail string }

func (e *DamagedError) Error() string { return "the manifest is damaged: " + e.Detail }

// ReadManifest reads the manifest of an output. The error is a *DamagedError where it is not whole, a *GuardError where
// a newer version of wp2pub wrote it, and wraps fs.ErrNotExist where there is none.
func ReadManifest(files Files) (*Manifest, error) { return readManifest(files, manifestName) }

func readManifest(files Files, name string) (*Manifest, error) {
	f, err := files.Open(name)
	if errors.Is(err, errNotRegular) {
		return nil, &DamagedError{err.Error()}
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return parseManifest(f)
}

// parseManifest reads a manifest whole.
func parseManifest(f File) (*Manifest, error) {
	lines := newManifestReader(f)
	m := lines.head()
	m.Items = make([]Item, 0, lines.expected)
	for item, ok := lines.item(); ok; item, ok = lines.item() {
		m.Items = append(m.Items, item)
	}
	if err := lines.end(); err != nil {
		return nil, err
	}
	return m, nil
}

// manifestReader reads a manifest line by line: a large one is never in memory twice. What its lines say counts only if end
// finds no fault in them: the last one, the foot, bears them out.
type manifestReader struct {
	expected int // about how many records there are
	lines    *bufio.Scanner
	sum      hash.Hash // of the lines before the one at hand
	line     []byte    // at hand: only what follows it tells that it is not the foot
	spare    []byte    // room for a line
	read     int       // lines
	records  int
	odd      error // what is wrong with the first line that cannot be read
}

// commonLine is about how long the line of a record is.
const commonLine = 256

func newManifestReader(f File) *manifestReader {
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 256<<10), 1<<30)
	r := &manifestReader{expected: int(f.Size() / commonLine), lines: lines, sum: sha256.New()}
	r.scan()
	return r
}

// scan reads a line.
func (r *manifestReader) scan() bool {
	if !r.lines.Scan() {
		return false
	}
	r.line = append(append(r.line[:0], r.lines.Bytes()...), '\n')
	r.read++
	return true
}

// next returns the next line that is not the last, valid until it is called again.
func (r *manifestReader) next() (line []byte, ok bool) {
	r.line, r.spare = r.spare, r.line
	if !r.scan() {
		r.line, r.spare = r.spare, r.line
		return nil, false
	}
	r.sum.Write(r.spare)
	return r.spare, true
}

// head reads the first line: all but the records.
func (r *manifestReader) head() *Manifest {
	m := &Manifest{}
	if line, ok := r.next(); ok {
		r.odd = m.takeHead(line)
	}
	return m
}

// item reads what the next line says of a record. None is left, or none can be read, where ok is false.
func (r *manifestReader) item() (item Item, ok bool) {
	if r.odd != nil {
		return item, false
	}
	line, ok := r.next()
	if !ok {
		return item, false
	}
	item, err := readItem(unsafe.String(unsafe.SliceData(line), len(line)))
	if err != nil {
		r.odd = &DamagedError{err.Error()}
		return item, false
	}
	item.part()
	r.records++
	return item, true
}

// end reads what is left, and says what is wrong with the manifest.
func (r *manifestReader) end() error {
	for more := true; more; {
		_, more = r.next()
	}
	if err := r.lines.Err(); err != nil && !errors.Is(err, bufio.ErrTooLong) {
		return err
	}
	var foot manifestFoot
	switch err := json.Unmarshal(r.line, &foot); {
	case r.read < 2:
		return &DamagedError{"it is cut off"}
	case err != nil || foot.SHA256 != hex.EncodeToString(r.sum.Sum(nil)):
		return &DamagedError{"its checksum is not that of its lines"}
	case r.odd != nil:
		return r.odd
	case r.records != foot.Records:
		return &DamagedError{"records are missing"}
	}
	return nil
}

func (m *Manifest) takeHead(line []byte) error {
	var h manifestHead
	if err := json.Unmarshal(line, &h); err != nil || !strings.HasPrefix(h.Schema, "wp2pub.manifest/") {
		return &DamagedError{"its head is unknown"}
	}
	if h.Schema != manifestSchema {
		return &GuardError{NewerStore, fmt.Sprintf("this output was written by another version of wp2pub (%s, not %s); use that version, or write elsewhere with --out", h.Schema, manifestSchema)}
	}
	m.Format, m.Sites, m.Parts = h.Format, h.Sites, h.Parts
	return nil
}
