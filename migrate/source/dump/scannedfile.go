package dump

import (
	"os"
	"time"
)

// scannedFile is a dump that lies in a file. What is read again must be what was scanned: once the file has been written to,
// other rows may lie where those were, and nothing is taken from there.
type scannedFile struct {
	*os.File
	size     int64 // as it was opened
	modified time.Time
}

// ReadAt implements io.ReaderAt. It fails if the file was written to since it was opened.
func (f *scannedFile) ReadAt(p []byte, offset int64) (int, error) {
	n, err := f.File.ReadAt(p, offset)
	info, failed := f.Stat()
	switch {
	case failed != nil:
		return 0, failed
	case info.Size() != f.size || !info.ModTime().Equal(f.modified):
		return 0, errChanged
	}
	return n, err
}
