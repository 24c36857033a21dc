//go:build !linux

package output

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
)

// Sync implements Files, file by file.
func (o *OSFiles) Sync() error {
	root, err := o.open(false)
	if err != nil {
		return err
	}
	for name := range o.dirty {
		if err := syncOne(root, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return o.whole(err)
		}
	}
	clear(o.dirty)
	return nil
}

func syncOne(root *os.Root, name string) error {
	info, err := root.Lstat(name)
	if err != nil {
		return err
	}
	flag := os.O_RDWR
	if info.IsDir() {
		if runtime.GOOS == "windows" {
			return nil // its directories need and know no sync
		}
		flag = os.O_RDONLY
	}
	f, err := root.OpenFile(name, flag, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func (o *OSFiles) touch(name string) { o.dirty[name] = true }

// lstat describes what has a name in a directory.
func lstat(in *directory, name string) (Info, error) {
	info, err := in.root.Lstat(name)
	if err != nil {
		return Info{}, err
	}
	return Info{Mode: info.Mode(), Size: info.Size(), Changed: info.ModTime()}, nil
}

// rename moves a file by its whole name: only Linux renames between open directories here.
func rename(root *os.Root, _ *directory, _ string, _ *directory, _ string, from, to string) error {
	return root.Rename(from, to)
}
