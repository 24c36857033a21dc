package output

import (
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// everyFiles runs a contract test on each implementation of Files that keeps what is written.
func everyFiles(t *testing.T, f func(t *testing.T, files Files)) {
	t.Run("OSFiles", func(t *testing.T) {
		files := NewOSFiles(filepath.Join(t.TempDir(), "made", "when needed"))
		defer files.Close()
		f(t, files)
	})
	t.Run("Memory", func(t *testing.T) { f(t, NewMemory()) })
}

func content(t *testing.T, files Files, name string) string {
	t.Helper()
	b, err := readFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestFilesContract(t *testing.T) {
	everyFiles(t, func(t *testing.T, files Files) {
		if _, err := files.Lstat("a"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Lstat of nothing: %v", err)
		}
		if _, err := files.ReadDir("."); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("ReadDir of nothing: %v", err)
		}
		for range 2 {
			if err := files.MkdirAll("a/b"); err != nil {
				t.Fatal(err)
			}
		}
		write(t, files, "a/b/one", "1")
		if _, err := files.Create("a/b/one"); !errors.Is(err, fs.ErrExist) {
			t.Errorf("Create over a file: %v", err)
		}
		if _, err := files.Create("c/one"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Create in no folder: %v", err)
		}
		w, err := files.Append("a/b/one")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, "2"); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		info, err := files.Lstat("a/b/one")
		if err != nil || info.Size != 2 || !info.Mode.IsRegular() || info.Changed.IsZero() {
			t.Errorf("Lstat: %+v, %v", info, err)
		}
		f, err := files.Open("a/b/one")
		if err != nil {
			t.Fatal(err)
		}
		at := make([]byte, 1)
		if _, err := f.ReadAt(at, 1); err != nil || at[0] != '2' {
			t.Errorf("ReadAt: %q, %v", at, err)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
		write(t, files, "two", "other")
		if err := files.Rename("a/b/one", "two"); err != nil {
			t.Fatal(err)
		}
		if got := content(t, files, "two"); got != "12" {
			t.Errorf("after Rename over a file: %q", got)
		}
		if err := files.Rename("none", "two"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Rename of nothing: %v", err)
		}
		if err := files.Remove("a"); !errors.Is(err, fs.ErrExist) && runtime.GOOS != "windows" {
			t.Errorf("Remove of a folder that is not empty: %v", err)
		}
		if err := files.Remove("a/b"); err != nil {
			t.Error(err)
		}
		if err := files.MkdirAll("two/x"); !errors.Is(err, errNotRegular) && !errors.Is(err, fs.ErrExist) {
			t.Errorf("MkdirAll through a file: %v", err)
		}
		if _, err := files.Open("a"); !errors.Is(err, errNotRegular) {
			t.Errorf("Open of a folder: %v", err)
		}
		if names, err := files.ReadDir("."); err != nil || len(names) != 2 || names[0] != "a" || names[1] != "two" {
			t.Errorf("ReadDir: %q, %v", names, err)
		}
		if err := files.Sync(); err != nil {
			t.Error(err)
		}
		release, err := files.Lock("locks/lock")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := files.Lock("locks/lock"); !errors.Is(err, ErrLocked) {
			t.Errorf("the second lock: %v", err)
		}
		if err := release(); err != nil {
			t.Error(err)
		}
		release, err = files.Lock("locks/lock")
		if err != nil {
			t.Fatal(err)
		}
		if err := release(); err != nil {
			t.Error(err)
		}
	})
}

func TestReadOnlyKeepsChangesFromTheBase(t *testing.T) {
	base := NewMemory()
	write(t, base, "a/one", "1")
	write(t, base, "a/two", "2")
	before := tree(t, base)
	r := NewReadOnly(base)
	if err := r.Rename("a/one", "a/three"); err != nil {
		t.Fatal(err)
	}
	if got := content(t, r, "a/three"); got != "1" {
		t.Errorf("a renamed file reads %q", got)
	}
	if _, err := r.Open("a/one"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the old name: %v", err)
	}
	if err := r.Remove("a/two"); err != nil {
		t.Fatal(err)
	}
	if err := r.MkdirAll("b/c"); err != nil {
		t.Fatal(err)
	}
	write(t, r, "b/c/new", "123")
	if info, err := r.Lstat("b/c/new"); err != nil || info.Size != 3 {
		t.Errorf("a new file: %+v, %v", info, err)
	}
	if got := content(t, r, "b/c/new"); got != "\x00\x00\x00" {
		t.Errorf("a new file reads %q", got)
	}
	if names, err := r.ReadDir("a"); err != nil || len(names) != 1 || names[0] != "three" {
		t.Errorf("ReadDir: %q, %v", names, err)
	}
	if err := r.Remove("a"); err == nil {
		t.Error("a folder that is not empty was removed")
	}
	if difference := compareTrees(tree(t, base), before); difference != "" {
		t.Errorf("the base was changed: %s", difference)
	}
}

func TestOSFilesFollowsNoLink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege there")
	}
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.WriteFile(outside, []byte("theirs"), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for link, target := range map[string]string{"out": outside, "in": "file", "folder": filepath.Dir(outside), "inner": "real"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "real"), 0o755); err != nil {
		t.Fatal(err)
	}
	files := NewOSFiles(dir)
	defer files.Close()
	write(t, files, "file", "ours")
	for _, name := range []string{"out", "in", "folder/outside", "inner/x"} {
		if _, err := files.Open(name); !errors.Is(err, errNotRegular) {
			t.Errorf("Open %s: %v", name, err)
		}
		if _, err := files.Append(name); !errors.Is(err, errNotRegular) {
			t.Errorf("Append %s: %v", name, err)
		}
	}
	for _, name := range []string{"folder/new", "inner/new"} {
		if _, err := files.Create(name); !errors.Is(err, errNotRegular) {
			t.Errorf("Create %s: %v", name, err)
		}
		if err := files.Rename("file", name); !errors.Is(err, errNotRegular) {
			t.Errorf("Rename to %s: %v", name, err)
		}
	}
	for _, name := range []string{"inner", "folder"} {
		if err := files.MkdirAll(name + "/y"); !errors.Is(err, errNotRegular) {
			t.Errorf("MkdirAll %s: %v", name, err)
		}
	}
	if _, err := files.Lock("out"); !errors.Is(err, errNotRegular) {
		t.Errorf("Lock: %v", err)
	}
	if b, err := os.ReadFile(outside); err != nil || string(b) != "theirs" {
		t.Errorf("outside is %q, %v", b, err)
	}
}

