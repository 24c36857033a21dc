package output

import (
	"errors"
	"io/fs"
	"strings"
	"time"
)

// The mark is a moment of the file system's clock, at which every file that is clean was as the manifest has it, and those that
// were edited were known to be. A file that changed before it need not be read again, if it has the size that it should. Any
// edit after it shows in the time of the file's last change.
//
// The moment at which a run began will do: whatever the run looked at, it looked at later. But then the files that the run
// itself wrote are read again by each run to come, until one sets another mark. Where they are many, the mark is a moment at
// the end, and all files are looked at again after it, since they may have changed between the look and the mark.

// fewWritten is the share of the files that a run may have written for its beginning to be the mark, as a divisor: reading one
// again costs some ten times what a look at one does.
const fewWritten = 256

// readMark returns the mark of the last run that changed anything, and the digest of the folders in which it found no stray. Where
// there is none, or it cannot be read, all files are read again.
func readMark(files Files) (mark time.Time, settled string, err error) {
	content, err := readFile(files, markName)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotRegular) {
		return time.Time{}, "", nil
	}
	if err != nil {
		return time.Time{}, "", err
	}
	moment, settled, _ := strings.Cut(string(content), " ")
	mark, err = time.Parse(time.RFC3339Nano, moment)
	if err != nil {
		return time.Time{}, "", nil
	}
	return mark, settled, nil
}

// setMark stores the mark, once the manifest that it speaks of is on the disk.
func (s *session) setMark(mark time.Time) error {
	content := mark.UTC().AppendFormat(nil, time.RFC3339Nano)
	if s.strays != "" {
		content = append(append(content, ' '), s.strays...)
	}
	return writeAtomic(s.files, markName, content, nil)
}

// now is the time on the file system's clock.
func (s *session) now() (time.Time, error) {
	const name = tmpDir + "/now"
	if err := s.files.MkdirAll(tmpDir); err != nil {
		return time.Time{}, err
	}
	if err := createFile(s.files, name, nil); err != nil {
		return time.Time{}, err
	}
	info, err := s.files.Lstat(name)
	return info.Changed, errors.Join(err, s.files.Remove(name))
}

// confirm makes sure of what the manifest to come says of each file, and returns the mark that it bears out.
func (s *session) confirm() (mark time.Time, err error) {
	files, written := 0, 0
	for _, h := range s.held.sorted() {
		if isPart(h.Path) {
			continue
		}
		state, err := s.inspect(h)
		if err != nil {
			return mark, err
		}
		h.Edited = state == edited
		if files++; !h.changed.Before(s.began) {
			written++
		}
	}
	if written*fewWritten <= files {
		return s.began, nil
	}
	if mark, err = s.now(); err != nil {
		return mark, err
	}
	for _, h := range s.held.sorted() {
		if isPart(h.Path) {
			continue
		}
		if err := s.recheck(h); err != nil {
			return mark, err
		}
	}
	return mark, nil
}

// recheck looks whether a file is still what it was when this run last looked.
func (s *session) recheck(h *held) error {
	info, err := s.files.Lstat(h.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // written again by the next run
	}
	if err != nil && !errors.Is(err, errNotRegular) {
		return err
	}
	if err == nil && info.Changed.Equal(h.changed) {
		return nil
	}
	h.known = false
	state, err := s.inspect(h)
	h.Edited = state == edited
	return err
}
