package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// Files elsewhere stand in folders that are not ours. Their temporaries stand beside them and carry the number of the process
// that writes them, so that those of one that was killed are told and taken away by the next.

// NewBeside returns the file at a path of the operating system, in a folder that is there.
func NewBeside(path string) *Beside {
	name := filepath.Base(path)
	b := &Beside{files: NewOSFiles(filepath.Dir(path)), shown: path}
	b.place = func() string {
		b.temporary = fmt.Sprint(temporariesOf(name), os.Getpid())
		return name
	}
	b.clear = func() error { return clearLeftovers(b.files, temporariesOf(name)) }
	return b
}

// WriteFile writes the file at a path of the operating system, in a folder that is there: others see the old one or the new
// one. The same bytes are not written again.
func WriteFile(path string, content []byte) error {
	b := NewBeside(path)
	err := b.Begin()
	if err == nil {
		_, err = b.Write(content)
	}
	if err == nil {
		err = b.Install()
	}
	return errors.Join(err, b.Drop())
}

// temporariesOf is what the names of a file's temporaries begin with; a number follows, and of a further draft one more.
func temporariesOf(name string) string { return "." + name + ".wp2pub-" }

// clearLeftovers takes away the temporaries of processes that are no more, and those that have the number of this one.
func clearLeftovers(files Files, prefix string) error {
	names, err := files.ReadDir(".")
	if err != nil {
		return err
	}
	for _, name := range names {
		rest, found := strings.CutPrefix(name, prefix)
		number, _, _ := strings.Cut(rest, "-")
		if process, err := strconv.Atoi(number); !found || err != nil || process != os.Getpid() && runs(process) {
			continue
		}
		if err := files.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// runs reports whether there is a process with this number.
func runs(process int) bool {
	p, err := os.FindProcess(process)
	if err != nil {
		return false
	}
	defer p.Release()
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
