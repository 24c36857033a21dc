package output

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
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

// parseManifest reads a manifest line by line: a large one is never in memory twice. What its lines say counts only if the
// last one, its foot, bears them out.
func parseManifest(f File) (*Manifest, error) {
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 256<<10), 1<<30)
	m := &Manifest{Items: make([]Item, 0, f.Size()/commonLine)}
	sum := sha256.New()
	var line []byte // the one before, since only what follows tells that it is not the foot
	var odd error   // what is wrong with the first line that cannot be read
	n := 0
	for ; lines.Scan(); n++ {
		if n > 0 {
			sum.Write(line)
		}
		if n > 0 && odd == nil {
			odd = m.take(n == 1, line)
		}
		line = append(append(line[:0], lines.Bytes()...), '\n')
	}
	if err := lines.Err(); err != nil && !errors.Is(err, bufio.ErrTooLong) {
		return nil, err
	}
	var foot manifestFoot
	switch err := json.Unmarshal(line, &foot); {
	case n < 2:
		return nil, &DamagedError{"it is cut off"}
	case err != nil || foot.SHA256 != hex.EncodeToString(sum.Sum(nil)):
		return nil, &DamagedError{"its checksum is not that of its lines"}
	case odd != nil:
		return nil, odd
	case len(m.Items) != foot.Records:
		return nil, &DamagedError{"records are missing"}
	}
	return m, nil
}

// commonLine is about how long the line of a record is.
const commonLine = 256

// take reads the head, or the line of a record.
func (m *Manifest) take(head bool, line []byte) error {
	if head {
		return m.takeHead(line)
	}
	item, err := readItem(unsafe.String(unsafe.SliceData(line), len(line)))
	if err != nil {
		return &DamagedError{err.Error()}
	}
	item.part()
	m.Items = append(m.Items, item)
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