// TestLstatSaysWhatTheSystemSays holds Lstat against that of package os, of every kind of file.
func TestLstatSaysWhatTheSystemSays(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege there")
	}
	dir := t.TempDir()
	socket, err := net.Listen("unix", filepath.Join(dir, "socket"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	if err := errors.Join(os.Symlink("nowhere", filepath.Join(dir, "link")), os.Mkdir(filepath.Join(dir, "folder"), 0o750), os.WriteFile(filepath.Join(dir, "file"), []byte("four"), 0o640)); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{{"mkfifo", "pipe"}, {"chmod", "4711", "file"}} {
		run := exec.Command(command[0], command[1:]...)
		run.Dir = dir
		if err := run.Run(); err != nil {
			t.Fatal(err)
		}
	}
	past := time.Date(2001, 2, 3, 4, 5, 6, 7, time.UTC)
	if err := os.Chtimes(filepath.Join(dir, "file"), past, past); err != nil {
		t.Fatal(err)
	}
	files := NewOSFiles(dir)
	defer files.Close()
	for _, name := range []string{"file", "folder", "link", "pipe", "socket"} {
		got, err := files.Lstat(name)
		want, failed := os.Lstat(filepath.Join(dir, name))
		if err != nil || failed != nil {
			t.Fatal(err, failed)
		}
		if got.Mode.IsRegular() != want.Mode().IsRegular() || notRegular(got.Mode).Error() != notRegular(want.Mode()).Error() || got.Mode.Perm() != want.Mode().Perm() || got.Size != want.Size() {
			t.Errorf("%s is %+v, wanted %v of %d bytes", name, got, want.Mode(), want.Size())
		}
		if recent := time.Since(got.Changed) < time.Hour; recent != (runtime.GOOS == "linux" || name != "file") {
			t.Errorf("%s changed %v", name, got.Changed) // where the system tells when the inode changed, no program can set that back
		}
	}
	for _, name := range []string{"none", "none/none", "file/none"} {
		if _, err := files.Lstat(name); err == nil || !strings.Contains(err.Error(), filepath.Join(dir, strings.Split(name, "/")[0])) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
