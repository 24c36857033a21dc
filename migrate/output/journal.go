package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// journal is the list of what a run is about to do. It is written before it is done and believed only where the files
// agree, so that it is right at any moment: whatever line was the last, each record's file is what one of its lines, or
// the manifest, says.
type journal struct {
	files Files
	w     io.WriteCloser // nil until the first line
	buf   bytes.Buffer
}

// intent is one line of a journal: a head, an item as it will be, or the ID of one that is to go.
type intent struct {
	Head *manifestHead `json:"head,omitempty"`
	Put  *Item         `json:"put,omitempty"`
	Drop string        `json:"drop,omitempty"`
}

// encode writes a line down: digits of the digest of its text, by which damage is told, and the text.
func (i intent) encode() ([]byte, error) {
	text, err := json.Marshal(i)
	return fmt.Appendf(nil, "%s %s\n", shortDigest(string(text)), text), err
}

// decodeIntent reads a line; false where it is none, or not whole.
func decodeIntent(line []byte) (i intent, ok bool) {
	digest, text, found := strings.Cut(strings.TrimSuffix(string(line), "\n"), " ")
	if !found || shortDigest(text) != digest {
		return i, false
	}
	return i, json.Unmarshal([]byte(text), &i) == nil
}

// add takes a line, to be written with the next flush.
func (j *journal) add(line intent) error {
	b, err := line.encode()
	j.buf.Write(b)
	return err
}

// flush writes the lines taken. They are durable after the next Sync.
func (j *journal) flush(head manifestHead) error {
	if j.buf.Len() == 0 {
		return nil
	}
	if j.w == nil {
		if err := j.start(head); err != nil {
			return err
		}
	}
	_, err := j.w.Write(j.buf.Bytes())
	j.buf.Reset()
	return err
}

// start begins a journal. That of a run before, if it left one, goes on in it: a copy, for the file itself may have another
// name elsewhere.
func (j *journal) start(head manifestHead) error {
	beginning, err := readFile(j.files, journalName)
	before := err == nil
	if errors.Is(err, fs.ErrNotExist) {
		beginning, err = intent{Head: &head}.encode()
	}
	if err == nil {
		err = j.files.MkdirAll(tmpDir)
	}
	if err == nil {
		err = createFile(j.files, tmpDir+"/journal", append(beginning, '\n')) // a line that was cut off ends here
	}
	if err == nil && before {
		err = j.files.Sync()
	}
	if err == nil {
		err = j.files.Rename(tmpDir+"/journal", journalName)
	}
	if err == nil {
		j.w, err = j.files.Append(journalName)
	}
	return err
}

// close lets go of the journal; it stays where it is.
func (j *journal) close() error {
	if j.w == nil {
		return nil
	}
	err := j.w.Close()
	j.w = nil
	return err
}

// readJournal returns the lines of a journal that a run left, and its head; nil if there is none. Lines that are damaged or
// cut off are passed over; a head that is, is made up.
func readJournal(files Files) (head *manifestHead, lines []intent, err error) {
	content, err := readFile(files, journalName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, nil
	case errors.Is(err, errNotRegular):
		return nil, nil, files.Remove(journalName)
	case err != nil:
		return nil, nil, err
	}
	for line := range bytes.Lines(content) {
		switch i, ok := decodeIntent(line); {
		case !ok:
		case i.Head != nil:
			head = i.Head
		default:
			lines = append(lines, i)
		}
	}
	if head == nil && len(lines) == 0 { // not ours, or nothing of it reached the disk
		return nil, nil, files.Remove(journalName)
	}
	if head == nil {
		head = &manifestHead{}
	}
	return head, lines, nil
}
