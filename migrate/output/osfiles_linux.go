package output

import (
	"io/fs"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// Sync implements Files. One call reaches the whole file system: a thousand files are durable in the time of one.
func (o *OSFiles) Sync() error {
	root, err := o.open(false)
	if err != nil {
		return err
	}
	dir, err := root.Open(".")
	if err != nil {
		return o.whole(err)
	}
	defer dir.Close()
	if err := unix.Syncfs(int(dir.Fd())); err != nil {
		return &fs.PathError{Op: "sync", Path: o.dir, Err: err}
	}
	return nil
}

func (o *OSFiles) touch(string) {}

// lastChange includes the time of the inode's last change, which no program can set back.
func lastChange(info os.FileInfo) time.Time {
	changed := info.ModTime()
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		if inode := time.Unix(stat.Ctim.Unix()); inode.After(changed) {
			return inode
		}
	}
	return changed
}

// rename moves a file between open directories.
func rename(_ *os.Root, source *directory, old string, target *directory, fresh string, _, _ string) error {
	return unix.Renameat(int(source.handle.Fd()), old, int(target.handle.Fd()), fresh)
}
