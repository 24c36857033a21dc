package output

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"wp2pub/migrate"
)

// besideDir is where files stand that are made of all records of a run, for other programs.
const besideDir = private + "/also"

// Beside is a file that a run makes of all its records. Until it is installed, what is written to it stands elsewhere,
// and what was there before stays as it is.
type Beside struct {
	files     Files
	place     func() string
	clear     func() error // takes away what runs left that were killed; nil where others see to that
	shown     string
	name      string // where it comes to stand, once it is begun
	temporary string
	w         io.WriteCloser
	digest    hash.Hash
	drafts    int
}

// Beside returns a file of this name in .wp2pub/also, of an output's second site in a folder of that site. It is begun
// after the run, and installed before the run ends.
func (d *Directory) Beside(name string) *Beside {
	d.besides = append(d.besides, name)
	b := &Beside{files: d.files, shown: besideDir + "/" + name}
	b.place = func() string {
		b.temporary = tmpDir + "/also-" + name
		return besideDir + "/" + d.prefix + name
	}
	return b
}

// warnOfOutdated tells of files beside the records that this run did not make, where it changed records of which they may tell.
// What cannot be read there is none.
func (s *session) warnOfOutdated(summary migrate.Summary) {
	if summary.Counts[migrate.Remove]+summary.Counts[migrate.Update]+summary.Counts[migrate.Move] == 0 {
		return
	}
	dir := strings.TrimSuffix(besideDir+"/"+s.prefix, "/")
	names, _ := s.files.ReadDir(dir)
	for _, name := range names {
		info, err := s.files.Lstat(dir + "/" + name)
		if err == nil && info.Mode.IsRegular() && !s.made(name) {
			s.warn(dir + "/" + name + " is of an earlier run, and may show what was withdrawn since: delete it, or have it made with --also")
		}
	}
}

// String says where the file stands.
func (b *Beside) String() string {
	if b.name != "" && b.name != filepath.Base(b.shown) {
		return b.name
	}
	return b.shown
}

// Begin begins the file.
func (b *Beside) Begin() error {
	b.name = b.place()
	if _, err := b.standing(); err != nil {
		return err
	}
	if b.clear != nil {
		if err := b.clear(); err != nil {
			return err
		}
	}
	if folder(b.temporary) == tmpDir {
		for _, dir := range []string{tmpDir, folder(b.name)} {
			if err := b.files.MkdirAll(dir); err != nil {
				return err
			}
		}
	}
	return b.create(b.temporary)
}

// standing returns the digest of what stands in the file's place; empty: nothing does.
func (b *Beside) standing() (string, error) {
	digest, err := digestFile(b.files, b.name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return digest, err
}

func (b *Beside) create(name string) error {
	if err := b.files.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	w, err := b.files.Create(name)
	b.w, b.digest = w, sha256.New()
	return err
}

// Write implements io.Writer.
func (b *Beside) Write(p []byte) (int, error) {
	b.digest.Write(p)
	return b.w.Write(p)
}

// Again begins the file anew, with what was written so far at hand.
func (b *Beside) Again() (draft io.ReadCloser, err error) {
	if err := b.close(); err != nil {
		return nil, err
	}
	old := b.temporary
	b.drafts++
	b.temporary = fmt.Sprintf("%s-%d", old, b.drafts)
	if err := b.create(b.temporary); err != nil {
		return nil, err
	}
	r, err := b.files.Open(old)
	if err != nil {
		return nil, err
	}
	return draftFile{r, b.files, old}, nil
}

// draftFile is gone once it is read.
type draftFile struct {
	File
	files Files
	name  string
}

func (d draftFile) Close() error { return errors.Join(d.File.Close(), d.files.Remove(d.name)) }

// Install puts the file into its place, unless the very bytes stand there.
func (b *Beside) Install() error {
	if err := b.close(); err != nil {
		return err
	}
	standing, err := b.standing()
	if err != nil {
		return err
	}
	if standing == hex.EncodeToString(b.digest.Sum(nil)) {
		return b.remove()
	}
	if err := b.files.Sync(); err != nil {
		return err
	}
	if err := b.files.Rename(b.temporary, b.name); err != nil {
		return err
	}
	b.temporary = ""
	return b.files.Sync()
}

// Drop gives the file up, if it is not in its place. What stands there stays.
func (b *Beside) Drop() error {
	if b.name == "" || b.temporary == "" {
		return nil
	}
	return errors.Join(b.close(), b.remove())
}

func (b *Beside) close() error {
	if b.w == nil {
		return nil
	}
	err := b.w.Close()
	b.w = nil
	return err
}

func (b *Beside) remove() error {
	err := b.files.Remove(b.temporary)
	b.temporary = ""
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
