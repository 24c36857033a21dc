package output

import (
	"io/fs"
	"os"
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

// lstat describes what has a name in a directory, with one system call: an unchanged run makes one for each of its files. The
// time of a change includes that of the inode, which no program can set back.
func lstat(in *directory, name string) (Info, error) {
	var stat unix.Stat_t
	var err error = unix.EINTR
	for err == unix.EINTR {
		err = unix.Fstatat(int(in.handle.Fd()), name, &stat, unix.AT_SYMLINK_NOFOLLOW)
	}
	if err != nil {
		return Info{}, &fs.PathError{Op: "lstatat", Path: name, Err: err}
	}
	content, inode := time.Unix(stat.Mtim.Unix()), time.Unix(stat.Ctim.Unix())
	if inode.After(content) {
		content = inode
	}
	return Info{Mode: fileMode(stat.Mode), Size: stat.Size, Changed: content}, nil
}

// fileMode is a file's mode as package fs has it.
func fileMode(mode uint32) fs.FileMode {
	permissions := fs.FileMode(mode & 0o777)
	switch mode & unix.S_IFMT {
	case unix.S_IFREG:
		return permissions
	case unix.S_IFDIR:
		return permissions | fs.ModeDir
	case unix.S_IFLNK:
		return permissions | fs.ModeSymlink
	case unix.S_IFIFO:
		return permissions | fs.ModeNamedPipe
	}
	return permissions | fs.ModeIrregular
}

// rename moves a file between open directories.
func rename(_ *os.Root, source *directory, old string, target *directory, fresh string, _, _ string) error {
	return unix.Renameat(int(source.handle.Fd()), old, int(target.handle.Fd()), fresh)
}
