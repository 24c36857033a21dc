package output

import (
	"bytes"
	"errors"
	"io/fs"

	"wp2pub/migrate/record"
)

// salvage looks up, in a file that is not what it was, the lines that are to stay and were not made in this run. Those that are
// gone from it are no longer held.
func (r *lineRun) salvage(path string, lines []*held) (left []*held, err error) {
	offsets, err := r.offsets(path)
	for _, h := range lines {
		_, spooled := r.lines[h.ID]
		offset, found := offsets[h.Digest]
		switch {
		case spooled || h.Path != path:
		case found:
			h.Offset = offset
		default:
			r.drop(h)
			continue
		}
		left = append(left, h)
	}
	return left, err
}

// offsets tells where the lines of a file begin, by their digests. One that is no file has none.
func (r *lineRun) offsets(path string) (map[string]int64, error) {
	content, err := readFile(r.files, path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errNotRegular) {
		return nil, err
	}
	offsets, at := map[string]int64{}, int64(0)
	for line := range bytes.Lines(content) {
		offsets[record.Digest(line)] = at
		at += int64(len(line))
	}
	return offsets, nil
}
